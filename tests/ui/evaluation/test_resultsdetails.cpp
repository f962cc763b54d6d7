#include "evaluationfixture.h"

#include "shell/widgets.h"
#include "survey/changetable.h"
#include "survey/detailscard.h"
#include "survey/factrows.h"
#include "survey/grouppicker.h"
#include "survey/resultspage.h"
#include "survey/unpairedcard.h"

#include <QComboBox>
#include <QPushButton>

using namespace tane;
using namespace tane::cycletest;
using namespace tane::evaluationtest;

namespace {

/// The results of set Ⅱ with the statistics open, at one of its items.
ResultsPage *openDetails(Evaluation &office, int row)
{
    auto *page = office.show<ResultsPage>(u"results"_s);
    page->findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(1);
    auto *details = page->findChild<QPushButton *>(u"details"_s);
    if (!details->isChecked())
        click(details);
    page->table()->selectRow(row);
    settle();
    return page;
}

} // namespace

TEST_CASE("the statistics of an item stay folded, then say every figure in a line of its own")
{
    Evaluation office;
    auto *page = office.show<ResultsPage>(u"results"_s);
    auto *card = page->findChild<DetailsCard *>();
    CHECK_FALSE(card->isVisible());
    page = openDetails(office, 1);
    REQUIRE(card->isVisible());
    // Trial 1, Ⅱ-2, all: 24 up, 36 stay, 7 down of 67. Tango's interval 0.0960 to 0.4004
    // (reference_statistics.inc), exact sign test 2·P(X ≤ 7 | 31, ½) = 0.0033.
    CHECK(card->facts()->figure(u"up と down の差"_s) == u"+25.4ポイント（+9.6ポイント～+40.0ポイント）"_s);
    CHECK(card->facts()->figure(u"符号検定"_s).startsWith(u"p=0.003"_s));
    CHECK(card->facts()->figure(u"優越率"_s) == u"0.63"_s); // (24 + 18) / 67
    const QString reached = card->facts()->figure(u"達した方"_s);
    CHECK(reached.contains(u"前 "_s));
    // Everybody reaches less when only the best option counts; the choice is remembered.
    auto *wanted = page->findChild<QComboBox *>(u"wanted"_s);
    REQUIRE(wanted->count() == 3); // not the last of four
    CHECK(wanted->currentIndex() == 1);
    wanted->setFocus();
    QTest::keyClick(wanted, Qt::Key_Up);
    Q_EMIT wanted->activated(wanted->currentIndex());
    settle();
    CHECK(wanted->currentIndex() == 0);
    CHECK(card->facts()->figure(u"達した方"_s) != reached);
    office.reopen();
    page = openDetails(office, 1);
    CHECK(page->findChild<QComboBox *>(u"wanted"_s)->currentIndex() == 0);
}

TEST_CASE("people who are not joined are compared on a card of their own that says so")
{
    Evaluation office;
    auto *page = office.show<ResultsPage>(u"results"_s);
    auto *card = page->findChild<UnpairedCard *>();
    CHECK_FALSE(card->isVisible()); // the pairs say more
    page = openDetails(office, 0);
    REQUIRE(card->isVisible());
    CHECK(card->facts()->count() == 3); // Ⅱ-1 to Ⅱ-3
    CHECK(card->findChild<NoticeBar *>()->text().contains(u"対の結果と混ぜない"_s));
}
