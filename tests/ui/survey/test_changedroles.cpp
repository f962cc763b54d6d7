#include "shell/widgets.h"
#include "survey/changedroles.h"
#include "survey/linkspage.h"
#include "surveyfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

namespace {

const QString kCoordinator = u"コーディネーター"_s;
const QString kOfficer = u"市町村担当者"_s;

/// Pairs of a role with an answer to the first item.
int pairsOf(Document &document, const QString &role)
{
    const auto state = loadSurveyState(document, 1, GroupBy::Role);
    REQUIRE(state.has_value());
    for (const ChangeRow &row : state->analysis.rows)
        if (row.item == 0 && row.group == role)
            return row.n();
    return 0;
}

/// A coordinator of the sample, with both answers, becomes an officer before she answers again. Gives her
/// answer before.
qint64 changeRole(Document &document)
{
    const auto state = loadSurveyState(document, 1, GroupBy::Role);
    REQUIRE(state.has_value());
    const auto link = std::ranges::find_if(state->linking.links, [&](const Link &one) {
        return one.counts() && state->before.text(Field::Role, one.before) == kCoordinator &&
               state->after.text(Field::Role, one.after) == kCoordinator &&
               state->before.mark(one.before, 0) >= 0 && state->after.mark(one.after, 0) >= 0;
    });
    REQUIRE(link != state->linking.links.end());
    const qint64 again = state->after.id(link->after);
    const Result<> done = document.perform(u"立場"_s, [&](Database &database) -> Result<> {
        TANE_TRY(Statement change, database.prepare(u"UPDATE response SET role = ? WHERE id = ?"_s));
        return change.bind(kOfficer).bind(again).run();
    });
    REQUIRE(done.has_value());
    return state->before.id(link->before);
}

QPushButton *segment(QWidget &page, qint64 response, int index)
{
    auto *choice = page.findChild<SegmentedControl *>(u"roleOf%1"_s.arg(response));
    REQUIRE(choice != nullptr);
    REQUIRE(choice->isVisible());
    const auto buttons = choice->findChildren<QPushButton *>();
    REQUIRE(buttons.size() == 2);
    return buttons[index];
}

} // namespace

TEST_CASE("With which role somebody counts who changed it is chosen on the page, kept in the file and undone")
{
    const auto office = Office::withSample();
    const int coordinators = pairsOf(office->document(), kCoordinator);
    const int officers = pairsOf(office->document(), kOfficer);
    const qint64 response = changeRole(office->document());
    {
        LinksPage page(office->context());
        present(page);
        auto *card = page.findChild<Card *>(u"changedRoles"_s);
        REQUIRE(card->isVisible());
        const auto labels = card->findChildren<QLabel *>();
        CHECK(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().contains(u"コーディネーター → 市町村担当者"_s);
        }));
        // By rule she counts with the role of before.
        CHECK(segment(page, response, 0)->isChecked());
        CHECK(pairsOf(office->document(), kCoordinator) == coordinators);

        click(segment(page, response, 1));
        CHECK(segment(page, response, 1)->isChecked());
        CHECK(pairsOf(office->document(), kCoordinator) == coordinators - 1);
        CHECK(pairsOf(office->document(), kOfficer) == officers + 1);
    }
    office->reopen();
    LinksPage page(office->context());
    present(page);
    CHECK(segment(page, response, 1)->isChecked());
    CHECK(pairsOf(office->document(), kOfficer) == officers + 1);

    click(segment(page, response, 0));
    CHECK(segment(page, response, 0)->isChecked());
    CHECK(pairsOf(office->document(), kCoordinator) == coordinators);
    REQUIRE(office->document().undo().has_value());
    page.refresh();
    CHECK(segment(page, response, 1)->isChecked());
    CHECK(pairsOf(office->document(), kCoordinator) == coordinators - 1);
}

TEST_CASE("With which role somebody counts is reached with Tab and chosen with the arrow keys")
{
    const auto office = Office::withSample();
    const int coordinators = pairsOf(office->document(), kCoordinator);
    const qint64 response = changeRole(office->document());
    LinksPage page(office->context());
    present(page);
    page.activateWindow();
    QPushButton *before = segment(page, response, 0);
    // From the page's first field on, as somebody without a mouse comes there.
    for (int steps = 0; steps < 200 && !before->hasFocus(); ++steps)
        QTest::keyClick(page.focusWidget() ? page.focusWidget() : &page, Qt::Key_Tab);
    REQUIRE(before->hasFocus());
    CHECK_FALSE(before->parentWidget()->accessibleName().isEmpty());

    QTest::keyClick(before, Qt::Key_Right);
    CHECK(segment(page, response, 1)->isChecked());
    CHECK(pairsOf(office->document(), kCoordinator) == coordinators - 1);
    CHECK(segment(page, response, 1)->hasFocus()); // the page was read anew, the keyboard stayed

    QTest::keyClick(segment(page, response, 1), Qt::Key_Left);
    CHECK(segment(page, response, 0)->isChecked());
    CHECK(pairsOf(office->document(), kCoordinator) == coordinators);
}
