#include "participants/participationsheet.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;
using Who = MunicipalityTurnout::Who;

namespace {

MunicipalityTurnout place(const QString &name, const QString &area, int coordinators, int officers,
                          int others = 0)
{
    MunicipalityTurnout one;
    one.name = name;
    one.area = area;
    one.coordinators = coordinators;
    one.officers = officers;
    one.others = others;
    return one;
}

std::vector<MunicipalityTurnout> fiveTowns()
{
    return {place(u"A市"_s, u"東部"_s, 2, 1), place(u"B町"_s, u"東部"_s, 1, 0),
            place(u"C村"_s, u"西部"_s, 0, 1), place(u"D市"_s, u"西部"_s, 0, 0), place(u"E町"_s, {}, 0, 0, 3)};
}

} // namespace

TEST_CASE("municipalities are counted by whether both, one or neither of the two came")
{
    const TurnoutCount all = countTurnout(fiveTowns());
    CHECK(all.both == 1);
    CHECK(all.onlyCoordinator == 1);
    CHECK(all.onlyOfficer == 1);
    CHECK(all.onlyOthers == 1);
    CHECK(all.nobody == 1);
    CHECK(all.all() == 5);
    const auto areas = turnoutByArea(fiveTowns());
    REQUIRE(areas.size() == 3);
    CHECK(areas[0].label == u"東部"_s);
    CHECK(areas[0].all() == 2);
    CHECK(areas[1].nobody == 1);
    CHECK(areas[2].label == u"圏域なし"_s); // last
}

TEST_CASE("the chart of municipalities shows all and each care area, and its parts add up")
{
    const ChartSpec chart = turnoutChart(fiveTowns());
    REQUIRE(chart.categories.size() == 4);
    CHECK(chart.unit == u"市町村"_s);
    for (std::size_t category = 0; category < chart.categories.size(); ++category) {
        int sum = 0;
        for (const ChartSeries &series : chart.series)
            sum += series.values[category];
        CHECK(sum == chart.categories[category].base);
    }
    // Signs tell the kinds apart without colour.
    CHECK(chart.series.front().name == u"◎両方が参加"_s);
    CHECK(chart.series.back().name == u"－参加なし"_s);
}

TEST_CASE("a table of people becomes bars that name their base and who gave no answer")
{
    // Qualifications of 181 coordinators, percentages printed of 420: 24 of 181 are 13.3 %, of 420 5.7 %.
    CountTable table;
    table.title = u"保有する資格"_s;
    table.base = 181;
    table.baseText = u"回答者 181人"_s;
    table.unanswered = 4;
    table.multiple = true;
    table.rows = {{u"保健師"_s, 24, Percent::of(24, 181)}, {u"看護師"_s, 110, Percent::of(110, 181)}};
    const ChartSpec chart = countChart(table);
    CHECK(chart.type == ChartSpec::Type::Bars);
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[0].base == 181);
    CHECK(chart.series[0].values == std::vector{24, 110});
    CHECK(chart.note.contains(u"回答者 181人"_s));
    CHECK(chart.note.contains(u"4名"_s));
    CHECK(chart.note.contains(u"合計は100%になりません"_s));
}

TEST_CASE("the printed page names every municipality once, down its three columns")
{
    const FormSheet sheet =
        makeParticipationSheet(fiveTowns(), {}, {u"架空県"_s, u"第1回"_s, u"出席した方"_s});
    CHECK(sheet.subtitle.contains(u"出席した方"_s));
    const FormTable *matrix = nullptr;
    for (const FormSheet::Part &part : sheet.parts)
        if (part.table)
            matrix = &*part.table;
    REQUIRE(matrix != nullptr);
    CHECK(matrix->widths.size() == 12);
    REQUIRE(matrix->rows.size() == 3); // head, then two rows of three
    CHECK(matrix->rows[1][0].text == u"A市"_s);
    CHECK(matrix->rows[2][0].text == u"B町"_s);
    CHECK(matrix->rows[1][4].text == u"C村"_s);
    CHECK(matrix->rows[1][1].text == u"2"_s);
    CHECK(matrix->rows[1][3].text == u"◎"_s);
    CHECK(matrix->rows[2][3].text == u"○"_s);
    CHECK(matrix->rows[1][7].text == u"△"_s);
    CHECK(matrix->rows[2][7].text == u"－"_s);
    CHECK(matrix->rows[1][8].text == u"E町"_s);
    CHECK(matrix->rows[2][8].text.isEmpty());
}
