#pragma once

#include "grouping/seating.h"

#include <functional>
#include <optional>

namespace tane {

/// What is known from dividing the people into parts.
struct PartsResult
{
    GroupCost bound; ///< no seating is better, rank after rank
    std::vector<int>
        group; ///< one that reaches it and is better than the known one; empty when none was found
};

/// For problems that keep a column together: exact where there is not too much of it. Areas that share groups
/// with each other make a part, and the cost of a seating is the sum over its parts. So the best division is
/// found over sets of areas (dynamic programming), first with a bound for each part; the parts of the best
/// division are then searched through for something that makes it better than `known`, the cost of a seating
/// found before, until nothing can be. Nothing when it does not apply: no rule Together, somebody with two
/// values, fixed seats, people who must sit together, a rule Stay, or too many areas.
[[nodiscard]] std::optional<PartsResult> solveByParts(const SeatingRules &rules, const GroupCost &known,
                                                      const std::function<bool()> &stop);

} // namespace tane
