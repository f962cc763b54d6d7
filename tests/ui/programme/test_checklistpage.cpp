#include "stepsfixture.h"

#include "parts/savedspin.h"
#include "programme/checklistpage.h"
#include "programme/taskcard.h"
#include "programme/taskmodel.h"
#include "programme/taskview.h"
#include "shell/editors/datefield.h"
#include "shell/editors/savedline.h"
#include "shell/widgets.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

void holdOn(Bureau &bureau, QDate day)
{
    auto workshop = RecordTable<Workshop>(bureau.document()).load(bureau.workshop());
    REQUIRE(workshop.has_value());
    workshop->heldOn = day;
    REQUIRE(WorkshopRepository(bureau.document()).save(*workshop).has_value());
}

int rowOf(const ChecklistPage &page, const QString &title)
{
    const QAbstractItemModel *model = page.view()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, TaskModel::Title).data().toString() == title)
            return row;
    }
    return -1;
}

QString shown(const ChecklistPage &page, int row, TaskModel::Column column)
{
    return page.view()->model()->index(row, column).data().toString();
}

Task storedTask(Bureau &bureau, const QString &title)
{
    const auto tasks = bureau.all<Task>();
    const auto found = std::ranges::find(tasks, title, &Task::title);
    REQUIRE(found != tasks.end());
    return *found;
}

} // namespace

// The workshop is on Thursday 2026-11-19. Two months before is Saturday 2026-09-19: the last office day
// before it is Friday the 18th (calendar of 2026).
TEST_CASE("days are counted from the workshop, late ones and the days left are said in words")
{
    Bureau bureau(u"half-day"_s);
    holdOn(bureau, {2026, 11, 19});
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    const int notice = rowOf(page, u"開催通知の送付"_s);
    REQUIRE(notice >= 0);
    CHECK(shown(page, notice, TaskModel::Due) == u"9月18日(金)"_s);
    CHECK(shown(page, notice, TaskModel::Left) == u"2日遅れ"_s);
    CHECK(shown(page, rowOf(page, u"研修会の開催"_s), TaskModel::Left) == u"あと60日"_s); // 10 + 31 + 19
    const QAbstractItemModel *model = page.view()->model();
    CHECK_FALSE(model->index(notice, TaskModel::Due).data(Qt::ToolTipRole).toString().isEmpty());
    CHECK(child<QLabel>(page, u"summary"_s)->text().contains(u"期限を過ぎたもの"_s));
}

TEST_CASE("Space and a click on the box say done today, and once more takes it back")
{
    Bureau bureau(u"half-day"_s);
    holdOn(bureau, {2026, 11, 19});
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    const QString title = u"開催通知の送付"_s;
    page.view()->setFocus();
    page.view()->setCurrentIndex(page.view()->model()->index(rowOf(page, title), TaskModel::Title));
    QTest::keyClick(page.view(), Qt::Key_Space);
    CHECK(storedTask(bureau, title).doneOn == QDate(2026, 9, 20));
    CHECK(shown(page, rowOf(page, title), TaskModel::Left).contains(u"済み"_s));
    REQUIRE(bureau.document().undo().has_value());
    CHECK_FALSE(storedTask(bureau, title).doneOn.isValid());

    const QModelIndex box = page.view()->model()->index(rowOf(page, title), TaskModel::Done);
    page.view()->scrollTo(box);
    QTest::mouseClick(page.view()->viewport(), Qt::LeftButton, {}, page.view()->visualRect(box).center());
    CHECK(storedTask(bureau, title).doneOn == QDate(2026, 9, 20));
    CHECK(page.view()->model()->index(rowOf(page, title), 0).data(Qt::CheckStateRole).toInt() == Qt::Checked);
}

TEST_CASE("what a field refused is named when another line is chosen")
{
    Bureau bureau(u"half-day"_s);
    holdOn(bureau, {2026, 11, 19});
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    const QString title = u"開催通知の送付"_s;
    page.view()->setCurrentIndex(page.view()->model()->index(rowOf(page, title), TaskModel::Title));
    auto *done = child<DateField>(page, u"taskDoneOn"_s);

    SECTION("nothing can be done on a day to come")
    {
        done->edit()->setText(u"令和8年9月21日"_s);
        CHECK_FALSE(done->commit());
        CHECK(done->errorText().contains(u"令和8年9月20日"_s));
        CHECK_FALSE(storedTask(bureau, title).doneOn.isValid());
        done->edit()->setText(u"9/21"_s); // without its year: the last one
        CHECK(done->commit());
        CHECK(storedTask(bureau, title).doneOn == QDate(2025, 9, 21));
    }
    SECTION("the text stays with its reason, and the next line says it was not saved")
    {
        done->edit()->setText(u"2026/8/32"_s);
        QSignalSpy told(&page, &Page::notice);
        page.hide();
        REQUIRE_FALSE(done->commit());
        page.show();
        CHECK(done->edit()->text() == u"2026/8/32"_s);
        page.hide();
        REQUIRE(told.size() == 1);
        CHECK(told.front().front().value<Notice>().text.startsWith(
            u"済んだ日は保存されていません：「2026/8/32」"_s));
        page.show();
        page.view()->setCurrentIndex(
            page.view()->model()->index(rowOf(page, u"研修会の開催"_s), TaskModel::Title));
        CHECK(page.errorBar()->isVisible());
        CHECK(page.errorBar()->text().contains(u"済んだ日は保存されていません"_s));
        CHECK(done->edit()->text().isEmpty());
        CHECK_FALSE(storedTask(bureau, title).doneOn.isValid());
    }
}

