#include "cyclefixture.h"

#include "programme/cyclering.h"
#include "programme/deadlinecard.h"
#include "programme/homepage.h"
#include "programme/newprogrammecard.h"
#include "programme/programmespage.h"
#include "shell/editors/savedline.h"
#include "shell/navbar.h"
#include "shell/naventry.h"
#include "shell/searchbox.h"
#include "shell/widgets.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

StepState stateInMind(Office &office, Step step)
{
    return office.cycle().state(step);
}

Workshop firstWorkshop(Office &office)
{
    return WorkshopRepository(office.document()).of(office.programme()).value().front();
}

} // namespace

TEST_CASE("a new file leads the officer from the home page to the first programme")
{
    Office office;
    office.beginEmpty();
    auto *home = office.show<HomePage>(u"home"_s);
    REQUIRE(home->emptyState()->isVisible());
    click(home->emptyState()->button());
    CHECK(office.window->workspace()->currentPage() == u"programmes"_s);
    auto *programmes = qobject_cast<ProgrammesPage *>(office.window->workspace()->page(u"programmes"_s));
    REQUIRE(programmes);
    settle();
    NewProgrammeCard *card = programmes->newCard();
    REQUIRE(card->isVisible());
    CHECK(card->title()->hasFocus());
    // The usual name of this fiscal year is there already; the year follows.
    CHECK(card->title()->text().endsWith(u"コーディネーター研修"_s));
    card->year()->setCurrentIndex(card->year()->findData(2026));
    CHECK(card->title()->text() == u"令和8年度 コーディネーター研修"_s);
    card->shape()->setCurrentIndex(card->shape()->findData(u"half-day"_s));
    QTest::keyClick(card->title(), Qt::Key_Return);
    settle();
    CHECK(office.window->workspace()->currentPage() == u"home"_s);
    REQUIRE(office.programme() != 0);
    const Cycle cycle = office.cycle();
    CHECK(cycle.programme.title == u"令和8年度 コーディネーター研修"_s);
    CHECK(cycle.programme.firstYear == 2026);
    CHECK(cycle.viewpoints.size() == 10);
    REQUIRE(cycle.workshops.size() == 1);
    CHECK(office.window->controller()->heading().title == cycle.programme.title);
    CHECK_FALSE(home->emptyState()->isVisible());
}

TEST_CASE("a programme without a name is refused, and Escape leaves no trace")
{
    Office office;
    office.begin();
    auto *page = office.show<ProgrammesPage>(u"programmes"_s);
    REQUIRE(page->reveal(u"programme"_s, 0));
    page->newCard()->title()->clear();
    QTest::keyClick(page->newCard()->title(), Qt::Key_Return);
    CHECK(office.window->controller()->programmes().size() == 1);
    CHECK(page->newCard()->isVisible());
    QTest::keyClick(page->newCard()->title(), Qt::Key_Escape);
    CHECK_FALSE(page->newCard()->isVisible());
    CHECK(office.window->controller()->programmes().size() == 1);
}

TEST_CASE("the ring shows the five steps, and opens them by mouse and by key")
{
    Office office;
    office.begin();
    auto *home = office.show<HomePage>(u"home"_s);
    CycleRing *ring = home->ring();
    CHECK(ring->selected() == Step::Situation); // the first that is not done
    QTest::mouseClick(ring, Qt::LeftButton, {}, ring->middleOf(Step::Goals));
    CHECK(office.window->workspace()->currentPage() == u"goals"_s);
    home = office.show<HomePage>(u"home"_s);
    ring->setFocus();
    press(Qt::Key_Right); // from goals to the plan
    CHECK(ring->selected() == Step::Plan);
    CHECK(ring->accessibleName().contains(stepTitle(Step::Plan)));
    press(Qt::Key_Return);
    CHECK(office.window->workspace()->currentPage() == u"plan"_s);
    home = office.show<HomePage>(u"home"_s);
    // The middle of the ring is no step.
    QTest::mouseClick(ring, Qt::LeftButton, {}, ring->rect().center());
    CHECK(office.window->workspace()->currentPage() == u"home"_s);
}

TEST_CASE("what the officer says of a step is kept and shown in the navigation")
{
    Office office;
    office.begin();
    REQUIRE(CycleRepository(office.document())
                .setState(office.programme(), Step::Situation, StepState::Done)
                .has_value());
    settle();
    const NavBar *navigation = office.window->workspace()->navigation();
    CHECK(navigation->entry(u"situation"_s)->accessibleDescription() == stepStateText(StepState::Done));
    CHECK(navigation->entry(u"goals"_s)->accessibleDescription() == stepStateText(StepState::Empty));
    CHECK(stateInMind(office, Step::Situation) == StepState::Done);
    office.window->controller()->undo();
    settle();
    CHECK(navigation->entry(u"situation"_s)->accessibleDescription() == stepStateText(StepState::Empty));
}

