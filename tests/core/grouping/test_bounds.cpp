#include "groupexamples.h"
#include "grouping/groupbounds.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tane;
using namespace tane::testing;

TEST_CASE("no seating is better than the bound of any rule")
{
    int reached = 0, rulesSeen = 0;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const GroupProblem all = smallProblem(seed);
        for (std::size_t rule = 0; rule < all.rules.size(); ++rule) {
            GroupProblem problem = all;
            problem.rules = {all.rules[rule]};
            problem.rules.front().rank = 1;
            problem.together.clear();
            problem.apart.clear();
            for (GroupMember &member : problem.members)
                member.fixedGroup.reset();
            const int best = bestByHand(problem).missed[1];
            const int bound = ruleBound(problem, problem.rules.front());
            INFO("seed " << seed << ", rule " << rule);
            CHECK(bound <= best);
            reached += bound == best;
            ++rulesSeen;
        }
    }
    // A bound of 0 everywhere would pass, too: these are good ones.
    CHECK(reached * 100 >= rulesSeen * 95);
}

TEST_CASE("the bound of keeping together is exact for people of one value each")
{
    // Compared with all ways to cut values of these sizes into groups.
    Random random(7);
    for (int turn = 0; turn < 25; ++turn) {
        GroupProblem problem;
        problem.groups = 2 + static_cast<int>(random.below(2));
        const int people = 7 + static_cast<int>(random.below(3));
        problem.smallest = people / problem.groups;
        problem.largest = (people + problem.groups - 1) / problem.groups + static_cast<int>(random.below(2));
        problem.attributes = {{QStringLiteral("センター"), {}}};
        std::vector<int> totals(4);
        int single = 0;
        for (int value = 0; value < 4; ++value)
            problem.attributes[0].values << QString::number(value);
        for (int i = 0; i < people; ++i) {
            const int value = static_cast<int>(random.below(5)) - 1;
            problem.members.push_back({QString::number(i), {{}}, {}});
            if (value < 0) {
                ++single;
            } else {
                problem.members.back().values[0].push_back(value);
                ++totals[static_cast<std::size_t>(value)];
            }
        }
        problem.rules = {{GroupRule::Kind::Together, 0, -1, 1, 1, {}}};
        INFO("turn " << turn);
        CHECK(togetherBound(totals, single, problem.groups, problem.smallest, problem.largest) ==
              bestByHand(problem).missed[1]);
    }
}

TEST_CASE("areas of four do not fit groups of five and six without being torn")
{
    // Six areas of four in four groups of six: pairs of groups share three areas (two parts), so 4 - 2 areas
    // are torn.
    CHECK(togetherBound({4, 4, 4, 4, 4, 4}, 0, 4, 6, 6) == 2);
    // Twelve people without an area fill up any group: none needs to be torn.
    CHECK(togetherBound({4, 4, 4, 4}, 8, 4, 6, 6) == 0);
    // An area of eleven fills two groups; by the largest size alone that is one further group.
    CHECK(togetherBound({11, 5}, 0, 3, 5, 6) == 1);
}

TEST_CASE("the bound of moves is what the sizes force")
{
    GroupProblem problem;
    problem.groups = 3;
    problem.smallest = 3;
    problem.largest = 4;
    problem.members.resize(10);
    problem.rules = {{GroupRule::Kind::Stay, -1, -1, 1, 1, {}}};
    problem.current = {0, 0, 0, 0, 0, 0, 1, 1, 1, 2}; // two too many at the first, two too few at the last
    CHECK(ruleBound(problem, problem.rules[0]) == 2);
    problem.current = {0, 0, 0, 0, -1,
                       1, 1, 1, 1, 2}; // one seatless person fills one of the two empty places
    CHECK(ruleBound(problem, problem.rules[0]) == 1);
    problem.current = {0, 0, 0, 0, 1, 1, 1, 3, 3, 3}; // whose group is gone must move
    CHECK(ruleBound(problem, problem.rules[0]) == 3);
}
