#include "pipelinefixture.h"

#include "issues/issueboard.h"
#include "issues/linklist.h"
#include "issues/pipelinepage.h"
#include "issues/recurrencetab.h"
#include "issues/similarcard.h"
#include "parts/gridview.h"
#include "shell/backgroundjob.h"

#include <QFileInfo>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

/// A poster of a workshop with a note under a heading.
qint64 addHeading(Issues &office, qint64 workshop, int number, const QString &heading)
{
    const auto board = addBoard(office.document(), {.workshop = workshop, .number = number}, {}, u"準備"_s);
    REQUIRE(board.has_value());
    const auto notes = addNotes(office.document(), {.board = *board}, heading + u"の付箋"_s, u"準備"_s);
    REQUIRE(notes.has_value());
    const auto cluster = clusterNotes(office.document(), *board, heading, *notes, u"準備"_s);
    REQUIRE(cluster.has_value());
    return *cluster;
}

void waitForProposals(const RecurrenceTab &tab)
{
    REQUIRE(QTest::qWaitFor([&] { return !tab.job()->isBusy(); }, 10000));
    QCoreApplication::processEvents();
}

} // namespace

TEST_CASE("what comes up at several workshops stands at the top and says where it came from")
{
    Issues office;
    const qint64 far = office.addWorkshop(u"前年の研修会"_s, QDate::currentDate().addYears(-1));
    addHeading(office, office.workshop, 1, u"夜間の相談先"_s);
    addHeading(office, far, 2, u"夜間の相談先"_s);
    addHeading(office, office.workshop, 4, u"入浴の手段"_s);
    addHeading(office, office.workshop, 5, u"入浴の手段"_s);
    addHeading(office, office.workshop, 6, u"ここだけの話"_s);
    office.reopen();
    PipelinePage page(office.context(), nullptr);
    present(page);
    page.showView(PipelinePage::View::Recurring);
    RecurrenceTab &tab = *page.recurring();
    // Of two fiscal years before one of a single workshop; what came up once is not listed.
    REQUIRE(tab.recurrences().size() >= 2);
    CHECK(tab.recurrences()[0].heading == u"夜間の相談先"_s);
    CHECK(tab.recurrences()[0].years.size() == 2);
    CHECK(tab.recurrences()[1].heading == u"入浴の手段"_s);
    for (const Recurrence &each : tab.recurrences())
        CHECK(each.heading != u"ここだけの話"_s);
    REQUIRE(tab.table()->select(1));
    REQUIRE(tab.things()->items().size() == 2);
    CHECK(tab.things()->items()[0].note.startsWith(u"見出し・第1回研修会 1班・"_s));
    QString opened;
    QObject::connect(&page, &Page::openRow, [&](const QString &to, const QString &table, qint64) {
        opened = u"%1/%2"_s.arg(to, table);
    });
    click(tab.things()->buttonAt(0));
    CHECK(opened == u"board/note_cluster"_s);
    const QString file = office.path(u"recurring.xlsx"_s);
    REQUIRE(tab.write(file).has_value());
    CHECK(QFileInfo(file).size() > 4000);
}

TEST_CASE("similar headings are only proposed, and the officer says whether they are one thing")
{
    Issues office;
    addHeading(office, office.workshop, 1, u"夜間の相談先がない"_s);
    addHeading(office, office.later, 2, u"夜間の相談先が少ない"_s);
    addHeading(office, office.later, 4, u"退院前の連絡"_s);
    addHeading(office, office.workshop, 5, u"退院前の連絡がない"_s);
    office.reopen();
    {
        PipelinePage page(office.context(), nullptr);
        present(page);
        page.showView(PipelinePage::View::Recurring);
        RecurrenceTab &tab = *page.recurring();
        waitForProposals(tab);
        SimilarCard &card = *tab.similar();
        REQUIRE(card.count() >= 2);
        const auto rowOf = [&](const QString &start) {
            for (int row = 0; row < card.count(); ++row)
                if (card.pair(row).first.startsWith(start) && card.pair(row).second.startsWith(start))
                    return row;
            return -1;
        };
        const int discharge = rowOf(u"退院前"_s);
        REQUIRE(discharge >= 0);
        click(child(page, u"apart%1"_s.arg(discharge)));
        CHECK(rowOf(u"退院前"_s) < 0);
        const int night = rowOf(u"夜間"_s);
        REQUIRE(night >= 0);
        click(child(page, u"same%1"_s.arg(night)));
        CHECK(office.document().undoLabel() == u"同じことの結びつけ"_s);
        REQUIRE(office.pipeline().themes.size() == 1);
        CHECK(office.pipeline().members.size() == 2);
        CHECK(std::ranges::any_of(
            tab.recurrences(), [](const Recurrence &one) { return one.theme != 0 && one.workshops == 2; }));
        waitForProposals(tab);
        CHECK(rowOf(u"夜間"_s) < 0);
        REQUIRE(office.document().undo().has_value());
        CHECK(office.pipeline().themes.empty());
        REQUIRE(office.document().redo().has_value());
    }
    office.reopen();
    CHECK(office.pipeline().themes.size() == 1);
    PipelinePage again(office.context(), nullptr);
    present(again);
    again.showView(PipelinePage::View::Recurring);
    waitForProposals(*again.recurring());
    for (int row = 0; row < again.recurring()->similar()->count(); ++row)
        CHECK_FALSE((again.recurring()->similar()->pair(row).first.startsWith(u"退院前"_s) &&
                     again.recurring()->similar()->pair(row).second.startsWith(u"退院前"_s)));
    click(child(again, u"proposeAgain"_s));
    CHECK(again.recurring()->similar()->count() >= 1);
}

TEST_CASE("a theme is named, becomes a card linked to all its notes in one click, and can be taken apart")
{
    Issues office;
    addHeading(office, office.workshop, 1, u"夜間の相談先"_s);
    addHeading(office, office.later, 2, u"夜間の相談先"_s);
    office.reopen();
    PipelinePage page(office.context(), nullptr);
    present(page);
    page.showView(PipelinePage::View::Recurring);
    RecurrenceTab &tab = *page.recurring();
    REQUIRE(tab.recurrences().front().heading == u"夜間の相談先"_s);
    REQUIRE(tab.table()->select(1));
    office.dialogs.text = u"夜間・休日の相談"_s;
    click(child(page, u"nameTheme"_s));
    REQUIRE(tab.recurrences().front().theme != 0);
    CHECK(tab.recurrences().front().heading == u"夜間・休日の相談"_s);
    QString opened;
    QObject::connect(&page, &Page::openRow, [&](const QString &to, const QString &table, qint64 row) {
        opened = u"%1/%2/%3"_s.arg(to, table).arg(row);
    });
    click(child(page, u"makeThemeCard"_s));
    // The page itself shows the new card.
    CHECK(page.view() == PipelinePage::View::Board);
    const qint64 made = page.board()->currentId();
    const Pipeline stored = office.pipeline();
    REQUIRE(stored.card(made) != nullptr);
    CHECK(stored.card(made)->title == u"夜間・休日の相談"_s);
    CHECK(stored.card(made)->stage == IssueStage::Seed);
    CHECK(stored.notesOf(made).size() == 2);
    REQUIRE(office.document().undo().has_value());
    page.showView(PipelinePage::View::Recurring);
    REQUIRE(page.reveal(u"issue_theme"_s, stored.themes.front().id));
    click(child(page, u"dissolveTheme"_s));
    CHECK(office.pipeline().themes.empty());
    CHECK(office.document().undoLabel() == u"テーマの解除"_s);
}
