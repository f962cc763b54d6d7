#pragma once

#include "base/error.h"
#include "exchange/reportdocument.h"

#include <QStringList>

namespace tane {

/// pdf, docx, xlsx.
[[nodiscard]] const QStringList &reportSuffixes();

/// The report as its file name's ending says, the whole of it or nothing. Needs a QGuiApplication; may run in
/// any thread. Errors: Usage for another ending; CannotWrite.
[[nodiscard]] Result<> writeReportFile(const QString &path, const ReportDocument &document);

} // namespace tane
