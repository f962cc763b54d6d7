#pragma once

#include "base/error.h"
#include "exchange/letterdocument.h"

namespace tane {

/// Writes letters as one Word document, each beginning a page: real paragraph styles (案内の本文 …), 記 as a
/// table, what is not filled in yet marked yellow. Error: CannotWrite; the target is whole or untouched.
[[nodiscard]] Result<> writeLettersDocx(const QString &path, const std::vector<LetterDocument> &letters);

} // namespace tane
