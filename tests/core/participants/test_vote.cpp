#include "participants/vote.h"

#include "core/people/peopleoffice.h"
#include "programme/workshop.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;

TEST_CASE("hands are compared before and after by their numbers, which say nothing about whose they are")
{
    // By hand: 12 of 32 are 37.5 %, 21 of 32 are 65.6 %.
    const std::vector<VoteOption> options{{1, 9, u"在宅"_s, 12, 21}, {2, 9, u"施設"_s, 20, 11}};
    const VoteResult result = countVote({9, 1, u"この方の暮らす場"_s, false}, options, {});
    CHECK(result.beforeBase == 32);
    CHECK(result.afterBase == 32);
    CHECK(result.both == 0);
    const ChartSpec chart = voteChart(result);
    REQUIRE(chart.categories.size() == 2);
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series[0].values == std::vector{12, 21});
    CHECK(Percent::of(chart.series[0].values[0], chart.categories[0].base).text() == u"37.5%"_s);
    CHECK(Percent::of(chart.series[0].values[1], chart.categories[1].base).text() == u"65.6%"_s);
    CHECK(voteSentence(result).contains(u"「在宅」12→21名"_s));
    CHECK(voteSentence(result).contains(u"どなたの考えが変わったかは分かりません"_s));
}

TEST_CASE("hands that were not counted afterwards make no bar")
{
    const VoteResult result =
        countVote({9, 1, u"問い"_s, false}, {{1, 9, u"在宅"_s, 12, {}}, {2, 9, u"施設"_s, 20, {}}}, {});
    CHECK(voteChart(result).categories.size() == 1);
    CHECK(voteSentence(result).isEmpty());
}

TEST_CASE("by name only those who voted both times can have changed their mind")
{
    // Five people: 1 stays at home, 2 go from 施設 to 在宅, 1 voted only before, 1 only after.
    const std::vector<VoteOption> options{{1, 9, u"在宅"_s, {}, {}}, {2, 9, u"施設"_s, {}, {}}};
    const std::vector<VoteMark> marks{
        {1, 9, 11, 1, 1}, {2, 9, 12, 2, 1}, {3, 9, 13, 2, 1}, {4, 9, 14, 2, 0}, {5, 9, 15, 0, 2}};
    const VoteResult result = countVote({9, 1, u"問い"_s, true}, options, marks);
    CHECK(result.before == std::vector{1, 3});
    CHECK(result.after == std::vector{3, 1});
    CHECK(result.both == 3);
    CHECK(result.changed == 2);
    CHECK(result.moves == std::vector<std::vector<int>>{{1, 0}, {2, 0}});
    // 2 of 3 are 66.7 %.
    CHECK(voteSentence(result) == u"前後とも投票した3名のうち、考えが変わった方は2名（66.7%）です。"_s);
}

TEST_CASE("a vote by name is stored, changed and taken back")
{
    peopletest::Office office;
    const qint64 workshop = valueOf(WorkshopRepository(*office.document).save({.title = u"第1回"_s}));
    Participant person;
    person.workshop = workshop;
    person.name = u"江口 結"_s;
    const qint64 participant = office.add(person);
    const qint64 vote = office.add(Vote{.workshop = workshop, .question = u"問い"_s, .byName = true});
    const qint64 home = office.add(VoteOption{.vote = vote, .text = u"在宅"_s});
    VoteMark mark{.vote = vote, .participant = participant, .beforeOption = home};
    REQUIRE(saveVoteMark(*office.document, mark, u"投票の記入"_s).has_value());
    VoteResult stored = valueOf(loadVote(*office.document, vote));
    CHECK(stored.before == std::vector{1});
    REQUIRE(stored.marks.size() == 1);
    mark = stored.marks[0];
    mark.beforeOption = 0;
    REQUIRE(saveVoteMark(*office.document, mark, u"投票の記入"_s).has_value());
    CHECK(valueOf(loadVote(*office.document, vote)).marks.empty());
    REQUIRE(office.document->undo().has_value());
    CHECK(valueOf(loadVote(*office.document, vote)).before == std::vector{1});
}
