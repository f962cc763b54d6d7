#include "pipelinefixture.h"

#include "issues/cardlinks.h"
#include "issues/cardpanel.h"
#include "issues/councildetails.h"
#include "issues/councilspage.h"
#include "issues/issuebadges.h"
#include "issues/linklist.h"
#include "issues/pipelinepage.h"
#include "parts/gridview.h"
#include "parts/recordpicker.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

/// Writes into a cell of the actions as the officer does: Enter, text, Enter.
void writeCell(CouncilDetails &details, qint64 action, int column, const QString &text)
{
    GridView &table = *details.actions();
    REQUIRE(table.select(action));
    table.setCurrentIndex(table.currentIndex().siblingAtColumn(column));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_Return);
    QLineEdit *editor = nullptr;
    for (QLineEdit *each : table.viewport()->findChildren<QLineEdit *>())
        if (each->isVisible())
            editor = each; // one that was just closed may still be there
    REQUIRE(editor != nullptr);
    editor->selectAll();
    write(text);
    QTest::keyClick(editor, Qt::Key_Return);
    QCoreApplication::processEvents();
}

} // namespace

TEST_CASE("a council is written down with its cards, what was agreed, and who does what by when")
{
    Issues office;
    qint64 council = 0;
    {
        CouncilsPage page(office.context(), nullptr);
        present(page);
        click(child(page, u"addFirstCouncil"_s));
        council = page.details()->council();
        REQUIRE(council != 0);
        write(u"在宅医療・介護連携推進協議会"_s); // the name has the focus
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        overwrite(child<SavedText>(page, u"councilAgreed"_s), u"連絡票の様式をそろえる"_s);
        auto *picker = child<RecordPicker>(page, u"councilPicker"_s);
        picker->setFocus();
        write(u"連絡の決まり"_s);
        QTest::keyClick(picker, Qt::Key_Return);
        REQUIRE(page.details()->cards()->items().size() == 1);
        CHECK(page.details()->cards()->items()[0].id == office.seed);
        click(child(page, u"addAction"_s));
        const auto actions = RecordTable<CouncilAction>(office.document()).all(u"council"_s, council);
        REQUIRE(actions.has_value());
        REQUIRE(actions->size() == 1);
        const qint64 action = actions->front().id;
        writeCell(*page.details(), action, CouncilDetails::What, u"様式の案を作る"_s);
        writeCell(*page.details(), action, CouncilDetails::Who, u"東部センター"_s);
        const QDate late = QDate::currentDate().addDays(-3);
        writeCell(*page.details(), action, CouncilDetails::Due, late.toString(Qt::ISODate));
        GridModel &model = *page.details()->actions()->grid();
        CHECK(model.index(0, CouncilDetails::Due)
                  .data(Qt::AccessibleTextRole)
                  .toString()
                  .endsWith(u"期限を過ぎました"_s));
        CHECK(councilsBadge(office.document()) == u"期限切れ1"_s);
        const GridModel &list = *page.table()->grid();
        CHECK(list.index(0, CouncilsPage::Actions).data().toString() == u"⚠ 期限切れ1件"_s);
        // A day that does not exist is refused and says so; the stored one stays.
        writeCell(*page.details(), action, CouncilDetails::Due, u"2/30"_s);
        CHECK(page.errorBar()->text().contains(u"日付として読めません"_s));
        page.details()->actions()->setCurrentIndex(
            page.details()->actions()->filter()->index(0, CouncilDetails::Done));
        QTest::keyClick(page.details()->actions(), Qt::Key_Space); // done
        CHECK(councilsBadge(office.document()).isEmpty());
        REQUIRE(office.document().undo().has_value());
        CHECK(councilsBadge(office.document()) == u"期限切れ1"_s);
        const QString file = office.path(u"councils.xlsx"_s);
        REQUIRE(page.write(file).has_value());
        CHECK(QFileInfo(file).size() > 4000);
    }
    office.reopen();
    const Pipeline stored = office.pipeline();
    REQUIRE(stored.councils.size() == 1);
    CHECK(stored.councils[0].record.body == u"在宅医療・介護連携推進協議会"_s);
    CHECK(stored.councils[0].record.agreed == u"連絡票の様式をそろえる"_s);
    CHECK(stored.councils[0].cards == std::vector{office.seed});
    REQUIRE(stored.councils[0].actions.size() == 1);
    CHECK(stored.councils[0].actions[0].what == u"様式の案を作る"_s);
    CHECK(stored.councils[0].actions[0].who == u"東部センター"_s);
    CHECK(stored.councils[0].actions[0].dueOn == QDate::currentDate().addDays(-3));
    CHECK_FALSE(stored.councils[0].actions[0].done);
}

TEST_CASE("councils are listed newest first and narrowed to those with actions that are late")
{
    Issues office;
    const QDate today = QDate::currentDate();
    const qint64 older = office.store(CouncilRecord{.heldOn = today.addDays(-90), .body = u"地域ケア会議"_s});
    const qint64 newer = office.store(CouncilRecord{.heldOn = today.addDays(-5), .body = u"協議会"_s});
    office.store(CouncilAction{.council = older, .what = u"調べる"_s, .dueOn = today.addDays(-1)});
    office.store(CouncilAction{.council = newer, .what = u"集まる"_s, .dueOn = today});
    CouncilsPage page(office.context(), nullptr);
    present(page);
    CHECK(page.table()->grid()->idAt(0) == newer);
    CHECK(page.table()->filter()->rowCount() == 2);
    auto *which = child<QComboBox>(page, u"councilWhich"_s);
    which->setCurrentIndex(2); // 期限を過ぎたもの: due today is not late yet
    CHECK(page.table()->filter()->rowCount() == 1);
    REQUIRE(page.reveal(u"council_record"_s, newer)); // a search hit that is filtered out
    CHECK(page.details()->council() == newer);
    overwrite(child<QLineEdit>(page, u"councilFilter"_s), u"しらべる"_s);
    CHECK(page.table()->filter()->rowCount() == 0); // kanji are not read
    overwrite(child<QLineEdit>(page, u"councilFilter"_s), u"調べ"_s);
    CHECK(page.table()->filter()->rowCount() == 1);
    click(child(page, u"removeCouncil"_s));
    CHECK(office.pipeline().councils.size() == 1);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.pipeline().councils.size() == 2);
    CHECK(office.pipeline().councils[1].actions.size() == 1); // its action came back, too
}

TEST_CASE("from a card a new council is written down with the card put forward")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    QString opened;
    QObject::connect(&page, &Page::openRow, [&](const QString &to, const QString &table, qint64 row) {
        opened = u"%1/%2/%3"_s.arg(to, table).arg(row);
    });
    REQUIRE(page.reveal(u"issue_card"_s, office.seed));
    const auto actions = page.panel()->links()->councilMenu()->actions();
    REQUIRE(actions.size() == 1);
    actions.front()->trigger();
    const Pipeline stored = office.pipeline();
    REQUIRE(stored.councils.size() == 1);
    CHECK(opened == u"councils/council_record/%1"_s.arg(stored.councils[0].record.id));
    CHECK(stored.councils[0].cards == std::vector{office.seed});
    CHECK(stored.councils[0].record.careArea == office.east);
    CHECK(stored.councils[0].record.presented == u"入退院の連絡の決まりがない"_s);
    CHECK(page.panel()->links()->councils()->items().size() == 1);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.pipeline().councils.empty());
}
