#pragma once

#include "base/progress.h"
#include "grouping/groupproblem.h"

namespace tane {

struct SolveOptions
{
    std::uint64_t seed = 1;
    double seconds =
        10; ///< the longest it may take; as long as that is not reached the result hangs on the seed alone
    std::int64_t steps = 0;   ///< tried changes of all tries together; 0: by the size of the problem
    int threads = 0;          ///< 0: two where there are two; changes the time only
    bool fromCurrent = false; ///< begin each try where everybody sits now
};

/// How well one rule is kept.
struct RuleResult
{
    std::int32_t missed = 0;
    std::int32_t bound = 0; ///< no seating does better on this rule (ruleBound)
};

/// A seating, and what is known of it.
struct Grouping
{
    std::vector<int> group; ///< by member
    GroupCost cost;
    GroupCost bound;               ///< no seating is better than this, the first rank first
    std::vector<RuleResult> rules; ///< as in the problem
    bool proven = false; ///< nothing better exists: the bound is reached, or all seatings were looked at
    bool cancelled = false;
    [[nodiscard]] bool isAllowed() const { return cost.missed[0] == 0; }
};

/// Seats everybody so that the ranks are missed as little as possible, the first rank first. Pure: values in,
/// values out. Errors: Usage when the problem contradicts itself (validate) or the fixed seats leave no
/// seating of the right sizes. When progress asks to stop, what was found so far comes back with `cancelled`.
///
/// Several tries of GroupSearch, on two threads; the first one that reaches the bound ends it. Small problems
/// are looked through whole after that (bestOfAll).
[[nodiscard]] Result<Grouping> solveGroups(const GroupProblem &problem, const SolveOptions &options = {},
                                           const Progress &progress = {});

/// What is known of a seating somebody made: its cost and bounds; proven only by the bounds.
[[nodiscard]] Grouping judgeSeating(const GroupProblem &problem, const std::vector<int> &group);

} // namespace tane
