#include "pipelinefixture.h"

#include "issues/cardlinks.h"
#include "issues/cardpanel.h"
#include "issues/issueboard.h"
#include "issues/issuechartstab.h"
#include "issues/issuefilterbar.h"
#include "issues/linklist.h"
#include "issues/pipelinepage.h"
#include "issues/reviewdialog.h"
#include "parts/chartcard.h"
#include "parts/gridview.h"
#include "parts/recordpicker.h"
#include "parts/wordchips.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QWheelEvent>

#include <iostream>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

void pull(IssueBoard &board, QPoint to)
{
    const QPointF at(to);
    QMouseEvent move(QEvent::MouseMove, at, board.viewport()->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(board.viewport(), &move);
}

void drag(IssueBoard &board, qint64 card, QPoint to)
{
    const QPoint from = board.cardRect(board.placeOf(card)).center();
    QTest::mousePress(board.viewport(), Qt::LeftButton, {}, from);
    pull(board, from + QPoint(20, 0));
    pull(board, to);
    QTest::mouseRelease(board.viewport(), Qt::LeftButton, {}, to);
    QCoreApplication::processEvents();
}

void clickCard(IssueBoard &board, qint64 card, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::mouseClick(board.viewport(), Qt::LeftButton, modifiers,
                      board.cardRect(board.placeOf(card)).center());
    QCoreApplication::processEvents();
}

IssueStage stageOf(const IssueBoard &board, qint64 card)
{
    const IssueBoard::Place place = board.placeOf(card);
    REQUIRE(place.isValid());
    return static_cast<IssueStage>(place.column);
}

/// What openRow was asked for: "board/sticky_note/3".
struct Opened
{
    explicit Opened(Page &page)
    {
        QObject::connect(&page, &Page::openRow, [this](const QString &to, const QString &table, qint64 row) {
            last = u"%1/%2/%3"_s.arg(to, table).arg(row);
        });
    }
    QString last;
};

} // namespace

TEST_CASE("a card dragged to a later stage moves on, counts from today and can be taken back")
{
    Issues office;
    {
        PipelinePage page(office.context(), nullptr);
        present(page);
        IssueBoard &board = *page.board();
        CHECK(stageOf(board, office.night) == IssueStage::Trouble);
        CHECK(board.isNarrow(static_cast<int>(IssueStage::Individual))); // nothing there: a strip
        CHECK_FALSE(board.isNarrow(static_cast<int>(IssueStage::Trouble)));
        // Onto the narrow strip of a stage that has no cards yet.
        drag(board, office.night, board.columnRect(static_cast<int>(IssueStage::Individual)).center());
        CHECK(stageOf(board, office.night) == IssueStage::Individual);
        CHECK(office.document().undoLabel() == u"「個別課題」への移動"_s);
        CHECK(office.card(office.night).stageOn == QDate::currentDate());
        REQUIRE(office.document().undo().has_value());
        CHECK(stageOf(board, office.night) == IssueStage::Trouble);
        REQUIRE(office.document().redo().has_value());
        CHECK(stageOf(board, office.night) == IssueStage::Individual);
    }
    office.reopen();
    CHECK(office.card(office.night).stage == IssueStage::Individual);
}

TEST_CASE("a card dragged inside its stage takes the place where it is dropped")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    IssueBoard &board = *page.board();
    REQUIRE(office.titlesAt(IssueStage::Trouble) == std::vector<QString>{u"退院の連絡が当日になる"_s,
                                                                         u"夜に相談できる所がない"_s,
                                                                         u"夜の急変で救急車を呼ぶ"_s});
    const QRect first = board.cardRect(board.placeOf(office.discharge));
    drag(board, office.ambulance, QPoint(first.center().x(), first.top() + 2));
    CHECK(office.titlesAt(IssueStage::Trouble) == std::vector<QString>{u"夜の急変で救急車を呼ぶ"_s,
                                                                       u"退院の連絡が当日になる"_s,
                                                                       u"夜に相談できる所がない"_s});
    CHECK(office.document().undoLabel() == u"カードの並べ替え"_s);
    REQUIRE(board.currentId() == office.ambulance);
    board.setFocus();
    QTest::keyClick(&board, Qt::Key_Down, Qt::AltModifier);
    CHECK(office.titlesAt(IssueStage::Trouble).front() == u"退院の連絡が当日になる"_s);
}

