#pragma once

// Private to the workbook writer: a form as worksheets.

#include "exchange/formsheet.h"

#include <QString>

#include <functional>
#include <xlsxwriter.h>

namespace tane::xlsx {

/// Adds a worksheet to the workbook; the name is only a wish.
using SheetMaker = std::function<lxw_worksheet *(const QString &name)>;

[[nodiscard]] lxw_error writeForm(lxw_workbook *book, const SheetMaker &addSheet, const FormSheet &form);

} // namespace tane::xlsx
