#pragma once

#include "exchange/csvwriter.h"
#include "survey/changereport.h"

namespace tane::cli {

struct AnalysisOutput
{
    QString folder;
    bool tablesOnly = false;
    const ChangeAnalysis &analysis;
    const CsvWriter &links; ///< links.csv
    const std::vector<Problem> &problems;
};

/// Writes all files of the contract into the folder: first into a hidden one beside them, then moved over, so that a failure half-way
/// leaves what was there untouched.
[[nodiscard]] Result<> writeAnalysis(const AnalysisOutput &output);

} // namespace tane::cli
