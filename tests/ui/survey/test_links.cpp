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
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>

#include <algorithm>

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

TEST_CASE("Two answers of one person are compared item by item, and only what differs stands out")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    const AnsweredTwice one = page.state()->linking.twice.front();
    const AnswerSheet &sheet = one.wave == Wave::Before ? page.state()->before : page.state()->after;
    auto *view = page.findChild<QTableView *>(u"twiceAnswers"_s);
    const QAbstractItemModel *model = view->model();
    const auto refs = page.state()->questionnaire.items();
    int found = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString head = model->index(row, 0).data().toString();
        const auto item = std::find_if(refs.begin(), refs.end(), [&head](const Questionnaire::ItemRef &ref) {
            return head.startsWith(ref.item->code + u' ');
        });
        if (item == refs.end())
            continue;
        ++found;
        const int index = static_cast<int>(item - refs.begin());
        const bool differs = sheet.mark(one.people[0], index) != sheet.mark(one.people[1], index) ||
                             sheet.freeText(one.people[0], index) != sheet.freeText(one.people[1], index);
        CHECK(model->index(row, 1).data(Qt::BackgroundRole).isValid() == differs);
        CHECK((model->index(row, 1).data() != model->index(row, 2).data()) == differs);
    }
    CHECK(found >= 9);
    // Above the comparison: it grows with the questionnaire, the decision must stay in sight.
    auto *use = page.findChild<QPushButton *>(u"use1"_s);
    CHECK(use->mapTo(&page, QPoint()).y() < view->mapTo(&page, QPoint()).y());
}

TEST_CASE("A blank beside an answer is a difference of the answers")
{
    AnswerSheet sheet(1);
    const int source = sheet.addSource(u"after.csv"_s);
    for (const Mark mark : {Mark(0), kUnanswered}) {
        const int person = sheet.addPerson(0, source, sheet.size() + 2);
        sheet.setMark(person, 0, mark);
    }
    Item item;
    item.code = u"Ⅱ-1"_s;
    item.text = u"なぜ連携は必要なのか。"_s;
    item.options = {{u"a"_s, u"説明できそうだ"_s, {}}, {u"b"_s, u"難しそうだ"_s, {}}};
    Questionnaire questionnaire;
    questionnaire.sets = {{u"Ⅱ"_s, u"説明"_s, ItemKind::Explain, {item}}};
    QWidget widget;
    CompareModel model(&widget, nullptr);
    model.setAnswers({{u"1件目"_s, &sheet, 0}, {u"2件目"_s, &sheet, 1}}, questionnaire);
    CHECK(model.differingItems() == QStringList{u"Ⅱ-1"_s});
}

TEST_CASE("The badge counts what the cards ask for, kind by kind")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    const Linking &linking = page.state()->linking;
    CHECK(page.badge() == u"%1件"_s.arg(linking.openQuestions()));
    QStringList labels;
    for (const QLabel *label : page.findChildren<QLabel *>())
        labels += label->text();
    const QString all = labels.join(u'\n');
    CHECK(all.contains(u"確認待ち %1件（同じ方か %2件・2回の回答 %3件）"_s.arg(linking.openQuestions())
                           .arg(linking.countOf(LinkState::Waiting))
                           .arg(linking.undecidedTwice())));
    CHECK(all.contains(u"確認待ち %1件。"_s.arg(linking.countOf(LinkState::Waiting))));
    CHECK(all.contains(u"確認待ち %1件。"_s.arg(linking.undecidedTwice())));
}

TEST_CASE("After the last waiting decision the page stays where it is and the keyboard goes on")
{
    const auto office = Office::withSample();
    LinksPage page(office->context());
    present(page);
    QObject::connect(&office->document(), &Document::changed, &page,
                     &LinksPage::refresh); // as the window does
    page.resize(1150, 520);                // so that there is something to scroll
    QTest::qWait(50);
    auto *bar = page.findChild<QScrollArea *>()->verticalScrollBar();
    REQUIRE(bar->maximum() > 60);
    bar->setValue(20);
    auto *list = page.waiting()->list();
    list->setFocus();
    while (page.state()->linking.countOf(LinkState::Waiting) > 0)
        QTest::keyClick(list, Qt::Key_N);
    QTest::qWait(50);
    CHECK_FALSE(page.waiting()->isVisible());
    CHECK(bar->value() == 20);
    auto *use = page.findChild<QPushButton *>(u"use1"_s);
    REQUIRE(page.focusWidget() == use); // the double answer is what is left to decide
    QTest::keyClick(use, Qt::Key_Space);
    QTest::qWait(50);
    CHECK(page.state()->linking.openQuestions() == 0);
    CHECK(bar->value() == 20);
    REQUIRE(page.focusWidget() != nullptr);
    CHECK(page.focusWidget()->objectName() == u"twiceCases"_s);
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
