#pragma once

#include "grouping/groupproblem.h"

namespace tane {

/// No seating of the right sizes misses the rule by less, whatever the other rules want; counted in people or
/// pairs as the rule is. Spread: 0, because a matrix of shares can always be rounded with all its sums kept
/// (controlled rounding: Bacharach, Management Science 12, 1966). AtLeast: whom there are not. Together: see
/// togetherBound. Apart, NotAgain: the fewest pairs, when each value is spread as evenly as can be. Stay:
/// what the sizes force.
[[nodiscard]] std::int32_t ruleBound(const GroupProblem &problem, const GroupRule &rule);

/// The bounds of all rules, added up rank by rank, and at rank 0 the people who must sit together and are too
/// many for a group.
[[nodiscard]] GroupCost costBound(const GroupProblem &problem);

/// The fewest further groups that values of these numbers of people (`single` more people have none) need in
/// `groups` groups of `smallest` (at least 1) to `largest`. Draw an edge between every value and every group
/// that holds some of it: a graph of so many nodes and no more parts than P has at least nodes - P edges, and
/// P is at most the number of parts into which the values can be divided so that each fills whole groups.
/// That number is searched for exactly; when the search gets long, a weaker bound comes back.
[[nodiscard]] std::int32_t togetherBound(const std::vector<int> &totals, int single, int groups, int smallest,
                                         int largest);

/// Some of the values, and the groups they fill by themselves.
struct GroupPart
{
    std::vector<int> totals; ///< of its values
    int single = 0;
    int groups = 0;
};

/// The most parts the values can be divided into so that each fills whole groups (see togetherBound); empty
/// when there is no way, or after a long search.
[[nodiscard]] std::vector<GroupPart> wholeParts(const std::vector<int> &totals, int single, int groups,
                                                int smallest, int largest);

} // namespace tane
