#pragma once

#include "cli/outputfolder.h"
#include "survey/changereport.h"

namespace tane::cli {

/// Writes the tables, and unless `tablesOnly` also problems, workbook, charts and report. links.csv is the
/// caller's.
[[nodiscard]] Result<> writeAnalysis(const OutputFolder &output, const ChangeAnalysis &analysis,
                                     const std::vector<Problem> &problems, bool tablesOnly);

} // namespace tane::cli
