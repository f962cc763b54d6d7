#include "groupexamples.h"
#include "grouping/groupparts.h"
#include "grouping/groupsolver.h"

#include <catch2/catch.hpp>

#include <atomic>
#include <chrono>

using namespace tane;
using namespace tane::testing;

namespace {

Grouping solved(const GroupProblem &problem, const SolveOptions &options = {})
{
    const auto result = solveGroups(problem, options);
    REQUIRE(result.has_value());
    REQUIRE(fits(problem, result->group));
    REQUIRE(words(result->cost) == words(costByHand(problem, result->group)));
    REQUIRE(result->bound <= result->cost);
    return *result;
}

Grouping report(const std::string &name, const GroupProblem &problem)
{
    const auto begin = std::chrono::steady_clock::now();
    SolveOptions options;
    options.seconds = 60;
    const Grouping result = solved(problem, options);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    WARN(name << ": missed " << words(result.cost) << "bound " << words(result.bound)
              << (result.proven ? "proven" : "gap") << ", " << took.count() << " s");
    return result;
}

} // namespace

TEST_CASE("a small problem with rules of every kind is solved as well as by trying all seatings")
{
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const GroupProblem problem = smallProblem(seed);
        const GroupCost best = bestByHand(problem);
        SolveOptions options;
        options.seed = seed;
        options.steps = 400; // so few that the search alone would often fail
        const Grouping result = solved(problem, options);
        INFO("seed " << seed);
        CHECK(words(result.cost) == words(best));
        CHECK(result.proven);
    }
}

TEST_CASE("a higher rank is never given up for a lower one")
{
    // Four people of one centre fill a group; spreading them wants one of them in each. Whichever ranks first
    // wins.
    GroupProblem problem;
    problem.attributes = {{QStringLiteral("センター"), {QStringLiteral("中央")}}};
    constexpr int people = 16;
    for (int i = 0; i < people; ++i)
        problem.members.push_back(
            {QString::number(i), {i < 4 ? std::vector<int>{0} : std::vector<int>{}}, {}});
    problem.groups = 4;
    problem.smallest = problem.largest = 4;
    const auto rules = [](int together, int spread) {
        return std::vector<GroupRule>{{GroupRule::Kind::Together, 0, -1, 1, together, {}},
                                      {GroupRule::Kind::Spread, 0, -1, 1, spread, {}}};
    };
    problem.rules = rules(1, 2);
    CHECK(words(solved(problem).cost) ==
          "0 0 6 0 0 0 0 0 "); // three too many in one group, one too few in three
    problem.rules = rules(2, 1);
    CHECK(words(solved(problem).cost) == "0 0 3 0 0 0 0 0 "); // three further groups
    problem.rules = rules(0, 7);
    CHECK(words(solved(problem).cost) == "0 0 0 0 0 0 0 6 ");
}

TEST_CASE("the same seed gives the same groups on one thread and on two, another seed mostly others")
{
    for (const bool areas : {false, true}) {
        GroupProblem problem = workshop(40, 20, 11, 8, 5);
        areas ? wishAreas(problem) : wishMixed(problem);
        SolveOptions options;
        options.seconds = 600;
        options.steps = 400'000;
        options.seed = 3;
        options.threads = 1;
        const Grouping one = solved(problem, options);
        for (int turn = 0; turn < 2; ++turn) {
            options.threads = 2;
            CHECK(solved(problem, options).group == one.group);
        }
        options.seed = 4;
        CHECK(solved(problem, options).group != one.group);
    }
}

TEST_CASE("random numbers are the published ones, so that a draw can be repeated anywhere")
{
    // First outputs of SplitMix64 from the state 1234567 (the reference values of the Rosetta Code task
    // "Pseudo-random numbers/Splitmix64").
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317ULL);
    CHECK(random.next() == 3203168211198807973ULL);
    CHECK(random.next() == 9817491932198370423ULL);
}

TEST_CASE("work that is cancelled gives what was found so far")
{
    GroupProblem problem = workshop(49, 29, 14, 10, 1);
    wishAreas(problem);
    std::atomic<int> asked = 0;
    long long lastDone = 0, lastTotal = 0;
    const auto result = solveGroups(problem, {}, [&](long long done, long long total) {
        lastDone = done;
        lastTotal = total;
        return ++asked < 20;
    });
    REQUIRE(result.has_value());
    CHECK(result->cancelled);
    CHECK_FALSE(result->proven);
    CHECK(fits(problem, result->group));
    CHECK(asked == 20);
    CHECK(lastDone > 0);
    CHECK(lastDone < lastTotal);
    SolveOptions hurried;
    hurried.seconds = 0;
    CHECK(fits(problem, solved(problem, hurried).group));
}

