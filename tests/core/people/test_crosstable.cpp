#include "core/people/peopleoffice.h"
#include "people/crosstable.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;
using namespace peopletest;

namespace {

/// Cases of one attribute with the printed counts; the last count is of those without an answer.
CaseTable printed(const QString &attribute, const QStringList &values, const std::vector<int> &counts,
                  const QString &unit)
{
    CaseTable table{.unit = unit, .attributes = {attribute}};
    table.order.push_back(values);
    for (std::size_t i = 0; i < counts.size(); ++i)
        for (int n = 0; n < counts[i]; ++n)
            table.cases.push_back({i < static_cast<std::size_t>(values.size())
                                       ? QStringList{values[static_cast<qsizetype>(i)]}
                                       : QStringList()});
    return table;
}

QStringList percents(const CrossTable &table, CrossBase base)
{
    QStringList all;
    for (int row = 0; row < table.rows.size(); ++row)
        all << table.percent(base, row, 0).number();
    return all;
}

} // namespace

TEST_CASE("table H comes out as printed: where 1,676 coordinators belong")
{
    // 2024 research report, national survey, table of affiliation; the last is 未回答.
    const std::vector<int> counts{243, 27, 1, 563, 9, 0, 45, 0, 0, 226, 438, 116, 8};
    const CaseTable cases = printed(QStringLiteral("所属先"), builtInVocabulary(Vocabulary::Organisation),
                                    counts, QStringLiteral("名"));
    const CrossTable table = valueOf(crossTabulate(cases, QStringLiteral("所属先"), {}));
    CHECK(table.cases == 1676);
    CHECK(table.answered == 1668);
    CHECK_FALSE(table.multiple);
    CHECK(table.rows == builtInVocabulary(Vocabulary::Organisation) + QStringList{QStringLiteral("未回答")});
    REQUIRE(table.counts.size() == counts.size());
    for (std::size_t i = 0; i < counts.size(); ++i)
        CHECK(table.counts[i][0] == counts[i]);
    CHECK(table.base(CrossBase::AllCases, 0, 0) == 1676);
}

TEST_CASE("table I comes out as printed: 56.6, 39.6, 3.4 and 0.3 percent of 1,741 municipalities")
{
    const CaseTable cases =
        printed(QStringLiteral("配置"),
                {QStringLiteral("いる"), QStringLiteral("いない"), QStringLiteral("わからない")},
                {986, 690, 60, 5}, QStringLiteral("市町村"));
    const CrossTable table = valueOf(crossTabulate(cases, QStringLiteral("配置"), {}));
    CHECK(table.rows.last() == QStringLiteral("未回答"));
    CHECK(table.cases == 1741);
    CHECK(percents(table, CrossBase::AllCases) == QStringList{QStringLiteral("56.6"), QStringLiteral("39.6"),
                                                              QStringLiteral("3.4"), QStringLiteral("0.3")});
    // Of the 1,736 who answered, by hand: 986/1736 = 56.797, 690/1736 = 39.747, 60/1736 = 3.456.
    CHECK(percents(table, CrossBase::Answered) == QStringList{QStringLiteral("56.8"), QStringLiteral("39.7"),
                                                              QStringLiteral("3.5"), QStringLiteral("–")});
    const ChartSpec chart = crossTableChart(table, CrossBase::AllCases);
    CHECK(chart.type == ChartSpec::Type::Bars);
    CHECK(chart.unit == QStringLiteral("市町村"));
    REQUIRE(chart.series.size() == 1);
    CHECK(chart.series[0].values == std::vector{986, 690, 60, 5});
    CHECK(chart.categories[0].base == 1741);
    CHECK(chart.note.contains(QStringLiteral("1741市町村")));
    CHECK(crossTableChart(table, CrossBase::Answered).categories.size() == 3);
}

