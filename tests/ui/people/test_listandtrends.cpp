#include "peoplefixture.h"

#include "base/fiscalyear.h"
#include "charts/chartview.h"
#include "charts/heatmap.h"
#include "exchange/tablereader.h"
#include "parts/chartcard.h"
#include "people/flowcard.h"
#include "people/ladderboard.h"
#include "people/ladderpage.h"
#include "people/laddertrends.h"
#include "people/peopletable.h"
#include "programme/cycle.h"
#include "shell/editors/datefield.h"

#include <QCheckBox>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QStandardItemModel>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

QStringList names(const PeopleTable &table)
{
    QStringList shown;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        shown << table.model()->index(row, 0).data().toString();
    return shown;
}

/// All cells of the first sheet of a workbook, as text.
QStringList cellsOf(const QString &path)
{
    const auto tables = readTables(path);
    REQUIRE(tables.has_value());
    QStringList cells;
    for (const Table &table : *tables) {
        for (int row = 0; row < table.rowCount(); ++row) {
            for (int column = 0; column < table.columnCount(); ++column)
                cells << QString::fromUtf8(table.cell(row, column).data(),
                                           static_cast<qsizetype>(table.cell(row, column).size()));
        }
    }
    return cells;
}

} // namespace

TEST_CASE("the list stands in the order of the kana and is sorted by level by its head")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    page.showView(LadderPage::View::List);
    PeopleTable &table = *page.table();
    REQUIRE(table.isVisible());
    CHECK(names(table) ==
          QStringList{u"青木 はる"_s, u"江口 結"_s, u"小森 凛"_s, u"高瀬 碧"_s, u"和田 澄"_s});
    table.sortByColumn(PeopleTableModel::LevelColumn, Qt::DescendingOrder);
    CHECK(names(table) ==
          QStringList{u"高瀬 碧"_s, u"小森 凛"_s, u"江口 結"_s, u"青木 はる"_s, u"和田 澄"_s});
    qint64 opened = 0;
    QObject::connect(&page, &Page::openRow, [&](const QString &id, const QString &, qint64 row) {
        CHECK(id == u"person"_s);
        opened = row;
    });
    table.setFocus();
    table.selectRow(1);
    QTest::keyClick(&table, Qt::Key_Return);
    CHECK(opened == office.person(u"小森 凛"_s));
}

TEST_CASE("an export holds everybody the filters leave, masked no names, and never who did not move")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    child<QCheckBox>(page, u"unmoved"_s)->click();
    REQUIRE_FALSE(page.board()->placeOf(office.person(u"江口 結"_s)).isValid());
    const QString open = office.path(u"list.xlsx"_s), masked = office.path(u"masked.xlsx"_s);
    REQUIRE(page.writeList(open, false).has_value());
    REQUIRE(page.writeList(masked, true).has_value());
    const QStringList shown = cellsOf(open), hidden = cellsOf(masked);
    for (const char *name : {"青木 はる", "江口 結", "小森 凛", "高瀬 碧", "和田 澄"}) {
        CHECK(shown.contains(QString::fromUtf8(name)));
        CHECK_FALSE(hidden.join(u'\n').contains(QString::fromUtf8(name)));
    }
    CHECK(hidden.contains(u"M01"_s));
    CHECK(hidden.contains(u"M05"_s));
    CHECK(hidden.contains(u"東部センター"_s));
    CHECK_FALSE(shown.join(u'\n').contains(u"動きのない"_s));
}

TEST_CASE("the distribution is counted for each year and care area, with its base")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    page.showView(LadderPage::View::Trends);
    LadderTrends &trends = *page.trends();
    REQUIRE(trends.isVisible());
    const ChartSpec &years = trends.years()->spec();
    REQUIRE(years.categories.size() == 3); // two years ago to now
    CHECK(years.categories.front().base == 4);
    // By hand, best step first: two years ago 2-2 1, 1-2 1, 0 2; now one of these two is at 1-1.
    std::vector<int> then, now;
    for (const ChartSeries &series : years.series) {
        then.push_back(series.values.front());
        now.push_back(series.values.back());
    }
    CHECK(then == std::vector{1, 0, 1, 0, 2});
    CHECK(now == std::vector{1, 0, 1, 1, 1});
    const ChartSpec &areas = trends.areas()->spec();
    REQUIRE(areas.categories.size() >= 2);
    CHECK(areas.categories[0].label == u"東部圏域"_s);
    CHECK(areas.categories[0].base == 2);
    CHECK(areas.categories[1].base == 2); // the fifth was not assessed
}

