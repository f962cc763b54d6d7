#pragma once

#include "grouping/groupsolver.h"

#include <QStringList>

namespace tane {

/// Something that must hold and could be let go.
struct HardRule
{
    enum class Kind { Rule, Together, Apart, Fixed };
    Kind kind = Kind::Rule;
    int index = 0; ///< into rules, together, apart or members
    friend bool operator==(const HardRule &, const HardRule &) = default;
};

/// All of a problem: rules of rank 0, pairs, fixed seats.
[[nodiscard]] std::vector<HardRule> hardRules(const GroupProblem &problem);
/// "Aさんと Bさんを同じ班に" …
[[nodiscard]] QString hardRuleText(const GroupProblem &problem, const HardRule &rule);
/// The problem without them; pairs and rules vanish, fixed seats become free.
[[nodiscard]] GroupProblem without(const GroupProblem &problem, const std::vector<HardRule> &rules);

/// Why not everything that must hold can hold.
struct Conflict
{
    std::vector<HardRule> relax; ///< without these all others can hold; empty: nothing is in the way
    bool smallest = true;        ///< proven that fewer would not do; else the fewest that were found
    std::vector<int> group;      ///< a seating that keeps all the others
    QStringList text;            ///< the conflict in sentences; empty without one
};

/// The smallest set of hard rules to relax. First those that no seating keeps, each by itself (ruleBound);
/// then sets of the others by size, each tried with the solver. Errors: those of solveGroups; Cancelled.
[[nodiscard]] Result<Conflict> findConflict(const GroupProblem &problem, const SolveOptions &options = {},
                                            const Progress &progress = {});

} // namespace tane
