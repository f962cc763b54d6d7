#include "pipelinefixture.h"

#include "issues/consultationspage.h"
#include "issues/councilspage.h"
#include "issues/issueboard.h"
#include "issues/pipelinepage.h"
#include "issues/recurrence.h"
#include "issues/recurrencetab.h"
#include "issues/similarcard.h"
#include "parts/gridview.h"
#include "shell/backgroundjob.h"

#include <QElapsedTimer>
#include <QLineEdit>

#include <ctime>
#include <iostream>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

/// 5 years of 30 workshops with 15 groups of 40 notes each: 2,250 posters, 90,000 notes under 13,500
/// headings; 3,000 cards of which every seventh came of six others, 2,000 consultations, 200 councils.
void fillNation(Issues &office)
{
    const QStringList statements{
        u"INSERT INTO workshop(id, title, held_on) WITH RECURSIVE n(i) AS (VALUES (100) UNION ALL "
        "SELECT i + 1 FROM n WHERE i < 249) SELECT i, '研修会' || i, "
        "date('2022-06-01', '+' || ((i - 100) / 30) || ' years', '+' || (i % 30) || ' days') FROM n"_s,
        u"INSERT INTO board(id, workshop, number) WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL "
        "SELECT i + 1 FROM n WHERE i < 2249) SELECT i + 100, 100 + i / 15, 1 + i % 15 FROM n"_s,
        u"INSERT INTO board_scene(id, board, position, name) SELECT id, id, 0, '看取り' FROM board "
        "WHERE id >= 100"_s,
        u"INSERT INTO note_cluster(id, board, position, scene, heading, folded) WITH RECURSIVE n(i) AS "
        "(VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 13499) "
        "SELECT i + 100, 100 + i / 6, i % 6, 100 + i / 6, '見出し' || (i % 2000), '見出シ' || (i % 2000) FROM n"_s,
        u"INSERT INTO sticky_note(id, board, position, text, folded, scene, cluster) WITH RECURSIVE n(i) AS "
        "(VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 89999) "
        "SELECT i + 100, 100 + i / 40, i % 40, '通院の足がなくて困る' || i, '通院ノ足ガナクテ困ル' || i, "
        "100 + i / 40, CASE WHEN i % 2 = 0 THEN 100 + (i / 40) * 6 + i % 6 END FROM n"_s,
        u"INSERT INTO issue_card(id, stage, position, title, folded, noted_on, scenes, source) "
        "WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i < 2999) "
        "SELECT i + 100, i % 7, 10 + i / 7, '課題' || i || 'で、家族だけでは夜間の対応が難しい', '課題' || "
        "i, "
        "date('2022-04-01', '+' || (i / 2) || ' days'), '看取り', '模造紙' FROM n"_s,
        u"INSERT INTO card_link(origin, result) SELECT id, id - (id - 100) % 7 + 6 FROM issue_card "
        "WHERE id >= 100 AND (id - 100) % 7 < 6 AND id - (id - 100) % 7 + 6 < 3100"_s,
        u"INSERT INTO card_note(card, note) SELECT id, id * 29 FROM issue_card WHERE id >= 100"_s,
        u"INSERT INTO consultation(id, excerpt, folded) WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL "
        "SELECT i + 1 FROM n WHERE i < 1999) SELECT i + 100, '相談' || i, '相談' || i FROM n"_s,
        u"INSERT INTO council_record(id, held_on, body) WITH RECURSIVE n(i) AS (VALUES (0) UNION ALL "
        "SELECT i + 1 FROM n WHERE i < 199) SELECT i + 100, date('2022-04-01', '+' || i * 9 || ' days'), "
        "'協議会' || i FROM n"_s,
        u"INSERT INTO council_card(council, card) SELECT 100 + id % 200, id FROM issue_card WHERE stage = 5 "
        "AND id >= 100"_s};
    REQUIRE(office.document()
                .perform(u"準備"_s,
                         [&](Database &database) -> Result<> {
                             for (const QString &sql : statements) {
                                 TANE_TRY(Statement statement, database.prepare(sql));
                                 TANE_CHECK(statement.run());
                             }
                             return {};
                         })
                .has_value());
    office.reopen();
}

/// Making a page, reading the file and painting it, in milliseconds.
template<class P>
qint64 opened(Issues &office, const char *name, const std::function<void(P &)> &then = {})
{
    QElapsedTimer timer;
    timer.start();
    P page(office.context(), nullptr);
    page.resize(1150, 720);
    page.refresh();
    if (then)
        then(page);
    page.grab();
    const qint64 taken = timer.elapsed();
    std::cout << name << ": " << taken << " ms\n";
    return taken;
}

} // namespace

TEST_CASE("the pages of issues open with 90,000 notes and 3,000 cards behind them without a wait")
{
    Issues office;
    fillNation(office);
    opened<PipelinePage>(office, "first page, registers read"); // once a file
    using View = PipelinePage::View;
    // Told, and generously limited: other programs use the machine.
    CHECK(opened<PipelinePage>(office, "board of 3,004 cards",
                               [](PipelinePage &page) { page.showView(View::Board); }) < 1500);
    CHECK(opened<PipelinePage>(office, "list", [](PipelinePage &page) { page.showView(View::List); }) < 2000);
    CHECK(opened<PipelinePage>(office, "charts", [](PipelinePage &page) { page.showView(View::Charts); }) <
          4000);
    CHECK(opened<PipelinePage>(office, "what recurs",
                               [](PipelinePage &page) { page.showView(View::Recurring); }) < 4000);
    CHECK(opened<ConsultationsPage>(office, "2,002 consultations") < 1500);
    CHECK(opened<CouncilsPage>(office, "200 councils") < 1500);

    std::clock_t begin = std::clock();
    const auto spent = [&begin](const char *name) {
        std::cout << name << ": " << (std::clock() - begin) * 1000 / CLOCKS_PER_SEC
                  << " ms of the processor\n";
        begin = std::clock();
    };
    const auto things = raisedThings(office.document());
    REQUIRE(things.has_value());
    spent("reading what was raised");
    CHECK(findRecurrences(*things, {}).size() >= 2000); // every heading of the generated posters
    spent("finding what recurs");

    PipelinePage page(office.context(), nullptr);
    present(page);
    page.showView(View::Board);
    QElapsedTimer timer;
    timer.start();
    auto *words = child<QLineEdit>(page, u"issueText"_s);
    words->setText(u"課題2999"_s);
    page.board()->grab();
    std::cout << "narrowed to a word: " << timer.elapsed() << " ms\n";
    CHECK(page.board()->cardCount() == 1);
    words->clear();
    timer.restart();
    REQUIRE(page.board()->showCard(office.night));
    page.board()->setFocus();
    QTest::keyClick(page.board(), Qt::Key_Right, Qt::ControlModifier);
    page.board()->grab();
    std::cout << "moved a card and shown again: " << timer.elapsed() << " ms\n";
    CHECK(office.card(office.night).stage == IssueStage::Individual);
}
