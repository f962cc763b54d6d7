#include "stepsfixture.h"

#include "programme/threadpage.h"
#include "programme/threadpicture.h"

#include <QAccessible>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

ThreadKey rowKey(Bureau &bureau, std::size_t row)
{
    return {ThreadLayout::columnOf(EvidenceKind::TimetableRow), bureau.all<TimetableRow>().at(row).id};
}

/// The area scrolls to the card, as an officer does, and the card is clicked.
void clickCard(ThreadPage &page, ThreadKey key)
{
    const QRect box = page.picture()->boxOf(key);
    REQUIRE(box.isValid());
    QTest::mouseClick(page.picture(), Qt::LeftButton, {}, box.center());
}

std::vector<GoalLink> links(Bureau &bureau)
{
    const auto found = goalLinks(bureau.document(), bureau.programme());
    REQUIRE(found.has_value());
    return *found;
}

} // namespace

TEST_CASE("choosing a goal and clicking what serves it joins the two, clicking again parts them")
{
    Bureau bureau(u"half-day"_s);
    const qint64 goal = bureau.addGoal(bureau.groups().front().id, Goal::Term::Short, u"説明できる"_s);
    auto shown = std::make_unique<ThreadPage>(bureau.context());
    ThreadPage &page = *shown;
    present(page);
    const ThreadKey row = rowKey(bureau, 3);
    clickCard(page, row); // no goal is chosen: nothing happens
    CHECK(links(bureau).empty());
    clickCard(page, {0, goal});
    CHECK(page.picture()->chosenGoal() == goal);
    CHECK(child<QLabel>(page, u"prompt"_s)->text().contains(u"説明できる"_s));
    clickCard(page, row);
    REQUIRE(links(bureau).size() == 1);
    CHECK(links(bureau).front().goal == goal);
    CHECK(links(bureau).front().target == row.id);
    CHECK(page.picture()->picture().isLinked(goal, row));
    clickCard(page, row);
    CHECK(links(bureau).empty());
    REQUIRE(bureau.document().undo().has_value());
    CHECK(page.picture()->picture().isLinked(goal, row));
    shown.reset();
    bureau.reopen();
    CHECK(links(bureau).size() == 1);
}

TEST_CASE("the whole picture is worked with the keyboard")
{
    Bureau bureau(u"half-day"_s);
    const qint64 goal = bureau.addGoal(bureau.groups().front().id, Goal::Term::Short, u"説明できる"_s);
    ThreadPage page(bureau.context());
    present(page);
    ThreadPicture *picture = page.picture();
    picture->setFocus(Qt::TabFocusReason);
    CHECK(picture->current() == ThreadKey{0, goal});
    QTest::keyClick(picture, Qt::Key_Return);
    CHECK(picture->chosenGoal() == goal);
    QTest::keyClick(picture, Qt::Key_Right);
    CHECK(picture->current().column == 2); // no plan lines: the timetable is the next column with cards
    const ThreadKey first = picture->current();
    QTest::keyClick(picture, Qt::Key_Down);
    CHECK(picture->current() != first);
    CHECK(picture->current().column == 2);
    QTest::keyClick(picture, Qt::Key_Space);
    REQUIRE(links(bureau).size() == 1);
    CHECK(links(bureau).front().target == picture->current().id);
    QTest::keyClick(picture, Qt::Key_Escape);
    CHECK(picture->chosenGoal() == 0);
    const double before = picture->zoom();
    QTest::keyClick(picture, Qt::Key_Plus);
    CHECK(picture->zoom() > before);
}

TEST_CASE("a short-term goal that nothing measures is named above the picture, with a way to it")
{
    Bureau bureau(u"half-day"_s);
    const qint64 group = bureau.groups().front().id;
    const qint64 goal = bureau.addGoal(group, Goal::Term::Short, u"役割を説明できる"_s);
    bureau.addGoal(group, Goal::Term::Long, u"地域課題を解決する"_s);
    ThreadPage page(bureau.context());
    present(page);
    CHECK(page.warnings().contains(u"役割を説明できる"_s));
    CHECK_FALSE(page.warnings().contains(u"地域課題を解決する"_s)); // long-term: not measured by one workshop
    Q_EMIT child<QLabel>(page, u"unmeasured"_s)->linkActivated(u"goal:%1"_s.arg(goal));
    CHECK(page.picture()->chosenGoal() == goal);
    CHECK(page.picture()->hasFocus());
}

