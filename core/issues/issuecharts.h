#pragma once

#include "chart/chartspec.h"
#include "issues/pipeline.h"
#include "issues/recurrence.h"

#include <array>

namespace tane {

/// How long an open issue has been waiting since it was noted: under 1 month, under 3, under 6, under 12, a
/// year and more, and not known.
inline constexpr int kIssueAges = 6;
[[nodiscard]] QString issueAgeText(int band);
/// Whole months between two days, as birthdays count; a closed card is as old as it was when it was closed.
[[nodiscard]] int issueAge(const IssueCard &card, QDate today);

/// Cards by scene and source. One that has several scenes is in each of them; the last row is for those
/// without, the last column for those without a source; empty rows and columns are left out.
struct SceneSourceCounts
{
    QStringList scenes, sources;
    std::vector<std::vector<int>> counts; ///< [scene][source]
    int cards = 0;                        ///< all, each once
    int repeated = 0;                     ///< how many more the rows count because of several scenes
};
[[nodiscard]] SceneSourceCounts countScenesAndSources(const std::vector<const IssueCard *> &cards);

/// Cards by stage: how many of each state, and the open ones by age.
struct StageCounts
{
    std::array<int, 4> status{}; ///< by IssueStatus
    std::array<int, kIssueAges> ages{};
    [[nodiscard]] int all() const { return status[0] + status[1] + status[2] + status[3]; }
    [[nodiscard]] int open() const { return status[0] + status[1]; }
};
[[nodiscard]] std::array<StageCounts, kIssueStages> countStages(const std::vector<const IssueCard *> &cards,
                                                                QDate today);

/// 困りごとの場面と出どころ.
[[nodiscard]] ChartSpec sceneSourceChart(const SceneSourceCounts &counts);
/// 課題の段階と状態: what is open, solved, dropped at each stage.
[[nodiscard]] ChartSpec stageStatusChart(const std::array<StageCounts, kIssueStages> &counts);
/// 対応の終わっていない課題の段階と経過期間.
[[nodiscard]] ChartSpec stageAgeChart(const std::array<StageCounts, kIssueStages> &counts);
/// 繰り返し挙がるテーマ: for the first `most` recurrences and every fiscal year with a poster, on how many
/// posters each stood, of the posters of that year.
[[nodiscard]] ChartSpec recurrenceChart(const std::vector<Recurrence> &recurrences,
                                        const std::vector<RaisedThing> &things, int most = 5);

} // namespace tane
