#include "core/people/peopleoffice.h"
#include "people/ladderstatistics.h"
#include "people/targets.h"

using namespace tane;
using namespace storagetest;
using namespace peopletest;

namespace {

/// Two care areas and a centre that serves a municipality of each.
struct Region : Office
{
    qint64 east = 0, west = 0, eastTown = 0, westTown = 0, eastCentre = 0, jointCentre = 0;

    Region()
    {
        const qint64 prefecture = add(Prefecture{.name = QStringLiteral("架空県")});
        east = add(CareArea{.prefecture = prefecture, .name = QStringLiteral("東部圏域")});
        west = add(CareArea{.prefecture = prefecture, .name = QStringLiteral("西部圏域")});
        eastTown =
            add(Municipality{.prefecture = prefecture, .careArea = east, .name = QStringLiteral("A市")});
        westTown =
            add(Municipality{.prefecture = prefecture, .careArea = west, .name = QStringLiteral("B町")});
        eastCentre = add(Centre{.prefecture = prefecture, .name = QStringLiteral("東部センター")});
        jointCentre = add(Centre{.prefecture = prefecture, .name = QStringLiteral("広域センター")});
        add(CentreMunicipality{.centre = eastCentre, .municipality = eastTown});
        add(CentreMunicipality{.centre = jointCentre, .municipality = eastTown});
        add(CentreMunicipality{.centre = jointCentre, .municipality = westTown});
    }
    qint64 coordinator(const QString &name, qint64 centre)
    {
        const qint64 id = person(name, name);
        add(PersonRole{.person = id, .name = QStringLiteral("コーディネーター")});
        add(Affiliation{.person = id, .centre = centre});
        return id;
    }
};

QStringList names(const std::vector<const PersonRecord *> &people)
{
    QStringList found;
    for (const PersonRecord *record : people)
        found << record->person.name;
    return found;
}

const QDate kToday(2026, 11, 21);

} // namespace

TEST_CASE("people are filtered by area, municipality, centre, role, experience and words")
{
    Region region;
    region.coordinator(QStringLiteral("青木 はる"), region.eastCentre);
    region.coordinator(QStringLiteral("斎藤 空"), region.jointCentre);
    const qint64 officer = region.add(Person{.name = QStringLiteral("森 律"), .since = QDate(2024, 4, 1)});
    region.add(PersonRole{.person = officer, .name = QStringLiteral("市町村担当者")});
    region.add(Affiliation{.person = officer, .municipality = region.westTown});
    const qint64 left = region.coordinator(QStringLiteral("前任 者"), region.eastCentre);
    Person leaving = valueOf(RecordTable<Person>(*region.document).load(left));
    leaving.leftOn = QDate(2026, 3, 31);
    succeeds(RecordTable<Person>(*region.document).update(leaving, QStringLiteral("変更")));
    const Registry registry = region.registry();
    const auto filtered = [&](PeopleFilter filter) {
        filter.on = kToday;
        QStringList found = names(filterPeople(registry, filter));
        found.sort();
        return found.join(u'/');
    };
    CHECK(filtered({}) == QStringLiteral("斎藤 空/森 律/青木 はる"));
    CHECK(filtered({.withLeft = true}) == QStringLiteral("前任 者/斎藤 空/森 律/青木 はる"));
    CHECK(filtered({.area = region.east}) == QStringLiteral("斎藤 空/青木 はる"));
    CHECK(filtered({.area = region.west}) == QStringLiteral("斎藤 空/森 律"));
    CHECK(filtered({.municipality = region.eastTown}) == QStringLiteral("斎藤 空/青木 はる"));
    CHECK(filtered({.centre = region.jointCentre}) == QStringLiteral("斎藤 空"));
    CHECK(filtered({.role = QStringLiteral("市町村担当者")}) == QStringLiteral("森 律"));
    CHECK(filtered({.experienceBand = QStringLiteral("1～3年未満")}) == QStringLiteral("森 律"));
    CHECK(filtered({.text = QStringLiteral("齋藤")}) == QStringLiteral("斎藤 空"));
    CHECK(filtered({.text = QStringLiteral("広域 齋藤")}) == QStringLiteral("斎藤 空"));
    CHECK(filtered({.text = QStringLiteral("B町 森")}) == QStringLiteral("森 律"));
    CHECK(filtered({.text = QStringLiteral("東部 森")}).isEmpty());
}