TEST_CASE("without questions the picture says where the questionnaire is chosen")
{
    Bureau bureau(u"half-day"_s);
    bureau.addGoal(bureau.groups().front().id, Goal::Term::Short, u"役割を説明できる"_s);
    ThreadPage page(bureau.context());
    present(page);
    auto *hint = child<QLabel>(page, u"noItems"_s);
    REQUIRE(hint->isVisible());
    CHECK(hint->text().contains(u"研修会の設計"_s));
    const QSignalSpy opened(&page, &Page::openPage);
    Q_EMIT hint->linkActivated(u"workshop"_s);
    REQUIRE(opened.size() == 1);
    CHECK(opened.first().first().toString() == u"workshop"_s);
}

TEST_CASE("the chosen goal stays in sight while its card is scrolled away")
{
    Bureau bureau(u"full-day"_s);
    const qint64 goal = bureau.addGoal(bureau.groups().front().id, Goal::Term::Short, u"説明できる"_s);
    ThreadPage page(bureau.context());
    present(page);
    ThreadPicture *picture = page.picture();
    auto *area = qobject_cast<QScrollArea *>(picture->parentWidget()->parentWidget());
    REQUIRE(area != nullptr);
    picture->setZoom(2);
    picture->chooseGoal(goal);
    picture->setCurrent({0, goal});
    CHECK(picture->pinnedBox().isEmpty());
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    const QRectF pinned = picture->pinnedBox();
    REQUIRE_FALSE(pinned.isEmpty());
    // A click on it goes back to the card.
    QTest::mouseClick(picture, Qt::LeftButton, {}, (pinned.center() * picture->zoom()).toPoint());
    CHECK(picture->chosenGoal() == goal);
    CHECK(picture->pinnedBox().isEmpty());
}

TEST_CASE("a programme without goals leads to the goals")
{
    Bureau bureau(u"half-day"_s);
    ThreadPage page(bureau.context());
    present(page);
    CHECK_FALSE(page.picture()->isVisible());
    const QSignalSpy opened(&page, &Page::openPage);
    click(child(page, u"openGoals"_s));
    REQUIRE(opened.size() == 1);
    CHECK(opened.first().first().toString() == u"goals"_s);
}

TEST_CASE("two hundred goals and a plan of two hundred lines can be looked at and joined")
{
    Bureau bureau(u"full-day"_s);
    const qint64 group = bureau.groups().front().id;
    REQUIRE(
        bureau.document()
            .perform(
                u"目標"_s,
                [&](Database &) -> Result<> {
                    Document &document = bureau.document();
                    for (int i = 0; i < 200; ++i) {
                        TANE_TRY(const qint64 goal,
                                 RecordTable<Goal>(document).add(
                                     {0, group, Goal::Term::Short, u"目標%1 "_s.arg(i).repeated(9), 0}, {}));
                        TANE_TRY(const qint64 line,
                                 RecordTable<PlanLine>(document).add(
                                     {0, group, PlanField::Outcome, u"効果%1 "_s.arg(i).repeated(9)}, {}));
                        TANE_CHECK(setGoalLink(document, goal, EvidenceKind::PlanLine, line, true));
                    }
                    return {};
                })
            .has_value());
    ThreadPage page(bureau.context());
    present(page);
    REQUIRE(page.picture()->picture().goals().size() == 200);
    const qint64 last = page.picture()->picture().goals().back();
    page.picture()->setFocus();
    page.picture()->setCurrent({0, last});
    page.picture()->activate({0, last});
    page.picture()->repaint();
    page.picture()->activate(rowKey(bureau, 2)); // saved, read and laid out anew
    page.picture()->repaint();
    CHECK(page.picture()->picture().isLinked(last, rowKey(bureau, 2)));
    // The card that was gone to can be seen.
    const QRect box = page.picture()->boxOf({0, last});
    CHECK(page.picture()->visibleRegion().boundingRect().intersects(box));
}

TEST_CASE("a screen reader hears every card and whether it is joined")
{
    Bureau bureau(u"half-day"_s);
    const qint64 goal = bureau.addGoal(bureau.groups().front().id, Goal::Term::Short, u"説明できる"_s);
    const ThreadKey row = rowKey(bureau, 3);
    REQUIRE(setGoalLink(bureau.document(), goal, EvidenceKind::TimetableRow, row.id, true).has_value());
    ThreadPage page(bureau.context());
    present(page);
    QAccessibleInterface *picture = QAccessible::queryAccessibleInterface(page.picture());
    REQUIRE(picture != nullptr);
    const auto &nodes = page.picture()->picture().nodes();
    REQUIRE(picture->childCount() == static_cast<int>(nodes.size()));
    CHECK(picture->child(0)->text(QAccessible::Name).contains(u"説明できる"_s));
    page.picture()->activate({0, goal});
    for (int i = 0; i < picture->childCount(); ++i) {
        const bool joined = nodes[static_cast<std::size_t>(i)].key == row || i == 0;
        CHECK(bool(picture->child(i)->state().checked) == joined);
    }
    picture->child(1)->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    CHECK(links(bureau).size() == 2);
}
