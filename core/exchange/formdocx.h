#pragma once

#include "base/error.h"
#include "exchange/formsheet.h"

namespace tane {

/// Writes a form as a Word document: real tables with merged cells, head rows repeated on every page, rows
/// kept whole where they fit a page well, the paper of the form, page numbers below. Error: CannotWrite; the
/// target is whole or untouched.
[[nodiscard]] Result<> writeFormDocx(const QString &path, const FormSheet &sheet);

} // namespace tane
