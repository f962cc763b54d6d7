#pragma once

#include <vector>

namespace tane {

/// Two seatings of the same people side by side. Numbers of groups say nothing by themselves: groups are
/// matched so that as many people as possible sit in matching ones (assignment problem, solved exactly by
/// the Hungarian method: Kuhn, Naval Research Logistics Quarterly 2, 1955).
struct GroupComparison
{
    std::vector<int> matching;  ///< by group of the first: the group of the second; -1: none
    std::vector<int> elsewhere; ///< members who do not sit in matching groups, or have a seat in one only
};
/// `first`, `second`: group from 0 by member, -1 for no seat; as long as each other.
[[nodiscard]] GroupComparison compareSeatings(const std::vector<int> &first, const std::vector<int> &second);

} // namespace tane