TEST_CASE("the home page proposes the first thing that is missing, and late preparations before all")
{
    Office office;
    office.begin();
    auto *home = office.show<HomePage>(u"home"_s);
    home->setToday({2026, 9, 1});
    home->refresh();
    REQUIRE_FALSE(home->actions().empty());
    CHECK(home->actions().front().page == u"situation"_s);

    Workshop workshop;
    workshop.programme = office.programme();
    workshop.title = u"研修会"_s;
    workshop.heldOn = QDate(2026, 9, 30);
    REQUIRE(WorkshopRepository(office.document()).save(workshop).has_value());
    workshop = firstWorkshop(office);
    Task task;
    task.workshop = workshop.id;
    task.title = u"会場の予約"_s;
    task.dueOn = QDate(2026, 8, 28); // a Friday
    REQUIRE(RecordTable<Task>(office.document()).add(task, u"準備の追加"_s).has_value());
    home->refresh();
    CHECK(home->actions().front().page == u"checklist"_s);
    CHECK(home->actions().front().workshop == workshop.id);
    // 2026-08-28 is four days before 2026-09-01.
    bool found = false;
    for (const QString &row : home->deadlines()->rows())
        found = found || (row.contains(u"会場の予約"_s) && row.contains(u"4 日遅れ"_s));
    CHECK(found);
    const auto button = [home] { return home->findChild<QPushButton *>(u"next1"_s); };
    REQUIRE(QTest::qWaitFor([&] { return button() && button()->isVisible(); }));
    click(button());
    CHECK(office.window->workspace()->currentPage() == u"checklist"_s);
}

TEST_CASE("a programme that stops after its plan proposes the next cycle and nothing behind the stop")
{
    Cycle cycle;
    for (const Step step : {Step::Situation, Step::Goals})
        cycle.said[step] = StepState::Done;
    cycle.said[Step::Plan] = StepState::Stopped;
    const auto actions = nextActions(cycle, {}, {2026, 9, 1});
    REQUIRE(actions.size() == 1);
    CHECK(actions.front().page == u"evaluation"_s); // where the next cycle is made
    CHECK(currentStep(cycle) == Step::Plan);
}

TEST_CASE("a workshop that is being prepared without a date asks for it before all else")
{
    Cycle cycle; // nothing is written of steps 1 and 2 yet
    Workshop workshop;
    workshop.id = 7;
    workshop.title = u"第1回"_s;
    cycle.workshops = {workshop};
    const QDate today(2026, 9, 1);
    CHECK(nextActions(cycle, {}, today).front().page == u"situation"_s);
    cycle.workshops.front().recruitFrom = QDate(2026, 9, 10);
    const auto actions = nextActions(cycle, {}, today);
    CHECK(actions.front().title == u"「第1回」の開催日を決めましょう"_s);
    CHECK(actions.front().page == u"workshop"_s);
    CHECK(std::ranges::count(actions, actions.front().title, &NextAction::title) == 1);
    // Also where the plan is called done.
    cycle.workshops.front().recruitFrom = QDate();
    for (const Step step : {Step::Situation, Step::Goals, Step::Plan})
        cycle.said[step] = StepState::Done;
    CHECK(nextActions(cycle, {}, today).front().page == u"workshop"_s);
}