TEST_CASE("unmoved since a day are those who were assessed by then and never again at another step")
{
    Region region;
    const qint64 still = region.coordinator(QStringLiteral("い 動かず"), region.eastCentre);
    region.assess(still, QDate(2025, 5, 1), 2);
    region.assess(still, QDate(2026, 5, 1), 3); // the same step
    const qint64 rose = region.coordinator(QStringLiteral("ろ 上がる"), region.eastCentre);
    region.assess(rose, QDate(2025, 5, 1), 2);
    region.assess(rose, QDate(2026, 5, 1), 4);
    const qint64 fresh = region.coordinator(QStringLiteral("は 初めて"), region.eastCentre);
    region.assess(fresh, QDate(2026, 5, 1), 2);
    region.coordinator(QStringLiteral("に 評価なし"), region.eastCentre);
    const Registry registry = region.registry();
    PeopleFilter filter{.on = kToday, .unmovedSince = QDate(2025, 11, 21)};
    CHECK(names(filterPeople(registry, filter)) == QStringList{QStringLiteral("い 動かず")});
    // It restricts no count that a chart is made of.
    const auto areas = countStepsByArea(registry, filter);
    REQUIRE(areas.size() == 2);
    CHECK(areas[0].assessed() == 3);
    CHECK(areas[0].notAssessed == 1);
}

TEST_CASE("the movement of a year: up, down, new, and who stayed")
{
    Region region;
    struct History
    {
        const char *name;
        std::vector<std::pair<QDate, int>> levels;
        Movement expected;
    };
    const QDate before(2025, 10, 1), later(2026, 6, 1);
    const History histories[] = {
        {"上", {{before, 0}, {later, 2}}, Movement::Up},
        {"同", {{before, 2}, {later, 2}}, Movement::None},
        {"間", {{before, 2}, {later, 3}}, Movement::None}, // between counts as the step
        {"下", {{before, 4}, {later, 2}}, Movement::Down},
        {"新", {{later, 2}}, Movement::New},
        {"無", {}, Movement::None}};
    std::vector<qint64> ids;
    for (const History &history : histories) {
        ids.push_back(region.coordinator(QString::fromUtf8(history.name), region.eastCentre));
        for (const auto &[day, level] : history.levels)
            region.assess(ids.back(), day, level);
    }
    const Registry registry = region.registry();
    const QDate since = kToday.addYears(-1);
    for (std::size_t i = 0; i < std::size(histories); ++i) {
        INFO(histories[i].name);
        CHECK(movementSince(registry.ladder, *registry.person(ids[i]), since, kToday) ==
              histories[i].expected);
    }

    const LadderFlow flow = ladderFlow(registry, filterPeople(registry, {.on = kToday}), since, kToday);
    CHECK(flow.people[0][1] == std::vector{ids[0]});
    CHECK(flow.people[1][1].size() == 2);
    CHECK(flow.people[2][1] == std::vector{ids[3]});
    CHECK(flow.arrived[1] == std::vector{ids[4]});
    CHECK(flow.notAssessed == std::vector{ids[5]});

    const ChartSpec chart = ladderFlowChart(registry.ladder, flow);
    REQUIRE(chart.cells.size() == 5);
    // Best first: rows and columns are 2-2, 2-1, 1-2, 1-1, 0. Up is below the diagonal.
    CHECK(chart.columns.front() == QStringLiteral("2-2"));
    CHECK(chart.cells[4][3] == 1);
    CHECK(chart.cells[3][3] == 2);
    CHECK(chart.cells[2][3] == 1);
    CHECK(chart.categories[3].base == 2);
    CHECK(chart.note.contains(QStringLiteral("4 名")));
    CHECK(chart.note.contains(QStringLiteral("上がった方 1 名")));
}

