#pragma once

#include "chart/chartspec.h"
#include "participants/chasing.h"

namespace tane {

/// One step on the way from the invitation to the follow-up: how many got there, of how many.
struct FunnelStage
{
    QString title; ///< "申込み"
    int count = 0;
    int base = 0;
    QString baseText; ///< what the base is: "案内・申込みの方"
};
/// 申込み, 受講決定, 事前回答, 出席, 事後回答, フォローアップ回答. Applications are counted of all who are
/// listed, the accepted of those who applied, answers of those who are asked, who came of the accepted.
[[nodiscard]] std::vector<FunnelStage> participantFunnel(const ChasingState &state);

/// "回答あり", "確認待ち" when an answer may be hers, "未回答" when she is asked; empty when she is not.
[[nodiscard]] QString answeredText(const ChasingState &state, const Participant &participant, Wave wave);

/// Who answered, group by group, as shares of those who are asked; groups nobody is asked of are left out.
[[nodiscard]] ChartSpec responseChart(const std::vector<ResponseRate> &rates, const QString &title);

/// The list as a workbook: a row a person with every field, her state and what she answered. Its heads are
/// those that readApplicants takes back. Errors: CannotWrite.
[[nodiscard]] Result<> writeParticipantList(const ChasingState &state, const std::vector<Participant> &people,
                                            const QString &about, const QString &path);

} // namespace tane
