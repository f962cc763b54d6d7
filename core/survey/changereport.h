#pragma once

#include "exchange/reportdocument.h"
#include "survey/answerreader.h"
#include "survey/change.h"

#include <QDate>
#include <QMap>

#include <utility>

namespace tane {

/// What a report is made of beside the analysis.
struct ChangeReportInput
{
    QString workshop;   ///< "令和8年度 コーディネーター研修"; may be empty
    QDate heldOn;       ///< may be invalid
    QString prefecture; ///< may be empty
    std::vector<Problem> problems;
    /// The officer's own wording, by item code and group. Without one, "all" gets the draft and other groups
    /// get none.
    QMap<std::pair<QString, QString>, QString> readings;
};

/// The report as content: state of the answers, tables, charts and reading of each set, satisfaction, method
/// and base of every figure. Figures and tables are numbered 図表-1 … in order.
[[nodiscard]] ReportDocument changeReport(const ChangeAnalysis &analysis, const ChangeReportInput &input);

/// change.xlsx: overview, the table of all rows, native charts by set and group, transition tables,
/// satisfaction, problems.
[[nodiscard]] Result<> writeChangeWorkbook(const QString &path, const ChangeAnalysis &analysis,
                                           const ChangeReportInput &input);

/// Bars of an item asked once, in one group.
[[nodiscard]] ChartSpec distributionChart(const ChangeAnalysis &analysis, const DistributionRow &row);

} // namespace tane