TEST_CASE("steps are counted at the end of each fiscal year, of the running one as of today")
{
    Region region;
    const qint64 one = region.coordinator(QStringLiteral("一"), region.eastCentre);
    region.assess(one, QDate(2025, 3, 31), 0); // 令和6年度, its last day
    region.assess(one, QDate(2025, 4, 1), 2);  // 令和7年度
    region.assess(one, QDate(2026, 12, 1), 8); // after today
    const qint64 two = region.coordinator(QStringLiteral("二"), region.eastCentre);
    region.assess(two, QDate(2026, 5, 1), 4);
    // Came in the running year and is not assessed yet: she is missing in no earlier one.
    region.add(Person{.name = QStringLiteral("三"), .since = QDate(2026, 4, 1)});
    const Registry registry = region.registry();
    const auto years = countStepsByYear(registry, {.on = kToday}, 2024, 2030);
    REQUIRE(years.size() == 3);
    CHECK(years[0].label == QStringLiteral("令和6年度"));
    CHECK(years[0].steps == std::vector{1, 0, 0, 0, 0});
    CHECK(years[0].notAssessed == 1);
    CHECK(years[1].steps == std::vector{0, 1, 0, 0, 0});
    CHECK(years[2].label == QStringLiteral("令和8年度"));
    CHECK(years[2].steps == std::vector{0, 1, 1, 0, 0});
    CHECK(years[2].notAssessed == 1);

    const ChartSpec chart = ladderCountsChart(registry.ladder, years, QStringLiteral("レベルの推移"));
    REQUIRE(chart.series.size() == 5);
    CHECK(chart.series.front().role == SeriesRole::Level);
    CHECK(chart.series.front().level == 4);
    CHECK(chart.series.front().levels == 5);
    CHECK(chart.series[2].values == std::vector{0, 0, 1}); // 1-2
    CHECK(chart.categories[0].base == 1);
    CHECK(chart.categories[2].base == 2);
    CHECK(chart.note.contains(QStringLiteral("令和6年度 1名")));
}

TEST_CASE("somebody who works for two care areas counts in both, who works for none comes last")
{
    Region region;
    region.assess(region.coordinator(QStringLiteral("東"), region.eastCentre), QDate(2026, 5, 1), 0);
    region.assess(region.coordinator(QStringLiteral("両方"), region.jointCentre), QDate(2026, 5, 1), 8);
    region.assess(region.person(QStringLiteral("所属なし")), QDate(2026, 5, 1), 2);
    const Registry registry = region.registry();
    const auto areas = countStepsByArea(registry, {.on = kToday});
    REQUIRE(areas.size() == 3);
    CHECK(areas[0].label == QStringLiteral("東部圏域"));
    CHECK(areas[0].steps == std::vector{1, 0, 0, 0, 1});
    CHECK(areas[1].steps == std::vector{0, 0, 0, 0, 1});
    CHECK(areas[2].label == QStringLiteral("圏域なし"));
    CHECK(areas[2].steps == std::vector{0, 1, 0, 0, 0});
    const auto only = countStepsByArea(registry, {.area = region.west, .on = kToday});
    REQUIRE(only.size() == 1);
    CHECK(only[0].label == QStringLiteral("西部圏域"));
}

