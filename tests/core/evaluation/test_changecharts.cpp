#include "survey/changecharts.h"

#include "chart/chartforms.h"
#include "survey/sheetbuilder.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::test;

namespace {

Item item(const QString &code, bool askedBefore)
{
    Item asked;
    asked.code = asked.text = code;
    asked.askedBefore = askedBefore;
    for (const char *option : {"a", "b", "c", "d", "e"})
        asked.options.push_back({QString::fromLatin1(option), QString::fromLatin1(option), {}});
    return asked;
}

/// Twelve coordinators (b → a) and three officers (c → d), one coordinator who answered only before (e).
ChangeAnalysis sample()
{
    SheetBuilder before(Wave::Before, 3), after(Wave::After, 3);
    for (int i = 1; i <= 15; ++i) {
        const std::string id = std::to_string(i);
        const bool officer = i > 12;
        const char *role = officer ? "市町村担当者" : "コーディネーター";
        before.add({{Field::Number, id.c_str()}, {Field::Role, role}}, {officer ? 2 : 1, -1, -1});
        after.add({{Field::Number, id.c_str()}, {Field::Role, role}}, {officer ? 3 : 0, 0, officer ? 1 : 0});
    }
    before.add({{Field::Number, "99"}, {Field::Role, "コーディネーター"}}, {4, -1, -1});
    Questionnaire questionnaire;
    questionnaire.sets.push_back(
        {QStringLiteral("Ⅱ"), QStringLiteral("説明"), ItemKind::Explain, {item(QStringLiteral("Ⅱ-1"), true)}});
    questionnaire.sets.push_back({QStringLiteral("Ⅲ"), QStringLiteral("評価"), ItemKind::Satisfaction,
                                  {item(QStringLiteral("Ⅲ-1"), false), item(QStringLiteral("Ⅲ-2"), false)}});
    const LinkOptions options;
    return analyseChange(questionnaire, before.sheet(), after.sheet(),
                         linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::Role);
}

std::vector<int> row(const ChartSpec &chart, std::size_t category)
{
    std::vector<int> counts;
    for (const ChartSeries &series : chart.series)
        counts.push_back(series.values[category]);
    return counts;
}

} // namespace

TEST_CASE("the distributions stand before and after each other, divided where the wanted options end")
{
    const ChangeAnalysis analysis = sample();
    const ChartSpec pairs = distributionsChart(analysis, analysis.questionnaire.sets[0], QStringLiteral("all"),
                                               TransitionTable::Whose::Pairs);
    CHECK(pairs.type == ChartSpec::Type::Diverging);
    CHECK(pairs.divide == 2); // a and b of five
    REQUIRE(pairs.categories.size() == 2);
    CHECK(row(pairs, 0) == std::vector{0, 12, 3, 0, 0});
    CHECK(row(pairs, 1) == std::vector{12, 0, 0, 3, 0});
    CHECK(pairs.categories[0].base == 15);
    const ChartSpec everyone = distributionsChart(analysis, analysis.questionnaire.sets[0],
                                                  QStringLiteral("all"), TransitionTable::Whose::Everyone);
    CHECK(row(everyone, 0) == std::vector{0, 12, 3, 0, 1});
    CHECK(everyone.title.contains(QStringLiteral("結びつけない")));
}

TEST_CASE("a flow says in Excel what it says on paper")
{
    const ChangeAnalysis analysis = sample();
    const ChartSpec flow = flowChart(analysis, 0, QStringLiteral("all"));
    CHECK(flow.type == ChartSpec::Type::Flow);
    CHECK(flow.cells[1][0] == 12);
    const ChartSpec bars = asCommonChart(flow);
    CHECK(bars.type == ChartSpec::Type::StackedShare);
    REQUIRE(bars.categories.size() == 5);
    CHECK(row(bars, 1) == std::vector{12, 0, 0, 0, 0});
    CHECK(row(bars, 2) == std::vector{0, 0, 0, 3, 0});
    CHECK(bars.categories[2].base == 3);
}

TEST_CASE("by group, few people are counts, and outside the office nobody can be told")
{
    const ChangeAnalysis analysis = sample();
    const ChartSpec inside = changeByGroupChart(analysis, 0);
    REQUIRE(inside.categories.size() == 3);
    CHECK(row(inside, 1) == std::vector{12, 0, 0});
    CHECK_FALSE(inside.categories[1].countsOnly);
    CHECK(inside.categories[2].base == 3);
    CHECK(inside.categories[2].countsOnly);
    CHECK_FALSE(inside.categories[2].percentOf(3).isDefined());
    const ChartSpec outside = changeByGroupChart(analysis, 0, true);
    REQUIRE(outside.categories.size() == 1); // the twelve would give the three away
    CHECK(outside.note.contains(QStringLiteral("5名未満")));
    const ChartSpec satisfaction = distributionByGroupChart(analysis, 2, false);
    REQUIRE(satisfaction.categories.size() == 3);
    CHECK(row(satisfaction, 0) == std::vector{12, 3, 0, 0, 0});
}

TEST_CASE("satisfaction items of one scale stand in one figure")
{
    const ChangeAnalysis analysis = sample();
    const ChartSpec chart = satisfactionChart(analysis, QStringLiteral("all"));
    REQUIRE(chart.categories.size() == 2);
    CHECK(row(chart, 0) == std::vector{15, 0, 0, 0, 0});
    CHECK(row(chart, 1) == std::vector{12, 3, 0, 0, 0});
}
