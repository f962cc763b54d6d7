#pragma once

#include "base/error.h"
#include "exchange/formsheet.h"

namespace tane {

/// Writes a form as an Excel workbook to be filled in further or printed: merged cells, borders, rows high
/// enough for their text (Excel does not fit merged cells), fitted to the width of the paper, heads repeated,
/// page numbers below. A row higher than Excel allows is continued in rows below it. Errors: CannotWrite,
/// TooLarge; the target is whole or untouched.
[[nodiscard]] Result<> writeFormXlsx(const QString &path, const FormSheet &sheet);

} // namespace tane
