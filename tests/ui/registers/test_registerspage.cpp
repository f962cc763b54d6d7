#include "registershapes.h"

#include "parts/recordpicker.h"
#include "people/areastab.h"
#include "people/centredetails.h"
#include "people/centrestab.h"
#include "people/ladderstepsdialog.h"
#include "people/municipalitiestab.h"
#include "people/prefecturestart.h"
#include "people/registerspage.h"
#include "people/vocabularydialog.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/navbar.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::registertest;

namespace {

RegistersPage *showRegisters(Office &office)
{
    return office.show<RegistersPage>(u"municipalities"_s);
}

QAction *actionOf(QMenu *menu, const QString &text)
{
    const auto actions = menu->actions();
    for (QAction *action : actions)
        if (action->text() == text)
            return action;
    FAIL("no action " << text.toStdString());
    return nullptr;
}

} // namespace

TEST_CASE("choosing a prefecture brings all its municipalities with one click")
{
    Office office;
    office.beginEmpty();
    RegistersPage *page = showRegisters(office);
    REQUIRE(page->start()->isVisible());
    CHECK_FALSE(page->municipalities()->isVisible());
    page->start()->choice()->setCurrentText(u"群馬県"_s);
    click(page->start()->button());
    settle();
    // domain.md 7: 群馬県 has 35 municipalities.
    CHECK(page->municipalities()->table()->grid()->rowCount() == 35);
    CHECK(page->municipalities()->isVisible());
    CHECK(office.window->workspace()->navigation()->entry(u"municipalities"_s)->accessibleDescription() ==
          u"35"_s);
    QTest::keyClick(office.window.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    CHECK(page->start()->isVisible());
    office.window->controller()->redo();
    office.reopen();
    page = showRegisters(office);
    CHECK(page->municipalities()->table()->grid()->rowCount() == 35);
}

TEST_CASE("population, operation and stage of a municipality are edited in their cells")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 town = municipalityNamed(office.document(), u"高崎市"_s);
    RegistersPage *page = showRegisters(office);
    GridView *table = page->municipalities()->table();

    auto *line = edit<QLineEdit>(table, town, MunicipalitiesTab::Population);
    line->selectAll();
    QTest::keyClicks(line, u"37,000"_s);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    CHECK(loaded<Municipality>(office.document(), town).population == 37'000);
    CHECK(cell(table, town, MunicipalitiesTab::Population).data().toString() == u"37,000"_s);

    line = edit<QLineEdit>(table, town, MunicipalitiesTab::AgedRate);
    line->selectAll();
    QTest::keyClicks(line, u"28.6%"_s);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    CHECK(loaded<Municipality>(office.document(), town).agedRate == 286);
    choose(edit<QComboBox>(table, town, MunicipalitiesTab::Operated), u"委託"_s);
    choose(edit<QComboBox>(table, town, MunicipalitiesTab::Stage), u"拡充期"_s);

    // What is no number is refused with a reason, and nothing changes.
    line = edit<QLineEdit>(table, town, MunicipalitiesTab::Population);
    line->selectAll();
    QTest::keyClicks(line, u"many"_s);
    QTest::keyClick(line, Qt::Key_Return);
    settle();
    CHECK(page->errorBar()->isVisible());
    CHECK(page->errorBar()->text().contains(u"many"_s));
    CHECK(loaded<Municipality>(office.document(), town).population == 37'000);

    office.reopen();
    const auto stored = loaded<Municipality>(office.document(), town);
    CHECK(stored.operation == Operation::Commissioned);
    CHECK(stored.stage == 2);
    CHECK(stored.agedRate == 286);
}

TEST_CASE("several municipalities are put into a new care area at once, in one undo step")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    RegistersPage *page = showRegisters(office);
    GridView *table = page->municipalities()->table();
    table->setFocus();
    table->setCurrentIndex(table->filter()->index(0, 0));
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
    const std::vector<qint64> chosen = table->selectedIds();
    REQUIRE(chosen.size() == 3);
    office.desk.dialogs.text = u"中央"_s;
    auto *assign = page->findChild<QPushButton *>(u"assignArea"_s);
    actionOf(assign->menu(), u"新しい圏域…"_s)->trigger();
    settle();
    for (const qint64 id : chosen)
        CHECK(loaded<Municipality>(office.document(), id).careArea != 0);
    CHECK(cell(table, chosen.front(), MunicipalitiesTab::Area).data().toString() == u"中央"_s);

    // Only that care area is shown when it is chosen as the filter.
    auto *filter = page->findChild<QComboBox *>(u"areaFilter"_s);
    filter->setCurrentText(u"中央"_s);
    CHECK(table->filter()->rowCount() == 3);
    filter->setCurrentIndex(0);

    office.window->controller()->undo();
    settle();
    CHECK(office.all<CareArea>({}, 0).empty());
    CHECK(loaded<Municipality>(office.document(), chosen.front()).careArea == 0);
}

TEST_CASE("typing filters the municipalities by name, reading and centre")
{
    Office office;
    office.beginEmpty();
    makeGunma(office.document());
    RegistersPage *page = showRegisters(office);
    GridView *table = page->municipalities()->table();
    auto *field = page->findChild<QLineEdit *>(u"municipalityFilter"_s);
    field->setFocus();
    write(u"たかさき"_s);
    CHECK(table->filter()->rowCount() == 1);
    field->clear();
    write(u"第1センター"_s);
    CHECK(table->filter()->rowCount() == 6); // a city and five others
    field->clear();
    CHECK(table->filter()->rowCount() == 35);
}

TEST_CASE("a centre serves several municipalities with a note for each, and its coordinators may be unknown")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    RegistersPage *page = showRegisters(office);
    page->tabs()->setCurrentIndex(1);
    click(page->findChild<QPushButton *>(u"addRecord"_s));
    write(u"高崎 第三センター"_s); // the name is selected, ready to be written
    press(Qt::Key_Return);
    settle();
    auto centres = office.all<Centre>({}, 0);
    REQUIRE(centres.size() == 1);
    CHECK(centres[0].name == u"高崎 第三センター"_s);
    CHECK(centres[0].prefecture == prefecture);
    CHECK_FALSE(centres[0].coordinators.has_value());

    CentreDetails *details = page->centres()->details();
    auto *picker = details->findChild<RecordPicker *>(u"addServed"_s);
    picker->setFocus();
    write(u"たかさき"_s); // by its reading
    Q_EMIT picker->textEdited(picker->text());
    press(Qt::Key_Return);
    settle();
    picker->setFocus();
    write(u"安中"_s);
    Q_EMIT picker->textEdited(picker->text());
    press(Qt::Key_Return);
    settle();
    auto served = office.all<CentreMunicipality>(u"centre"_s, centres[0].id);
    REQUIRE(served.size() == 2);
    SavedLine *note = nullptr;
    for (SavedLine *line : details->findChildren<SavedLine *>())
        if (line->edit()->accessibleName().contains(u"高崎市"_s) && line->isVisible())
            note = line;
    REQUIRE(note != nullptr);
    note->edit()->setFocus();
    write(u"旧新町・吉井町"_s); // 002:6534
    press(Qt::Key_Return);
    settle();
    CHECK(cell(page->centres()->table(), centres[0].id, CentresTab::Municipalities)
              .data()
              .toString()
              .contains(u"高崎市（旧新町・吉井町）"_s));
    CHECK(cell(page->centres()->table(), centres[0].id, CentresTab::Coordinators).data().toString() ==
          u"不明"_s);

    office.reopen();
    served = office.all<CentreMunicipality>(u"centre"_s, centres[0].id);
    REQUIRE(served.size() == 2);
    CHECK(served[0].note == u"旧新町・吉井町"_s);
}

