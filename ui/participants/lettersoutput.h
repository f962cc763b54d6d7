#pragma once

#include "participants/participantlists.h"
#include "shell/page.h"

namespace tane {

/// How much is written at once.
enum class LetterScope {
    Shown,    ///< the letter that is shown
    Together, ///< one for each recipient chosen, in one file
    Each      ///< one for each recipient chosen, a file of its own
};
enum class LetterFormat { Docx, Pdf, Xlsx };

/// What was written: the folder and a sentence that names the files.
struct SavedFiles
{
    QString folder, text;
};

/// Asks where to, writes, and gives what to tell; nothing when it was cancelled.
[[nodiscard]] Result<std::optional<SavedFiles>> saveLetters(PageContext &context, QWidget *parent,
                                                            const LetterSource &source, LetterKind kind,
                                                            const std::vector<LetterRecipient> &recipients,
                                                            const LetterRecipient *shown, LetterScope scope,
                                                            LetterFormat format);
/// The same for the list of mail merge.
[[nodiscard]] Result<std::optional<SavedFiles>> saveMergeList(PageContext &context, QWidget *parent,
                                                              const LetterSource &source, LetterKind kind,
                                                              const std::vector<LetterRecipient> &recipients);

/// The same for a list or handout, in any of the formats.
[[nodiscard]] Result<std::optional<SavedFiles>> saveParticipantList(PageContext &context, QWidget *parent,
                                                                    ParticipantList list,
                                                                    const ListContent &content,
                                                                    LetterFormat format);

} // namespace tane
