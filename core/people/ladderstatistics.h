#pragma once

#include "chart/chartspec.h"
#include "people/registry.h"

namespace tane {

/// Which people a page is about; an empty or zero field does not restrict.
struct PeopleFilter
{
    qint64 area = 0;
    qint64 municipality = 0;
    qint64 centre = 0;
    QString role;
    QString experienceBand;
    QString text; ///< in name, kana, workplace or municipality, folded
    QDate on = QDate::currentDate();
    QDate unmovedSince; ///< valid: only those whose step has not changed since. For planning support; never
                        ///< exported, so the counts below that charts are made of pass over it
    bool withLeft = false; ///< people who left the work, too
};
/// In the registry's order.
[[nodiscard]] std::vector<const PersonRecord *> filterPeople(const Registry &registry,
                                                             const PeopleFilter &filter);

/// The step somebody stands at on a day; nothing when she was not assessed yet.
[[nodiscard]] std::optional<int> stepOn(const Ladder &ladder, const PersonRecord &person, QDate on);

/// How many stand at each step.
struct LadderCounts
{
    QString label;          ///< "令和8年度", "東部圏域"
    std::vector<int> steps; ///< by step, lowest first
    int notAssessed = 0;
    [[nodiscard]] int assessed() const;
};
[[nodiscard]] LadderCounts countSteps(const Registry &registry,
                                      const std::vector<const PersonRecord *> &people, QDate on);
/// At the end of each fiscal year from `first` to `last`, the running year as of `filter.on`. Who began this
/// work later is not counted.
[[nodiscard]] std::vector<LadderCounts> countStepsByYear(const Registry &registry, const PeopleFilter &filter,
                                                         int first, int last);
/// One a care area, then those without one; somebody who works for two areas counts in both.
[[nodiscard]] std::vector<LadderCounts> countStepsByArea(const Registry &registry,
                                                         const PeopleFilter &filter);

enum class Movement { None, Up, Down, New }; ///< New: first assessed in between
[[nodiscard]] Movement movementSince(const Ladder &ladder, const PersonRecord &person, QDate since, QDate on);

/// Who stood where on one day and where on a later one.
struct LadderFlow
{
    QDate from, to;
    std::vector<std::vector<std::vector<qint64>>> people; ///< [step then][step later] -> people
    std::vector<std::vector<qint64>> arrived;             ///< by step: assessed only later
    std::vector<qint64> notAssessed;                      ///< on neither day
};
[[nodiscard]] LadderFlow ladderFlow(const Registry &registry, const std::vector<const PersonRecord *> &people,
                                    QDate from, QDate to);

/// Months people stayed (those who moved on) or have stayed (those still there) at each step, from the first
/// assessment at it to the first at another: the median, and how many people it rests on. A month is a
/// twelfth of 365.25 days.
struct StepStay
{
    std::optional<double> medianMonths; ///< of finished stays; nothing when there is none
    int finished = 0;
    std::optional<double> medianRunning; ///< of stays that go on
    int running = 0;
};
[[nodiscard]] std::vector<StepStay> stepStays(const Registry &registry,
                                              const std::vector<const PersonRecord *> &people, QDate on);

/// What a plan aimed at, against what was reached: inside, above or below the range. NoTarget: the range has
/// no end to compare with.
enum class TargetResult { NotAssessed, Below, Reached, Above, NoTarget };
[[nodiscard]] TargetResult compareWithTarget(const LevelRange &target, const Assessment *assessment);

/// As charts: series are the steps, best first, with the colours of the levels.
[[nodiscard]] ChartSpec ladderCountsChart(const Ladder &ladder, const std::vector<LadderCounts> &counts,
                                          const QString &title);
[[nodiscard]] ChartSpec ladderFlowChart(const Ladder &ladder, const LadderFlow &flow);

} // namespace tane
