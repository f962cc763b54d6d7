#include "participantsfixture.h"

#include "exchange/tablereader.h"
#include "participants/funnelstrip.h"
#include "participants/invitedialog.h"
#include "participants/participantdetails.h"
#include "participants/participantfilterbar.h"
#include "participants/participantspage.h"
#include "parts/recordpicker.h"
#include "people/person.h"
#include "shell/editors/savedline.h"
#include "shell/navbar.h"
#include "shell/widgets.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;
using State = Participant::State;

namespace {

/// The action of a menu or of one of its submenus.
QAction *action(QMenu *menu, const QString &text)
{
    for (QAction *each : menu->actions()) {
        if (each->text() == text)
            return each;
        if (each->menu() != nullptr)
            if (QAction *found = action(each->menu(), text))
                return found;
    }
    return nullptr;
}

void trigger(QMenu *menu, const QString &text)
{
    QAction *found = action(menu, text);
    INFO(text.toStdString());
    REQUIRE(found != nullptr);
    REQUIRE(found->isEnabled());
    found->trigger();
    settle();
}

void selectRows(GridView *table, const std::vector<qint64> &ids)
{
    table->clearSelection();
    for (const qint64 id : ids) {
        const QModelIndex row =
            table->filter()->mapFromSource(table->grid()->index(table->grid()->rowOf(id), 0));
        REQUIRE(row.isValid());
        table->selectionModel()->select(row, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    settle();
}

} // namespace

TEST_CASE("everybody of the workshop is listed with her state, and the counts say of how many")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    CHECK(page->table()->filter()->rowCount() == 6);
    const qint64 wada = office.participant(u"和田 澄"_s).id;
    CHECK(shown(page->table(), wada, ParticipantsPage::StateColumn) == u"キャンセル待ち"_s);
    CHECK(shown(page->table(), wada, ParticipantsPage::BeforeColumn).isEmpty()); // she is not asked
    const qint64 eguchi = office.participant(u"江口 結"_s).id;
    CHECK(shown(page->table(), eguchi, ParticipantsPage::BeforeColumn) == u"－"_s);
    const auto &steps = page->funnel()->stages();
    REQUIRE(steps.size() == 6);
    CHECK(steps[0].count == 5); // the lecturer did not apply
    CHECK(steps[1].count == 4);
    CHECK(steps[1].base == 5);
    CHECK(office.window->workspace()->navigation()->entry(u"participants"_s)->accessibleDescription() ==
          u"4名"_s);
}

TEST_CASE("a field of the details is saved, and undo brings back what stood there")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    REQUIRE(page->reveal(u"participant"_s, office.participant(u"江口 結"_s).id));
    settle();
    typeLine(page->details()->findChild<SavedLine *>(u"participantNumber"_s)->edit(), u"102"_s);
    CHECK(office.participant(u"江口 結"_s).number == u"102"_s);
    CHECK(office.document().undoLabel() == u"参加者の受付番号の変更"_s);
    office.undo();
    CHECK(office.participant(u"江口 結"_s).number == u"002"_s);
    office.redo();
    // Experience is kept as written, and in months.
    typeLine(page->details()->findChild<SavedLine *>(u"participantExperience"_s)->edit(), u"２年６か月"_s);
    office.reopen();
    const Participant eguchi = office.participant(u"江口 結"_s);
    CHECK(eguchi.number == u"102"_s);
    CHECK(eguchi.experience == u"2年6か月"_s); // width is no matter
    CHECK(eguchi.experienceMonths == 30);
}

TEST_CASE("several are chosen and changed at once, which is one step to undo")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    const qint64 eguchi = office.participant(u"江口 結"_s).id, aoki = office.participant(u"青木 はる"_s).id;
    selectRows(page->table(), {eguchi, aoki});
    CHECK(page->findChild<QLabel *>(u"selectedParticipants"_s)->text() == u"2名を選んでいます"_s);
    // The side shows nobody's fields, which would be one person's only.
    CHECK(page->findChild<QLabel *>(u"severalParticipants"_s)->text().contains(u"2名"_s));
    CHECK(page->findChild<QLabel *>(u"severalParticipants"_s)->isVisible());
    CHECK_FALSE(page->details()->isVisible());
    trigger(page->changeMenu(), u"取りやめ"_s);
    CHECK(office.participant(u"江口 結"_s).state == State::Cancelled);
    CHECK(office.participant(u"青木 はる"_s).state == State::Cancelled);
    CHECK(office.participant(u"齋藤 花"_s).state == State::Accepted);
    office.undo();
    CHECK(office.participant(u"江口 結"_s).state == State::Accepted);
    CHECK(office.participant(u"青木 はる"_s).state == State::Accepted);
    selectRows(page->table(), {eguchi, aoki});
    trigger(page->changeMenu(), u"オブザーバー"_s);
    trigger(page->changeMenu(), u"オンライン"_s);
    trigger(page->changeMenu(), u"欠席"_s);
    office.reopen();
    CHECK(office.participant(u"江口 結"_s).part == Participant::Part::Observer);
    CHECK(office.participant(u"青木 はる"_s).online);
    CHECK(office.participant(u"青木 はる"_s).attendance == Participant::Attendance::Absent);
}