TEST_CASE("the keyboard walks over the cards, moves them through the stages and deletes them")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    IssueBoard &board = *page.board();
    board.setFocus();
    REQUIRE(board.showCard(office.discharge));
    QTest::keyClick(&board, Qt::Key_Right); // over 個別課題, where there is nothing
    CHECK(board.currentId() == office.seed);
    QTest::keyClick(&board, Qt::Key_Left);
    CHECK(board.currentId() == office.discharge);
    QTest::keyClick(&board, Qt::Key_Right, Qt::ControlModifier);
    CHECK(stageOf(board, office.discharge) == IssueStage::Individual);
    CHECK(board.currentId() == office.discharge);
    QTest::keyClick(&board, Qt::Key_Right, Qt::ControlModifier);
    CHECK(stageOf(board, office.discharge) == IssueStage::Seed);
    QTest::keyClick(&board, Qt::Key_Left, Qt::ControlModifier);
    CHECK(stageOf(board, office.discharge) == IssueStage::Individual);
    QTest::keyClick(&board, Qt::Key_Delete);
    CHECK_FALSE(board.placeOf(office.discharge).isValid());
    CHECK(office.document().undoLabel() == u"カードの削除"_s);
    REQUIRE(office.document().undo().has_value());
    CHECK(stageOf(board, office.discharge) == IssueStage::Individual);
    CHECK(office.pipeline().notesOf(office.discharge) == std::vector{office.note}); // its link came back, too
}

TEST_CASE("several cards become one new card at the next stage that leads back to all of them")
{
    Issues office;
    qint64 made = 0;
    {
        PipelinePage page(office.context(), nullptr);
        present(page);
        IssueBoard &board = *page.board();
        clickCard(board, office.discharge);
        clickCard(board, office.night, Qt::ControlModifier);
        clickCard(board, office.ambulance, Qt::ControlModifier);
        REQUIRE(board.selectedIds().size() == 3);
        office.dialogs.text = u"時間外に頼れる窓口がない"_s;
        click(child(page, u"joinCards"_s));
        made = board.currentId();
        CHECK(stageOf(board, made) == IssueStage::Individual);
        CHECK(page.panel()->isVisible());
        CHECK(page.panel()->card() == made);
        CHECK(office.document().undoLabel() == u"次の段階のカードの作成"_s);
        CHECK(board.describe(made).evidence == u"付箋1"_s);
        REQUIRE(page.panel()->links()->origins()->items().size() == 4); // three cards and the note of one
        REQUIRE(office.document().undo().has_value());
        CHECK_FALSE(page.panel()->isVisible());
        CHECK(office.pipeline().links.empty());
        REQUIRE(office.document().redo().has_value());
    }
    office.reopen();
    const Pipeline stored = office.pipeline();
    REQUIRE(stored.card(made) != nullptr);
    CHECK(stored.card(made)->title == u"時間外に頼れる窓口がない"_s);
    CHECK(stored.originsOf(made).size() == 3);
    CHECK(stored.card(made)->municipality == 0); // they are of two cities
    CHECK(stored.notesOf(made, true) == std::vector{office.note});
}

TEST_CASE("selected cards are moved and closed together, in one step")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    IssueBoard &board = *page.board();
    board.setFocus();
    REQUIRE(board.showCard(office.night));
    QTest::keyClick(&board, Qt::Key_Space);
    QTest::keyClick(&board, Qt::Key_Down);
    QTest::keyClick(&board, Qt::Key_Down, Qt::ShiftModifier);
    board.showCard(office.night);
    QTest::keyClick(&board, Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(board.selectedIds() == std::vector{office.night, office.ambulance});
    QTest::keyClick(&board, Qt::Key_Right, Qt::ControlModifier);
    CHECK(office.titlesAt(IssueStage::Individual) ==
          std::vector<QString>{u"夜に相談できる所がない"_s, u"夜の急変で救急車を呼ぶ"_s});
    const auto actions = child<QPushButton>(page, u"statusOfCards"_s)->menu()->actions();
    REQUIRE(actions.size() == 4);
    actions[2]->trigger(); // 解決
    CHECK(office.card(office.night).status == IssueStatus::Solved);
    CHECK(office.card(office.ambulance).closedOn == QDate::currentDate());
    REQUIRE(office.document().undo().has_value());
    CHECK(office.card(office.night).status == IssueStatus::Open);
    CHECK(office.card(office.ambulance).status == IssueStatus::Open);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.titlesAt(IssueStage::Individual).empty());
}

