// Rules, drafts, reasons and conflicts, in the real window.
#include "groupsfixture.h"

#include "exchange/tablereader.h"
#include "grouping/conflictcard.h"
#include "grouping/draftbar.h"
#include "grouping/groupcomparedialog.h"
#include "grouping/pairscard.h"
#include "grouping/rulebar.h"
#include "grouping/rulerow.h"
#include "grouping/rulescard.h"
#include "grouping/whycard.h"
#include "parts/recordpicker.h"
#include "shell/navbar.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

void write(QWidget *field, const QString &text)
{
    field->setFocus(Qt::TabFocusReason);
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(field, &event);
}

void pair(Hall &hall, const QString &first, const QString &second, bool together)
{
    PairsCard &card = *hall.page().pairs();
    card.kind()->setCurrentIndex(together ? 0 : 1);
    for (const QString &name : {first, second}) {
        write(card.picker(), name);
        QTest::keyClick(card.picker(), Qt::Key_Return);
    }
    QCoreApplication::processEvents();
}

void chooseAction(QWidget &page, const QString &name)
{
    for (QAction *action : page.findChildren<QAction *>(name)) {
        action->trigger();
        QCoreApplication::processEvents();
        return;
    }
    FAIL("no action " << name.toStdString());
}

} // namespace

TEST_CASE("before there are groups everybody waits, and one button seats them so that no groups are better")
{
    Hall hall;
    CHECK(hall.page().draft() == 0);
    REQUIRE(hall.board().groups().size() == 1);
    CHECK(hall.board().groups()[0].title == u"席が未定"_s);
    CHECK(hall.board().groups()[0].cards.size() == 12);
    CHECK(child<QLabel>(hall.page(), u"countNote"_s)->text() == u"12人を2班に分けます。"_s);
    hall.makeGroups();
    REQUIRE(hall.drafts().size() == 1);
    CHECK(hall.drafts()[0].inUse);
    CHECK(hall.drafts()[0].title == u"案1"_s);
    REQUIRE(hall.board().groups().size() == 2);
    CHECK(hall.board().groups()[0].note == u"6人・市町村担当者2人"_s);
    CHECK(hall.page().judged().grouping.cost.missed[0] == 0);
    CHECK(child<QLabel>(hall.page(), u"verdict"_s)->text() ==
          u"これより良い班分けはありません（証明済み）。"_s);
    CHECK(hall.document().undoLabel() == u"班を作る"_s);
    CHECK(hall.page().badge() == u"2班"_s);
    REQUIRE(hall.document().undo().has_value()); // draft and seats in one step
    CHECK(hall.drafts().empty());
    CHECK(hall.board().groups()[0].cards.size() == 12);
}

TEST_CASE("rules are turned off, made to hold and moved by keys, and stay so in the file")
{
    Hall hall;
    const auto rows = [&]() -> const std::vector<RuleRow *> & { return hall.page().rules()->rows(); };
    REQUIRE(rows().size() == 7); // the mixed preset
    CHECK(rows()[1]->title() == u"立場を各班に偏りなく"_s);
    click(rows()[1]->mustButton());
    REQUIRE(hall.drafts().size() == 1); // the first rule that is set makes the draft
    CHECK(hall.page().groups().plan.rules[1].rank == 0);
    rows()[3]->box()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(rows()[3]->box(), Qt::Key_Up, Qt::AltModifier);
    CHECK(rows()[2]->title() == u"圏域を各班に偏りなく"_s);
    QTest::mouseClick(rows()[0]->box(), Qt::LeftButton, {}, QPoint(8, rows()[0]->box()->height() / 2));
    CHECK(rows()[0]->bar()->text() == u"使っていません"_s);
    hall.reopen();
    CHECK(rows()[2]->title() == u"圏域を各班に偏りなく"_s);
    const std::vector<PlannedRule> &rules = hall.page().groups().plan.rules;
    CHECK(rules[0].off);
    CHECK(rules[1].rank == 0);
    CHECK(rules[2].rank == 1);
    CHECK(rules[3].rank == 2);
    // A rule nothing is known for is not ticked as if it were used; it is again when something is.
    const auto again = std::ranges::find(rows(), u"前回と同じ顔ぶれを避ける"_s, &RuleRow::title);
    REQUIRE(again != rows().end());
    CHECK_FALSE((*again)->box()->isChecked());
    CHECK_FALSE((*again)->box()->isEnabled());
    CHECK((*again)->bar()->text() == u"前回の班が選ばれていません"_s);
    const auto licences = std::ranges::find(rows(), u"資格を各班に偏りなく"_s, &RuleRow::title);
    REQUIRE(licences != rows().end());
    CHECK_FALSE((*licences)->box()->isChecked());
    CHECK((*licences)->bar()->text() == u"名簿に記入がありません"_s);
    hall.update(u"参加 ア"_s, [](Participant &participant) { participant.qualifications = u"保健師"_s; });
    CHECK((*licences)->box()->isChecked());
    CHECK((*licences)->box()->isEnabled());
    // The other preset is another list of rules, and comes back by undo.
    child<SegmentedControl>(hall.page(), u"preset"_s)->setCurrentIndex(1);
    CHECK(rows()[0]->title() == u"同じ圏域の方を同じ班に"_s);
    REQUIRE(hall.document().undo().has_value());
    CHECK(rows()[2]->title() == u"圏域を各班に偏りなく"_s);
}

