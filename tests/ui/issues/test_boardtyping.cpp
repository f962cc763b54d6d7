// 模造紙: notes typed in by keys alone.
#include "posteroffice.h"

#include "issues/boardcountdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "shell/widgets.h"

using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;
using namespace Qt::StringLiterals;

namespace {

void typeNote(const QString &text)
{
    write(text);
    press(Qt::Key_Return);
}

} // namespace

TEST_CASE("fifteen posters of forty notes are typed in without the mouse")
{
    PosterOffice office(15);
    BoardPage *page = office.page();
    REQUIRE(QApplication::focusWidget() == page->bar()->line());
    for (int number = 1; number <= 15; ++number) {
        for (int scene = 1; scene <= 4; ++scene) {
            press(Qt::Key_0 + scene, Qt::ControlModifier);
            for (int i = 1; i <= 9; ++i)
                typeNote(u"%1班の場面%2の困りごと%3"_s.arg(number).arg(scene).arg(i));
        }
        press(Qt::Key_5, Qt::ControlModifier);
        for (int i = 1; i <= 4; ++i)
            typeNote(u"%1班の伝え方%2"_s.arg(number).arg(i));
        press(Qt::Key_Return, Qt::ControlModifier);
    }
    office.reopen(); // from disk
    for (int number = 1; number <= 15; ++number) {
        const BoardContent board = office.board(number);
        REQUIRE(board.notes.size() == 40);
        for (std::size_t scene = 0; scene < 4; ++scene) {
            const auto notes = board.loose(board.scenes[scene].id);
            REQUIRE(notes.size() == 9);
            CHECK(notes.back()->text == u"%1班の場面%2の困りごと9"_s.arg(number).arg(scene + 1));
            CHECK(notes.back()->kind == NoteKind::Trouble);
        }
        const auto band = board.loose(board.scenes.back().id);
        REQUIRE(band.size() == 4);
        CHECK(band.front()->kind == NoteKind::Tell); // what stands on the band are ways to tell
    }
}

TEST_CASE("the window's own keys for the steps do not take the digits from the typing line")
{
    PosterOffice office(2);
    BoardPage *page = office.page();
    press(Qt::Key_3, Qt::ControlModifier);
    CHECK(office.window->workspace()->currentPage() == u"board"_s);
    CHECK(page->bar()->scene() == office.board(1).scenes[2].id);
    press(Qt::Key_0, Qt::ControlModifier);
    CHECK(page->bar()->scene() == 0);
    typeNote(u"まだ場面を決めていない"_s);
    CHECK(PosterOffice::textsOf(office.board(1).loose(0)) == QStringList{u"まだ場面を決めていない"_s});
}

TEST_CASE("Alt and a digit gives the next notes another kind, and Alt with arrows walks over the posters")
{
    PosterOffice office(3);
    BoardPage *page = office.page();
    press(Qt::Key_2, Qt::AltModifier);
    typeNote(u"退院前に必ず連絡がある"_s);
    REQUIRE(office.board(1).notes.size() == 1);
    CHECK(office.board(1).notes.front().kind == NoteKind::Wish);
    press(Qt::Key_Down, Qt::AltModifier);
    CHECK(page->board() == office.board(2).board.id);
    write(u"打ちかけの付箋"_s);
    press(Qt::Key_Up, Qt::AltModifier); // what stands in the line belongs to the second
    CHECK(page->board() == office.board(1).board.id);
    CHECK(office.board(2).notes.size() == 1);
    press(Qt::Key_Up, Qt::AltModifier);
    CHECK(page->board() == office.board(1).board.id);
    CHECK(page->findChild<QLabel *>(u"noteHint"_s)->text() == u"最初の模造紙です"_s);
}

TEST_CASE("a list that is pasted becomes notes, one undo step together")
{
    PosterOffice office(1);
    office.page();
    press(Qt::Key_2, Qt::ControlModifier);
    QApplication::clipboard()->setText(u"・退院の連絡が当日になる\n・薬が余っている\n1. 通院の足がない\n"_s);
    press(Qt::Key_V, Qt::ControlModifier);
    const BoardContent board = office.board(1);
    CHECK(PosterOffice::textsOf(board.loose(board.scenes[1].id)) ==
          QStringList{u"退院の連絡が当日になる"_s, u"薬が余っている"_s, u"通院の足がない"_s});
    press(Qt::Key_Z, Qt::ControlModifier);
    settle();
    CHECK(office.board(1).notes.empty());
    press(Qt::Key_Y, Qt::ControlModifier);
    settle();
    CHECK(office.board(1).notes.size() == 3);
}

TEST_CASE("a text that seems to name a person is hinted at while it is typed, and nothing is refused")
{
    PosterOffice office(1);
    BoardPage *page = office.page();
    write(u"田中さんの退院が急だった"_s);
    CHECK(page->findChild<QLabel *>(u"noteHint"_s)->text().contains(u"田中さん"_s));
    press(Qt::Key_Return);
    CHECK(office.board(1).notes.size() == 1);
    CHECK(page->poster()->spokenCard(0).contains(u"お名前のような言葉"_s));
}

TEST_CASE("without posters the page says what to do, and as many as asked for are made")
{
    PosterOffice office(0);
    BoardPage *page = office.page();
    const auto ask = [&] {
        click(page->findChild<QWidget *>(u"addBoards"_s));
        settle();
        auto *dialog = page->findChild<BoardCountDialog *>();
        REQUIRE(dialog != nullptr);
        return dialog;
    };
    auto *groups = ask()->findChild<QSpinBox *>();
    groups->setFocus();
    groups->selectAll();
    QTest::keyClicks(groups, u"4"_s);
    QTest::keyClick(groups, Qt::Key_Return);
    settle();
    CHECK(office.boards().size() == 4);
    CHECK(page->badge() == u"4枚"_s);
    office.undo();
    CHECK(office.boards().empty());
    // What cannot be made cannot be said: letters are not taken, nor is a number too large.
    groups = ask()->findChild<QSpinBox *>();
    groups->setFocus();
    groups->selectAll();
    QTest::keyClicks(groups, u"x120"_s);
    CHECK(groups->value() == 12);
    QTest::keyClick(groups, Qt::Key_Escape);
    settle();
    CHECK(office.boards().empty());
}
