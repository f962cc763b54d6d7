#include "stepsfixture.h"

#include "parts/savedspin.h"
#include "printing/previewdialog.h"
#include "programme/timetablemodel.h"
#include "programme/timetablepage.h"
#include "programme/timetablerowcard.h"
#include "programme/timetableview.h"
#include "shell/editors/savedtext.h"
#include "shell/editors/timefield.h"
#include "shell/widgets.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

QString shownTime(const TimetablePage &page, int row)
{
    return page.view()->model()->index(row, TimetableModel::Time).data().toString();
}

QString shownTitle(const TimetablePage &page, int row)
{
    return page.view()->model()->index(row, TimetableModel::Title).data().toString();
}

QStringList storedTitles(Bureau &bureau)
{
    QStringList titles;
    for (const TimetableRow &row : bureau.all<TimetableRow>(u"workshop"_s, bureau.workshop()))
        titles << row.title;
    return titles;
}

void goTo(TimetablePage &page, int row)
{
    page.view()->setCurrentIndex(page.view()->model()->index(row, TimetableModel::Title));
    page.view()->setFocus();
}

QPoint middleOf(const TimetablePage &page, int row)
{
    return page.view()->visualRect(page.view()->model()->index(row, TimetableModel::Title)).center();
}

} // namespace

