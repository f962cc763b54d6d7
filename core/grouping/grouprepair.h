#pragma once

#include "grouping/groupsolver.h"

#include <QStringList>

namespace tane {

/// Somebody who changes her group on the day, or gets one.
struct SeatMove
{
    int member = 0; ///< of Repair::problem
    int from = -1;  ///< -1: walked in
    int to = 0;
    QString reason; ///< "4班が4人になり、1班5～6人に足りなくなるため"
};

/// Groups mended after absences and walk-ins.
struct Repair
{
    GroupProblem problem;     ///< of those who are there; `current` is where they sat
    std::vector<int> members; ///< by member of it: the index in the problem given
    Grouping grouping;
    std::vector<SeatMove> moves;  ///< people who change their group
    std::vector<SeatMove> seated; ///< walk-ins and where they sit
    int fewest = 0;               ///< no mending moves fewer
    QStringList notes;            ///< sizes that had to be eased
};

/// Seats those who came with the fewest people moved: what must hold first, then the number of moves, then
/// the wishes by rank. `seated.current` says where everybody sits; -1 for those who walk in. `absent`: who
/// did not come. When the sizes cannot be kept any more they are eased as little as possible. Errors: those
/// of solveGroups; Usage when nobody is left.
[[nodiscard]] Result<Repair> repairGroups(const GroupProblem &seated, const std::vector<int> &absent,
                                          const SolveOptions &options = {}, const Progress &progress = {});

} // namespace tane
