#pragma once

#include "base/error.h"
#include "exchange/reportdocument.h"

namespace tane {

/// A report as one worksheet: texts, tables, and charts as Excel's own. One with contents gets a worksheet
/// for each section, and the list of tables and figures before them. Errors: those of saving.
[[nodiscard]] Result<> writeReportWorkbook(const QString &path, const ReportDocument &document);

} // namespace tane
