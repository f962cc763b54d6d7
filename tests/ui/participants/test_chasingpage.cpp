#include "participantsfixture.h"

#include "exchange/tablereader.h"
#include "participants/answerownerscard.h"
#include "participants/chasing.h"
#include "participants/chasingpage.h"
#include "participants/remindercard.h"
#include "parts/chartcard.h"
#include "shell/editors/datefield.h"
#include "shell/widgets.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;

namespace {

void giveAddress(Reception &office, const QString &name, const QString &address)
{
    Participant one = office.participant(name);
    one.email = address;
    REQUIRE(RecordTable<Participant>(office.document()).update(one, u"準備"_s).has_value());
}

void chooseOwner(GridView *table, qint64 response, const QString &text)
{
    settle();
    const QModelIndex cell = table->filter()->mapFromSource(
        table->grid()->index(table->grid()->rowOf(response), AnswerOwnersCard::OwnerColumn));
    REQUIRE(cell.isValid());
    table->setFocus();
    table->setCurrentIndex(cell);
    QTest::keyClick(table, Qt::Key_Return);
    auto *box = table->viewport()->findChild<QComboBox *>();
    REQUIRE(box != nullptr);
    const int at = box->findText(text, Qt::MatchStartsWith);
    INFO(text.toStdString());
    REQUIRE(at >= 0);
    box->setCurrentIndex(at);
    Q_EMIT box->activated(at);
    settle();
}

} // namespace

TEST_CASE("the response rate has its base, and only those who have not answered are listed")
{
    Reception office;
    office.answer(Wave::Before, u"002,江口 結,,西部センター,a\n003,大野 晴,,A市役所,b\n"_s);
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    page->waves()->setCurrentIndex(0);
    settle();
    // Four accepted learners are asked; two answered: 50.0 %.
    CHECK(page->total() == u"2 / 4名（50.0%）"_s);
    CHECK(names(page->reminder()->people(), ReminderCard::NameColumn) ==
          QStringList{u"青木 はる"_s, u"齋藤 花"_s});
    const ChartSpec &chart = page->chart()->spec();
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[0].label == u"コーディネーター"_s);
    CHECK(chart.categories[0].base == 3);
    CHECK(chart.series[0].values == std::vector{1, 1});
    page->by()->setCurrentIndex(1);
    settle();
    CHECK(page->chart()->spec().categories[0].label == u"A市"_s);
    // Nobody answered after the workshop yet.
    page->waves()->setCurrentIndex(1);
    settle();
    CHECK(page->total() == u"0 / 4名（0.0%）"_s);
}

