#include "groupexamples.h"
#include "grouping/groupbounds.h"
#include "grouping/groupconflicts.h"
#include "grouping/groupreasons.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::testing;

namespace {

using Rule = GroupRule;

/// So many people in so many groups, nobody with anything.
GroupProblem plain(int people, int groups)
{
    GroupProblem problem;
    problem.groups = groups;
    problem.smallest = people / groups;
    problem.largest = (people + groups - 1) / groups;
    problem.attributes = {{QStringLiteral("資格"), {QStringLiteral("歯科医師"), QStringLiteral("看護師")}},
                          {QStringLiteral("圏域"), {QStringLiteral("北部"), QStringLiteral("南部")}}};
    for (int i = 0; i < people; ++i)
        problem.members.push_back({QStringLiteral("参加者%1").arg(i + 1), {{}, {}}, {}});
    return problem;
}

void give(GroupProblem &problem, std::size_t attribute, int value, const std::vector<std::size_t> &members)
{
    for (const std::size_t member : members)
        problem.members[member].values[attribute].push_back(value);
}

} // namespace

TEST_CASE("too few dentists for all groups are told with their numbers")
{
    GroupProblem problem = plain(35, 7);
    give(problem, 0, 0, {0, 1, 2});
    problem.rules = {{Rule::Kind::AtLeast, 0, 0, 1, 0, {}}};
    const auto impossible = impossibleRules(problem);
    REQUIRE(impossible.size() == 1);
    CHECK(impossible[0].rule == 0);
    CHECK(impossible[0].why == QStringLiteral("歯科医師は3人なので、7班すべてには入れられません"));
    const auto conflict = findConflict(problem);
    REQUIRE(conflict.has_value());
    CHECK(conflict->relax == std::vector<HardRule>{{HardRule::Kind::Rule, 0}});
    CHECK(conflict->smallest);
    CHECK(conflict->text.join(QString()).contains(QStringLiteral("「どの班にも歯科医師が1人以上」を外すか")));
    problem.rules[0].count = 2;
    CHECK(impossibleRules(problem)[0].why ==
          QStringLiteral("歯科医師は3人なので、7班すべてに2人ずつは入れられません"));
    problem.rules[0].count = 0;
    CHECK(impossibleRules(problem).empty());
    CHECK(findConflict(problem)->text.isEmpty());
}

TEST_CASE("what cannot be is told for areas, employers and blocks, too")
{
    GroupProblem problem = plain(12, 3);
    give(problem, 1, 0, {0, 1, 2, 3, 4});
    problem.rules = {{Rule::Kind::Together, 1, -1, 1, 1, {}}, {Rule::Kind::Apart, 1, -1, 1, 2, {}}};
    problem.together = {{5, 6}, {6, 7}, {7, 8}, {8, 9}};
    const auto impossible = impossibleRules(problem);
    REQUIRE(impossible.size() == 3);
    CHECK(impossible[0].rule == -1);
    CHECK(impossible[0].why.contains(QStringLiteral("5人つながっている")));
    CHECK(impossible[1].why == QStringLiteral("北部は5人なので、1班4人までの班1つには収まりません"));
    CHECK(impossible[2].why == QStringLiteral("北部は5人なので、3班では同じ班になる方が出ます"));
}

TEST_CASE("the smallest set to relax is found among rules, pairs and fixed seats")
{
    // Fixing 1 to the first group and 2 to the second contradicts their pair; 3 and 4 are innocent.
    GroupProblem problem = plain(12, 3);
    problem.members[0].fixedGroup = 0;
    problem.members[1].fixedGroup = 1;
    problem.together = {{0, 1}, {2, 3}};
    problem.apart = {{4, 5}};
    const auto conflict = findConflict(problem);
    REQUIRE(conflict.has_value());
    CHECK(conflict->relax.size() == 1);
    CHECK_FALSE(conflict->relax == std::vector<HardRule>{{HardRule::Kind::Together, 1}});
    const GroupProblem rest = without(problem, conflict->relax);
    CHECK(fits(rest, conflict->group));
    CHECK(costByHand(rest, conflict->group) == GroupCost());
    CHECK(conflict->text.size() == 1);
    // Two contradictions that have nothing in common need two.
    problem.together.push_back({4, 5});
    const auto two = findConflict(problem);
    REQUIRE(two.has_value());
    CHECK(two->relax.size() == 2);
    CHECK(costByHand(without(problem, two->relax), two->group) == GroupCost());
}

