#pragma once

#include "base/error.h"
#include "exchange/reportdocument.h"

namespace tane {

/// A report as one worksheet: texts, tables, and charts as Excel's own. Errors: those of saving.
[[nodiscard]] Result<> writeReportWorkbook(const QString &path, const ReportDocument &document);

} // namespace tane
