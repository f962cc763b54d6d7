// 市町村への伝達メモ: from a poster or card to one page.
#include "posteroffice.h"

#include "issues/messageeditor.h"
#include "issues/messagepage.h"
#include "issues/pipeline.h"
#include "issues/scenariopage.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"

#include <QLabel>
#include <QPushButton>

using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;
using namespace Qt::StringLiterals;

namespace {

PreviewDialog *preview(QWidget *page)
{
    settle();
    const auto dialogs = page->window()->findChildren<PreviewDialog *>();
    REQUIRE(dialogs.size() == 1);
    return dialogs.front();
}

} // namespace

TEST_CASE("from a seed there is a message of one page and a scenario sheet in one go")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s, u"当日に知る"_s}, 1);
    const qint64 board = office.board(1).board.id;
    const auto cluster = clusterNotes(office.document(), board, u"退院時の連絡"_s, ids, u"準備"_s);
    REQUIRE(cluster.has_value());
    const auto chain = RecordTable<IssueChain>(office.document())
                           .add({.board = board,
                                 .cluster = *cluster,
                                 .what = u"退院の連絡が当日になる"_s,
                                 .why = u"窓口が決まっていない"_s},
                                u"準備"_s);
    REQUIRE(chain.has_value());
    const auto seed = seedFromChain(office.document(), *chain, QDate(2026, 9, 2), u"準備"_s);
    REQUIRE(seed.has_value());
    office.forget();
    BoardPage *page = office.page();
    REQUIRE(page->poster()->showKey({PosterKey::Kind::Cluster, *cluster}));
    click(page->findChild<QWidget *>(u"showChain"_s));
    settle();

    click(page->findChild<QWidget *>(u"toMessage"_s));
    settle();
    REQUIRE(office.window->workspace()->currentPage() == u"message"_s);
    auto *messages = qobject_cast<MessagePage *>(office.window->workspace()->page(u"message"_s));
    REQUIRE(messages != nullptr);
    auto stored = office.all<IssueMessage>({}, 0);
    REQUIRE(stored.size() == 1);
    CHECK(stored.front().card == *seed);
    CHECK(stored.front().facts.contains(u"連絡が遅い"_s));
    write(u"退院の連絡について"_s); // the caret is in 件名
    press(Qt::Key_Return);
    click(messages->findChild<QWidget *>(u"printMessage"_s));
    PreviewDialog *dialog = preview(messages);
    CHECK(dialog->view()->pageCount() == 1);
    dialog->reject();
    settle();
    CHECK(office.all<IssueMessage>({}, 0).front().title.contains(u"退院の連絡について"_s));

    // Asked again, the same message is shown.
    REQUIRE(office.window->workspace()->openRow(u"message"_s, u"issue_card"_s, *seed));
    CHECK(office.all<IssueMessage>({}, 0).size() == 1);

    page = office.page();
    REQUIRE(page->poster()->showKey({PosterKey::Kind::Cluster, *cluster}));
    click(page->findChild<QWidget *>(u"toScenario"_s));
    settle();
    REQUIRE(office.window->workspace()->currentPage() == u"scenario"_s);
    auto *scenarios = office.window->workspace()->page(u"scenario"_s);
    click(scenarios->findChild<QWidget *>(u"printScenario"_s));
    dialog = preview(scenarios);
    CHECK(dialog->view()->pageCount() >= 1);
    dialog->reject();
    office.reopen();
    CHECK(office.all<IssueMessage>({}, 0).size() == 1);
}

TEST_CASE("a message says that its chain was thought on since, and takes the newer text at one press")
{
    PosterOffice office(1);
    const qint64 board = office.board(1).board.id;
    IssueChain chain{.board = board, .what = u"退院の連絡が当日になる"_s, .mainCause = u"窓口がない"_s};
    const auto id = RecordTable<IssueChain>(office.document()).add(chain, u"準備"_s);
    REQUIRE(id.has_value());
    const auto seed = seedFromChain(office.document(), *id, QDate(2026, 9, 2), u"準備"_s);
    REQUIRE(seed.has_value());
    office.forget();
    MessagePage *page = office.show<MessagePage>(u"message"_s);
    REQUIRE(office.window->workspace()->openRow(u"message"_s, u"issue_card"_s, *seed));
    settle();
    auto *news = page->findChild<QWidget *>(u"chainNews"_s);
    REQUIRE(news != nullptr);
    CHECK_FALSE(news->isVisible());
    const auto message = [&] { return office.all<IssueMessage>({}, 0).front(); };
    IssueMessage own = message();
    own.view += u"\n\nこのままでは再入院が増える"_s;
    REQUIRE(RecordTable<IssueMessage>(office.document()).update(own, u"準備"_s).has_value());
    settle();
    CHECK_FALSE(news->isVisible()); // what was written beside it is no difference

    auto thought = RecordTable<IssueChain>(office.document()).load(*id);
    REQUIRE(thought.has_value());
    thought->mainCause = u"病棟の窓口が知らされていない"_s;
    thought->best = u"窓口の一覧を作る"_s;
    REQUIRE(RecordTable<IssueChain>(office.document()).update(*thought, u"準備"_s).has_value());
    settle();
    REQUIRE(news->isVisible());
    click(page->findChild<QWidget *>(u"takeChain"_s));
    settle();
    CHECK(message().view == u"何が起きているか：退院の連絡が当日になる\n"_s
                            u"主な原因：病棟の窓口が知らされていない\n"_s
                            u"効果的で現実的な対応：窓口の一覧を作る\n\nこのままでは再入院が増える"_s);
    CHECK_FALSE(news->isVisible());
    office.undo();
    CHECK(message().view == own.view);
    CHECK(news->isVisible());
}

TEST_CASE("a message of a poster takes over what the group wrote on its band")
{
    PosterOffice office(1);
    office.stick(1, {u"件数を示して話す"_s, u"年度初めに相談する"_s}, 4);
    office.forget();
    office.page();
    REQUIRE(office.window->workspace()->openRow(u"message"_s, u"board"_s, office.board(1).board.id));
    const auto stored = office.all<IssueMessage>({}, 0);
    REQUIRE(stored.size() == 1);
    CHECK(stored.front().request == u"件数を示して話す\n年度初めに相談する"_s);
    CHECK(stored.front().board == office.board(1).board.id);
    office.undo();
    CHECK(office.all<IssueMessage>({}, 0).empty());
}

TEST_CASE("beside every part of a message stand the questions the other side usually asks")
{
    PosterOffice office(0);
    MessagePage *page = office.show<MessagePage>(u"message"_s);
    click(page->findChild<QWidget *>(u"addFirstMessage"_s));
    settle();
    for (int part = 0; part < 4; ++part) {
        const QString text = page->findChild<QLabel *>(u"prompts%1"_s.arg(part))->text();
        for (const QString &prompt : messagePrompts(static_cast<MessagePart>(part)))
            CHECK(text.contains(prompt));
    }
}
