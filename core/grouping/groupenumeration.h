#pragma once

#include "grouping/seating.h"

#include <functional>

namespace tane {

/// How many seatings there are at most, up to `most` (then `most` + 1).
[[nodiscard]] std::int64_t seatingCount(int people, int groups, std::int64_t most);

/// The best of all seatings that is better than `cost`; empty when there is none, or when `stop` (asked now
/// and then) ends it. Groups that nothing tells apart are not told apart.
[[nodiscard]] std::vector<int> bestOfAll(const SeatingRules &rules, const GroupCost &cost,
                                         const std::function<bool()> &stop);

} // namespace tane
