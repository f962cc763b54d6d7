#pragma once

#include "exchange/letterdocument.h"
#include "paper/formpaper.h"

namespace tane {

/// Letters laid out on pages of A4, each beginning one; what is not filled in yet is marked. Needs a
/// QGuiApplication.
[[nodiscard]] FormPaper letterPaper(const std::vector<LetterDocument> &letters);

/// All of them into a PDF, or nothing. CannotWrite when the target cannot be written.
[[nodiscard]] Result<> writeLettersPdf(const QString &path, const std::vector<LetterDocument> &letters);

} // namespace tane
