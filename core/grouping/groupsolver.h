#pragma once

#include "base/progress.h"
#include "grouping/groupproblem.h"

namespace tane {

struct SolveOptions
{
    std::uint64_t seed = 1;
    double seconds = 10;                 ///< the longest it may take; the result hangs on the seed alone as long as this is not reached
    std::int64_t steps = 0;              ///< tried changes; 0: by the size of the problem
};

/// How well one rule is kept.
struct RuleResult
{
    std::int32_t missed = 0;
    std::int32_t bound = 0; ///< no seating does better on this rule alone
};

/// A seating, and what is known of it.
struct Grouping
{
    std::vector<int> group; ///< by member
    GroupCost cost;
    GroupCost bound;               ///< no seating is better, rank by rank
    std::vector<RuleResult> rules; ///< as in the problem
    bool proven = false;           ///< nothing better exists: the bound is reached, or all seatings were looked at
    bool cancelled = false;
    [[nodiscard]] bool isAllowed() const { return cost.missed[0] == 0; }
};

/// Seats everybody so that the ranks are missed as little as possible, the first rank first. Pure: values in, values out.
/// Errors: Usage when the problem contradicts itself (validate). When progress asks to stop, what was found so far
/// comes back with `cancelled`.
///
/// Small problems are searched through whole. Larger ones by late acceptance hill climbing (Burke and Bykov, European
/// Journal of Operational Research 258, 2017) over swaps and moves, begun anew from several seatings.
[[nodiscard]] Result<Grouping> solveGroups(const GroupProblem &problem, const SolveOptions &options = {},
                                           const Progress &progress = {});

/// How many seatings there are at most, up to `most` (then `most` + 1): groups are told apart.
[[nodiscard]] std::int64_t seatingCount(int people, int groups, std::int64_t most);

} // namespace tane