TEST_CASE("a closed centre leaves the list but stays in the register")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 centre = addCentreFor(office.document(), prefecture, u"旧センター"_s, {u"前橋市"_s});
    RegistersPage *page = showRegisters(office);
    page->tabs()->setCurrentIndex(1);
    settle();
    REQUIRE(page->centres()->table()->filter()->rowCount() == 1);
    auto *closed = page->findChild<QWidget *>(u"closedOn"_s)->findChild<QLineEdit *>();
    closed->setFocus();
    QTest::keyClicks(closed, u"R7.3.31"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(page->centres()->table()->filter()->rowCount() == 0);
    CHECK(loaded<Centre>(office.document(), centre).closedOn == QDate(2025, 3, 31));
    CHECK(page->reveal(u"centre"_s, centre)); // found by search all the same
    CHECK(page->centres()->table()->currentId() == centre);
}

TEST_CASE("care areas are written as lines, and a tick puts a municipality into one")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    RegistersPage *page = showRegisters(office);
    page->tabs()->setCurrentIndex(2);
    settle();
    page->areas()->areas()->beginLine();
    write(u"吾妻"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    const auto areas = office.all<CareArea>({}, 0);
    REQUIRE(areas.size() == 1);
    QListWidget *members = page->areas()->members();
    REQUIRE(members->isVisible());
    CHECK(members->count() == 35);
    members->setFocus();
    members->setCurrentRow(4);
    press(Qt::Key_Space);
    settle();
    const qint64 fifth = members->item(4)->data(Qt::UserRole).toLongLong();
    CHECK(loaded<Municipality>(office.document(), fifth).careArea == areas[0].id);
    CHECK(office.document().undoLabel() == u"圏域への割り当て"_s);

    auto *note = page->findChild<SavedText *>(u"areaNote"_s);
    REQUIRE(note->isVisible());
    note->edit()->setFocus();
    write(u"事務局は郡医師会"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(loaded<CareArea>(office.document(), areas[0].id).note == u"事務局は郡医師会"_s);
    CHECK(office.document().undoLabel() == u"圏域の備考の変更"_s);
    auto *department = page->findChild<SavedLine *>(u"department"_s);
    department->edit()->setFocus();
    write(u"健康福祉部 介護高齢課"_s);
    press(Qt::Key_Return);
    auto *medical = page->findChild<SavedLine *>(u"medicalAreas"_s);
    medical->edit()->setFocus();
    QTest::keyClicks(medical->edit(), u"10"_s);
    press(Qt::Key_Return);
    office.reopen();
    const auto prefectures = office.all<Prefecture>({}, 0);
    REQUIRE(prefectures.size() == 1);
    CHECK(prefectures[0].department == u"健康福祉部 介護高齢課"_s);
    CHECK(prefectures[0].medicalAreas == 10);
}

TEST_CASE("a word in use is changed wherever it is used and cannot be taken away")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 centre = addCentreFor(office.document(), prefecture, u"東部センター"_s, {u"前橋市"_s});
    const qint64 person =
        addPerson(office.document(), u"江口 結"_s, u"えぐち ゆい"_s, u"コーディネーター"_s, centre);
    VocabularyDialog dialog(*office.window->controller()->context());
    dialog.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    const QStringList before = vocabulary(office.document(), Vocabulary::Role).value();
    REQUIRE(before.contains(u"コーディネーター"_s));
    const int row = static_cast<int>(before.indexOf(u"コーディネーター"_s));
    auto *editor = qobject_cast<GrowingEdit *>(dialog.words()->editorAt(row));
    REQUIRE(editor != nullptr);

    // Each role says as what it is counted.
    auto *line = editor->parentWidget()->parentWidget();
    QString said;
    for (const QLabel *label : line->findChildren<QLabel *>())
        said += label->text();
    CHECK(said.contains(u"コーディネーターとして数えます"_s));

    // Taking it away is refused while somebody has the role.
    auto *remove = line->findChild<QToolButton *>();
    REQUIRE(remove != nullptr);
    remove->click();
    settle();
    CHECK(vocabulary(office.document(), Vocabulary::Role).value() == before);

    editor = qobject_cast<GrowingEdit *>(dialog.words()->editorAt(row));
    editor->setFocus();
    editor->selectAll();
    write(u"在宅医療コーディネーター"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    CHECK(vocabulary(office.document(), Vocabulary::Role).value()[row] == u"在宅医療コーディネーター"_s);
    CHECK(registryOf(office.document()).person(person)->roles == QStringList{u"在宅医療コーディネーター"_s});
    office.window->controller()->undo();
    CHECK(registryOf(office.document()).person(person)->roles == QStringList{u"コーディネーター"_s});
}

TEST_CASE("the texts of the steps are edited, and a step somebody stands on stays")
{
    Office office;
    office.beginEmpty();
    const qint64 prefecture = beginPrefecture(office.document(), u"群馬県"_s);
    const qint64 centre = addCentreFor(office.document(), prefecture, u"東部センター"_s, {u"前橋市"_s});
    const qint64 person =
        addPerson(office.document(), u"高瀬 碧"_s, u"たかせ あおい"_s, u"コーディネーター"_s, centre);
    assess(office.document(), person, QDate(2026, 6, 1), 8); // 2-2, the last of five
    LadderStepsDialog dialog(*office.window->controller()->context());
    dialog.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    REQUIRE(dialog.count() == 5); // 図表-29
    click(dialog.removeButton());
    settle();
    CHECK(dialog.count() == 5);
    CHECK(loadLadder(office.document()).value().steps.size() == 5);
    click(dialog.addButton());
    settle();
    REQUIRE(dialog.count() == 6);
    dialog.name(5)->edit()->setFocus();
    dialog.name(5)->edit()->selectAll();
    write(u"3"_s);
    press(Qt::Key_Return);
    CHECK(loadLadder(office.document()).value().steps.back().name == u"3"_s);
    click(dialog.removeButton());
    settle();
    CHECK(loadLadder(office.document()).value().steps.size() == 5);
}

TEST_CASE("in a file that another window holds the registers can be looked at and not changed")
{
    Office office;
    office.beginEmpty();
    beginPrefecture(office.document(), u"群馬県"_s);
    const QString path = office.document().path();
    Office second;
    second.window->controller()->openPath(path);
    REQUIRE(second.document().isReadOnly());
    RegistersPage *page = showRegisters(second);
    GridView *table = page->municipalities()->table();
    CHECK(table->grid()->rowCount() == 35);
    table->setFocus();
    table->setCurrentIndex(table->filter()->index(0, MunicipalitiesTab::Population));
    QTest::keyClick(table, Qt::Key_F2);
    CHECK(table->viewport()->findChild<QLineEdit *>() == nullptr);
    CHECK_FALSE(page->findChild<QPushButton *>(u"addRecord"_s)->isEnabled());
    CHECK_FALSE(page->findChild<QPushButton *>(u"assignArea"_s)->isEnabled());
}
