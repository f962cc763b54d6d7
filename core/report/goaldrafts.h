#pragma once

#include "report/reportsource.h"

namespace tane {

/// A goal for the next cycle that the results ask for, with what it rests on.
struct GoalDraft
{
    QString key; ///< stays the same while the results do: "down:Ⅱ-1"
    QString text;
    qint64 targetGroup = 0; ///< whose; 0: not one group's
    QStringList evidence;   ///< results, sentences of the evaluation, goals they belong to
    QString page;           ///< where the evidence stands: "results"
};

/// Drafts from what was not reached, what the items show, open issues and the ladder; without those that
/// `cycle.evaluation` has among 次の短期目標への反映 already, word for word. Most telling first. They are
/// offered, never stored by themselves.
[[nodiscard]] std::vector<GoalDraft> goalDrafts(const ReportSource &source);

/// Puts a draft among 次の短期目標への反映. Gives the id of the line; one undo step.
[[nodiscard]] Result<qint64> acceptGoalDraft(Document &document, qint64 programme, const GoalDraft &draft);

} // namespace tane
