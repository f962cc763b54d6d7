#pragma once

#include "cli/outputfolder.h"
#include "survey/changereport.h"

namespace tane::cli {

/// Writes what stands beside the tables: problems.csv, change.xlsx, the charts, the report.
[[nodiscard]] Result<> writePictures(const OutputFolder &output, const ChangeAnalysis &analysis,
                                     const std::vector<Problem> &problems);

} // namespace tane::cli
