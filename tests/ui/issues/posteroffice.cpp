#include "posteroffice.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane::cycletest;

namespace tane::issuestest {

PosterOffice::PosterOffice(int groups)
{
    begin();
    Workshop record;
    record.programme = programme();
    record.title = u"第1回研修会"_s;
    record.heldOn = QDate(2026, 9, 1);
    const auto id = WorkshopRepository(document()).save(record);
    REQUIRE(id.has_value());
    workshop = *id;
    if (groups > 0) {
        const auto added = addBoards(document(), workshop, groups, {u"さくら"_s}, u"準備"_s);
        REQUIRE(added == groups);
    }
    forget();
}

void PosterOffice::forget()
{
    reopen();
    window->controller()->showWorkshop(workshop);
    settle();
}

BoardPage *PosterOffice::page()
{
    BoardPage *page = show<BoardPage>(u"board"_s);
    QTest::keyClick(window.get(), Qt::Key_T, Qt::ControlModifier); // to the typing line, from anywhere
    return page;
}

std::vector<BoardSummary> PosterOffice::boards()
{
    auto all = boardsOf(document(), workshop);
    REQUIRE(all.has_value());
    return std::move(*all);
}

BoardContent PosterOffice::board(int number)
{
    const auto all = boards();
    const auto found =
        std::ranges::find_if(all, [number](const BoardSummary &one) { return one.board.number == number; });
    REQUIRE(found != all.end());
    auto content = loadBoard(document(), found->board.id);
    REQUIRE(content.has_value());
    return std::move(*content);
}

std::vector<qint64> PosterOffice::stick(int number, const QStringList &texts, int scene)
{
    const BoardContent content = board(number);
    const auto added = addNotes(
        document(), {.board = content.board.id, .scene = content.scenes[static_cast<std::size_t>(scene)].id},
        texts.join(u'\n'), u"準備"_s);
    REQUIRE(added.has_value());
    return *added;
}

QStringList PosterOffice::textsOf(const std::vector<const StickyNote *> &notes)
{
    QStringList texts;
    for (const StickyNote *note : notes)
        texts << note->text;
    return texts;
}

void PosterOffice::undo()
{
    window->controller()->undo();
    settle();
}

void PosterOffice::redo()
{
    window->controller()->redo();
    settle();
}

QPoint placeOf(PosterBoard *poster, PosterKey key)
{
    const int index = poster->picture().indexOf(key);
    REQUIRE(index >= 0);
    return poster->itemRect(index).center();
}

void drag(PosterBoard *poster, QPoint from, QPoint to)
{
    QWidget *view = poster->viewport();
    QTest::mousePress(view, Qt::LeftButton, Qt::NoModifier, from);
    for (int step = 1; step <= 4; ++step)
        QTest::mouseMove(view, from + (to - from) * step / 4);
    const auto move = [&](QPoint at) {
        QMouseEvent event(QEvent::MouseMove, at, view->mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                          Qt::NoModifier);
        QCoreApplication::sendEvent(view, &event);
    };
    for (int step = 1; step <= 4; ++step)
        move(from + (to - from) * step / 4);
    QTest::mouseRelease(view, Qt::LeftButton, Qt::NoModifier, to);
    settle();
}

} // namespace tane::issuestest