TEST_CASE("a state is changed in its cell with the keyboard")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    const qint64 wada = office.participant(u"和田 澄"_s).id;
    const QModelIndex cell = page->table()->filter()->mapFromSource(
        page->table()->grid()->index(page->table()->grid()->rowOf(wada), ParticipantsPage::StateColumn));
    page->table()->setFocus();
    page->table()->setCurrentIndex(cell);
    QTest::keyClick(page->table(), Qt::Key_Return);
    auto *box = page->table()->viewport()->findChild<QComboBox *>();
    REQUIRE(box != nullptr);
    box->setCurrentIndex(box->findText(u"受講決定"_s));
    Q_EMIT box->activated(box->currentIndex());
    settle();
    CHECK(office.participant(u"和田 澄"_s).state == State::Accepted);
}

TEST_CASE("the list is narrowed by words, state, role and missing answers")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    ParticipantFilterBar *filter = page->filterBar();
    filter->text()->setFocus();
    write(u"斉藤"_s); // another way to write 齋藤
    settle();
    CHECK(names(page->table(), ParticipantsPage::NameColumn) == QStringList{u"齋藤 花"_s});
    filter->clear();
    filter->role()->setCurrentIndex(filter->role()->findText(u"市町村担当者"_s));
    settle();
    CHECK(names(page->table(), ParticipantsPage::NameColumn) == QStringList{u"大野 晴"_s});
    filter->clear();
    filter->state()->setCurrentIndex(filter->state()->findText(u"キャンセル待ち（1）"_s));
    settle();
    CHECK(names(page->table(), ParticipantsPage::NameColumn) == QStringList{u"和田 澄"_s});
    filter->clear();
    filter->answers()->setCurrentIndex(1); // 研修前が未回答: the four accepted learners
    settle();
    CHECK(page->table()->filter()->rowCount() == 4);
    // Who is filtered out is shown all the same when she is looked for.
    REQUIRE(page->reveal(u"participant"_s, office.participant(u"和田 澄"_s).id));
    CHECK_FALSE(filter->isFiltering());
}

TEST_CASE("somebody is added by typing and removed after a question")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    trigger(page->findChild<QMenu *>(u"addParticipantsMenu"_s), u"一人ずつ加える"_s);
    CHECK(office.everybody().size() == 6);
    write(u"途中"_s);
    press(Qt::Key_Escape); // nobody is left behind
    settle();
    CHECK(office.everybody().size() == 6);
    CHECK_FALSE(page->findChild<QLineEdit *>(u"newParticipant"_s)->isVisible());
    trigger(page->findChild<QMenu *>(u"addParticipantsMenu"_s), u"一人ずつ加える"_s);
    press(Qt::Key_Return); // without a name there is nobody, either
    CHECK(office.everybody().size() == 6);
    write(u"小森 凛"_s);
    press(Qt::Key_Return);
    settle();
    const Participant komori = office.participant(u"小森 凛"_s);
    CHECK(komori.state == State::Applied);
    CHECK(komori.number == u"007"_s);
    office.desk.dialogs.confirmed = false;
    page->table()->setFocus();
    QTest::keyClick(page->table(), Qt::Key_Delete);
    settle();
    CHECK(office.everybody().size() == 7);
    office.desk.dialogs.confirmed = true;
    QTest::keyClick(page->table(), Qt::Key_Delete);
    settle();
    CHECK(office.everybody().size() == 6);
    office.undo();
    CHECK(office.everybody().size() == 7);
}