TEST_CASE("a card says all of itself in the panel, each field is saved at once and undone by name")
{
    Issues office;
    {
        PipelinePage page(office.context(), nullptr);
        present(page);
        IssueBoard &board = *page.board();
        board.setFocus();
        REQUIRE(board.showCard(office.night));
        QTest::keyClick(&board, Qt::Key_Return);
        REQUIRE(page.panel()->isVisible());
        overwrite(child<SavedText>(page, u"cardTitle"_s), u"夜間に相談できる窓口がない"_s);
        overwrite(child<SavedLine>(page, u"cardOwner"_s), u"東部センター"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        CHECK(office.card(office.night).title == u"夜間に相談できる窓口がない"_s);
        CHECK(office.card(office.night).owner == u"東部センター"_s);
        CHECK(office.document().undoLabel() == u"カードの担当の変更"_s);
        auto *kind = child<QComboBox>(page, u"cardCooperation"_s);
        kind->setFocus();
        QTest::keyClick(kind, Qt::Key_Down);
        CHECK(office.card(office.night).cooperation == Cooperation::Community);
        auto *status = child<SegmentedControl>(page, u"cardStatus"_s);
        status->setCurrentIndex(static_cast<int>(IssueStatus::Doing));
        CHECK(office.card(office.night).status == IssueStatus::Doing);
        auto *picker = child<RecordPicker>(page, u"pickPerson"_s);
        picker->setFocus();
        write(u"あおき"_s);
        QTest::keyClick(picker, Qt::Key_Return);
        CHECK(office.card(office.night).person == office.person(u"青木 はる"_s));
        // An empty title is refused, and the stored one stays.
        auto *title = child<SavedText>(page, u"cardTitle"_s)->edit();
        title->setFocus();
        QTest::keySequence(title, QKeySequence::SelectAll);
        QTest::keyClick(title, Qt::Key_Delete);
        CHECK_FALSE(child<SavedText>(page, u"cardTitle"_s)->commit());
        CHECK(child<SavedText>(page, u"cardTitle"_s)->errorText() == u"題名は空にできません。"_s);
        child<SavedText>(page, u"cardTitle"_s)->revert();
        REQUIRE(office.document().undo().has_value());
        CHECK(office.card(office.night).person == 0);
    }
    office.reopen();
    CHECK(office.card(office.night).title == u"夜間に相談できる窓口がない"_s);
    CHECK(office.card(office.night).status == IssueStatus::Doing);
}

TEST_CASE("scrolling past a box of the panel changes nothing in the card")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    REQUIRE(page.reveal(u"issue_card"_s, office.night));
    auto *box = child<QComboBox>(page, u"cardMunicipality"_s);
    const QPointF at = QRectF(box->rect()).center();
    QWheelEvent wheel(at, box->mapToGlobal(at), QPoint(), QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    CHECK(office.card(office.night).municipality == office.cityA);
    CHECK(office.document().undoLabel().isEmpty());
}

TEST_CASE("what is typed into one card is saved when another one is clicked")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    IssueBoard &board = *page.board();
    REQUIRE(page.reveal(u"issue_card"_s, office.discharge));
    overwrite(child<SavedText>(page, u"cardDetail"_s), u"病院ごとに窓口が違う"_s);
    clickCard(board, office.ambulance);
    CHECK(page.panel()->card() == office.ambulance);
    CHECK(office.card(office.discharge).detail == u"病院ごとに窓口が違う"_s);
    CHECK(office.card(office.ambulance).detail.isEmpty());
    CHECK(child<SavedText>(page, u"cardDetail"_s)->shownText().isEmpty());
}

TEST_CASE("from a card one click leads back to the very note, and a link can be taken away")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    Opened opened(page);
    REQUIRE(page.reveal(u"issue_card"_s, office.discharge));
    LinkList &origins = *page.panel()->links()->origins();
    REQUIRE(origins.items().size() == 1);
    CHECK(origins.items()[0].text == u"退院前日まで連絡がない"_s);
    CHECK(origins.items()[0].note == u"第1回研修会 3班 さくら"_s);
    click(origins.buttonAt(0));
    CHECK(opened.last == u"board/sticky_note/%1"_s.arg(office.note));
    // The seed is linked to it by looking it up.
    auto *picker = child<RecordPicker>(page, u"pickResult"_s);
    picker->setFocus();
    write(u"連絡の決まり"_s);
    QTest::keyClick(picker, Qt::Key_Return);
    REQUIRE(page.panel()->links()->results()->items().size() == 1);
    click(page.panel()->links()->results()->buttonAt(0));
    CHECK(page.panel()->card() == office.seed);
    CHECK(page.board()->currentId() == office.seed);
    REQUIRE(origins.items().size() == 2); // the card, and its note
    // The other way round would be a circle.
    auto *circle = child<RecordPicker>(page, u"pickResult"_s);
    circle->setFocus();
    write(u"退院の連絡"_s);
    QTest::keyClick(circle, Qt::Key_Return);
    CHECK(page.errorBar()->text().contains(u"同じカードへ戻ってしまう"_s));
    click(origins.removeAt(0));
    CHECK(office.pipeline().links.empty());
    CHECK(office.document().undoLabel() == u"結びつけの解除"_s);
}

