#include "groupexamples.h"
#include "grouping/seating.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::testing;

namespace {

void requireCountedRight(const GroupProblem &problem, const Seating &seating)
{
    REQUIRE(words(seating.cost()) == words(costByHand(problem, seating.groups())));
    const std::vector<int> missed = countedByHand(problem, seating.groups());
    for (std::size_t rule = 0; rule < problem.rules.size(); ++rule)
        REQUIRE(seating.missedBy(static_cast<int>(rule)) == missed[rule]);
    REQUIRE(seating.brokenPairs() == missed.back());
}

} // namespace

TEST_CASE("the cost of a seating is what a recount of every rule gives, also after swaps and moves")
{
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        GroupProblem problem = smallProblem(seed);
        // Moves may leave the sizes that were asked for, never those that are counted for.
        problem.largest = static_cast<int>(problem.members.size());
        const SeatingRules rules(problem);
        Seating seating(rules);
        Random random(seed);
        seating.assign(anySeating(problem, random));
        requireCountedRight(problem, seating);
        for (int step = 0; step < 60; ++step) {
            const int a = static_cast<int>(random.below(problem.members.size()));
            const int b = static_cast<int>(random.below(problem.members.size()));
            if (step % 3 == 0) {
                seating.move(a, static_cast<int>(random.below(static_cast<std::size_t>(problem.groups))));
            } else if (seating.groupOf(a) != seating.groupOf(b)) {
                const GroupCost promised = seating.cost() + seating.swapDelta(a, b);
                seating.swap(a, b);
                REQUIRE(words(seating.cost()) == words(promised));
            }
            requireCountedRight(problem, seating);
        }
    }
}

TEST_CASE("what a swap changes is told rule by rule and weighed by rank")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const GroupProblem problem = smallProblem(seed);
        const SeatingRules rules(problem);
        Seating seating(rules);
        Random random(seed);
        seating.assign(anySeating(problem, random));
        const std::vector<int> before = countedByHand(problem, seating.groups());
        for (int a = 0; a < static_cast<int>(problem.members.size()); ++a) {
            const int b = static_cast<int>(random.below(problem.members.size()));
            if (seating.groupOf(a) == seating.groupOf(b))
                continue;
            const std::array<std::int32_t, kGroupRanks> weights{500, 70, 11, 5, 3, 2, 2, 1};
            const std::int64_t weighed = seating.weightedDelta(a, b, weights);
            const std::vector<std::int32_t> byRule = seating.swapDeltaByRule(a, b);
            std::vector<int> swapped = seating.groups();
            std::swap(swapped[static_cast<std::size_t>(a)], swapped[static_cast<std::size_t>(b)]);
            const std::vector<int> after = countedByHand(problem, swapped);
            std::int64_t expected = 0;
            REQUIRE(byRule.size() == after.size());
            for (std::size_t rule = 0; rule < after.size(); ++rule) {
                REQUIRE(byRule[rule] == after[rule] - before[rule]);
                const int rank = rule < problem.rules.size() ? problem.rules[rule].rank : 0;
                expected +=
                    std::int64_t(weights[static_cast<std::size_t>(rank)]) * (after[rule] - before[rule]);
            }
            REQUIRE(weighed == expected);
        }
    }
}

TEST_CASE("proportion is to the nearest whole person, whatever the size of the group")
{
    // Seven people, three of them nurses, in a group of four and one of three: shares 12/7 and 9/7, so one or
    // two each.
    GroupProblem problem;
    problem.attributes = {{QStringLiteral("資格"), {QStringLiteral("看護師")}}};
    for (int i = 0; i < 7; ++i)
        problem.members.push_back(
            {QString::number(i), {i < 3 ? std::vector<int>{0} : std::vector<int>{}}, {}});
    problem.groups = 2;
    problem.smallest = 3;
    problem.largest = 4;
    problem.rules = {{GroupRule::Kind::Spread, 0, -1, 1, 1, {}}};
    const SeatingRules rules(problem);
    Seating seating(rules);
    seating.assign({0, 0, 1, 0, 0, 1, 1});
    CHECK(seating.missedBy(0) == 0);
    seating.assign({0, 1, 1, 0, 0, 0, 1});
    CHECK(seating.missedBy(0) == 0);
    seating.assign({0, 0, 0, 0, 1, 1, 1}); // one too many there, one too few here
    CHECK(seating.missedBy(0) == 2);
    CHECK(seating.missedBy(0, 0) == 1);
    CHECK(seating.missedBy(0, 1) == 1);
}
