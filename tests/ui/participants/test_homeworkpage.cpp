#include "participantsfixture.h"

#include "participants/goaleditor.h"
#include "participants/goalstab.h"
#include "participants/homeworkpage.h"
#include "participants/homeworktab.h"
#include "participants/votestab.h"
#include "parts/chartcard.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;

namespace {

QLineEdit *cellEditor(GridView *table)
{
    auto *editor = table->viewport()->findChild<QLineEdit *>();
    REQUIRE(editor != nullptr);
    return editor;
}

void setCell(GridView *table, qint64 id, int column)
{
    const QModelIndex index =
        table->filter()->mapFromSource(table->grid()->index(table->grid()->rowOf(id), column));
    REQUIRE(index.isValid());
    table->setFocus();
    table->setCurrentIndex(index);
}

void typeCell(GridView *table, qint64 id, int column, const QString &text)
{
    settle();
    setCell(table, id, column);
    QTest::keyClick(table, Qt::Key_Return);
    QLineEdit *editor = cellEditor(table);
    editor->selectAll();
    write(text);
    press(Qt::Key_Return);
    settle();
}

} // namespace

TEST_CASE("homework is given, ticked with the space bar, shared with a key, and taken back")
{
    Reception office;
    auto *page = office.show<HomeworkPage>(u"homework"_s);
    settle();
    click(page->findChild<QPushButton *>(u"addFirstHomework"_s));
    settle();
    write(u"自地域の困りごと"_s); // its name is being written
    press(Qt::Key_Return);
    settle();
    auto given = office.all<Homework>(u"workshop"_s, office.workshop);
    REQUIRE(given.size() == 1);
    CHECK(given[0].title == u"自地域の困りごと"_s);
    CHECK(given[0].phase == Homework::Phase::Before);
    GridView *homework = page->homework()->homework();
    typeCell(homework, given[0].id, HomeworkTab::DueColumn, u"R8.11.10"_s);
    CHECK(office.all<Homework>(u"workshop"_s, office.workshop)[0].dueOn == QDate(2026, 11, 10));

    GridView *matrix = page->homework()->matrix();
    CHECK(matrix->filter()->rowCount() == 4); // the accepted learners
    const qint64 eguchi = office.participant(u"江口 結"_s).id;
    setCell(matrix, eguchi, HomeworkTab::FirstHomework);
    QTest::keyClick(matrix, Qt::Key_Space);
    settle();
    CHECK(page->homework()->values().receipt(given[0].id, eguchi).receivedOn == QDate::currentDate());
    CHECK(shown(homework, given[0].id, HomeworkTab::ReceivedColumn) == u"1 / 4名"_s);
    CHECK(matrix->currentId() == eguchi); // the next key goes on from there
    QTest::keyClick(matrix, Qt::Key_S);
    settle();
    CHECK(shown(matrix, eguchi, HomeworkTab::FirstHomework).endsWith(u"共有"_s));
    QTest::keyClick(matrix, Qt::Key_Space); // what did not come cannot be shared
    settle();
    CHECK(shown(matrix, eguchi, HomeworkTab::FirstHomework) == u"－"_s);
    CHECK(office.document().undoLabel() == u"課題の受領の取り消し"_s);
    office.undo();

    office.reopen();
    const auto receipts = office.all<HomeworkReceipt>({}, 0);
    REQUIRE(receipts.size() == 1);
    CHECK(receipts[0].participant == eguchi);
    CHECK(receipts[0].shared);
}

TEST_CASE("homework for a role shows whom it is not for, and the addresses of those who owe it are copied")
{
    Reception office;
    for (const auto &[name, address] :
         {std::pair(u"江口 結"_s, u"eguchi@example.jp"_s), std::pair(u"大野 晴"_s, u"ohno@example.jp"_s)}) {
        Participant one = office.participant(name);
        one.email = address;
        REQUIRE(RecordTable<Participant>(office.document()).update(one, u"準備"_s).has_value());
    }
    auto *page = office.show<HomeworkPage>(u"homework"_s);
    settle();
    click(page->findChild<QPushButton *>(u"addFirstAfter"_s));
    settle();
    press(Qt::Key_Escape);
    settle();
    const auto given = office.all<Homework>(u"workshop"_s, office.workshop);
    REQUIRE(given.size() == 1);
    CHECK(given[0].phase == Homework::Phase::After);
    Homework changed = given[0];
    changed.forRole = u"コーディネーター"_s;
    REQUIRE(RecordTable<Homework>(office.document()).update(changed, u"対象"_s).has_value());
    settle();
    GridView *matrix = page->homework()->matrix();
    CHECK(matrix->filter()->rowCount() == 3); // nobody else has anything to hand in
    page->homework()->homework()->select(changed.id);
    click(page->findChild<QPushButton *>(u"copyMissing"_s));
    CHECK(QGuiApplication::clipboard()->text() == u"eguchi@example.jp"_s);
}

