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

/// links.csv: who was joined to whom, how surely and why, and who was not. The column `decision` is empty for
/// the officer to fill in (accept or reject; 同じ or 別) and the file can be given back with --links.
[[nodiscard]] Result<> writeLinksCsv(const QString &path, const AnswerSheet &before, const AnswerSheet &after,
                                     const Linking &linking);
/// Reads decisions back. Errors name the row.
[[nodiscard]] Result<std::vector<LinkDecision>> readLinkDecisions(const QString &path);

[[nodiscard]] QString itemKindKey(ItemKind kind); ///< "practice"

} // namespace tane