TEST_CASE("what a later workshop says is recorded on the card, and solves or reopens it")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    REQUIRE(page.reveal(u"issue_card"_s, office.night));
    auto *at = child<QComboBox>(page, u"reviewWorkshop"_s);
    CHECK(at->currentData().toLongLong() == office.later); // the latest one
    click(child(page, u"reviewRemains"_s));
    Pipeline stored = office.pipeline();
    REQUIRE(stored.reviewsOf(office.night).size() == 1);
    CHECK(stored.reviewsOf(office.night)[0]->workshop == office.later);
    CHECK(stored.reviewsOf(office.night)[0]->reviewedOn == QDate::currentDate().addDays(-10));
    CHECK(page.board()->describe(office.night).review == u"まだ挙がる"_s);
    click(child(page, u"reviewSolved"_s)); // of the same workshop: it replaces what was said
    stored = office.pipeline();
    REQUIRE(stored.reviewsOf(office.night).size() == 1);
    CHECK(stored.card(office.night)->status == IssueStatus::Solved);
    CHECK(stored.card(office.night)->closedOn == QDate::currentDate().addDays(-10));
    REQUIRE(office.document().undo().has_value());
    CHECK(office.card(office.night).status == IssueStatus::Open);
    CHECK(office.pipeline().reviewsOf(office.night)[0]->outcome == IssueReview::Outcome::Remains);
}

TEST_CASE("after a workshop the open issues are ticked in one list and stored in one step")
{
    Issues office;
    office.context().workshop = office.later;
    PipelinePage page(office.context(), nullptr);
    present(page);
    click(child(page, u"reviewCards"_s));
    auto *dialog = page.findChild<ReviewDialog *>();
    REQUIRE(dialog != nullptr);
    REQUIRE(QTest::qWaitForWindowActive(dialog));
    GridView &table = *dialog->table();
    CHECK(table.filter()->rowCount() == 4);
    CHECK_FALSE(child(*dialog, u"storeReviews"_s)->isEnabled());
    REQUIRE(table.select(office.night));
    table.setFocus();
    QTest::keyClick(&table, Qt::Key_M);
    const QModelIndex solved = table.filter()->mapFromSource(
        table.grid()->index(table.grid()->rowOf(office.discharge), ReviewDialog::Solved));
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(solved).center());
    CHECK(solved.data().toString() == u"●"_s);
    CHECK(dialog->unsavedDraft() == u"研修会での確認は、まだ記録していません。"_s);
    click(child(*dialog, u"storeReviews"_s));
    const Pipeline stored = office.pipeline();
    CHECK(stored.reviews.size() == 2);
    CHECK(stored.card(office.discharge)->status == IssueStatus::Solved);
    CHECK(stored.card(office.night)->status == IssueStatus::Open);
    CHECK(office.document().undoLabel() == u"研修会での確認の記録"_s);
    REQUIRE(office.document().undo().has_value());
    CHECK(office.pipeline().reviews.empty());
}

TEST_CASE("filters narrow board and list by place, scene, status and words")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    IssueBoard &board = *page.board();
    auto *place = child<QComboBox>(page, u"placeFilter"_s);
    place->setCurrentIndex(place->findText(u"東部圏域"_s)); // A市 lies in it
    CHECK(board.cardCount() == 3);
    CHECK_FALSE(board.placeOf(office.ambulance).isValid());
    auto *scene = child<QComboBox>(page, u"sceneFilter"_s);
    scene->setCurrentIndex(scene->findText(u"急変時の対応"_s));
    CHECK(board.cardCount() == 1);
    CHECK(page.filterBar()->description() == u"東部圏域・急変時の対応"_s);
    // A search hit that is filtered out is shown all the same.
    REQUIRE(page.reveal(u"issue_card"_s, office.ambulance));
    CHECK(board.cardCount() == 4);
    CHECK(board.currentId() == office.ambulance);
    overwrite(child<QLineEdit>(page, u"issueText"_s), u"ｷｭｳｷｭｳ"_s);
    CHECK(board.cardCount() == 0); // written in kanji
    overwrite(child<QLineEdit>(page, u"issueText"_s), u"救急車"_s);
    CHECK(board.cardCount() == 1);
    page.filterBar()->clear();
    page.showView(PipelinePage::View::List);
    CHECK(page.table()->filter()->rowCount() == 4);
    auto *status = child<QComboBox>(page, u"statusFilter"_s);
    status->setCurrentIndex(status->findText(u"解決"_s));
    CHECK(page.table()->filter()->rowCount() == 0);
}