TEST_CASE("goals are written person after person without the mouse")
{
    Reception office;
    auto *page = office.show<HomeworkPage>(u"homework"_s);
    page->showTab(HomeworkPage::Tab::Goals);
    settle();
    GoalsTab *tab = page->goals();
    CHECK(tab->people()->filter()->rowCount() == 4);
    const qint64 eguchi = office.participant(u"江口 結"_s).id;
    REQUIRE(tab->people()->select(eguchi));
    settle();
    tab->people()->setFocus();
    QTest::keyClick(tab->people(), Qt::Key_Return); // into the first list
    settle();
    write(u"月に一度、担当者に報告する"_s);
    press(Qt::Key_Return);
    write(u"相談を分類する"_s);
    press(Qt::Key_Return);
    settle();
    auto goals = office.all<ParticipantGoal>(u"participant"_s, eguchi);
    REQUIRE(goals.size() == 2);
    CHECK(goals[0].text == u"月に一度、担当者に報告する"_s);
    CHECK(goals[1].text == u"相談を分類する"_s);
    CHECK(goals[0].term == ParticipantGoal::Term::Short);
    CHECK(shown(tab->people(), eguchi, GoalsTab::GoalColumn) == u"2"_s);

    press(Qt::Key_Down, Qt::ControlModifier); // the next person
    settle();
    const qint64 next = tab->people()->currentId();
    CHECK(next != eguchi);
    write(u"協議の場に出す"_s);
    press(Qt::Key_Return);
    settle();
    goals = office.all<ParticipantGoal>(u"participant"_s, next);
    REQUIRE(goals.size() == 1);
    CHECK(goals[0].text == u"協議の場に出す"_s);
    office.undo();
    CHECK(office.all<ParticipantGoal>(u"participant"_s, next).empty());
    CHECK(office.all<ParticipantGoal>(u"participant"_s, eguchi).size() == 2);
}