TEST_CASE("the median time at a step is that of those who moved on; who is still there counts apart")
{
    // By hand: at step 0 stayed 365, 181 and 30 days, so the median is 181; two more are still there, for 100
    // and 200 days, so theirs is 150. A month is 30.4375 days.
    Region region;
    const QDate first(2025, 4, 1);
    for (const int days : {365, 181, 30}) {
        const qint64 id = region.coordinator(QString::number(days), region.eastCentre);
        region.assess(id, first, 0);
        region.assess(id, first.addDays(days / 2), 1); // still step 0
        region.assess(id, first.addDays(days), 2);
    }
    for (const int days : {100, 200})
        region.assess(region.coordinator(QStringLiteral("続%1").arg(days), region.eastCentre),
                      kToday.addDays(-days), 0);
    const Registry registry = region.registry();
    const auto stays = stepStays(registry, filterPeople(registry, {.on = kToday}), kToday);
    REQUIRE(stays.size() == 5);
    CHECK(stays[0].finished == 3);
    REQUIRE(stays[0].medianMonths);
    CHECK(*stays[0].medianMonths == Approx(181 / 30.4375));
    CHECK(stays[0].running == 2);
    REQUIRE(stays[0].medianRunning);
    CHECK(*stays[0].medianRunning == Approx(150 / 30.4375));
    CHECK(stays[1].finished == 0);
    CHECK_FALSE(stays[1].medianMonths);
    CHECK(stays[1].running == 3);
    CHECK(stays[4].running == 0);
}

TEST_CASE("what a plan aimed at follows the steps of the officer's ladder by their names")
{
    const auto on = [](const char *target, const Ladder &ladder) {
        return onLadder(LevelRange::parse(QString::fromUtf8(target)).value(), ladder);
    };
    Ladder ladder = builtInLadder();
    CHECK(on("level1-2～2-1", ladder) == LevelRange::parse(QStringLiteral("level1-2～2-1")));
    // A step of her own between 1-1 and 1-2: counted by hand, 1-2 is the fourth step now, which is 6.
    ladder.steps.insert(ladder.steps.begin() + 2, LadderStep{.name = QStringLiteral("1-1b")});
    CHECK(on("level1-2～", ladder)->lowest == 6);
    CHECK(on("level 0～1", ladder)->lowest == 0);
    CHECK(on("level 0～1", ladder)->highest == 6);  // level 1 reaches up to 1-2
    CHECK(on("level1.5程度", ladder)->lowest == 7); // between 1-2 and 2-1, as before
    CHECK(on("level1.5程度", ladder)->highest == 7);
    // Without the step it speaks of it cannot be compared, but what speaks of others can.
    std::erase_if(ladder.steps, [](const LadderStep &step) { return step.name == QStringLiteral("1-2"); });
    CHECK_FALSE(on("level1-2～", ladder));
    CHECK_FALSE(on("level1.5程度", ladder));
    CHECK(on("level2-1～", ladder)->lowest == 6);
}

TEST_CASE("what a plan aimed at is compared with what was reached")
{
    const auto result = [](const char *target, int level) {
        const auto range = LevelRange::parse(QString::fromUtf8(target));
        REQUIRE(range);
        const Assessment assessment{.level = level};
        return compareWithTarget(*range, &assessment);
    };
    // 1.5 is the boundary between level 1 and level 2 (2024 research report, programme plans).
    CHECK(result("level1.5程度", 4) == TargetResult::Below);
    CHECK(result("level1.5程度", 5) == TargetResult::Reached);
    CHECK(result("level1.5程度", 6) == TargetResult::Above);
    CHECK(result("level 0～1", 4) == TargetResult::Reached);
    CHECK(result("level 0～1", 5) == TargetResult::Above);
    CHECK(result("～level1-2", 0) == TargetResult::Reached);
    CHECK(result("level2-1～", 4) == TargetResult::Below);
    CHECK(result("level2-1～", 8) == TargetResult::Reached);
    CHECK(result("level-1前", 0) == TargetResult::Reached);
    CHECK(result("level-1前", 2) == TargetResult::Above);
    CHECK(compareWithTarget({.lowest = 2}, nullptr) == TargetResult::NotAssessed);
    CHECK(compareWithTarget({.text = QStringLiteral("人による")}, nullptr) == TargetResult::NoTarget);
}
