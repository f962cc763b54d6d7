#pragma once

#include "base/random.h"

#include <istream>
#include <optional>
#include <string>
#include <vector>

/// Maximally diverse grouping: elements into groups of limited sizes so that the distances within groups add
/// up to as much as possible. Only to measure our searching against public instances: for a workshop such a
/// sum would favour big groups.
namespace tane::bench {

struct MdgpInstance
{
    int elements = 0, groups = 0;
    std::vector<int> smallest, largest; ///< by group
    std::vector<double> distance;       ///< elements × elements, symmetric
    [[nodiscard]] double at(int a, int b) const
    {
        return distance[static_cast<std::size_t>(a) * static_cast<std::size_t>(elements) +
                        static_cast<std::size_t>(b)];
    }
};

/// The format of the public benchmark (MDGLIB): elements, groups, type (ds or ss), smallest and largest size
/// for each group; then `i j distance` from 0, pairs not named are 0 apart. On failure `why` says what is
/// wrong.
[[nodiscard]] std::optional<MdgpInstance> readMdgp(std::istream &input, std::string &why);

/// The sum of distances within groups.
[[nodiscard]] double objective(const MdgpInstance &instance, const std::vector<int> &group);

struct MdgpOptions
{
    std::uint64_t seed = 1;
    double seconds = 3;
    std::int64_t rounds = -1; ///< local searches at most, in each of two searches; -1: until the time is up
};
struct MdgpResult
{
    std::vector<int> group; ///< by element
    double objective = 0;
    std::int64_t rounds = 0; ///< local searches made
};

/// Iterated maxima search (Lai and Hao, European Journal of Operational Research 254, 2016): climbs by moves
/// and swaps with the gains of every element in every group kept up to date, shakes the result weakly many
/// times, strongly when that brings nothing any more. Two such searches at once; the better one counts.
[[nodiscard]] MdgpResult solveMdgp(const MdgpInstance &instance, const MdgpOptions &options);

/// Instances like the public ones: type "ran": distances equally likely between 0 and 100; "geo": Euclidean
/// between points with 2 to 21 coordinates from 0 to 10.
[[nodiscard]] MdgpInstance makeMdgp(const std::string &type, int elements, int groups, int smallest,
                                    int largest, std::uint64_t seed);

} // namespace tane::bench
