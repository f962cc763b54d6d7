#include "shell/widgets.h"
#include "survey/comparemodel.h"
#include "survey/joindialog.h"
#include "survey/linksmodel.h"
#include "survey/linkspage.h"
#include "survey/peoplemodel.h"
#include "survey/waitingcard.h"
#include "surveyfixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

TEST_CASE("Names written differently are told apart from names that differ")
{
    using Agreement = CompareModel::Agreement;
    CHECK(agreementOf({u"北部医師会"_s, u"北部医師会"_s}) == Agreement::Equal);
    CHECK(agreementOf({u"斎藤 花"_s, u"齋藤　花"_s}) == Agreement::Similar);
    CHECK(agreementOf({u"佐藤"_s, u"鈴木"_s}) == Agreement::Different);
    CHECK(agreementOf({u"佐藤"_s, QString()}) == Agreement::OneSided);
}

TEST_CASE("Two people are joined by hand, found by typing, and the decision can be taken back")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    const int pairs = page.state()->linking.pairs();
    auto *before = page.findChild<QTableView *>(u"onlyBefore"_s);
    REQUIRE(before->model()->rowCount() > 0);
    before->setFocus();
    before->selectRow(before->model()->rowCount() - 1);
    click(page.findChild<QPushButton *>(u"onlyBeforeJoin"_s));
    auto *dialog = page.findChild<JoinDialog *>();
    REQUIRE(dialog != nullptr);
    auto *candidates = dialog->findChild<QTableView *>(u"candidates"_s);
    REQUIRE(candidates->model()->rowCount() > 0);
    REQUIRE(candidates->currentIndex().row() == 0);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"search"_s), Qt::Key_Return);
    CHECK(page.state()->linking.pairs() == pairs + 1);
    CHECK(office->document().canUndo());
    REQUIRE(office->document().undo().has_value());
    page.refresh();
    CHECK(page.state()->linking.pairs() == pairs);
}

TEST_CASE("The rule for those who answered twice can be set, and a single answer chosen")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    REQUIRE_FALSE(page.state()->linking.twice.empty());
    const int open = page.state()->linking.undecidedTwice();
    REQUIRE(open > 0);
    click(page.findChild<QPushButton *>(u"use1"_s));
    CHECK(page.state()->linking.undecidedTwice() == open - 1);
    REQUIRE(office->document().undo().has_value());
    page.refresh();
    auto *rule = page.findChild<SegmentedControl *>(u"twiceRule"_s);
    rule->setCurrentIndex(1);
    CHECK(page.state()->linking.undecidedTwice() == 0);
    CHECK(page.state()->options.twice == LinkOptions::Twice::Latest);
}

TEST_CASE("A decision is found again by searching, and undone there")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    WaitingCard *waiting = page.waiting();
    const int open = waiting->list()->model()->rowCount();
    REQUIRE(open > 0);
    const QString name = waiting->list()->model()->index(0, LinksModel::BeforeColumn).data().toString();
    click(waiting->findChild<QPushButton *>(u"same"_s));
    CHECK(waiting->list()->model()->rowCount() == open - 1);

    auto *linked = page.findChild<QTableView *>(u"linked"_s);
    page.findChild<QLineEdit *>(u"searchLinks"_s)->setText(name);
    REQUIRE(linked->model()->rowCount() >= 1);
    linked->selectRow(0);
    auto *undo = page.findChild<QPushButton *>(u"undoDecision"_s);
    REQUIRE(undo->isEnabled());
    QTest::keyClick(undo, Qt::Key_Space);
    CHECK(page.state()->linking.countOf(LinkState::Waiting) == open);
}