TEST_CASE("the smallest set is as small as trying all sets gives")
{
    int conflicts = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        GroupProblem problem = smallProblem(seed);
        problem.members.resize(6);
        problem.earlier.resize(6);
        problem.current.resize(6);
        problem.groups = 2;
        problem.smallest = problem.largest = 3;
        for (GroupMember &member : problem.members)
            member.fixedGroup.reset();
        problem.together = {{0, 1}};
        problem.apart = {{2, 3}};
        problem.rules.resize(4);
        for (GroupRule &rule : problem.rules)
            rule.rank = 0;
        const std::vector<HardRule> all = hardRules(problem);
        std::size_t fewest = all.size();
        for (std::size_t set = 0; set < (std::size_t(1) << all.size()); ++set) {
            std::vector<HardRule> relax;
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (set >> i & 1)
                    relax.push_back(all[i]);
            }
            if (relax.size() < fewest && bestByHand(without(problem, relax)) == GroupCost())
                fewest = relax.size();
        }
        const auto conflict = findConflict(problem);
        REQUIRE(conflict.has_value());
        INFO("seed " << seed);
        CHECK(conflict->relax.size() == fewest);
        CHECK(conflict->smallest);
        CHECK(costByHand(without(problem, conflict->relax), conflict->group) == GroupCost());
        conflicts += fewest > 0;
    }
    CHECK(conflicts >= 3);
}

TEST_CASE("everybody is told which rules hold her and what her best swap would cost")
{
    GroupProblem problem = plain(6, 2);
    give(problem, 0, 1, {0, 3});    // one nurse in each group
    give(problem, 1, 0, {0, 1, 2}); // the north together
    problem.rules = {{Rule::Kind::Together, 1, -1, 1, 1, {}}, {Rule::Kind::AtLeast, 0, 1, 1, 2, {}}};
    problem.together = {{4, 5}};
    const std::vector<int> group{0, 0, 0, 1, 1, 1};
    const auto reasons = seatReasons(problem, group);
    REQUIRE(reasons.size() == 6);
    CHECK(reasons[0].holds ==
          QStringList{QStringLiteral("同じ「北部」の2人と一緒です（同じ圏域の方を同じ班に）"),
                      QStringLiteral("この班の看護師1人のうちの1人です（どの班にも看護師が1人以上）")});
    // With the other nurse: the north is in two groups then, the nurses stay one each.
    CHECK(reasons[0].swapWith == 3);
    CHECK(reasons[0].swapCost.missed[1] == 1);
    CHECK(reasons[0].swap == QStringLiteral("影響がいちばん小さい2班の参加者4さんとの入れ替えでも、「同じ圏域"
                                            "の方を同じ班に」1班分が満たせなくなります。"));
    CHECK(reasons[4].holds == QStringList{QStringLiteral("参加者6さんと必ず同じ班にする指定です")});
    problem.members[2].fixedGroup = 0;
    const SeatReason fixed = seatReason(problem, group, 2);
    CHECK(fixed.swapWith == -1);
    CHECK(fixed.holds.first() == QStringLiteral("この席に固定されています"));
}

TEST_CASE("the best swap of everybody is the cheapest of all her swaps")
{
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        GroupProblem problem = workshop(20, 10, 5, 4, seed);
        wishMixed(problem);
        problem.members[3].fixedGroup = 1;
        const auto grouping = solveGroups(problem);
        REQUIRE(grouping.has_value());
        const GroupCost now = costByHand(problem, grouping->group);
        for (const SeatReason &reason : seatReasons(problem, grouping->group)) {
            GroupCost best;
            best.missed.fill(1000);
            for (std::size_t other = 0; other < problem.members.size(); ++other) {
                std::vector<int> swapped = grouping->group;
                std::swap(swapped[static_cast<std::size_t>(reason.member)], swapped[other]);
                if (swapped != grouping->group && fits(problem, swapped) &&
                    grouping->group[other] != reason.group)
                    best = std::min(best, costByHand(problem, swapped) - now);
            }
            if (reason.swapWith >= 0)
                CHECK(words(reason.swapCost) == words(best));
            else
                CHECK(reason.member == 3);
            CHECK_FALSE(reason.swap.isEmpty());
        }
    }
}

