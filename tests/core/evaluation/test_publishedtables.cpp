#include "survey/changereport.h"

#include "survey/sheetbuilder.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

namespace {

/// One distribution as the 2024 research report (and, where said, the 2023 one) prints it.
struct Printed
{
    const char *table;
    std::vector<int> counts;
    QString percents;
};

/// What the program shows of an item that so many people answered so: read into a sheet, counted, drawn.
QString shown(const std::vector<int> &counts)
{
    Item item;
    item.code = u"1"_s;
    item.text = u"問い"_s;
    item.askedBefore = false;
    for (std::size_t i = 0; i < counts.size(); ++i)
        item.options.push_back({QString::number(i), QString::number(i), {}});
    Questionnaire questionnaire;
    questionnaire.sets.push_back({u"1"_s, u"組"_s, ItemKind::Satisfaction, {item}});
    SheetBuilder before(Wave::Before), after(Wave::After);
    for (std::size_t option = 0; option < counts.size(); ++option)
        for (int i = 0; i < counts[option]; ++i)
            after.add({}, {static_cast<int>(option)});
    const LinkOptions options;
    const ChangeAnalysis analysis =
        analyseChange(questionnaire, before.sheet(), after.sheet(),
                      linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::None);
    const ChartSpec chart = distributionChart(analysis, analysis.distributions.front());
    QStringList percents;
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        percents << chart.categories[i].percentOf(chart.series.front().values[i]).number();
    return percents.join(u' ');
}

} // namespace

TEST_CASE("every published distribution comes out with the percentages that were printed")
{
    const std::vector<Printed> tables{
        {"A participants, all 420", {181, 134, 10, 53, 9, 33}, u"43.1 31.9 2.4 12.6 2.1 7.9"_s},
        {"A, the ten prefectures", {92, 58, 4, 17, 3, 9}, u"50.3 31.7 2.2 9.3 1.6 4.9"_s},
        {"A, the others", {89, 76, 6, 36, 6, 24}, u"37.6 32.1 2.5 15.2 2.5 10.1"_s},
        {"C experience", {26, 47, 22, 86}, u"14.4 26.0 12.2 47.5"_s},
        {"C, the ten prefectures", {13, 20, 13, 46}, u"14.1 21.7 14.1 50.0"_s},
        {"C, the others", {13, 27, 9, 40}, u"14.6 30.3 10.1 44.9"_s},
        {"D years of the officers", {43, 66, 11, 13}, u"32.3 49.6 8.3 9.8"_s},
        {"D, the ten prefectures", {15, 33, 4, 6}, u"25.9 56.9 6.9 10.3"_s},
        {"D, the others", {28, 33, 7, 7}, u"37.3 44.0 9.3 9.3"_s},
        {"E affiliation", {158, 86, 5, 32, 8, 18}, u"51.5 28.0 1.6 10.4 2.6 5.9"_s},
        {"F of the coordinators", {107, 20, 2, 6, 13, 10}, u"67.7 12.7 1.3 3.8 8.2 6.3"_s},
        {"prefecture of those who answered", {143, 164}, u"46.6 53.4"_s},
        {"G report", {178, 98, 27, 3, 1}, u"58.0 31.9 8.8 1.0 0.3"_s},
        {"G reports of the prefectures", {167, 110, 22, 6, 2}, u"54.4 35.8 7.2 2.0 0.7"_s}, // 100.1 together
        {"G discussion", {198, 90, 16, 3, 0}, u"64.5 29.3 5.2 1.0 0.0"_s},
        {"I coordinators there", {986, 690, 60, 5}, u"56.6 39.6 3.4 0.3"_s}, // 99.9 together
        {"2023, question 11", {160, 14, 29, 21}, u"71.4 6.3 12.9 9.4"_s}};   // 6.25 rounds up
    for (const Printed &one : tables) {
        INFO(one.table);
        CHECK(shown(one.counts) == one.percents);
    }
}

TEST_CASE("sums of rounded percentages are left as they are")
{
    const auto sum = [](const QString &percents) {
        int tenths = 0;
        for (const QString &one : percents.split(u' '))
            tenths += qRound(one.toDouble() * 10);
        return tenths;
    };
    CHECK(sum(shown({167, 110, 22, 6, 2})) == 1001);
    CHECK(sum(shown({986, 690, 60, 5})) == 999);
}

TEST_CASE("table B was printed on all participants although only coordinators were asked")
{
    // Printed: 5.7 26.2 10.0 20.7 7.6 of 420; several qualifications a person, so they do not add up to 181.
    const std::vector<int> counts{24, 110, 42, 87, 32};
    QStringList printed, own;
    for (const int count : counts) {
        printed << Percent::of(count, 420).number();
        own << Percent::of(count, 181).number();
    }
    CHECK(printed.join(u' ') == u"5.7 26.2 10.0 20.7 7.6"_s);
    CHECK(own.join(u' ') == u"13.3 60.8 23.2 48.1 17.7"_s); // by hand: 24/181 = 13.26 …
}