TEST_CASE("the reminder goes to those who are missing: addresses, text with the deadline, merge list, day")
{
    Reception office;
    giveAddress(office, u"青木 はる"_s, u"aoki@example.jp"_s);
    giveAddress(office, u"齋藤 花"_s, u"saito@example.jp"_s);
    giveAddress(office, u"江口 結"_s, u"eguchi@example.jp"_s);
    office.answer(Wave::Before, u"002,江口 結,,西部センター,a\n"_s);
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    page->waves()->setCurrentIndex(0);
    settle();
    ReminderCard *card = page->reminder();
    CHECK(card->people()->selectedIds().size() == 3); // all, until some are chosen
    click(page->findChild<QPushButton *>(u"copyAddresses"_s));
    CHECK(QGuiApplication::clipboard()->text() == u"aoki@example.jp; saito@example.jp"_s);

    card->deadline()->edit()->setFocus();
    write(u"R8.12.2"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(card->text().contains(u"12月2日"_s));
    CHECK(card->text().contains(u"第1回研修会"_s));
    click(page->findChild<QPushButton *>(u"copyReminder"_s));
    CHECK(QGuiApplication::clipboard()->text() == QString(card->subject() + u"\n\n"_s + card->text()));

    office.desk.dialogs.fileToSave = office.desk.path(u"差し込み.xlsx"_s);
    click(page->findChild<QPushButton *>(u"writeMerge"_s));
    settle();
    const auto tables = readTables(office.desk.dialogs.fileToSave);
    REQUIRE(tables.has_value());
    QString all;
    for (int row = 0; row < tables->front().rowCount(); ++row)
        for (int column = 0; column < tables->front().columnCount(); ++column)
            all += QString::fromUtf8(tables->front().cell(row, column)) + u'\n';
    CHECK(all.contains(u"saito@example.jp"_s));
    CHECK_FALSE(all.contains(u"eguchi@example.jp"_s)); // she answered

    card->people()->clearSelection();
    card->people()->selectRow(0);
    settle();
    click(page->findChild<QPushButton *>(u"markReminded"_s));
    settle();
    const auto reminders = office.all<Reminder>({}, 0);
    REQUIRE(reminders.size() == 1);
    CHECK(reminders[0].participant == office.participant(u"青木 はる"_s).id);
    CHECK(reminders[0].wave == Wave::Before);
    CHECK(reminders[0].remindedOn == QDate::currentDate());
    office.undo();
    CHECK(office.all<Reminder>({}, 0).empty());
}

TEST_CASE("what the officer wrote into the reminder stays when she looks at the answers again")
{
    Reception office;
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    page->waves()->setCurrentIndex(0);
    settle();
    auto *text = page->findChild<QPlainTextEdit *>(u"reminderText"_s);
    text->setPlainText(u"わたしの文面"_s);
    office.answer(Wave::Before, u"002,江口 結,,西部センター,a\n"_s);
    settle();
    CHECK(page->total().startsWith(u"1 / 4名"_s));
    CHECK(page->reminder()->text() == u"わたしの文面"_s);
}

TEST_CASE("an answer that may be somebody's waits for a decision, and nobody is reminded meanwhile")
{
    Reception office;
    // The name alone, from another workplace: it may be hers, the rules do not decide it.
    office.answer(Wave::Before, u",江口 結,,中央病院,a\n"_s);
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    page->waves()->setCurrentIndex(0);
    settle();
    CHECK(page->total().startsWith(u"0 / 4名"_s));
    CHECK_FALSE(names(page->reminder()->people(), ReminderCard::NameColumn).contains(u"江口 結"_s));
    page->tabs()->setCurrentIndex(1);
    settle();
    AnswerOwnersCard *owners = page->owners();
    CHECK(owners->waiting() == 1);
    REQUIRE(owners->table()->filter()->rowCount() == 1);
    const qint64 response = owners->table()->filter()->index(0, 0).data(GridModel::idRole).toLongLong();
    chooseOwner(owners->table(), response, u"候補　江口 結"_s);
    CHECK(owners->waiting() == 0);
    page->tabs()->setCurrentIndex(0);
    settle();
    CHECK(page->total().startsWith(u"1 / 4名"_s));

    // Later it turns out to be somebody else's, or nobody's: decisions can be changed, with undo.
    page->tabs()->setCurrentIndex(1);
    owners->which()->setCurrentIndex(1);
    settle();
    chooseOwner(owners->table(), response, u"どなたでもない"_s);
    CHECK(shown(owners->table(), response, AnswerOwnersCard::OwnerColumn) == u"どなたでもない"_s);
    office.undo();
    CHECK(shown(owners->table(), response, AnswerOwnersCard::OwnerColumn) == u"江口 結"_s);
    chooseOwner(owners->table(), response, u"決めるのをやめて"_s);
    CHECK(owners->waiting() == 1);
    office.reopen();
    page = office.show<ChasingPage>(u"chasing"_s);
    page->tabs()->setCurrentIndex(1);
    settle();
    CHECK(page->owners()->waiting() == 1);
}

TEST_CASE("without participants the page of answers says where to begin")
{
    Reception office(Reception::Empty::Yes);
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    settle();
    auto *empty = page->findChild<EmptyState *>();
    bool shownEmpty = false;
    for (EmptyState *each : page->findChildren<EmptyState *>())
        shownEmpty |= each->isVisible() && each->button()->text() == u"参加者を開く"_s;
    REQUIRE(empty != nullptr);
    CHECK(shownEmpty);
    CHECK_FALSE(page->reminder()->isVisible());
}

TEST_CASE("the page opens on the questionnaire that is being asked for, and says whom the reminder goes to")
{
    Reception office;
    Workshop workshop = office.all<Workshop>({}, 0).front();
    workshop.heldOn = QDate::currentDate().addMonths(-3); // the day of the follow-up has come, too
    REQUIRE(WorkshopRepository(office.document()).save(workshop).has_value());
    office.answer(Wave::After, u"002,江口 結,,西部センター,a\n"_s);
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    settle();
    CHECK(page->waves()->currentIndex() == 1); // some have not answered after the workshop
    auto *whom = page->findChild<QLabel *>(u"reminderWhom"_s);
    auto *list = page->findChild<GridView *>(u"missing"_s);
    CHECK(whom->text().contains(u"全員 %1名"_s.arg(list->filter()->rowCount())));
    list->selectRow(0);
    settle();
    CHECK(whom->text().contains(u"選んだ 1名"_s));
    // Nothing is sent by the button, and it is not the page's main one.
    CHECK(page->findChild<QPushButton *>(u"markReminded"_s)->text() == u"1名に送ったと記録"_s);
}

TEST_CASE("the sample's answers are counted as the published trial counts them")
{
    Reception office(Reception::Empty::Yes);
    office.beginSample();
    const auto people = office.all<Participant>({}, 0);
    REQUIRE(!people.empty());
    office.window->controller()->showWorkshop(people.front().workshop);
    settle();
    auto *page = office.show<ChasingPage>(u"chasing"_s);
    page->waves()->setCurrentIndex(0);
    settle();
    // Trial ①: 78 answered before (49 coordinators, 29 officers), table of respondents in the report.
    CHECK(page->total() == u"78 / 78名（100.0%）"_s);
    const ChartSpec &chart = page->chart()->spec();
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[0].base + chart.categories[1].base == 78);
    CHECK(page->findChild<QLabel *>(u"nobodyMissing"_s)->isVisible());
}
