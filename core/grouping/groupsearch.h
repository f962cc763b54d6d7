#pragma once

#include "base/random.h"
#include "grouping/seating.h"

#include <functional>

namespace tane {

/// One try to find a good seating, from a start by chance: simulated annealing (Kirkpatrick, Gelatt and
/// Vecchi, Science 220, 1983) over swaps and moves with weighted ranks, which may pass through seatings that
/// break a higher rank; then late acceptance hill climbing (Burke and Bykov, European Journal of Operational
/// Research 258, 2017) with the ranks strictly one after the other.
class GroupSearch
{
public:
    /// The rules must outlive this. The same seed gives the same seating.
    GroupSearch(const SeatingRules &rules, std::uint64_t seed);

    /// Begins from this seating instead of one by chance; it must fit the sizes and the fixed seats.
    void beginWith(std::vector<int> group) { m_begin = std::move(group); }
    /// The more the higher ranks weigh, the stricter; 2 to 16. 0 leaves annealing out.
    void setRatio(int ratio) { m_ratio = ratio; }

    /// The best seating met in so many tried changes, or one that reaches `goal`. `stop` is asked now and
    /// then, with the number of the change.
    std::vector<int> run(std::int64_t steps, const GroupCost &goal,
                         const std::function<bool(std::int64_t)> &stop);
    [[nodiscard]] const GroupCost &bestCost() const { return m_bestCost; }

private:
    struct Change
    {
        int member = -1;
        int other = -1; ///< swaps with her; -1: moves to `group`
        int group = -1;
    };
    [[nodiscard]] Change draw();
    void note();
    /// Exchanges the people of one value in a group with as many of another group, and gives the pairs
    /// swapped: single swaps hardly ever bring a whole area from one group to another.
    std::vector<std::pair<int, int>> exchangeValues();
    bool anneal(std::int64_t steps, const GroupCost &goal, const std::function<bool(std::int64_t)> &stop);
    void climb(std::int64_t from, std::int64_t to, const GroupCost &goal,
               const std::function<bool(std::int64_t)> &stop);
    [[nodiscard]] std::int64_t weighed(const GroupCost &cost) const;
    void setWeights();

    const SeatingRules &m_rules;
    const GroupProblem &m_problem;
    Random m_random;
    Seating m_seating;
    std::vector<int> m_free;
    std::vector<int> m_kept; ///< attributes that a rule keeps together
    std::vector<int> m_begin;
    std::array<std::int32_t, kGroupRanks> m_weights{};
    int m_ratio = 4;
    std::vector<int> m_best;
    GroupCost m_bestCost;
};

/// A seating to begin from: fixed seats, then those who may stay where they are, blocks whole where there is
/// room, the rest by chance; groups as even as possible. Empty when the fixed seats leave no seating of the
/// right sizes.
[[nodiscard]] std::vector<int> firstSeating(const SeatingRules &rules, Random &random);

/// A seating in which the values of an attribute need as few further groups as possible, else by chance:
/// areas are dealt out so that each part fills whole groups. Empty when somebody has two values, seats are
/// fixed or no way was found.
[[nodiscard]] std::vector<int> seatingOfWholeParts(const GroupProblem &problem, int attribute,
                                                   Random &random);

} // namespace tane
