#pragma once

#include "chart/chartspec.h"
#include "survey/answersheet.h"
#include "survey/ranktests.h"

#include <QHash>

namespace tane {

/// Beside what addFollowUp() asks of `role`: the same goals, word for word, as `viewer` (the officers) sees
/// them, and what hindered, in words. What is there already is left out. Gives how many items were added. The
/// degrees are those of the goals themselves; the published documents give none.
int addFollowUpViews(Questionnaire &questionnaire, const QStringList &actions, const QString &role,
                     const QString &viewer);

/// Is this the officers' view of the goal with the other code?
[[nodiscard]] bool isViewOf(const Item &item, const Item &goal);

/// How a goal was answered some months later.
struct FollowUpGoal
{
    QString code, text, role;
    std::vector<Option> options; ///< best first
    std::vector<int> self;       ///< by option
    std::vector<int> officers;   ///< the same goal as the officers see it; empty: they were not asked
    int wanted = 0;              ///< options up to this one count as doing it
    /// Of those who do it and of those who do not yet: whose level on the ladder rose since before the
    /// workshop, and of how many it is known.
    int doingRose = 0, doingKnown = 0, otherRose = 0, otherKnown = 0;

    [[nodiscard]] int selfBase() const;
    [[nodiscard]] int officersBase() const;
    [[nodiscard]] int selfDoing() const;
    [[nodiscard]] int officersDoing() const;
};

struct FollowUpResults
{
    int people = 0; ///< who answered
    std::vector<FollowUpGoal> goals;
    struct Hindrance
    {
        QString role, text;
    };
    std::vector<Hindrance> hindrances;
};

/// `levels`: by response, how many half steps of the ladder the person rose (negative: fell); who is not in
/// it was not assessed both times. Of somebody who answered twice the last answer counts.
[[nodiscard]] FollowUpResults followUpResults(const Questionnaire &questionnaire, const AnswerSheet &answers,
                                              const QHash<qint64, int> &levels);
/// Each goal as its own people and as the officers see it, around the line of doing it.
[[nodiscard]] ChartSpec followUpChart(const FollowUpResults &results, const QString &role);
/// One plain sentence about a goal: how many do it, whether the officers see the same.
[[nodiscard]] QString followUpSentence(const FollowUpGoal &goal);

} // namespace tane