TEST_CASE("a card says in which area the workplace lies, without the word that says nothing")
{
    Hall hall;
    hall.update(u"参加 イ"_s, [](Participant &participant) { participant.area = u"西部圏域"_s; });
    const auto areaOf = [&](const QString &name) { return cardOf(hall.board(), hall.person(name)).area; };
    CHECK(areaOf(u"参加 ア"_s) == u"東部"_s);
    CHECK(areaOf(u"参加 イ"_s) == u"西部"_s);
}

TEST_CASE(
    "people found by their names must sit together or apart, pinned ones stay when groups are made anew")
{
    Hall hall;
    hall.makeGroups();
    const QString first = u"参加 ア"_s, second = hall.someoneElsewhere(first);
    pair(hall, first, second, true);
    CHECK(hall.page().groups().plan.together.size() == 1);
    hall.board().setFocus();
    REQUIRE(hall.board().showParticipant(hall.person(second)));
    QTest::keyClick(&hall.board(), Qt::Key_P);
    const int pinned = hall.groupOf(second);
    hall.makeGroups();
    CHECK(hall.groupOf(first) == pinned);
    CHECK(hall.groupOf(second) == pinned);
    pair(hall, first, second, false); // what was said before is no longer so
    CHECK(hall.page().groups().plan.together.empty());
    hall.makeGroups();
    CHECK(hall.groupOf(first) != pinned);
    CHECK(hall.groupOf(second) == pinned);
    click(child<QToolButton>(*hall.page().pairs(), u"chip"_s));
    CHECK(hall.page().groups().plan.apart.empty());
}

TEST_CASE("the reason of a seat is told with the best swap, and the swap is done by its button")
{
    Hall hall;
    hall.makeGroups();
    const QString officer = u"参加 ア"_s;
    REQUIRE(hall.board().showParticipant(hall.person(officer)));
    WhyCard &why = *hall.page().why();
    INFO(why.reasons().toStdString());
    CHECK(why.participant() == hall.person(officer));
    // Two officers in the group, two wanted: she is one of them.
    CHECK(why.reasons().contains(u"この班の市町村担当者2人のうちの1人です"_s));
    const qint64 other = why.swapWith();
    REQUIRE(other != 0);
    const int from = hall.groupOf(officer), to = hall.board().numberOf(other);
    REQUIRE(from != to);
    click(why.swapButton());
    CHECK(hall.groupOf(officer) == to);
    CHECK(hall.board().numberOf(other) == from);
    CHECK(hall.document().undoLabel() == u"席の入れ替え"_s);
    // Duties are decided beside the reasons.
    auto *duty = child<QComboBox>(why, u"duty"_s);
    duty->setFocus(Qt::TabFocusReason);
    QTest::keyClick(duty, Qt::Key_End); // 役割なし
    QTest::keyClick(duty, Qt::Key_Return);
    CHECK(hall.stored(hall.page().draft()).seatOf(hall.person(officer))->duty == GroupDuty::None);
    CHECK(cardOf(hall.board(), hall.person(officer)).duty.isEmpty());
}

TEST_CASE("when what must hold cannot, the page says why, and one button eases the rule it names")
{
    Hall hall;
    pair(hall, u"参加 ア"_s, u"参加 ウ"_s, true);
    pair(hall, u"参加 ウ"_s, u"参加 オ"_s, true);
    // Apart and, through the third, together.
    pair(hall, u"参加 ア"_s, u"参加 オ"_s, false);
    hall.makeGroups();
    ConflictCard &card = *hall.page().conflict();
    REQUIRE(card.isVisible());
    INFO(card.text().toStdString());
    CHECK(card.text().contains(u"残りはすべて守れます"_s));
    CHECK(card.text().contains(u"参加 アさん"_s));
    click(child(card, u"ease0"_s));
    CHECK(hall.document().undoLabel() == u"必ず守る条件をゆるめる"_s);
    hall.makeGroups();
    CHECK_FALSE(card.isVisible());
    CHECK(hall.page().judged().grouping.isAllowed());
}

TEST_CASE("sizes that do not fit are told before anything is computed")
{
    Hall hall;
    auto *largest = child<QWidget>(hall.page(), u"largest"_s);
    largest->setFocus(Qt::TabFocusReason);
    QTest::keyClick(largest, Qt::Key_Down); // five to five
    QTest::keyClick(largest, Qt::Key_Return);
    QCoreApplication::processEvents();
    CHECK(child<QLabel>(hall.page(), u"countNote"_s)
              ->text()
              .startsWith(u"12人は、1班5～5人に分けられません。"_s));
    hall.makeGroups();
    CHECK(hall.page().errorBar()->isVisible());
    CHECK(hall.board().groups()[0].number == 0); // nobody was seated
}

