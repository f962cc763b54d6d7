#include "registershapes.h"

#include "people/registerimportdialog.h"
#include "people/registerspage.h"
#include "people/surveycomparedialog.h"
#include "shell/widgets.h"

#include <QAction>
#include <QFile>
#include <QFileInfo>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::registertest;

namespace {

QString writeFile(Office &office, const QString &name, const QString &text)
{
    QFile file(office.desk.path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
    return file.fileName();
}

} // namespace

TEST_CASE("an import says what will change before it does, and is one undo step")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 city = municipalityNamed(office.document(), u"前橋市"_s);
    auto *page = office.show<RegistersPage>(u"municipalities"_s);
    const QString path = writeFile(office, u"市町村.csv"_s,
                                   u"市町村,人口,運営,所管課,好きな色\n"
                                   "前橋市,\"330,000\",委託,長寿包括ケア課,青\n"
                                   "高崎市,たくさん,直営,,赤\n"_s);
    RegisterImportDialog *dialog = page->openImport(RegisterKind::Municipalities, path);
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->isVisible());
    QStringList changes;
    GridView *table = dialog->table();
    for (int row = 0; row < table->filter()->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < 4; ++column)
            cells << table->filter()->index(row, column).data().toString();
        changes << cells.join(u'|');
    }
    CHECK(changes.contains(u"前橋市|人口||330,000"_s));
    CHECK(changes.contains(u"前橋市|運営||委託"_s));
    CHECK(changes.contains(u"前橋市|所管課||長寿包括ケア課"_s));
    CHECK(changes.contains(u"高崎市|運営||直営"_s));
    CHECK(dialog->summary().contains(u"好きな色"_s)); // a column that means nothing here
    // Nothing is stored yet, and nothing of the preview can be undone.
    CHECK_FALSE(loaded<Municipality>(office.document(), city).population.has_value());
    const QString before = office.document().undoLabel();
    click(dialog->importButton());
    settle();
    CHECK(loaded<Municipality>(office.document(), city).population == 330'000);
    CHECK(office.document().undoLabel() != before);
    office.window->controller()->undo();
    settle();
    CHECK_FALSE(loaded<Municipality>(office.document(), city).population.has_value());
    CHECK(loaded<Municipality>(office.document(), municipalityNamed(office.document(), u"高崎市"_s))
              .operation == Operation::Unknown);
}

TEST_CASE("a file without a known column is refused in the preview")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    auto *page = office.show<RegistersPage>(u"municipalities"_s);
    RegisterImportDialog *dialog =
        page->openImport(RegisterKind::Centres, writeFile(office, u"別.csv"_s, u"果物,値段\nりんご,120\n"_s));
    REQUIRE(dialog != nullptr);
    CHECK(dialog->findChild<NoticeBar *>(u"importMessage"_s)->isVisible());
    CHECK_FALSE(dialog->importButton()->isEnabled());
    dialog->close();
}

TEST_CASE("what the page writes as a workbook is read back as nothing new")
{
    Office office;
    office.beginEmpty();
    makeGunma(office.document());
    auto *page = office.show<RegistersPage>(u"municipalities"_s);
    for (const auto &[index, kind] :
         {std::pair(0, RegisterKind::Municipalities), std::pair(1, RegisterKind::Centres)}) {
        const QString path = office.desk.path(u"一覧%1.xlsx"_s.arg(index));
        office.desk.dialogs.fileToSave = path;
        page->exportActions()[index]->trigger();
        REQUIRE(QFileInfo::exists(path));
        RegisterImportDialog *dialog = page->openImport(kind, path);
        REQUIRE(dialog != nullptr);
        CHECK(dialog->table()->grid()->rowCount() == 0);
        CHECK_FALSE(dialog->importButton()->isEnabled());
        dialog->close();
        settle();
    }
}

TEST_CASE("differences from the yearly survey are listed with their cells and taken over one by one")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 city = municipalityNamed(office.document(), u"前橋市"_s);
    Municipality known = loaded<Municipality>(office.document(), city);
    known.operation = Operation::Direct;
    REQUIRE(RecordTable<Municipality>(office.document()).update(known, u"運営"_s).has_value());
    addCentreFor(office.document(), prefecture, u"まえばしセンター"_s, {u"前橋市"_s});
    auto *page = office.show<RegistersPage>(u"municipalities"_s);
    QString survey = u"市町村,運営,センター,コーディネーターの人数\n"_s;
    for (const Municipality &each : registryOf(office.document()).municipalities)
        survey += each.id == city ? u"前橋市,委託,まえばしセンター,2\n"_s : QString(each.name + u",,,\n"_s);
    SurveyCompareDialog *dialog = page->openCompare(writeFile(office, u"調査.csv"_s, survey));
    REQUIRE(dialog != nullptr);
    GridView *table = dialog->table();
    REQUIRE(table->filter()->rowCount() == 2);
    const auto text = [table](int row, int column) {
        return table->filter()->index(row, column).data().toString();
    };
    CHECK(text(0, 0) == u"前橋市"_s);
    CHECK(text(0, 1) == u"運営"_s);
    CHECK(text(0, 2) == u"直営"_s);
    CHECK(text(0, 3) == u"委託"_s);
    CHECK(text(0, 4).contains(u"B2"_s));

    office.desk.dialogs.fileToSave = office.desk.path(u"違い.xlsx"_s);
    click(dialog->exportButton());
    CHECK(QFileInfo(office.desk.path(u"違い.xlsx"_s)).size() > 0);

    table->setFocus();
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_Return);
    settle();
    CHECK(loaded<Municipality>(office.document(), city).operation == Operation::Commissioned);
    REQUIRE(table->filter()->rowCount() == 1);
    CHECK(text(0, 1) == u"コーディネーターの人数"_s);
    table->selectRow(0);
    click(dialog->takeOverButton());
    settle();
    CHECK(table->filter()->rowCount() == 0);
    CHECK(office.all<Centre>({}, 0)[0].coordinators == 2);
    office.window->controller()->undo();
    CHECK_FALSE(office.all<Centre>({}, 0)[0].coordinators.has_value());
    CHECK(loaded<Municipality>(office.document(), city).operation == Operation::Commissioned);
    dialog->close();
}