// Times from the two templates of the report (終日 10:00–16:30; domain 2.3, 002:4670-4700), added up by hand.
TEST_CASE("the full day starts at 10:00, ends at 16:30 and gives the group work 165 minutes")
{
    Bureau bureau(u"full-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    REQUIRE(page.view()->model()->rowCount() == 14);
    CHECK(shownTime(page, 0) == u"10:00–10:30"_s);
    CHECK(shownTime(page, 8) == u"13:15–13:55"_s); // テーマ１
    CHECK(shownTime(page, 13) == u"16:20–16:30"_s);
    CHECK(child<QLabel>(page, u"sumEnd"_s)->text().contains(u"16:30"_s));
    CHECK(child<QLabel>(page, u"sumTotal"_s)->text().contains(u"6時間30分"_s));
    CHECK(child<QLabel>(page, u"sumGroupWork"_s)->text().contains(u"2時間45分"_s)); // 3 × 40 + 45
    CHECK(child<QLabel>(page, u"sumGroupWork"_s)->text().contains(u"テーマ 2時間"_s));
}

TEST_CASE("changing a row's minutes moves every time below at once, and is saved when the field is left")
{
    Bureau bureau(u"full-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    goTo(page, 3); // 事例①, 11:05, 20 minutes
    auto *spin = child<SavedSpin>(page, u"rowMinutes"_s);
    spin->setFocus();
    spin->selectAll();
    QTest::keyClicks(spin, u"35"_s);
    CHECK(shownTime(page, 13) == u"16:35–16:45"_s); // 15 later, before anything is stored
    CHECK(bureau.all<TimetableRow>()[3].minutes == 20);
    QTest::keyClick(spin, Qt::Key_Return);
    CHECK(bureau.all<TimetableRow>()[3].minutes == 35);

    REQUIRE(bureau.document().canUndo());
    CHECK(bureau.document().undoLabel() == u"時間割の時間の変更"_s);
    REQUIRE(bureau.document().undo().has_value());
    CHECK(spin->value() == 20);
    CHECK(shownTime(page, 13) == u"16:20–16:30"_s);
    REQUIRE(bureau.document().redo().has_value());
    CHECK(shownTime(page, 13) == u"16:35–16:45"_s);
}

TEST_CASE("a theme cut below 40 minutes is pointed out at its row and nowhere else")
{
    Bureau bureau(u"half-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    auto *model = page.view()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        CHECK(model->index(row, 0).data(TimetableModel::HintRole).toString().isEmpty());
    goTo(page, 5); // テーマ１ of the half day
    REQUIRE(shownTitle(page, 5).contains(u"テーマ１"_s));
    auto *spin = child<SavedSpin>(page, u"rowMinutes"_s);
    spin->setFocus();
    QTest::keyClick(spin, Qt::Key_Down); // 40 → 35
    CHECK(model->index(5, 0).data(TimetableModel::HintRole).toString().contains(u"40分"_s));
    CHECK(model->index(6, 0).data(TimetableModel::HintRole).toString().isEmpty());
    CHECK(child<QLabel>(page, u"rowHint"_s)->isVisible());
}

TEST_CASE("rows are moved with Alt and the arrow keys, and dragged with the mouse")
{
    Bureau bureau(u"full-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    goTo(page, 2);
    QTest::keyClick(page.view(), Qt::Key_Down, Qt::AltModifier);
    CHECK(storedTitles(bureau).mid(1, 3) == QStringList{u"開会"_s, u"事例①"_s, u"講義"_s});
    CHECK(page.view()->currentIndex().row() == 3);
    QTest::keyClick(page.view(), Qt::Key_Up, Qt::AltModifier);
    CHECK(storedTitles(bureau).mid(1, 3) == QStringList{u"開会"_s, u"講義"_s, u"事例①"_s});

    QWidget *surface = page.view()->viewport();
    const QPoint from = middleOf(page, 1);
    const QPoint to = middleOf(page, 3) + QPoint(0, 8); // the lower half: behind it
    QTest::mousePress(surface, Qt::LeftButton, {}, from);
    QTest::mouseMove(surface, from + QPoint(0, 30));
    QTest::mouseMove(surface, to);
    QTest::mouseRelease(surface, Qt::LeftButton, {}, to);
    CHECK(storedTitles(bureau).mid(0, 4) == QStringList{u"開場"_s, u"講義"_s, u"事例①"_s, u"開会"_s});
    CHECK(bureau.document().undoLabel() == u"時間割の並べ替え"_s);
    REQUIRE(bureau.document().undo().has_value());
    CHECK(shownTitle(page, 1) == u"開会"_s);
}

TEST_CASE("Escape lets a dragged row go where it was")
{
    Bureau bureau(u"full-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    const QStringList before = storedTitles(bureau);
    QWidget *surface = page.view()->viewport();
    QTest::mousePress(surface, Qt::LeftButton, {}, middleOf(page, 1));
    QTest::mouseMove(surface, middleOf(page, 4));
    QTest::keyClick(page.view(), Qt::Key_Escape);
    QTest::mouseRelease(surface, Qt::LeftButton, {}, middleOf(page, 4));
    CHECK(storedTitles(bureau) == before);
}

TEST_CASE("rows are added, doubled and taken away with keys, each one step that can be undone")
{
    Bureau bureau(u"half-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    const QStringList before = storedTitles(bureau);
    goTo(page, 1);
    QTest::keyClick(page.view(), Qt::Key_Insert);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(editor != nullptr);
    write(u"自己紹介"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents(); // a delegate saves when its key press is over
    CHECK(storedTitles(bureau).at(2) == u"自己紹介"_s);
    CHECK(page.view()->currentIndex().row() == 2);

    page.view()->setFocus();
    QTest::keyClick(page.view(), Qt::Key_D, Qt::ControlModifier);
    CHECK(storedTitles(bureau).mid(2, 2) == QStringList{u"自己紹介"_s, u"自己紹介"_s});
    QTest::keyClick(page.view(), Qt::Key_Delete);
    QTest::keyClick(page.view(), Qt::Key_Delete);
    CHECK(storedTitles(bureau).size() == before.size());
    while (bureau.document().canUndo() && storedTitles(bureau) != before)
        REQUIRE(bureau.document().undo().has_value());
    CHECK(storedTitles(bureau) == before);
}

TEST_CASE("a start that is no time is refused in its field with the reason, and nothing is stored")
{
    Bureau bureau(u"full-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    auto *start = child<TimeField>(page, u"startsAt"_s);
    overwrite(start, u"25時"_s);
    QTest::keyClick(start->edit(), Qt::Key_Return);
    CHECK_FALSE(start->errorText().isEmpty());
    CHECK(bureau.all<Workshop>().front().startsAt == QTime(10, 0));

    overwrite(start, u"９時半"_s);
    QTest::keyClick(start->edit(), Qt::Key_Return);
    CHECK(start->errorText().isEmpty());
    CHECK(bureau.all<Workshop>().front().startsAt == QTime(9, 30));
    CHECK(shownTime(page, 13) == u"15:50–16:00"_s);
}

TEST_CASE("a template replaces a timetable only when the officer says so")
{
    Bureau bureau(u"full-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    auto *halfDay = child<QAction>(page, u"half-day"_s);
    bureau.dialogs.confirmed = false;
    halfDay->trigger();
    CHECK(bureau.dialogs.asked.size() == 1);
    CHECK(storedTitles(bureau).size() == 14);
    bureau.dialogs.confirmed = true;
    halfDay->trigger();
    CHECK(shownTime(page, 0).startsWith(u"12:30"_s));
    CHECK(child<QLabel>(page, u"sumEnd"_s)->text().contains(u"17:00"_s)); // 16:55 + 5
    REQUIRE(bureau.document().undo().has_value());
    CHECK(page.view()->model()->rowCount() == 14);
}

TEST_CASE("an empty timetable says what to do, and a template fills it without asking")
{
    Bureau bureau;
    TimetablePage page(bureau.context());
    const QSignalSpy chosen(&page, &Page::workshopChanged);
    present(page);
    CHECK(chosen.isEmpty());                   // none before and none now: nobody has to follow
    click(child(page, u"addFirstWorkshop"_s)); // no workshop yet
    REQUIRE(bureau.workshop() != 0);
    CHECK(child(page, u"emptyTemplates"_s)->isVisible());
    CHECK_FALSE(page.view()->isVisible());
    child<QAction>(page, u"full-day"_s)->trigger();
    CHECK(bureau.dialogs.asked.isEmpty());
    CHECK(page.view()->isVisible());
    CHECK(page.view()->model()->rowCount() == 14);
}

TEST_CASE("every field of a row is saved at once and is there after the file is opened again")
{
    Bureau bureau(u"half-day"_s);
    const QString longText(10'000, u'長');
    {
        TimetablePage page(bureau.context());
        present(page);
        goTo(page, 2);
        overwrite(child(page, u"rowTitle"_s), u"振り返りの時間"_s);
        overwrite(child(page, u"rowContent"_s), longText);
        overwrite(child(page, u"rowLecturer"_s), u"架空大学 佐野"_s);
        overwrite(child(page, u"rowAim"_s), u"前回を思い出す"_s);
        overwrite(child(page, u"rowStaffNote"_s), u"マイク2本"_s);
        child(page, u"rowTitle"_s)->setFocus(); // the last field is left
        CHECK(page.view()->model()->index(2, TimetableModel::Lecturer).data().toString() ==
              u"架空大学 佐野"_s);
    }
    bureau.reopen();
    const TimetableRow row = bureau.all<TimetableRow>()[2];
    CHECK(row.title == u"振り返りの時間"_s);
    CHECK(row.content == longText);
    CHECK(row.lecturer == u"架空大学 佐野"_s);
    CHECK(row.aim == u"前回を思い出す"_s);
    CHECK(row.staffNote == u"マイク2本"_s);
}

TEST_CASE("what is being typed into one row is saved into that row when another is chosen")
{
    Bureau bureau(u"half-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    goTo(page, 2);
    overwrite(child(page, u"rowAim"_s), u"二行目のねらい"_s);
    page.view()->setCurrentIndex(page.view()->model()->index(4, TimetableModel::Title));
    const auto rows = bureau.all<TimetableRow>();
    CHECK(rows[2].aim == u"二行目のねらい"_s);
    CHECK(rows[4].aim != u"二行目のねらい"_s);
}

TEST_CASE("a file that another window holds can be looked at, but not changed")
{
    Bureau bureau(u"half-day"_s);
    auto second = Document::open(bureau.document().path());
    REQUIRE(second.has_value());
    REQUIRE((*second)->isReadOnly());
    Settings &settings = bureau.context().settings;
    PageContext context{**second, settings, bureau.dialogs, bureau.workshop(), bureau.programme()};
    TimetablePage page(context);
    present(page);
    const QStringList before = storedTitles(bureau);
    REQUIRE(page.view()->model()->rowCount() == before.size());
    goTo(page, 1);
    QTest::keyClick(page.view(), Qt::Key_Insert);
    QTest::keyClick(page.view(), Qt::Key_Delete);
    QTest::keyClick(page.view(), Qt::Key_D, Qt::ControlModifier);
    QTest::keyClick(page.view(), Qt::Key_Down, Qt::AltModifier);
    CHECK(storedTitles(bureau) == before);
    CHECK_FALSE(page.errorBar()->isVisible()); // nothing was tried
    CHECK_FALSE(child(page, u"addRow"_s)->isEnabled());
    CHECK_FALSE(child(page, u"rowMinutes"_s)->isEnabled());
    CHECK_FALSE(child(page, u"templates"_s)->isEnabled());
    CHECK(child(page, u"sheet"_s)->isEnabled()); // printing is fine
}

TEST_CASE("the page opens the preview of its sheets with what was typed last")
{
    Bureau bureau(u"half-day"_s);
    TimetablePage page(bureau.context());
    present(page);
    goTo(page, 1);
    overwrite(child(page, u"rowTitle"_s), u"開会のことば"_s);
    const QMenu *sheets = child<QPushButton>(page, u"sheet"_s)->menu();
    REQUIRE(sheets != nullptr);
    REQUIRE(sheets->actions().size() == 2); // for participants and for the staff
    sheets->actions().first()->trigger();
    CHECK(page.findChild<PreviewDialog *>() != nullptr);
    CHECK(storedTitles(bureau).at(1) == u"開会のことば"_s);
    CHECK_FALSE(page.errorBar()->isVisible());
}

TEST_CASE("a timetable of sixty rows follows every step of the spin box to its last row")
{
    Bureau bureau(u"full-day"_s);
    REQUIRE(bureau.document()
                .perform(u"行"_s,
                         [&](Database &) -> Result<> {
                             for (int i = 0; i < 46; ++i) {
                                 TimetableRow row;
                                 row.workshop = bureau.workshop();
                                 row.minutes = 5;
                                 row.title = u"行%1"_s.arg(i);
                                 row.content = u"内容 "_s.repeated(40);
                                 TANE_CHECK(RecordTable<TimetableRow>(bureau.document()).add(row, {}));
                             }
                             return {};
                         })
                .has_value());
    TimetablePage page(bureau.context());
    present(page);
    REQUIRE(page.view()->model()->rowCount() == 60);
    goTo(page, 0);
    auto *spin = child<SavedSpin>(page, u"rowMinutes"_s);
    const QString begin = shownTime(page, 59).left(5);
    const int minutes = spin->value();
    for (int i = 0; i < 20; ++i) {
        spin->stepUp();
        page.view()->viewport()->repaint();
    }
    const auto time = [](const QString &text) { return QTime::fromString(text, u"H:mm"_s); };
    REQUIRE(time(begin).isValid());
    CHECK(spin->value() > minutes);
    CHECK(time(shownTime(page, 59).left(5)) == time(begin).addSecs((spin->value() - minutes) * 60));
}
