#pragma once

#include "exchange/reportdocument.h"
#include "survey/tablecheck.h"

namespace tane {

/// What the check of a table found, to be handed on: the summary, the rows that do not follow with the base
/// that would give them, and the table with its wrong percentages marked. `name`: of the table or its file.
[[nodiscard]] ReportDocument tableCheckReport(const QString &name, const std::vector<QStringList> &cells,
                                              const TableCheck &check);
/// The findings as lines divided by tabs: row, printed, expected, finding.
[[nodiscard]] QString tableCheckText(const TableCheck &check);

} // namespace tane