TEST_CASE("in the list stage, status and owner are changed in their cells, and it is written to Excel")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    page.showView(PipelinePage::View::List);
    GridModel &model = *page.table()->grid();
    const int row = model.rowOf(office.discharge);
    REQUIRE(model.setData(model.index(row, PipelinePage::Owner), u"県 担当"_s));
    CHECK(office.card(office.discharge).owner == u"県 担当"_s);
    REQUIRE(model.setData(model.index(row, PipelinePage::Stage), static_cast<int>(IssueStage::Regional)));
    CHECK(office.card(office.discharge).stage == IssueStage::Regional);
    CHECK(office.card(office.discharge).stageOn == QDate::currentDate());
    CHECK(model.index(model.rowOf(office.discharge), PipelinePage::Behind).data().toString() == u"付箋1"_s);
    const QString file = office.path(u"cards.xlsx"_s);
    REQUIRE(page.writeList(file).has_value());
    CHECK(QFileInfo(file).size() > 4000);
}

TEST_CASE("a screen reader hears what a card says, stage by stage")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(page.board());
    REQUIRE(list != nullptr);
    REQUIRE(list->childCount() == 4);
    const QString first = list->child(0)->text(QAccessible::Name);
    INFO(first.toStdString());
    CHECK(first.startsWith(u"退院の連絡が当日になる、困りごと、入退院支援、A市・"_s));
    CHECK(first.endsWith(u"相談窓口、未着手、挙がってから8か月、付箋1"_s));
}

TEST_CASE("a stage is folded to a strip by its head or by a key, and that is remembered")
{
    Issues office;
    {
        PipelinePage page(office.context(), nullptr);
        present(page);
        IssueBoard &board = *page.board();
        const int trouble = static_cast<int>(IssueStage::Trouble);
        QTest::mouseClick(board.viewport(), Qt::LeftButton, {},
                          board.columnRect(trouble).topLeft() + QPoint(20, 10));
        CHECK(board.isNarrow(trouble));
        CHECK(board.columnRect(trouble).width() < 60);
    }
    PipelinePage again(office.context(), nullptr);
    present(again);
    CHECK(again.board()->isNarrow(static_cast<int>(IssueStage::Trouble)));
    again.board()->setFocus();
    QTest::keyClick(again.board(), Qt::Key_Plus);
    CHECK_FALSE(again.board()->isNarrow(static_cast<int>(IssueStage::Trouble)));
    REQUIRE(again.board()->showCard(office.night));
    QTest::keyClick(again.board(), Qt::Key_Minus);
    CHECK(again.board()->isNarrow(static_cast<int>(IssueStage::Trouble)));
}

TEST_CASE("the charts count the cards that are shown")
{
    Issues office;
    PipelinePage page(office.context(), nullptr);
    present(page);
    page.showView(PipelinePage::View::Charts);
    const ChartSpec &stages = page.charts()->stages()->spec();
    REQUIRE(stages.categories.size() == 7);
    CHECK(stages.categories[0].base == 3); // the three troubles of the fixture
    CHECK(stages.categories[2].base == 1);
    auto *place = child<QComboBox>(page, u"placeFilter"_s);
    place->setCurrentIndex(place->findText(u"D市"_s));
    CHECK(page.charts()->stages()->spec().categories[0].base == 1);
    CHECK(page.charts()->stages()->spec().title.contains(u"（D市）"_s));
    REQUIRE(page.charts()
                ->scenes()
                ->write(ChartCard::Format::Workbook, office.path(u"scenes.xlsx"_s))
                .has_value());
}

TEST_CASE("without any card the page says what to do first, and the first one is made there")
{
    Kakuken office;
    {
        PipelinePage page(office.context(), nullptr);
        present(page);
        QWidget *empty = child(page, u"noCards"_s);
        REQUIRE(empty->isVisible());
        const auto buttons = empty->findChildren<QPushButton *>();
        REQUIRE(buttons.size() == 3);
        QString opened;
        QObject::connect(&page, &Page::openPage, [&](const QString &id) { opened = id; });
        click(buttons[1]);
        CHECK(opened == u"board"_s);
        click(buttons[0]);
        CHECK(page.board()->cardCount() == 1);
        CHECK(page.panel()->isVisible());
        write(u"夜に相談できる所がない"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    }
    office.reopen();
    const auto stored = loadPipeline(office.document());
    REQUIRE(stored.has_value());
    REQUIRE(stored->cards.size() == 1);
    CHECK(stored->cards[0].title == u"夜に相談できる所がない"_s);
}