TEST_CASE("fixed seats are kept, and refused when they leave no groups of the right sizes")
{
    GroupProblem problem = workshop(20, 10, 6, 4, 2);
    wishMixed(problem);
    for (std::size_t member = 0; member < 5; ++member)
        problem.members[member].fixedGroup = 2;
    solved(problem); // looks at the fixed seats
    problem.members[5].fixedGroup = 2;
    const auto tooMany = solveGroups(problem);
    REQUIRE_FALSE(tooMany.has_value());
    CHECK(tooMany.error().code == ErrorCode::Usage);
    CHECK(tooMany.error().message.contains(QStringLiteral("3班に5人より多くの方が固定されています")));
    // Seven of 13 in the first group leave 6 for two groups of at least 4.
    GroupProblem few = workshop(9, 4, 3, 2, 2);
    few.smallest = 4;
    few.largest = 7;
    for (std::size_t member = 0; member < 7; ++member)
        few.members[member].fixedGroup = 0;
    const auto tooFew = solveGroups(few);
    REQUIRE_FALSE(tooFew.has_value());
    CHECK(tooFew.error().message.contains(QStringLiteral("すべての班を4～7人にできません")));
}

TEST_CASE("sizes that cannot be are refused, and those that can are listed")
{
    GroupProblem problem = workshop(20, 14, 9, 4, 2);
    problem.smallest = 5;
    problem.largest = 6;
    const auto result = solveGroups(problem);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().message.contains(QStringLiteral("34人は、1班5～6人の9班に分けられません")));
    CHECK(possibleGroupCounts(34, 5, 6) == std::vector<int>{6});
    CHECK(possibleGroupCounts(78, 5, 6) ==
          std::vector<int>{13, 14, 15}); // 002: 78 people in groups of 5 to 6
    CHECK(possibleGroupCounts(19, 5, 6).empty());
    CHECK(possibleGroupCounts(0, 5, 6).empty());
}

TEST_CASE("a centre whose people fit whole groups is found together at once")
{
    // Six areas of four in four groups of six: two of them must be torn, see the tests of the bounds.
    GroupProblem problem;
    problem.attributes = {{QStringLiteral("圏域"), {}}};
    for (int area = 0; area < 6; ++area) {
        problem.attributes[0].values << QString::number(area);
        for (int i = 0; i < 4; ++i)
            problem.members.push_back({QString::number(area * 4 + i), {{area}}, {}});
    }
    problem.groups = 4;
    problem.smallest = problem.largest = 6;
    problem.rules = {{GroupRule::Kind::Together, 0, -1, 1, 1, {}}};
    const Grouping result = solved(problem);
    CHECK(result.cost.missed[1] == 2);
    CHECK(result.proven);
    CHECK(result.rules[0].bound == 2);
}

TEST_CASE("dividing areas into parts finds the best of all seatings")
{
    int exact = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        GroupProblem problem = smallProblem(seed);
        for (GroupMember &member : problem.members)
            member.fixedGroup.reset();
        problem.together.clear();
        problem.rules.resize(std::min<std::size_t>(problem.rules.size(), 7)); // without Stay
        if (problem.rules.size() < 5)
            continue;
        const GroupCost best = bestByHand(problem);
        const SeatingRules rules(problem);
        GroupCost nothing;
        nothing.missed.fill(1000);
        const auto parts = solveByParts(rules, nothing, [] { return false; });
        INFO("seed " << seed);
        REQUIRE(parts.has_value());
        CHECK(parts->bound <= best);
        if (parts->group.empty())
            continue;
        ++exact;
        REQUIRE(fits(problem, parts->group));
        CHECK(words(costByHand(problem, parts->group)) == words(best));
        CHECK(words(parts->bound) == words(best));
        // Who knows the best already is told that nothing is better.
        const auto again = solveByParts(rules, best, [] { return false; });
        REQUIRE(again.has_value());
        CHECK(again->group.empty());
        CHECK(words(again->bound) == words(best));
    }
    CHECK(exact >= 20);
    const GroupProblem stay = smallProblem(1);
    CHECK_FALSE(solveByParts(SeatingRules(stay), {}, [] {
                    return false;
                }).has_value()); // people who must sit together
}

TEST_CASE("workshops of the usual sizes are solved, and their times are printed")
{
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        for (const int groups : {13, 14, 15}) {
            GroupProblem first = workshop(49, 29, groups, 10, seed);
            wishMixed(first);
            CHECK(report("trial 1 in " + std::to_string(groups) + " groups", first).proven);
        }
        GroupProblem second = workshop(20, 14, 6, 7, seed);
        wishAreas(second);
        const Grouping together = report("trial 2", second);
        CHECK(together.cost.missed[1] == together.bound.missed[1]);
        GroupProblem hundred = workshop(65, 35, 18, 10, seed);
        wishMixed(hundred);
        CHECK(report("100 people", hundred).proven);
    }
    GroupProblem many = workshop(320, 180, 90, 12, 1);
    wishMixed(many);
    CHECK(report("500 people", many).proven);
}
