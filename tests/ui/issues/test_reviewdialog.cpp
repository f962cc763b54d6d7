// 研修会で確認: which issues are asked about, and what is said of the others.
#include "pipelinefixture.h"

#include "issues/pipelinepage.h"
#include "issues/reviewdialog.h"
#include "parts/gridview.h"

#include <QComboBox>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

TEST_CASE("the review begins with the workshop that asks about most, and says which issues it leaves out")
{
    Issues office;                               // three cards of eight months ago, one of 50 days ago
    office.context().workshop = office.workshop; // 60 days ago: it could not ask about the last one
    PipelinePage page(office.context(), nullptr);
    present(page);
    click(child(page, u"reviewCards"_s));
    auto *dialog = page.findChild<ReviewDialog *>();
    REQUIRE(dialog != nullptr);
    auto *at = child<QComboBox>(*dialog, u"reviewedAt"_s);
    const auto *listed = child<QLabel>(*dialog, u"listedCards"_s);
    CHECK(at->currentData().toLongLong() == office.later);
    CHECK(dialog->table()->filter()->rowCount() == 4);
    CHECK(listed->accessibleName().contains(u"4件"_s));
    at->setCurrentIndex(at->findData(office.workshop));
    CHECK(dialog->table()->filter()->rowCount() == 3);
    CHECK(listed->accessibleName().contains(u"3件"_s));
    CHECK(listed->accessibleName().contains(u"そのあとに挙がった1件"_s));
    QTest::keyClick(dialog, Qt::Key_Escape);
}

TEST_CASE("issues raised at the last workshop itself are all listed, as no workshop has asked about them yet")
{
    Issues office;
    const qint64 last = office.addWorkshop(u"第3回研修会"_s, QDate::currentDate().addDays(-2));
    auto cards = RecordTable<IssueCard>(office.document());
    for (IssueCard card : office.pipeline().cards) {
        card.notedOn = QDate::currentDate().addDays(-2);
        REQUIRE(cards.update(card, u"準備"_s).has_value());
    }
    office.context().workshop = last;
    PipelinePage page(office.context(), nullptr);
    present(page);
    click(child(page, u"reviewCards"_s));
    auto *dialog = page.findChild<ReviewDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(child<QComboBox>(*dialog, u"reviewedAt"_s)->currentData().toLongLong() == 0);
    CHECK(dialog->table()->filter()->rowCount() == 4);
}