TEST_CASE("two attributes are crossed with every base, and several values of a case are no more cases")
{
    CaseTable cases{.unit = QStringLiteral("名"),
                    .attributes = {QStringLiteral("立場"), QStringLiteral("資格")}};
    cases.order = {{QStringLiteral("コーディネーター"), QStringLiteral("市町村担当者")}, {}};
    const QStringList coordinator{QStringLiteral("コーディネーター")},
        officer{QStringLiteral("市町村担当者")};
    const QStringList nurse{QStringLiteral("看護師")}, worker{QStringLiteral("社会福祉士")};
    cases.cases = {
        {coordinator, nurse}, {coordinator, nurse + worker}, {officer, worker}, {officer, {}}, {{}, nurse}};
    const CrossTable table = valueOf(crossTabulate(cases, QStringLiteral("立場"), QStringLiteral("資格")));
    CHECK(table.rows == QStringList{coordinator + officer + QStringList{QStringLiteral("未回答")}});
    CHECK(table.columns == QStringList{nurse + worker + QStringList{QStringLiteral("未回答")}});
    CHECK(table.counts == std::vector<std::vector<int>>{{2, 1, 0}, {0, 1, 1}, {1, 0, 0}});
    CHECK(table.rowTotals == std::vector{2, 2, 1});
    CHECK(table.columnTotals == std::vector{3, 2, 1});
    CHECK(table.cases == 5);
    CHECK(table.answered == 3);
    CHECK(table.multiple);
    CHECK(table.percent(CrossBase::AllCases, 0, 0).number() == QStringLiteral("40.0"));
    CHECK(table.percent(CrossBase::Answered, 0, 0).number() == QStringLiteral("66.7"));
    CHECK(table.percent(CrossBase::RowTotals, 0, 1).number() == QStringLiteral("50.0"));
    CHECK(table.percent(CrossBase::ColumnTotals, 0, 0).number() == QStringLiteral("66.7"));
    CHECK_FALSE(table.percent(CrossBase::Answered, 1, 2).isDefined());
    CHECK(errorOf(crossTabulate(cases, QStringLiteral("立場"), QStringLiteral("星座"))) ==
          ErrorCode::NotFound);
    // Five of the nine combinations have anybody, and the figure says that it leaves out the others.
    const ChartSpec chart = crossTableChart(table, CrossBase::AllCases);
    REQUIRE(chart.series.size() == 1);
    CHECK(chart.series[0].values == std::vector{2, 1, 1, 1, 1});
    CHECK(chart.note.contains(QStringLiteral("0の組み合わせ")));
}

TEST_CASE("shares of each row are drawn as one bar, where a case is in one column only")
{
    CaseTable cases{.unit = QStringLiteral("市町村"),
                    .attributes = {QStringLiteral("圏域"), QStringLiteral("拠点")}};
    cases.order = {{}, {}};
    const QStringList east{QStringLiteral("東部")}, yes{QStringLiteral("あり")}, no{QStringLiteral("なし")};
    cases.cases = {{east, yes}, {east, no}, {east, no}};
    const CrossTable table = valueOf(crossTabulate(cases, QStringLiteral("圏域"), QStringLiteral("拠点")));
    const ChartSpec chart = crossTableChart(table, CrossBase::RowTotals);
    CHECK(chart.type == ChartSpec::Type::StackedShare);
    REQUIRE(chart.series.size() == 2);
    CHECK(chart.series[1].values == std::vector{2});
    CHECK(chart.categories[0].base == 3);
}

