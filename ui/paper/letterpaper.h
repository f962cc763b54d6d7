#pragma once

#include "exchange/letterdocument.h"
#include "paper/paperpages.h"

namespace tane {

/// Letters laid out on pages of A4, each beginning one; what is not filled in yet is marked. Needs a
/// QGuiApplication.
[[nodiscard]] PaperPages letterPaper(const std::vector<LetterDocument> &letters);

} // namespace tane