TEST_CASE("the recruiting days of the design stand in the checklist with where they are from")
{
    Bureau bureau(u"half-day"_s);
    holdOn(bureau, {2026, 11, 19});
    auto workshop = bureau.all<Workshop>().front();
    workshop.recruitFrom = QDate(2026, 9, 1); // a Tuesday
    REQUIRE(WorkshopRepository(bureau.document()).save(workshop).has_value());
    ChecklistPage page(bureau.context());
    page.setToday({2026, 8, 20});
    present(page);
    const int row = rowOf(page, u"募集開始"_s);
    REQUIRE(row >= 0);
    CHECK(shown(page, row, TaskModel::Due) == u"9月1日(火)"_s);
    page.view()->setCurrentIndex(page.view()->model()->index(row, TaskModel::Title));
    CHECK(child<QLabel>(page, u"taskDue"_s)->text().contains(u"研修会の設計の募集期間から"_s));
    CHECK_FALSE(child(page, u"taskMonths"_s)->isVisible()); // counting would change nothing
}

TEST_CASE("without a day of the workshop the list works and says what to do")
{
    Bureau bureau(u"half-day"_s);
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    REQUIRE(page.view()->model()->rowCount() > 0);
    CHECK(shown(page, 0, TaskModel::Left) == u"日が未定"_s);
    CHECK(child(page, u"noDay"_s)->isVisible());
    const QSignalSpy opened(&page, &Page::openPage);
    click(child(page, u"openWorkshop"_s));
    REQUIRE(opened.size() == 1);
    CHECK(opened.first().first().toString() == u"workshop"_s);
}

TEST_CASE("a task's day is counted anew when its offset changes, or given by hand")
{
    Bureau bureau(u"half-day"_s);
    holdOn(bureau, {2026, 11, 19});
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    const QString title = u"開催通知の送付"_s;
    page.view()->setCurrentIndex(page.view()->model()->index(rowOf(page, title), TaskModel::Title));
    auto *days = child<SavedSpin>(page, u"taskDays"_s);
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"4"_s);
    QTest::keyClick(days, Qt::Key_Return);
    CHECK(storedTask(bureau, title).offsetMonths == -2);
    CHECK(storedTask(bureau, title).offsetDays == -4);
    CHECK(shown(page, rowOf(page, title), TaskModel::Due) == u"9月15日(火)"_s); // 19 − 4

    const auto kinds = child<SegmentedControl>(page, u"taskKind"_s)->findChildren<QPushButton *>();
    click(kinds.at(1));
    CHECK(storedTask(bureau, title).dueOn == QDate(2026, 9, 15)); // starts from the counted day
    overwrite(child(page, u"taskDueOn"_s), u"R8.9.25"_s);
    child(page, u"taskTitle"_s)->setFocus();
    CHECK(storedTask(bureau, title).dueOn == QDate(2026, 9, 25));
    CHECK(shown(page, rowOf(page, title), TaskModel::Due) == u"9月25日(金)"_s);
    click(kinds.at(0));
    CHECK_FALSE(storedTask(bureau, title).dueOn.isValid());
}

TEST_CASE("one's own task is added, written and taken away, and the built-in ones come back once only")
{
    Bureau bureau(u"half-day"_s);
    holdOn(bureau, {2026, 11, 19});
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    const int rows = page.view()->model()->rowCount();
    page.view()->setFocus();
    QTest::keyClick(page.view(), Qt::Key_Insert);
    REQUIRE(page.view()->model()->rowCount() == rows + 1);
    overwrite(child(page, u"taskTitle"_s), u"看板の作成"_s);
    overwrite(child(page, u"taskOwner"_s), u"小堀"_s);
    overwrite(child(page, u"taskNote"_s), QString(10'000, u'注'));
    page.view()->setFocus();
    CHECK(storedTask(bureau, u"看板の作成"_s).owner == u"小堀"_s);
    CHECK(storedTask(bureau, u"看板の作成"_s).note.size() == 10'000);

    QTest::keyClick(page.view(), Qt::Key_Delete);
    CHECK(page.view()->model()->rowCount() == rows);
    click(child(page, u"applyChecklist"_s)); // all of them are there: nothing happens
    CHECK(page.view()->model()->rowCount() == rows);
}

TEST_CASE("an empty checklist offers the built-in one")
{
    Bureau bureau;
    ChecklistPage page(bureau.context());
    page.setToday({2026, 9, 20});
    present(page);
    click(child(page, u"addFirstWorkshop"_s));
    click(child(page, u"emptyChecklist"_s));
    CHECK(page.view()->isVisible());
    CHECK(rowOf(page, u"研修会の開催"_s) >= 0);
    REQUIRE(bureau.document().undo().has_value());
    CHECK(child(page, u"emptyChecklist"_s)->isVisible());
}