TEST_CASE("population bands change at 10,000, 50,000, 100,000 and 300,000")
{
    const std::pair<int, const char *> edges[] = {{0, "1万人未満"},
                                                  {9'999, "1万人未満"},
                                                  {10'000, "1万～5万人未満"},
                                                  {49'999, "1万～5万人未満"},
                                                  {50'000, "5万～10万人未満"},
                                                  {99'999, "5万～10万人未満"},
                                                  {100'000, "10万～30万人未満"},
                                                  {299'999, "10万～30万人未満"},
                                                  {300'000, "30万人以上"}};
    for (const auto &[population, band] : edges) {
        INFO(population);
        CHECK(populationBand(population) == QString::fromUtf8(band));
    }
}

TEST_CASE("ten prefectures hold 450 municipalities, the others are one group")
{
    QStringList groups;
    int within = 0;
    for (const KnownMunicipality &known : knownMunicipalities()) {
        const QString group = tenPrefectures(known.prefecture);
        if (!groups.contains(group))
            groups << group;
        within += group == known.prefecture ? 1 : 0;
    }
    CHECK(groups.size() == 11);
    CHECK(within == 450); // 2024 research report
    CHECK(tenPrefectures(QStringLiteral("静岡県")) == QStringLiteral("10都県以外"));
}

TEST_CASE("people and municipalities become cases with what the registers know of them")
{
    Gunma gunma;
    const QDate on(2026, 11, 21);
    const qint64 takasaki = gunma.municipality(QStringLiteral("高崎市"));
    Municipality city = valueOf(RecordTable<Municipality>(*gunma.document).load(takasaki));
    city.population = 366'000;
    city.operation = Operation::Commissioned;
    city.stage = 3;
    succeeds(RecordTable<Municipality>(*gunma.document).update(city, QStringLiteral("変更")));
    const qint64 person = gunma.add(Person{
        .name = QStringLiteral("石田 奏"), .employment = Employment::Part, .since = QDate(2022, 4, 1)});
    gunma.add(PersonRole{.person = person, .name = QStringLiteral("コーディネーター")});
    gunma.add(PersonQualification{.person = person, .name = QStringLiteral("看護師")});
    gunma.add(PersonQualification{.person = person, .name = QStringLiteral("保健師")});
    gunma.add(
        Affiliation{.person = person,
                    .centre = gunma.centre(QStringLiteral("藤岡多野医師会 医療介護連携センターふじおか")),
                    .kind = QStringLiteral("医師会")});
    gunma.assess(person, QDate(2026, 5, 1), 3);
    gunma.person(QStringLiteral("名前だけ"), QStringLiteral("ん"));
    const Registry registry = gunma.registry();

    const CaseTable people = casesOfPeople(registry, on);
    REQUIRE(people.cases.size() == 2);
    const auto known = std::ranges::find_if(people.cases, [&](const auto &one) {
        return !one[static_cast<std::size_t>(people.indexOf(QStringLiteral("立場")))].isEmpty();
    });
    REQUIRE(known != people.cases.end());
    const auto value = [&](const QString &attribute) {
        REQUIRE(people.indexOf(attribute) >= 0);
        return (*known)[static_cast<std::size_t>(people.indexOf(attribute))].join(u'/');
    };
    CHECK(value(QStringLiteral("立場")) == QStringLiteral("コーディネーター"));
    CHECK(value(QStringLiteral("所属種別")) == QStringLiteral("医師会"));
    CHECK(value(QStringLiteral("資格")) == QStringLiteral("看護師/保健師"));
    CHECK(value(QStringLiteral("経験年数")) == QStringLiteral("3～5年未満"));
    CHECK(value(QStringLiteral("常勤・非常勤")) == QStringLiteral("非常勤"));
    CHECK(value(QStringLiteral("専従・兼務")).isEmpty());
    CHECK(value(QStringLiteral("市町村")) == QStringLiteral("高崎市/藤岡市"));
    CHECK(value(QStringLiteral("人口規模")) == QStringLiteral("30万人以上"));
    CHECK(value(QStringLiteral("レベル")) == QStringLiteral("1-1"));
    CHECK(value(QStringLiteral("都道府県")) == QStringLiteral("群馬県"));

    const CaseTable places = casesOfMunicipalities(registry, on);
    CHECK(places.cases.size() == 35);
    // One centre does not know how many coordinators it has: its six municipalities are not sure.
    const CrossTable placement = valueOf(crossTabulate(places, QStringLiteral("コーディネーターの配置"), {}));
    CHECK(placement.counts == std::vector<std::vector<int>>{{29}, {0}, {6}});
    const CrossTable operation = valueOf(crossTabulate(places, QStringLiteral("運営"), {}));
    CHECK(operation.counts[1][0] == 1);
    CHECK(operation.rows.last() == QStringLiteral("未回答"));
    CHECK(operation.counts.back()[0] == 34);
    CHECK(valueOf(crossTabulate(places, QStringLiteral("10都県"), {})).answered == 35);
}