TEST_CASE("the empty page says what to do first, and people of the register are invited from it")
{
    Reception office(Reception::Empty::Yes);
    Person person;
    person.name = u"江口 結"_s;
    person.kana = u"えぐち ゆい"_s;
    const auto id = RecordTable<Person>(office.document()).add(person, u"準備"_s);
    REQUIRE(id.has_value());
    REQUIRE(RecordTable<PersonRole>(office.document())
                .add({0, *id, u"コーディネーター"_s}, u"準備"_s)
                .has_value());
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    CHECK_FALSE(page->table()->isVisible());
    click(page->findChild<QPushButton *>(u"inviteFirst"_s));
    settle();
    auto *dialog = page->findChild<InviteDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->table()->filter()->rowCount() == 1);
    click(dialog->inviteButton());
    settle();
    const Participant eguchi = office.participant(u"江口 結"_s);
    CHECK(eguchi.state == State::Invited);
    CHECK(eguchi.person == *id);
    CHECK(eguchi.role == u"コーディネーター"_s);
    CHECK(page->table()->isVisible());
    // She is there now: nobody is left to invite.
    trigger(page->findChild<QMenu *>(u"addParticipantsMenu"_s), u"人材の名簿から案内する…"_s);
    auto *again = page->findChildren<InviteDialog *>().last();
    CHECK(again->table()->filter()->rowCount() == 0);
    CHECK_FALSE(again->inviteButton()->isEnabled());
    again->reject();
}

TEST_CASE("a participant is tied to somebody of the register by typing her reading, and untied")
{
    Reception office;
    Person person;
    person.name = u"江口 結衣"_s; // her name in the register
    person.kana = u"えぐち ゆい"_s;
    const auto id = RecordTable<Person>(office.document()).add(person, u"準備"_s);
    REQUIRE(id.has_value());
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    REQUIRE(page->reveal(u"participant"_s, office.participant(u"江口 結"_s).id));
    settle();
    RecordPicker *picker = page->details()->picker();
    picker->setFocus();
    write(u"えぐち"_s);
    Q_EMIT picker->textEdited(picker->text());
    press(Qt::Key_Return);
    settle();
    CHECK(office.participant(u"江口 結"_s).person == *id);
    CHECK_FALSE(picker->isVisible());
    auto *unlink = page->details()->findChild<QPushButton *>(u"unlinkPerson"_s);
    REQUIRE(unlink->isVisible());
    unlink->setFocus();
    press(Qt::Key_Space);
    settle();
    CHECK(office.participant(u"江口 結"_s).person == 0);
}

TEST_CASE("the list as it is shown goes to Excel")
{
    Reception office;
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    settle();
    page->filterBar()->role()->setCurrentIndex(page->filterBar()->role()->findText(u"市町村担当者"_s));
    settle();
    office.desk.dialogs.fileToSave = office.desk.path(u"一覧.xlsx"_s);
    REQUIRE(page->exportActions().size() == 1);
    page->exportActions().first()->trigger();
    settle();
    const auto tables = readTables(office.desk.dialogs.fileToSave);
    REQUIRE(tables.has_value());
    QString all;
    for (int row = 0; row < tables->front().rowCount(); ++row)
        for (int column = 0; column < tables->front().columnCount(); ++column)
            all += QString::fromUtf8(tables->front().cell(row, column)) + u'\n';
    CHECK(all.contains(u"大野 晴"_s));
    CHECK_FALSE(all.contains(u"江口 結"_s));
}

TEST_CASE("three hundred participants open and are filtered without a noticeable wait")
{
    Reception office(Reception::Empty::Yes);
    REQUIRE(office.document()
                .perform(u"準備"_s,
                         [&](Database &) -> Result<> {
                             for (int i = 0; i < 300; ++i) {
                                 Participant one;
                                 one.name = u"参加者%1"_s.arg(i);
                                 one.kana = u"さんかしゃ%1"_s.arg(i);
                                 one.role = i % 3 == 0 ? u"市町村担当者"_s : u"コーディネーター"_s;
                                 one.state = State::Accepted;
                                 office.join(one);
                             }
                             return {};
                         })
                .has_value());
    QElapsedTimer timer;
    timer.start();
    auto *page = office.show<ParticipantsPage>(u"participants"_s);
    QCoreApplication::processEvents();
    const auto opened = timer.restart();
    page->filterBar()->text()->setFocus();
    write(u"参加者29"_s);
    QCoreApplication::processEvents();
    const auto filtered = timer.elapsed();
    CHECK(page->table()->filter()->rowCount() == 11); // 29 and 290 to 299
    WARN("opened in " << opened << " ms, filtered in " << filtered << " ms");
    // Bounds of a person's patience on a busy machine.
    CHECK(opened < 2000);
    CHECK(filtered < 500);
}