TEST_CASE("after the workshop the answers are asked for, then the evaluation, then the next cycle")
{
    Cycle cycle;
    for (const Step step : {Step::Situation, Step::Goals, Step::Plan})
        cycle.said[step] = StepState::Done;
    Workshop workshop;
    workshop.id = 7;
    workshop.heldOn = QDate(2026, 11, 19);
    cycle.workshops = {workshop};
    const QDate today(2026, 12, 1);
    std::map<qint64, AnswerCounts> answers;
    CHECK(nextActions(cycle, answers, today).front().page == u"answers"_s);
    answers[7] = {78, 0, 0};
    CHECK(nextActions(cycle, answers, today).front().page == u"answers"_s);
    answers[7] = {78, 75, 0};
    CHECK(nextActions(cycle, answers, today).front().page == u"results"_s);
    EvaluationLine line;
    line.kind = EvaluationLine::Kind::Achieved;
    cycle.evaluation = {line};
    CHECK(nextActions(cycle, answers, today).front().page == u"evaluation"_s);
    line.kind = EvaluationLine::Kind::NextGoal;
    cycle.evaluation.push_back(line);
    CHECK(nextActions(cycle, answers, today).front().title == u"次のサイクルを作りましょう"_s);
    CHECK(nextActions(cycle, answers, today).front().page == u"evaluation"_s);
    // Once there is one, the way leads to it.
    Programme following;
    following.id = 12;
    following.title = u"連携研修"_s;
    following.firstYear = 2027;
    const NextAction on = nextActions(cycle, answers, today, following).front();
    CHECK(on.programme == 12);
    CHECK(on.page == u"home"_s);
    CHECK(on.button == u"次のサイクルへ"_s);
    CHECK(on.detail == u"「連携研修」（令和9年度）"_s);
}

TEST_CASE("programmes are copied, continued, put away and deleted from the list, and undo brings them back")
{
    Office office;
    office.beginSample();
    auto *page = office.show<ProgrammesPage>(u"programmes"_s);
    const auto before = office.window->controller()->programmes();
    REQUIRE(before.size() == 2); // the sample has two cycles
    page->table()->setFocus();
    page->table()->selectRow(1);
    const QString second = page->titleField()->edit()->text();
    CHECK(second == before[1].title);

    SECTION("copied")
    {
        page->duplicateAction()->trigger();
        settle();
        CHECK(office.window->controller()->programmes().size() == 3);
        office.window->controller()->undo();
        settle();
        CHECK(office.window->controller()->programmes().size() == 2);
        CHECK(page->table()->model()->rowCount() == 2);
    }
    SECTION("the next cycle follows the one before and is shown at once, after a question")
    {
        page->nextAction()->trigger();
        CHECK(office.window->controller()->programmes().size() == 2);
        // The sample's second programme has a follower, which the question names.
        CHECK(office.desk.dialogs.asked.last().contains(u"すでに「"_s + before[0].title));
        office.desk.dialogs.confirmed = true;
        page->nextAction()->trigger();
        settle();
        const auto all = office.window->controller()->programmes();
        REQUIRE(all.size() == 3);
        const Programme made = office.cycle().programme;
        CHECK(made.previous == before[1].id);
        CHECK(made.id != before[0].id);
        CHECK(page->titleField()->edit()->hasFocus());
        // The row, the boxes below it and the window are about the same programme.
        const int row = page->table()->currentIndex().row();
        REQUIRE(row >= 0);
        CHECK(all.at(static_cast<std::size_t>(row)).id == made.id);
        page->titleField()->edit()->selectAll();
        write(u"新しい名前"_s);
        press(Qt::Key_Return);
        settle();
        CHECK(office.cycle().programme.title == u"新しい名前"_s);
    }
    SECTION("a programme that another page shows is the one selected in the list")
    {
        office.show<HomePage>(u"home"_s);
        office.window->controller()->showProgramme(before[0].id);
        office.show<ProgrammesPage>(u"programmes"_s);
        settle();
        office.show<HomePage>(u"home"_s);
        office.window->controller()->showProgramme(before[1].id);
        settle();
        office.show<ProgrammesPage>(u"programmes"_s);
        settle();
        CHECK(page->titleField()->edit()->text() == before[1].title);
        CHECK(page->table()->currentIndex().row() == 1);
    }
    SECTION("put away")
    {
        page->archiveAction()->trigger();
        settle();
        CHECK(office.window->controller()->programmes().back().archived);
        page->archiveAction()->trigger();
        settle();
        CHECK_FALSE(office.window->controller()->programmes().back().archived);
    }
    SECTION("deleted with the Delete key, after a question")
    {
        QTest::keyClick(page->table(), Qt::Key_Delete);
        CHECK(office.window->controller()->programmes().size() == 2);
        office.desk.dialogs.confirmed = true;
        QTest::keyClick(page->table(), Qt::Key_Delete);
        settle();
        REQUIRE(office.window->controller()->programmes().size() == 1);
        QTest::keyClick(office.window.get(), Qt::Key_Z, Qt::ControlModifier);
        settle();
        CHECK(office.window->controller()->programmes().size() == 2);
    }
    SECTION("opened with Enter")
    {
        QTest::keyClick(page->table(), Qt::Key_Return);
        CHECK(office.programme() == before[1].id);
        CHECK(office.window->workspace()->currentPage() == u"home"_s);
    }
    SECTION("its years are read as officers write them, and refused in place when they run backwards")
    {
        QLineEdit *years = page->yearsField()->edit();
        years->setFocus();
        years->selectAll();
        write(u"令和8～9年度"_s);
        press(Qt::Key_Return);
        settle();
        const auto saved = RecordTable<Programme>(office.document()).load(before[1].id).value();
        CHECK(saved.firstYear == 2026);
        CHECK(saved.lastYear == 2027);
        years->selectAll();
        write(u"令和9～8年度"_s);
        press(Qt::Key_Return);
        CHECK_FALSE(page->yearsField()->errorText().isEmpty());
    }
}

