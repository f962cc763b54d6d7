#include "groupexamples.h"
#include "grouping/grouprepair.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tane;
using namespace tane::testing;

namespace {

Repair repaired(const GroupProblem &problem, const std::vector<int> &absent, const SolveOptions &options = {})
{
    const auto repair = repairGroups(problem, absent, options);
    REQUIRE(repair.has_value());
    REQUIRE(fits(repair->problem, repair->grouping.group));
    int moved = 0;
    for (std::size_t member = 0; member < repair->members.size(); ++member) {
        const int from = problem.current[static_cast<std::size_t>(repair->members[member])];
        moved += from >= 0 && from != repair->grouping.group[member];
    }
    REQUIRE(static_cast<int>(repair->moves.size()) == moved);
    REQUIRE(repair->fewest <= moved);
    for (const SeatMove &move : repair->moves)
        REQUIRE_FALSE(move.reason.isEmpty());
    return *repair;
}

GroupProblem seatedWorkshop(int coordinators, int officers, int groups)
{
    GroupProblem problem = workshop(coordinators, officers, groups, 6, 4);
    problem.smallest = 5;
    problem.largest = 6;
    wishMixed(problem);
    const auto grouping = solveGroups(problem);
    REQUIRE(grouping.has_value());
    problem.current = grouping->group;
    return problem;
}

} // namespace

TEST_CASE("when nobody is missing, nobody moves")
{
    CHECK(repaired(seatedWorkshop(49, 29, 14), {}).moves.empty());
}

TEST_CASE("one absence from a group of five moves one person, and she is told why")
{
    const GroupProblem problem = seatedWorkshop(49, 29, 14); // 8 groups of six, 6 of five
    const auto five = [&] {
        for (int group = 0; group < problem.groups; ++group) {
            if (std::ranges::count(problem.current, group) == 5)
                return group;
        }
        return -1;
    }();
    const auto absent = static_cast<int>(std::ranges::find(problem.current, five) - problem.current.begin());
    const Repair repair = repaired(problem, {absent});
    REQUIRE(repair.moves.size() == 1);
    CHECK(repair.fewest == 1);
    CHECK(repair.moves[0].to == five);
    CHECK(repair.moves[0].reason ==
          QStringLiteral("この方が入らないと、%1班が4人になり、1班5人に足りなくなるため").arg(five + 1));
    // From a group of six nobody need move.
    const auto six =
        static_cast<int>(std::ranges::find(problem.current, repair.moves[0].from) - problem.current.begin());
    CHECK(repaired(problem, {six}).moves.empty());
}

TEST_CASE("walk-ins sit where there is room before anybody moves")
{
    GroupProblem problem = seatedWorkshop(49, 29, 14);
    for (int i = 0; i < 3; ++i) {
        problem.members.push_back({QStringLiteral("当日%1").arg(i + 1), problem.members.front().values, {}});
        problem.current.push_back(-1);
    }
    const Repair repair = repaired(problem, {});
    CHECK(repair.moves.empty());
    CHECK(repair.seated.size() == 3);
    for (const SeatMove &seat : repair.seated)
        CHECK(seat.from == -1);
    CHECK(repair.notes.isEmpty());
}

TEST_CASE("so many absences that the sizes cannot be kept ease them, and say so")
{
    const GroupProblem problem = seatedWorkshop(20, 10, 6); // six groups of five
    const Repair repair = repaired(problem, {0, 1});
    CHECK(repair.problem.smallest == 4);
    CHECK(repair.notes ==
          QStringList{QStringLiteral("28人を6班に分けるため、1班の人数を5～6人から4～6人に変えました。")});
    CHECK(repair.fewest <= static_cast<int>(repair.moves.size()));
    std::vector<int> everybody(30);
    for (int i = 0; i < 30; ++i)
        everybody[static_cast<std::size_t>(i)] = i;
    CHECK_FALSE(repairGroups(problem, everybody).has_value());
}

TEST_CASE(
    "what must hold is mended first, then the fewest move, then the wishes: as trying all seatings gives")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        GroupProblem problem = smallProblem(seed);
        problem.rules.resize(4);
        for (std::size_t i = 0; i < problem.members.size(); ++i) {
            problem.members[i].fixedGroup.reset();
            problem.current[i] = static_cast<int>(i) % problem.groups;
        }
        problem.current.back() = -1;
        const Repair repair = repaired(problem, {2});
        // Its problem is looked through by the words of the rules alone; the rank of moves is asked for here.
        const auto stay = std::ranges::find(repair.problem.rules, GroupRule::Kind::Stay, &GroupRule::kind);
        REQUIRE(stay != repair.problem.rules.end());
        CHECK(stay->rank == 1);
        for (const GroupRule &rule : repair.problem.rules)
            CHECK((&rule == &*stay || rule.rank != 1));
        INFO("seed " << seed);
        CHECK(words(repair.grouping.cost) == words(bestByHand(repair.problem)));
        CHECK(repair.fewest == static_cast<int>(repair.moves.size()));
    }
}

TEST_CASE("five absent of 78 are mended with as few moves as the sizes force")
{
    const GroupProblem problem = seatedWorkshop(49, 29, 14);
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        Random random(seed);
        std::vector<int> absent;
        for (int i = 0; i < 5; ++i)
            absent.push_back(static_cast<int>(random.below(78)));
        const Repair repair = repaired(problem, absent);
        CHECK(static_cast<int>(repair.moves.size()) == repair.fewest);
    }
}
