#include "issues/issuecharts.h"

#include <catch2/catch.hpp>

using namespace tane;

namespace {

IssueCard card(IssueStage stage, QDate noted, IssueStatus status = IssueStatus::Open, QDate closed = {})
{
    return {.stage = stage, .notedOn = noted, .status = status, .closedOn = closed};
}

std::vector<const IssueCard *> pointers(const std::vector<IssueCard> &cards)
{
    std::vector<const IssueCard *> all;
    for (const IssueCard &one : cards)
        all.push_back(&one);
    return all;
}

} // namespace

TEST_CASE("an issue is as old as the whole months since it was noted, or until it was closed")
{
    const QDate today(2026, 11, 21);
    CHECK(issueAge(card(IssueStage::Seed, QDate(2026, 11, 21)), today) == 0);
    CHECK(issueAge(card(IssueStage::Seed, QDate(2026, 10, 22)), today) == 0);
    CHECK(issueAge(card(IssueStage::Seed, QDate(2026, 10, 21)), today) == 1);
    CHECK(issueAge(card(IssueStage::Seed, QDate(2025, 11, 21)), today) == 12);
    // The last day of a shorter month.
    CHECK(issueAge(card(IssueStage::Seed, QDate(2026, 1, 31)), QDate(2026, 2, 28)) == 1);
    CHECK(issueAge(card(IssueStage::Seed, QDate(2025, 4, 1), IssueStatus::Solved, QDate(2025, 7, 1)),
                   today) == 3);
}

TEST_CASE("cards are counted by stage, state and age, closed ones without age")
{
    const QDate today(2026, 11, 21);
    const std::vector<IssueCard> cards{
        card(IssueStage::Seed, QDate(2026, 11, 1)),
        card(IssueStage::Seed, QDate(2026, 8, 21)), // three months to the day
        card(IssueStage::Seed, QDate(2025, 1, 1), IssueStatus::Doing),
        card(IssueStage::Seed, QDate()),
        card(IssueStage::Seed, QDate(2024, 1, 1), IssueStatus::Solved, QDate(2025, 1, 1)),
        card(IssueStage::Policy, QDate(2024, 1, 1), IssueStatus::Dropped, QDate(2025, 1, 1))};
    const auto counts = countStages(pointers(cards), today);
    const StageCounts &seeds = counts[static_cast<std::size_t>(IssueStage::Seed)];
    CHECK(seeds.status == std::array{3, 1, 1, 0});
    CHECK(seeds.ages == std::array{1, 0, 1, 0, 1, 1});
    CHECK(seeds.open() == 4);
    CHECK(seeds.all() == 5);
    const ChartSpec ages = stageAgeChart(counts);
    CHECK(ages.categories[2].label == QStringLiteral("地域課題のタネ"));
    CHECK(ages.categories[2].base == 4);
    CHECK(ages.series.back().name == QStringLiteral("日付なし"));
    const ChartSpec states = stageStatusChart(counts);
    CHECK(states.categories[6].base == 1);
    CHECK(states.series[3].values == std::vector{0, 0, 0, 0, 0, 0, 1});
}

TEST_CASE("a card of two scenes is counted in both, and the note says so")
{
    std::vector<IssueCard> cards(3);
    cards[0].scenes = {QStringLiteral("入退院支援"), QStringLiteral("看取り")};
    cards[0].source = QStringLiteral("模造紙");
    cards[1].scenes = {QStringLiteral("看取り")};
    cards[1].source = QStringLiteral("相談窓口");
    const SceneSourceCounts counts = countScenesAndSources(pointers(cards));
    CHECK(counts.scenes ==
          QStringList{QStringLiteral("入退院支援"), QStringLiteral("看取り"), QStringLiteral("場面なし")});
    CHECK(counts.sources == QStringList{QStringLiteral("相談窓口"), QStringLiteral("模造紙"),
                                        QStringLiteral("出どころの記載なし")});
    CHECK(counts.counts == std::vector<std::vector<int>>{{0, 1, 0}, {1, 1, 0}, {0, 0, 1}});
    CHECK(counts.cards == 3);
    const ChartSpec chart = sceneSourceChart(counts);
    CHECK(chart.categories[1].base == 2);
    CHECK(chart.note.contains(QStringLiteral("延べ 4 件")));
}

TEST_CASE("a recurring theme is shown over the years with how many posters there were")
{
    const auto cluster = [](qint64 id, const QString &heading, qint64 board, QDate day) {
        return RaisedThing{.id = id, .heading = heading, .board = board, .day = day, .where = {}};
    };
    const std::vector<RaisedThing> things{cluster(1, QStringLiteral("夜間"), 1, QDate(2025, 9, 1)),
                                          cluster(2, QStringLiteral("通院"), 2, QDate(2025, 9, 1)),
                                          cluster(3, QStringLiteral("夜間"), 3, QDate(2026, 9, 1)),
                                          cluster(4, QStringLiteral("夜間"), 4, QDate(2026, 9, 1)),
                                          cluster(5, QStringLiteral("薬"), 5, QDate(2026, 9, 1))};
    const ChartSpec chart = recurrenceChart(findRecurrences(things, {}), things);
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[0].label == QStringLiteral("夜間・令和7年度"));
    CHECK(chart.categories[0].base == 2);
    CHECK(chart.categories[1].base == 3);
    CHECK(chart.series.front().values == std::vector{1, 2});
}
