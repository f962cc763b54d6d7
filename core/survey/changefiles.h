#pragma once

#include "survey/answerreader.h"
#include "survey/change.h"

namespace tane {

/// change.csv:
/// item,kind,group,n,up,stay,down,up_pct,stay_pct,down_pct,unpaired_before,unpaired_after,net,net_low,net_high,p_sign,p_holm
/// (percentages of n, one decimal, half up; net and interval with four decimals, p with six; empty where n is
/// 0).
[[nodiscard]] Result<> writeChangeCsv(const QString &path, const ChangeAnalysis &analysis);
/// The same rows with transition tables, distributions and the counts of the whole analysis.
[[nodiscard]] QByteArray changeToJson(const ChangeAnalysis &analysis);
[[nodiscard]] Result<> writeProblemsCsv(const QString &path, const std::vector<Problem> &problems);

[[nodiscard]] QString itemKindKey(ItemKind kind); ///< "practice"

} // namespace tane