TEST_CASE("each rule says in how many groups it is kept")
{
    GroupProblem problem = plain(9, 3);
    give(problem, 0, 1, {0, 1, 2});
    give(problem, 1, 0, {0, 3});
    give(problem, 1, 1, {1, 2});
    problem.rules = {{Rule::Kind::AtLeast, 0, 1, 1, 1, QStringLiteral("看護師をどの班にも")},
                     {Rule::Kind::Together, 1, -1, 1, 2, {}}};
    const auto qualities = ruleQualities(problem, judgeSeating(problem, {0, 1, 1, 2, 0, 0, 1, 2, 2}));
    REQUIRE(qualities.size() == 2);
    CHECK(qualities[0].title == QStringLiteral("看護師をどの班にも"));
    CHECK(qualities[0].met == 2);
    CHECK(qualities[0].total == 3);
    CHECK(qualities[0].unit == QStringLiteral("班"));
    CHECK(qualities[0].where == QStringLiteral("3班"));
    CHECK_FALSE(qualities[0].best);
    CHECK(qualities[1].met == 1);
    CHECK(qualities[1].total == 2);
    CHECK(qualities[1].unit == QStringLiteral("圏域"));
    CHECK(qualities[1].where == QStringLiteral("北部"));
}

TEST_CASE("an area of more people than a group holds is kept together in as few groups as it needs")
{
    // By hand: five of 北部 in groups of three need two groups; three of 南部 need one.
    GroupProblem problem = plain(9, 3);
    give(problem, 1, 0, {0, 1, 2, 3, 4});
    give(problem, 1, 1, {5, 6, 7});
    problem.rules = {{Rule::Kind::Together, 1, -1, 1, 1, {}}};
    const auto kept = ruleQualities(problem, judgeSeating(problem, {0, 0, 0, 1, 1, 2, 2, 2, 1}));
    CHECK(kept[0].met == 2);
    CHECK(kept[0].best);
    CHECK(kept[0].groups.empty());
    const auto torn = ruleQualities(problem, judgeSeating(problem, {0, 0, 1, 1, 2, 2, 2, 1, 0}));
    CHECK(torn[0].met == 0);
    CHECK(torn[0].where == QStringLiteral("北部、南部"));
}

TEST_CASE("a rule is not told as kept and as broken for the same seat")
{
    // 1班: 1, 2 (both 歯科医師); 2班: 3 (歯科医師), 4.
    GroupProblem problem = plain(4, 2);
    give(problem, 0, 0, {0, 1, 2});
    problem.rules = {{Rule::Kind::Apart, 0, -1, 1, 1, {}}};
    const std::vector<int> group{0, 0, 1, 1};
    const QString broken = seatReason(problem, group, 0).holds.join(u'\n');
    CHECK(broken.contains(QStringLiteral("同じ「歯科医師」の参加者2さんもこの班にいて、分けられていません")));
    CHECK_FALSE(broken.contains(QStringLiteral("と分けています")));
    const QString kept = seatReason(problem, group, 2).holds.join(u'\n');
    CHECK(kept.contains(QStringLiteral("1班と分けています")));
    // The same of those of last time, and of pairs.
    problem.rules = {{Rule::Kind::NotAgain, -1, -1, 1, 1, {}}};
    problem.earlier = {0, 0, 0, -1};
    CHECK(seatReason(problem, group, 0).holds ==
          QStringList{QStringLiteral("前回同じ班だった参加者2さんもこの班にいて、避けられていません")});
    problem.rules.clear();
    problem.apart = {{0, 1}, {0, 2}};
    CHECK(seatReason(problem, group, 0).holds ==
          QStringList{QStringLiteral("同じ班にしない参加者2さんもこの班にいて、守れていません")});
}
