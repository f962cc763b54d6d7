#include "participantsfixture.h"

#include "participants/attendeecard.h"
#include "participants/daypage.h"
#include "participants/walkincard.h"
#include "shell/widgets.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;
using Attendance = Participant::Attendance;

namespace {

void search(DayPage *page, const QString &text)
{
    page->search()->setFocus();
    page->search()->selectAll();
    write(text);
    Q_EMIT page->search()->textEdited(page->search()->text());
    settle();
}

} // namespace

TEST_CASE(
    "a few letters and Enter mark somebody present, her table is shown at once, Enter again takes it back")
{
    Reception office;
    office.seat({{u"江口 結"_s, 3}});
    auto *page = office.show<DayPage>(u"day"_s);
    settle();
    CHECK(page->search()->hasFocus()); // nobody has to look for the field
    search(page, u"えぐ"_s);
    CHECK(page->card()->nameText() == u"江口 結"_s);
    CHECK(page->card()->groupText() == u"3班（テーブル3）"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(office.participant(u"江口 結"_s).attendance == Attendance::Present);
    CHECK(page->card()->stateText() == u"✓ 出席"_s);
    CHECK(page->search()->hasFocus());
    CHECK(page->search()->selectedText() == u"えぐ"_s); // the next name is typed over it
    press(Qt::Key_Return);
    settle();
    CHECK(office.participant(u"江口 結"_s).attendance == Attendance::Open);
    press(Qt::Key_Return);
    settle();

    office.reopen();
    CHECK(office.participant(u"江口 結"_s).attendance == Attendance::Present);
}

TEST_CASE("latecomers and absences are keys, and the counters follow by role")
{
    Reception office;
    auto *page = office.show<DayPage>(u"day"_s);
    search(page, u"4"_s); // the number 004
    CHECK(page->card()->nameText() == u"齋藤 花"_s);
    press(Qt::Key_F2);
    settle();
    CHECK(office.participant(u"齋藤 花"_s).attendance == Attendance::Late);
    search(page, u"おおの"_s);
    press(Qt::Key_F3);
    settle();
    CHECK(office.participant(u"大野 晴"_s).attendance == Attendance::Absent);
    // Five are expected: three coordinators, the officer and the lecturer; who waits is not.
    CHECK(page->counter()->summary() == u"出席 1名（うち遅刻 1名）、未確認 3名、欠席 1名（全5名）"_s);
    const auto &roles = page->counter()->roles();
    REQUIRE(roles.size() == 3);
    CHECK(roles[0].label == u"コーディネーター"_s);
    CHECK(roles[0].present == 1);
    CHECK(roles[0].open == 2);
    CHECK(roles[1].absent == 1);
    CHECK(roles[2].label == u"講師"_s);
    CHECK(office.document().undoLabel() == u"受付（欠席）"_s);
    office.undo();
    CHECK(office.participant(u"大野 晴"_s).attendance == Attendance::Open);
    CHECK(page->counter()->summary().contains(u"欠席 0名"_s));
    office.redo();
    CHECK(office.participant(u"大野 晴"_s).attendance == Attendance::Absent);
}

TEST_CASE("of several who fit the arrow keys choose, and the list says how many there are")
{
    Reception office;
    auto *page = office.show<DayPage>(u"day"_s);
    search(page, u"は"_s); // 青木 はる, 大野 晴（はれ）, 齋藤 花（はな）, 講師 一（はじめ）
    CHECK(page->table()->filter()->rowCount() == 4);
    CHECK(page->findChild<QLabel *>(u"dayHint"_s)->text().startsWith(u"4名が当たります"_s));
    const QString first = page->card()->nameText();
    press(Qt::Key_Down);
    settle();
    const QString second = page->card()->nameText();
    CHECK(first != second);
    CHECK(page->search()->hasFocus());
    press(Qt::Key_Return);
    settle();
    CHECK(office.participant(second).attendance == Attendance::Present);
    CHECK(office.participant(first).attendance == Attendance::Open);
}

TEST_CASE("somebody on the waiting list who comes all the same is found and gets a place")
{
    Reception office;
    auto *page = office.show<DayPage>(u"day"_s);
    CHECK_FALSE(names(page->table(), DayPage::NameColumn).join(u',').contains(u"和田"_s));
    search(page, u"わだ"_s);
    CHECK(page->card()->stateText() == u"キャンセル待ちの方です"_s);
    press(Qt::Key_Return);
    settle();
    const Participant wada = office.participant(u"和田 澄"_s);
    CHECK(wada.attendance == Attendance::Present);
    CHECK(wada.state == Participant::State::Accepted);
    CHECK(wada.sitsInGroup());
    office.undo();
    CHECK(office.participant(u"和田 澄"_s).state == Participant::State::Waiting);
}

TEST_CASE("a walk-in is received without the mouse, and a namesake is pointed out")
{
    Reception office;
    auto *page = office.show<DayPage>(u"day"_s);
    search(page, u"小森 凛"_s);
    CHECK(page->findChild<QLabel *>(u"dayHint"_s)->text().contains(u"F4"_s));
    press(Qt::Key_F4);
    settle();
    REQUIRE(page->walkIn()->isVisible());
    CHECK(page->walkIn()->name()->text() == u"小森 凛"_s);
    CHECK(page->walkIn()->warning().isEmpty());
    press(Qt::Key_Tab);
    write(u"こもり りん"_s);
    press(Qt::Key_Tab);
    write(u"市町村担当者"_s);
    press(Qt::Key_Tab);
    write(u"D市役所"_s);
    press(Qt::Key_Return);
    settle();
    CHECK_FALSE(page->walkIn()->isVisible());
    CHECK(page->card()->nameText() == u"小森 凛"_s);
    CHECK(page->card()->stateText() == u"✓ 出席（当日参加）"_s);

    office.reopen();
    const Participant komori = office.participant(u"小森 凛"_s);
    CHECK(komori.walkIn);
    CHECK(komori.attendance == Attendance::Present);
    CHECK(komori.kana == u"こもり りん"_s);
    CHECK(komori.role == u"市町村担当者"_s);
    CHECK(komori.affiliation == u"D市役所"_s);
    CHECK(komori.number == u"007"_s); // the next one

    page = office.show<DayPage>(u"day"_s);
    settle();
    press(Qt::Key_F4);
    settle();
    write(u"斎藤 花"_s); // she is there under another way of writing it
    settle();
    CHECK(page->walkIn()->warning().contains(u"東部センター"_s));
    press(Qt::Key_Escape);
    settle();
    CHECK_FALSE(page->walkIn()->isVisible());
    CHECK(office.everybody().size() == 7);
}

TEST_CASE("the list shows only those who are still awaited when asked to")
{
    Reception office;
    auto *page = office.show<DayPage>(u"day"_s);
    search(page, u"あおき"_s);
    press(Qt::Key_Return);
    settle();
    page->search()->clear();
    page->table()->clearSelection();
    page->findChild<SegmentedControl *>(u"dayWhich"_s)->setCurrentIndex(2);
    settle();
    CHECK(names(page->table(), DayPage::NameColumn) == QStringList{u"青木 はる（あおき はる）"_s});
    page->findChild<SegmentedControl *>(u"dayWhich"_s)->setCurrentIndex(0);
    settle();
    CHECK(page->table()->filter()->rowCount() == 5);
}

TEST_CASE("before anybody is registered the page of the day says where to begin")
{
    Reception office(Reception::Empty::Yes);
    auto *page = office.show<DayPage>(u"day"_s);
    settle();
    CHECK_FALSE(page->search()->isVisible());
    auto *empty = page->findChild<EmptyState *>();
    REQUIRE(empty != nullptr);
    // A walk-in can be received all the same.
    click(page->findChild<QPushButton *>(u"beginWalkIn"_s));
    settle();
    REQUIRE(page->walkIn()->isVisible());
    write(u"小森 凛"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(office.participant(u"小森 凛"_s).walkIn);
    CHECK(page->search()->isVisible());
}

TEST_CASE("three hundred people are searched and marked without a noticeable wait")
{
    Reception office(Reception::Empty::Yes);
    REQUIRE(office.document()
                .perform(u"準備"_s,
                         [&](Database &) -> Result<> {
                             for (int i = 0; i < 300; ++i) {
                                 Participant one;
                                 one.name = u"参加者%1"_s.arg(i);
                                 one.kana = u"さんかしゃ%1"_s.arg(i);
                                 one.number = u"%1"_s.arg(i + 1, 3, 10, QChar(u'0'));
                                 one.state = Participant::State::Accepted;
                                 office.join(one);
                             }
                             return {};
                         })
                .has_value());
    auto *page = office.show<DayPage>(u"day"_s);
    settle();
    QElapsedTimer timer;
    timer.start();
    page->search()->setFocus();
    write(u"参加者29"_s);
    Q_EMIT page->search()->textEdited(page->search()->text());
    QCoreApplication::processEvents();
    const auto searched = timer.restart();
    press(Qt::Key_Return);
    QCoreApplication::processEvents();
    const auto marked = timer.elapsed();
    CHECK(page->table()->filter()->rowCount() == 11); // 29 and 290 to 299
    CHECK(office.participant(u"参加者29"_s).attendance == Attendance::Present);
    // Of a person's patience, not of this machine's speed: both are a tenth of it here.
    CHECK(searched < 500);
    CHECK(marked < 1000);
}
