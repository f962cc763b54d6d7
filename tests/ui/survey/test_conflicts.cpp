// What the officer decides: answers that are split and moved, roles that changed.
#include "shell/widgets.h"
#include "survey/changedroles.h"
#include "survey/joindialog.h"
#include "survey/linksmodel.h"
#include "survey/linkspage.h"
#include "survey/peoplemodel.h"
#include "surveyfixture.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

namespace {

int rowWith(const QTableView *view, const QString &name)
{
    for (int row = 0; row < view->model()->rowCount(); ++row)
        if (view->model()->index(row, 0).data().toString() == name)
            return row;
    return -1;
}

/// Somebody whose answers the rules joined, with a name nobody else has.
Link certainLink(const LinksPage &page)
{
    const SurveyState &state = *page.state();
    for (const Link &link : state.linking.links) {
        const QString name = state.before.text(Field::Name, link.before);
        int same = 0;
        for (int person = 0; person < state.before.size(); ++person)
            same += state.before.text(Field::Name, person) == name ? 1 : 0;
        if (link.state == LinkState::Certain && same == 1)
            return link;
    }
    FAIL("nobody is joined for sure");
    return {};
}

} // namespace

TEST_CASE("Answers that were joined are split, moved to somebody else and brought back step by step")
{
    const auto office = Office::withSample();
    const qint64 workshop = office->context().workshop;
    int pairs = 0;
    {
        LinksPage page(office->context());
        present(page);
        pairs = page.state()->linking.pairs();
        const Link link = certainLink(page);
        const QString name = page.state()->before.text(Field::Name, link.before);
        auto *linked = page.findChild<QTableView *>(u"linked"_s);
        page.findChild<QLineEdit *>(u"searchLinks"_s)->setText(name);
        const int row = rowWith(linked, name);
        REQUIRE(row >= 0);
        linked->selectRow(row);
        auto *separate = page.findChild<QPushButton *>(u"separate"_s);
        REQUIRE(separate->isEnabled());
        QTest::keyClick(separate, Qt::Key_Space);
        CHECK(page.state()->linking.pairs() == pairs - 1);
        CHECK(page.state()->linking.countOf(LinkState::Rejected) == 1);

        // Her answer before belongs to somebody who answered after only.
        auto *before = page.findChild<QTableView *>(u"onlyBefore"_s);
        const int left = rowWith(before, name);
        REQUIRE(left >= 0);
        before->selectRow(left);
        click(page.findChild<QPushButton *>(u"onlyBeforeJoin"_s));
        auto *dialog = page.findChild<JoinDialog *>();
        REQUIRE(dialog != nullptr);
        auto *candidates = dialog->findChild<QTableView *>(u"candidates"_s);
        int other = 0; // the one she was split from stands first
        while (other < candidates->model()->rowCount() &&
               candidates->model()->index(other, 0).data().toString() == name)
            ++other;
        REQUIRE(other < candidates->model()->rowCount());
        const QString moved = candidates->model()->index(other, 0).data().toString();
        auto *search = dialog->findChild<QLineEdit *>(u"search"_s);
        for (int step = 0; step < other; ++step)
            QTest::keyClick(search, Qt::Key_Down);
        QTest::keyClick(search, Qt::Key_Return);
        CHECK(page.state()->linking.pairs() == pairs);
        const auto &links = page.state()->linking.links;
        const auto accepted = std::ranges::find(links, LinkState::Accepted, &Link::state);
        REQUIRE(accepted != links.end());
        CHECK(page.state()->before.text(Field::Name, accepted->before) == name);
        CHECK(page.state()->after.text(Field::Name, accepted->after) == moved);
    }
    office->reopen();
    office->context().workshop = workshop;
    {
        LinksPage page(office->context());
        present(page);
        CHECK(page.state()->linking.pairs() == pairs);
        CHECK(page.state()->linking.countOf(LinkState::Accepted) == 1);
        CHECK(page.state()->linking.countOf(LinkState::Rejected) == 1);
        // Taken back in the list, without the steps of undo of the other day.
        auto *linked = page.findChild<QTableView *>(u"linked"_s);
        auto *undo = page.findChild<QPushButton *>(u"undoDecision"_s);
        for (int decided = 0; decided < 2; ++decided) {
            for (int row = 0; row < linked->model()->rowCount() && !undo->isEnabled(); ++row)
                linked->selectRow(row);
            REQUIRE(undo->isEnabled());
            click(undo);
        }
        CHECK(page.state()->linking.countOf(LinkState::Accepted) == 0);
        CHECK(page.state()->linking.countOf(LinkState::Rejected) == 0);
        CHECK(page.state()->linking.pairs() == pairs);
        REQUIRE(office->document().undo().has_value());
        REQUIRE(office->document().undo().has_value());
        page.refresh();
        CHECK(page.state()->linking.countOf(LinkState::Rejected) == 1);
    }
}

TEST_CASE("Who changed the role counts as the officer decides, and the numbers of the roles follow")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    const Link link = certainLink(page);
    const qint64 before = page.state()->before.id(link.before), after = page.state()->after.id(link.after);
    const QString role = page.state()->before.text(Field::Role, link.before);
    const QString other = role == u"コーディネーター"_s ? u"市町村担当者"_s : u"コーディネーター"_s;
    const auto changed = [&](const QString &text) {
        REQUIRE(office->document()
                    .perform(u"準備"_s,
                             [&](Database &database) -> Result<> {
                                 TANE_TRY(Statement update,
                                          database.prepare(u"UPDATE response SET role = ? WHERE id = ?"_s));
                                 return update.bind(text).bind(after).run();
                             })
                    .has_value());
        page.refresh();
    };
    changed(other);
    auto *choice = page.findChild<SegmentedControl *>(u"roleOf%1"_s.arg(before));
    REQUIRE(choice != nullptr);
    waitUntil([choice] { return choice->isVisible(); });
    CHECK(choice->currentIndex() == 0); // as she said before, until it is decided
    const auto counted = [&]() -> QString {
        const auto all = changedRoles(office->document(), *page.state());
        REQUIRE(all.has_value());
        const auto found = std::ranges::find(*all, before, &ChangedRole::response);
        REQUIRE(found != all->end());
        return found->counted;
    };
    CHECK(counted().isEmpty());
    click(choice->findChildren<QPushButton *>().at(1));
    CHECK(counted() == other);
    REQUIRE(office->document().undo().has_value());
    page.refresh();
    CHECK(counted().isEmpty());
    REQUIRE(office->document().redo().has_value());
    page.refresh();
    CHECK(counted() == other);
}