TEST_CASE("a hit of the search is opened by key on its page, with its row in sight")
{
    Office office;
    office.begin();
    const auto groups = office.groups();
    Goal goal;
    goal.targetGroup = groups[1].id;
    goal.term = Goal::Term::Middle;
    goal.text = u"協議の場で地域課題を示せる"_s;
    const auto id = RecordTable<Goal>(office.document()).add(goal, u"目標の追加"_s);
    REQUIRE(id.has_value());
    office.show<HomePage>(u"home"_s);
    QTest::keyClick(office.window.get(), Qt::Key_F, Qt::ControlModifier);
    SearchBox *box = office.window->searchBox();
    REQUIRE(box->field()->hasFocus());
    write(u"地域課題 協議"_s);
    REQUIRE(QTest::qWaitFor([&] { return box->isOpen(); }, 2000));
    REQUIRE(box->list()->model()->rowCount() == 1);
    CHECK(box->field()->hasFocus());
    press(Qt::Key_Return);
    settle();
    CHECK_FALSE(box->isOpen());
    CHECK(office.window->workspace()->currentPage() == u"goals"_s);
    auto *edit = qobject_cast<QTextEdit *>(QApplication::focusWidget());
    REQUIRE(edit);
    CHECK(edit->toPlainText() == goal.text);

    SECTION("what is not there is said, with what to try")
    {
        QTest::keyClick(office.window.get(), Qt::Key_F, Qt::ControlModifier);
        box->field()->clear();
        write(u"ありえない語"_s);
        REQUIRE(QTest::qWaitFor([&] { return box->message().contains(u"見つかりません"_s); }, 2000));
        press(Qt::Key_Escape);
        CHECK_FALSE(box->isOpen());
    }
}

TEST_CASE("the navigation lists every page and fits a screen of 768 lines, a part at a time")
{
    Office office;
    office.begin();
    NavBar *navigation = office.window->workspace()->navigation();
    // 1366 × 768 less the title bar and a task bar of Windows (about 30 and 40 lines).
    office.window->resize(1366, 698);
    settle();
    for (const PageEntry &page : pageRegistry()) {
        if (!page.under.isEmpty())
            continue;
        QPushButton *entry = navigation->entry(page.id);
        INFO(page.id.toStdString());
        REQUIRE(entry);
        const QString step = page.section.left(page.section.indexOf(u' '));
        if (!entry->isVisible()) // its part is folded
            click(navigation->head(step.toInt() > 0 ? step : page.section));
        settle();
        entry->click();
        settle();
        CHECK(entry->visibleRegion().boundingRect().height() == entry->height());
        CHECK(office.window->workspace()->currentPage() == page.id);
    }
    // One part at a time needs no scrolling.
    navigation->setOpenParts({});
    for (const PageEntry &page : pageRegistry()) {
        if (!page.under.isEmpty())
            continue;
        office.window->workspace()->showPage(page.id);
        settle();
        INFO(page.id.toStdString());
        const QScrollBar *bar = navigation->findChild<QScrollArea *>()->verticalScrollBar();
        CHECK(QTest::qWaitFor([bar] { return bar->maximum() == 0; }));
    }

    // On a lower screen it scrolls: nothing is squeezed, and the entry that is shown comes into view.
    office.window->resize(900, 480);
    settle();
    click(navigation->entry(u"home"_s));
    QPushButton *last = navigation->entry(u"handover"_s);
    const int height = last->height();
    CHECK(height >= 28);
    constexpr int pagesOfStep5 = 8;
    for (int press = 0; press < pagesOfStep5; ++press)
        QTest::keyClick(office.window.get(), Qt::Key_5, Qt::ControlModifier);
    settle();
    CHECK(office.window->workspace()->currentPage() == u"handover"_s);
    CHECK(last->visibleRegion().boundingRect().height() == height);
    CHECK(navigation->head(u"3"_s)->height() >= 28);
}
