#pragma once

#include "programme/cycle.h"

namespace tane {

/// What can serve a goal.
enum class EvidenceKind { PlanLine, TimetableRow, Item, EvaluationLine, Task };

/// One thread from a goal to something that serves it.
struct GoalLink
{
    qint64 id = 0;
    qint64 goal = 0;
    EvidenceKind kind = EvidenceKind::PlanLine;
    qint64 target = 0; ///< row id in the table of that kind
    friend bool operator==(const GoalLink &, const GoalLink &) = default;
};

/// The links of all goals of a programme.
[[nodiscard]] Result<std::vector<GoalLink>> goalLinks(Document &document, qint64 programme);
/// Joins or parts a goal and what serves it; joining twice changes nothing. Conflict when either is not
/// stored.
[[nodiscard]] Result<> setGoalLink(Document &document, qint64 goal, EvidenceKind kind, qint64 target,
                                   bool linked);

/// Something of the programme that can stand in the picture of the thread.
struct EvidenceNode
{
    EvidenceKind kind = EvidenceKind::PlanLine;
    qint64 id = 0;
    QString label; ///< "Ⅱ-1 なぜ地域包括ケアシステムにおいて…"
    QString detail; ///< where it is from: "コーディネーター・行動目標（研修後）"; for an item its result when
                    ///< there is one
};

/// The whole thread of a programme: goals at the left, then plan lines, timetable, items, results, follow-up.
struct EvidenceThread
{
    std::vector<Goal> goals; ///< short, middle, long; inside a term as in the matrix
    std::vector<EvidenceNode> nodes;
    std::vector<GoalLink> links;
    std::vector<qint64> unmeasuredGoals; ///< short-term goals without an item
    /// Items asked in the programme's workshops that serve no goal; free texts and what people think of the
    /// workshop itself need not.
    std::vector<qint64> aimlessItems;
};
/// Nodes that need no goal (opening, breaks, tasks before the workshop, free texts) are there only when
/// linked.
[[nodiscard]] Result<EvidenceThread> evidenceThread(Document &document, qint64 programme);

} // namespace tane