TEST_CASE("what became of the goals is written beside them, and the sheet brings them back")
{
    Reception office;
    const qint64 eguchi = office.participant(u"江口 結"_s).id;
    ParticipantGoal goal;
    goal.participant = eguchi;
    goal.text = u"月に一度、担当者に報告する"_s;
    REQUIRE(RecordTable<ParticipantGoal>(office.document()).add(goal, u"準備"_s).has_value());
    auto *page = office.show<HomeworkPage>(u"homework"_s);
    page->showTab(HomeworkPage::Tab::Goals);
    GoalsTab *tab = page->goals();
    REQUIRE(tab->people()->select(eguchi));
    tab->mode()->setCurrentIndex(1);
    settle();
    REQUIRE(tab->editor()->followUps().size() == 1);
    SavedText *field = tab->editor()->followUps().front();
    field->edit()->setFocus();
    write(u"毎月続いている"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    CHECK(shown(tab->people(), eguchi, GoalsTab::FollowUpColumn) == u"1/1"_s);
    const QList<QAction *> sheets = page->findChild<QPushButton *>(u"goalOutput"_s)->menu()->actions();
    sheets[0]->trigger();
    settle();
    auto *preview = page->findChild<PreviewDialog *>();
    REQUIRE(preview != nullptr);
    preview->reject();
    sheets[1]->trigger(); // a page for everybody who wrote a goal
    settle();
    preview = page->findChildren<PreviewDialog *>().last();
    CHECK(preview->view()->pageCount() == 1);
    preview->reject();

    office.reopen();
    CHECK(office.all<ParticipantGoal>(u"participant"_s, eguchi)[0].followUp == u"毎月続いている"_s);
}

TEST_CASE("hands are counted before and after, and the chart compares them")
{
    Reception office;
    auto *page = office.show<HomeworkPage>(u"homework"_s);
    page->showTab(HomeworkPage::Tab::Votes);
    settle();
    click(page->findChild<QPushButton *>(u"addFirstVote"_s));
    settle();
    write(u"この方の暮らす場"_s); // the question is chosen, ready to be written over
    press(Qt::Key_Return);
    settle();
    const auto votes = office.all<Vote>(u"workshop"_s, office.workshop);
    REQUIRE(votes.size() == 1);
    CHECK(votes[0].question == u"この方の暮らす場"_s);
    auto options = office.all<VoteOption>(u"vote"_s, votes[0].id);
    REQUIRE(options.size() == 2);
    GridView *table = page->votes()->options();
    typeCell(table, options[0].id, VotesTab::OptionText, u"在宅"_s);
    typeCell(table, options[1].id, VotesTab::OptionText, u"施設"_s);
    typeCell(table, options[0].id, VotesTab::BeforeCount, u"１２"_s);
    typeCell(table, options[1].id, VotesTab::BeforeCount, u"20"_s);
    typeCell(table, options[0].id, VotesTab::AfterCount, u"21"_s);
    typeCell(table, options[1].id, VotesTab::AfterCount, u"11"_s);
    CHECK(page->votes()->sentence().contains(u"「在宅」12→21名"_s));
    const ChartSpec &chart = page->votes()->chart()->spec();
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[0].base == 32);
    CHECK(chart.series[0].values == std::vector{12, 21});
    // What is no number is refused and nothing is stored.
    typeCell(table, options[0].id, VotesTab::AfterCount, u"たくさん"_s);
    office.reopen();
    options = office.all<VoteOption>(u"vote"_s, votes[0].id);
    CHECK(options[0].afterCount == 21);
    CHECK(options[1].text == u"施設"_s);
}

TEST_CASE("a vote by name takes a digit a person and says who changed their mind")
{
    Reception office;
    Vote vote;
    vote.workshop = office.workshop;
    vote.question = u"この方の暮らす場"_s;
    vote.byName = true;
    const auto id = RecordTable<Vote>(office.document()).add(vote, u"準備"_s);
    REQUIRE(id.has_value());
    for (const QString &text : {u"在宅"_s, u"施設"_s}) {
        VoteOption option;
        option.vote = *id;
        option.text = text;
        REQUIRE(RecordTable<VoteOption>(office.document()).add(option, u"準備"_s).has_value());
    }
    auto *page = office.show<HomeworkPage>(u"homework"_s);
    page->showTab(HomeworkPage::Tab::Votes);
    settle();
    GridView *marks = page->votes()->marks();
    REQUIRE(marks->isVisible());
    const qint64 aoki = office.participant(u"青木 はる"_s).id, eguchi = office.participant(u"江口 結"_s).id;
    setCell(marks, aoki, VotesTab::MarkBefore);
    QTest::keyClick(marks, Qt::Key_2); // 施設
    QTest::keyClick(marks, Qt::Key_1); // the next person: 在宅
    settle();
    setCell(marks, aoki, VotesTab::MarkAfter);
    QTest::keyClick(marks, Qt::Key_1);
    QTest::keyClick(marks, Qt::Key_1);
    settle();
    CHECK(shown(marks, aoki, VotesTab::MarkBefore) == u"施設"_s);
    CHECK(shown(marks, eguchi, VotesTab::MarkAfter) == u"在宅"_s);
    // One of two changed: 50.0 %.
    CHECK(page->votes()->sentence() == u"前後とも投票した2名のうち、考えが変わった方は1名（50.0%）です。"_s);
    setCell(marks, aoki, VotesTab::MarkAfter);
    QTest::keyClick(marks, Qt::Key_0); // taken back
    settle();
    CHECK(shown(marks, aoki, VotesTab::MarkAfter).isEmpty());
    office.undo();
    CHECK(shown(marks, aoki, VotesTab::MarkAfter) == u"在宅"_s);
    office.reopen();
    CHECK(office.all<VoteMark>(u"vote"_s, *id).size() == 2);
}
