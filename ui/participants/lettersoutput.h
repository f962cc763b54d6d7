#pragma once

#include "participants/letters.h"
#include "shell/page.h"

namespace tane {

/// How much is written at once.
enum class LetterScope {
    Shown,    ///< the letter that is shown
    Together, ///< one for each recipient chosen, in one file
    Each      ///< one for each recipient chosen, a file of its own
};
enum class LetterFormat { Docx, Pdf };

/// Asks where to, writes, and gives what to tell: the files written, or nothing when it was cancelled.
[[nodiscard]] Result<std::optional<QString>> saveLetters(PageContext &context, QWidget *parent,
                                                         const LetterSource &source, LetterKind kind,
                                                         const std::vector<LetterRecipient> &recipients,
                                                         const LetterRecipient *shown, LetterScope scope,
                                                         LetterFormat format);
/// The same for the list of mail merge.
[[nodiscard]] Result<std::optional<QString>> saveMergeList(PageContext &context, QWidget *parent,
                                                           const LetterSource &source, LetterKind kind,
                                                           const std::vector<LetterRecipient> &recipients);

} // namespace tane
