#include "registershapes.h"

#include "parts/chartcard.h"
#include "people/crosstablepage.h"
#include "shell/widgets.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::registertest;

namespace {

QStringList rowOf(GridView *table, const QString &first)
{
    for (int row = 0; row < table->filter()->rowCount(); ++row) {
        if (table->filter()->index(row, 0).data().toString() != first)
            continue;
        QStringList cells;
        for (int column = 1; column < table->filter()->columnCount(); ++column)
            cells << table->filter()->index(row, column).data().toString();
        return cells;
    }
    FAIL("no row " << first.toStdString());
    return {};
}

} // namespace

TEST_CASE("one's own table of 1,741 municipalities comes out as table I is printed")
{
    Office office;
    office.beginEmpty();
    // domain.md 7, table I: いる 986, いない 690, わからない 60, 未回答 5 of 1,741.
    QFile file(office.desk.path(u"配置.csv"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("番号,配置\n");
    int number = 0;
    for (const auto &[text, count] :
         {std::pair("いる", 986), std::pair("いない", 690), std::pair("わからない", 60), std::pair("", 5)})
        for (int i = 0; i < count; ++i)
            file.write(QByteArray::number(++number) + "," + text + "\n");
    file.close();
    auto *page = office.show<CrossTablePage>(u"crosstable"_s);
    office.desk.dialogs.fileToOpen = file.fileName();
    page->what()->setCurrentIndex(2);
    settle();
    page->rowChoice()->setCurrentText(u"配置"_s);
    page->baseChoice()->setCurrentIndex(0); // 全体（未回答を含む）
    settle();
    CHECK(rowOf(page->table(), u"いる"_s) == QStringList{u"986（56.6%）"_s});
    CHECK(rowOf(page->table(), u"いない"_s) == QStringList{u"690（39.6%）"_s});
    CHECK(rowOf(page->table(), u"わからない"_s) == QStringList{u"60（3.4%）"_s});
    CHECK(rowOf(page->table(), u"未回答"_s) == QStringList{u"5（0.3%）"_s});
    CHECK(rowOf(page->table(), u"計"_s) == QStringList{u"1741"_s});
    CHECK(page->note().contains(u"1741件"_s)); // the base is named
    CHECK(page->note().contains(u"未回答は5件"_s));

    // Of those who answered: 986 / 1736 = 56.797… %, and 未回答 has no share.
    page->baseChoice()->setCurrentIndex(1);
    settle();
    CHECK(rowOf(page->table(), u"いる"_s) == QStringList{u"986（56.8%）"_s});
    CHECK(rowOf(page->table(), u"未回答"_s) == QStringList{u"5"_s});
    CHECK(page->note().contains(u"1736件"_s));

    const QString path = office.desk.path(u"集計.xlsx"_s);
    office.desk.dialogs.fileToSave = path;
    click(page->findChild<QPushButton *>(u"exportTable"_s));
    CHECK(QFileInfo(path).size() > 0);
    click(page->findChild<QPushButton *>(u"copyTable"_s));
    const QMimeData *mime = QApplication::clipboard()->mimeData();
    REQUIRE(mime != nullptr);
    CHECK(mime->hasImage());
    CHECK(mime->text().contains(u"いる\t986（56.8%）"_s));
    CHECK(mime->html().contains(u"986（56.8%）"_s));
}

TEST_CASE("people with several qualifications are counted in each, and the page says so")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 centre = addCentreFor(office.document(), prefecture, u"東部センター"_s, {u"前橋市"_s});
    const qint64 first =
        addPerson(office.document(), u"江口 結"_s, u"えぐち ゆい"_s, u"コーディネーター"_s, centre);
    addPerson(office.document(), u"大野 晴"_s, u"おおの はる"_s, u"コーディネーター"_s, centre);
    const qint64 officer = addPerson(office.document(), u"石田 奏"_s, u"いしだ かな"_s, u"市町村担当者"_s, 0,
                                     municipalityNamed(office.document(), u"前橋市"_s));
    for (const auto &[person, word] :
         {std::pair(first, u"看護師"_s), std::pair(first, u"保健師"_s), std::pair(officer, u"保健師"_s)})
        REQUIRE(RecordTable<PersonQualification>(office.document()).add({0, person, word}, {}).has_value());
    auto *page = office.show<CrossTablePage>(u"crosstable"_s);
    page->rowChoice()->setCurrentText(u"資格"_s);
    page->columnChoice()->setCurrentText(u"立場"_s);
    page->baseChoice()->setCurrentText(u"列ごとの計"_s);
    settle();
    const int coordinators =
        page->table()->filter()->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString() ==
                u"コーディネーター"_s
            ? 0
            : 1;
    // By hand: of two coordinators one is 看護師 and 保健師, one did not say; the one officer is 保健師.
    CHECK(rowOf(page->table(), u"看護師"_s)[coordinators] == u"1（50.0%）"_s);
    CHECK(rowOf(page->table(), u"保健師"_s)[coordinators] == u"1（50.0%）"_s);
    CHECK(rowOf(page->table(), u"保健師"_s)[1 - coordinators] == u"1（100.0%）"_s);
    CHECK(rowOf(page->table(), u"保健師"_s).last() == u"2"_s);
    CHECK(rowOf(page->table(), u"未回答"_s)[coordinators] == u"1（50.0%）"_s);
    CHECK(page->note().contains(u"複数回答"_s));
    CHECK(page->note().contains(u"立場"_s));
    // The base is said above the table, which is in sight to its lower edge with its scroll bar.
    const auto *note = page->findChild<QLabel *>(u"crosstableNote"_s);
    REQUIRE(note != nullptr);
    CHECK(note->geometry().bottom() < page->table()->geometry().top());
    CHECK(page->table()->mapTo(page, QPoint(0, page->table()->height())).y() <= page->height());
    // Three columns leave room for the chart beside them; in a narrow window it goes below.
    CHECK(page->chart()->mapTo(page, QPoint()).x() > page->table()->mapTo(page, QPoint()).x());
    office.window->resize(900, 700);
    settle();
    CHECK(page->chart()->mapTo(page, QPoint()).y() > page->table()->mapTo(page, QPoint()).y());
}

TEST_CASE("municipalities are counted by population band and operation, with the chart beside")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    RecordTable<Municipality> table(office.document());
    std::vector<Municipality> all = table.all().value();
    // By hand: two of 8,000 run directly, one of 40,000 commissioned; the others say nothing.
    for (const auto &[index, people, operation] :
         {std::tuple(0, 8000, Operation::Direct), std::tuple(1, 8000, Operation::Direct),
          std::tuple(2, 40'000, Operation::Commissioned)}) {
        all[static_cast<std::size_t>(index)].population = people;
        all[static_cast<std::size_t>(index)].operation = operation;
        REQUIRE(table.update(all[static_cast<std::size_t>(index)], u"人口"_s).has_value());
    }
    auto *page = office.show<CrossTablePage>(u"crosstable"_s);
    REQUIRE(page->what()->currentIndex() == 1); // there is nobody to count yet
    page->rowChoice()->setCurrentText(u"人口規模"_s);
    page->columnChoice()->setCurrentText(u"運営"_s);
    page->baseChoice()->setCurrentText(u"行ごとの計"_s);
    settle();
    CHECK(rowOf(page->table(), u"1万人未満"_s).contains(u"2（100.0%）"_s));
    CHECK(rowOf(page->table(), u"1万～5万人未満"_s).contains(u"1（100.0%）"_s));
    CHECK(rowOf(page->table(), u"未回答"_s).last() == u"32"_s);
    CHECK(std::ssize(page->chart()->spec().categories) == page->table()->filter()->rowCount() - 1);
    CHECK(page->exportActions().size() >= 3); // Excel, PNG, SVG
}

TEST_CASE("a table without a head is refused in the page, and an empty file says what to do first")
{
    Office office;
    office.beginEmpty();
    auto *page = office.show<CrossTablePage>(u"crosstable"_s);
    bool empty = false;
    for (const EmptyState *state : page->findChildren<EmptyState *>())
        empty = empty || state->isVisible();
    CHECK(empty);
    QFile file(office.desk.path(u"空.csv"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("ひとつだけ,\n");
    file.close();
    page->openOwnTable(file.fileName());
    CHECK(page->errorBar()->isVisible());
}