TEST_CASE("drafts are copied, renamed, used and compared by who sits together")
{
    Hall hall;
    hall.makeGroups();
    const qint64 first = hall.page().draft();
    chooseAction(hall.page(), u"duplicateDraft"_s);
    REQUIRE(hall.drafts().size() == 2);
    const qint64 second = hall.page().draft();
    CHECK(second != first);
    CHECK_FALSE(hall.drafts()[1].inUse);
    hall.desk.dialogs.text = u"午後の案"_s;
    chooseAction(hall.page(), u"renameDraft"_s);
    CHECK(hall.drafts()[1].title == u"午後の案"_s);
    const QString name = u"参加 カ"_s;
    drag(hall.board(), hall.person(name), headOf(hall.board(), hall.groupOf(name) == 1 ? 2 : 1));

    click(child(hall.page(), u"compareDrafts"_s));
    auto *dialog = hall.page().findChild<GroupCompareDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->summary() == u"12人のうち1人が違う班になります。"_s);
    REQUIRE(dialog->people()->rowCount() == 1);
    CHECK(dialog->people()->item(0, 0)->text() == name);
    CHECK(dialog->rules()->rowCount() == static_cast<int>(hall.page().judged().qualities.size()));
    dialog->reject();

    click(child(hall.page(), u"useDraft"_s));
    CHECK(hall.drafts()[1].inUse);
    CHECK_FALSE(hall.drafts()[0].inUse);
    hall.reopen();
    CHECK(hall.page().draft() == second); // the one in use is shown
    hall.desk.dialogs.confirmed = true;
    chooseAction(hall.page(), u"removeDraft"_s);
    CHECK(hall.drafts().size() == 1);
    CHECK(hall.page().draft() == first);
    REQUIRE(hall.document().undo().has_value());
    CHECK(hall.stored(second).seats.size() == 12);
}

TEST_CASE("a group may have a name, which the workbook bears too")
{
    Hall hall;
    hall.makeGroups();
    hall.board().setFocus();
    REQUIRE(hall.board().showParticipant(hall.board().groups()[0].cards[0].participant));
    hall.desk.dialogs.text = u"さくら班"_s;
    QTest::keyClick(&hall.board(), Qt::Key_F2);
    CHECK(hall.board().groups()[0].title == u"さくら班"_s);
    hall.desk.dialogs.fileToSave = hall.desk.path(u"班.xlsx"_s);
    click(child(hall.page(), u"exportGroups"_s));
    const auto tables = readTables(hall.desk.path(u"班.xlsx"_s));
    REQUIRE(tables.has_value());
    REQUIRE(tables->size() == 5);
    bool found = false;
    const Table &groups = tables->front();
    for (int row = 0; row < groups.rowCount(); ++row) {
        for (int column = 0; column < groups.columnCount(); ++column)
            found = found || groups.cell(row, column).find("さくら班（6人）") != std::string_view::npos;
    }
    CHECK(found);
}

TEST_CASE("without anybody to seat the page says what to do first")
{
    Hall hall;
    REQUIRE(hall.document()
                .perform(u"準備"_s,
                         [&](Database &database) -> Result<> {
                             TANE_TRY(Statement all, database.prepare(u"DELETE FROM participant"_s));
                             return all.run();
                         })
                .has_value());
    QCoreApplication::processEvents();
    CHECK_FALSE(hall.board().isVisible());
    QWidget *button = child(hall.page(), u"openParticipants"_s);
    CHECK(button->isVisible());
    CHECK_FALSE(child(hall.page(), u"makeGroups"_s)->isVisible());
}

TEST_CASE("whoever asks why what must hold cannot keeps the keyboard where the answer comes")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *first = new QLineEdit(&window); // where the keyboard would fall back to
    auto *card = new ConflictCard(&window);
    column->addWidget(first);
    column->addWidget(card);
    window.show();
    card->showUnknown(1, true);
    child<QPushButton>(*card, u"askConflict"_s)->setFocus(Qt::TabFocusReason);
    card->showUnknown(1, false); // while it is being found out
    REQUIRE(window.focusWidget() != nullptr);
    CHECK(card->isAncestorOf(window.focusWidget()));
    Conflict why;
    why.text << u"2つの条件が合いません。"_s;
    why.relax.resize(1);
    card->show(why, {u"この条件をゆるめる"_s}, true);
    CHECK(window.focusWidget()->objectName() == u"ease0"_s);
    // Who is elsewhere is not called back.
    first->setFocus(Qt::TabFocusReason);
    card->showUnknown(1, true);
    CHECK(window.focusWidget() == first);
}
