#pragma once

#include "exchange/reportdocument.h"
#include "report/reportsource.h"

#include <set>

namespace tane {

/// A name between braces that is no number of the report.
struct UnknownField
{
    qint64 section = 0;
    QString place; ///< "「参加の状況」の前文"
    QString field; ///< as written, without the braces
    [[nodiscard]] QString toString() const;
};

struct ComposedReport
{
    ReportDocument document;
    std::vector<UnknownField> unknown;
    std::set<qint64> empty;         ///< shown sections that have nothing to say and are left out
    std::map<qint64, int> headings; ///< section -> index of its heading among the blocks
};

/// The whole report: title, contents, sections with their numbers, tables and figures numbered in one row.
/// Sections without anything to say are left out. Pure; may run in any thread. Cancelled when `progress` says
/// so.
[[nodiscard]] Result<ComposedReport> composeReport(const ReportSource &source, const Report &report,
                                                   const std::vector<ReportSection> &sections,
                                                   const Progress &progress = {});

/// What stands above a section as long as the officer typed nothing there; with its {fields}, so that it can
/// be taken over and changed. Empty: nothing.
[[nodiscard]] QString leadDraft(const ReportSource &source, const ReportSection &section);

} // namespace tane