TEST_CASE("a cell of the flow opens its people, and a name opens her page")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    page.showView(LadderPage::View::Trends);
    FlowCard &flow = *page.trends()->flow();
    // From the day before this fiscal year: the start itself is when she moved.
    overwrite(flow.from()->edit(),
              FiscalYear::of(QDate::currentDate()).firstDay().addDays(-1).toString(Qt::ISODate));
    QTest::keyClick(flow.from()->edit(), Qt::Key_Return);
    const auto &cells = flow.spec().cells;
    REQUIRE(cells.size() == 5);
    CHECK(cells[4][3] == 1); // best first: from 0 (last row) to 1-1 (fourth column)
    CHECK(cells[4][4] == 1);
    HeatMap &map = *flow.heatMap();
    map.setCurrentCell(4, 3);
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Return);
    QListWidget &list = *flow.names();
    REQUIRE(list.isVisible());
    REQUIRE(list.count() == 1);
    CHECK(list.item(0)->text().startsWith(u"江口 結"_s));
    qint64 opened = 0;
    QObject::connect(&page, &Page::openRow,
                     [&](const QString &, const QString &, qint64 row) { opened = row; });
    list.setFocus();
    list.setCurrentRow(0);
    QTest::keyClick(&list, Qt::Key_Return);
    CHECK(opened == office.person(u"江口 結"_s));
    // Days the wrong way round are refused where they are written.
    overwrite(flow.to()->edit(), QDate::currentDate().addYears(-4).toString(Qt::ISODate));
    QTest::keyClick(flow.to()->edit(), Qt::Key_Return);
    CHECK_FALSE(flow.to()->errorText().isEmpty());
}

TEST_CASE("how long people stay at a step is told with how many it rests on")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    page.showView(LadderPage::View::Trends);
    const QStandardItemModel &stays = *page.trends()->stays();
    REQUIRE(stays.rowCount() == 5);
    CHECK(stays.item(0, 0)->text() == u"0"_s);
    CHECK(stays.item(0, 1)->text() == u"1名"_s); // one moved on from 0
    CHECK(stays.item(0, 3)->text() == u"1名"_s); // one is there still, two years now
    CHECK(stays.item(0, 4)->text() == u"24.0か月"_s);
    CHECK(stays.item(3, 2)->text() == u"–"_s); // nobody ever stood at 2-1
}

TEST_CASE("a chart goes to PNG, SVG and Excel, and the suggested names name nobody")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    page.showView(LadderPage::View::Trends);
    ChartCard &card = *page.trends()->years();
    const auto actions = card.exportActions();
    REQUIRE(actions.size() == 4);
    const std::pair<int, QString> files[] = {{1, u"chart.png"_s}, {2, u"chart.svg"_s}, {3, u"chart.xlsx"_s}};
    for (const auto &[index, name] : files) {
        office.dialogs.fileToSave = office.path(name);
        actions[index]->trigger();
        CHECK(QFile(office.path(name)).size() > 1000);
        CHECK(office.dialogs.suggested.startsWith(u"図_レベルの分布_年度"_s));
    }
    const QStringList cells = cellsOf(office.path(u"chart.xlsx"_s));
    CHECK(cells.contains(u"n"_s));
    CHECK(cells.contains(FiscalYear::of(QDate::currentDate()).text()));
}

TEST_CASE("the level a plan aimed at is set against the levels reached")
{
    Kakuken office;
    Programme programme;
    programme.title = u"架空県コーディネーター研修"_s;
    const auto id = CycleRepository(office.document()).create(programme, {});
    REQUIRE(id.has_value());
    office.context().programme = *id;
    const auto groups = RecordTable<TargetGroup>(office.document()).all(u"programme"_s, *id);
    REQUIRE(groups.has_value());
    const auto coordinators = std::ranges::find(*groups, QString(u"コーディネーター"_s), &TargetGroup::name);
    REQUIRE(coordinators != groups->end());
    REQUIRE(setPlanLevel(office.document(), coordinators->id, PlanField::Entry,
                         *LevelRange::parse(u"level 0～1"_s))
                .has_value());
    REQUIRE(setPlanLevel(office.document(), coordinators->id, PlanField::Outcome,
                         *LevelRange::parse(u"level 1"_s))
                .has_value());
    LadderPage page(office.context());
    present(page);
    page.showView(LadderPage::View::Trends);
    const ChartCard &card = *page.trends()->targets();
    REQUIRE(card.isVisible());
    REQUIRE(card.spec().categories.size() == 1);
    CHECK(card.spec().categories[0].base == 4);
    CHECK(card.spec().series[0].values[0] == 1);                 // above: 2-2
    CHECK(card.spec().series[1].values[0] == 2);                 // level 1 is 1-1 to 1-2
    CHECK(card.spec().series[2].values[0] == 1);                 // below: 0
    CHECK(card.spec().note.contains(u"コーディネーター 1名"_s)); // not assessed
}
