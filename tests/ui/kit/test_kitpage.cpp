// 当日の印刷物, driven as an officer does.
#include "grouping/groupdraft.h"
#include "grouping/groupspage.h"
#include "grouping/kitcard.h"
#include "grouping/kitpage.h"
#include "grouping/poster.h"
#include "grouping/showkit.h"
#include "grouping/timercard.h"
#include "participants/participant.h"
#include "parts/savedspin.h"
#include "printing/pageview.h"
#include "shell/editors/savedline.h"
#include "shell/widgets.h"
#include "stepsfixture.h"
#include "ui/poppler.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

/// A half-day workshop with seven people in two groups, or with none.
struct Office
{
    Bureau bureau{u"half-day"_s};
    ScriptedDialogs dialogs{true};
    QTemporaryDir folder;
    std::unique_ptr<PageContext> context;
    std::unique_ptr<Settings> settings;
    std::vector<qint64> seats;

    explicit Office(bool groups = true)
    {
        if (groups)
            makeGroups();
        bureau.reopen(); // preparing is nothing to undo
        bind();
    }
    void bind()
    {
        settings = std::make_unique<Settings>(folder.filePath(u"kit.ini"_s));
        context = std::make_unique<PageContext>(
            PageContext{bureau.document(), *settings, dialogs, bureau.workshop(), bureau.programme()});
    }
    void reopen()
    {
        context.reset();
        bureau.reopen();
        bind();
    }
    void makeGroups()
    {
        Document &document = bureau.document();
        const auto draft = RecordTable<GroupDraft>(document).add(
            {.workshop = bureau.workshop(), .title = u"案1"_s, .inUse = true}, u"準備"_s);
        REQUIRE(draft.has_value());
        for (int i = 0; i < 7; ++i) {
            Participant person;
            person.workshop = bureau.workshop();
            person.name = u"架空 %1"_s.arg(i + 1);
            person.kana = u"かくう"_s;
            person.state = Participant::State::Accepted;
            const auto id = RecordTable<Participant>(document).add(person, u"準備"_s);
            REQUIRE(id.has_value());
            const auto seat = RecordTable<GroupSeat>(document).add(
                {.draft = *draft, .participant = *id, .number = i % 2 + 1}, u"準備"_s);
            REQUIRE(seat.has_value());
            seats.push_back(*seat);
        }
    }
    int printed()
    {
        return static_cast<int>(std::ranges::count_if(
            bureau.all<GroupSeat>(), [](const GroupSeat &seat) { return seat.printed.has_value(); }));
    }
};

PreviewDialog *openPreview(KitPage &page, KitSheet sheet)
{
    click(child<QPushButton>(*page.card(sheet), u"preview"_s));
    auto *dialog = page.findChild<PreviewDialog *>();
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->isVisible());
    return dialog;
}

} // namespace

TEST_CASE("every sheet of the kit can be previewed, also those larger than any screen")
{
    Office office;
    KitPage page(*office.context);
    present(page);
    for (const KitSheet sheet : allKitSheets()) {
        INFO(kitSheetCode(sheet).toStdString());
        PreviewDialog *dialog = openPreview(page, sheet);
        CHECK(dialog->view()->pageCount() >= 1);
        CHECK(child<QPushButton>(*dialog, u"saveWorkbook"_s)->isVisible() == isKitForm(sheet));
        dialog->view()->setFit(PageView::Fit::Page);
        CHECK(dialog->view()->zoom() < 1);
        delete dialog;
    }
}

TEST_CASE("printed cards are noted when the officer says so, and only changed ones come next")
{
    Office office;
    KitPage page(*office.context);
    present(page);
    office.dialogs.fileToSave = office.folder.filePath(u"名札.pdf"_s);
    office.dialogs.confirmed = false;
    click(child<QPushButton>(*page.card(KitSheet::NameCards), u"pdf"_s));
    CHECK(office.dialogs.asked.size() == 2); // where to, then whether they came out well
    CHECK(office.dialogs.asked.back().contains(u"7名分"_s));
    CHECK(office.printed() == 0);
    CHECK_FALSE(office.dialogs.suggested.contains(u"架空 1"_s)); // no names of people in names of files
    office.dialogs.confirmed = true;
    click(child<QPushButton>(*page.card(KitSheet::NameCards), u"pdf"_s));
    CHECK(office.printed() == 7);
    REQUIRE(office.bureau.document().undo().has_value());
    CHECK(office.printed() == 0);
    REQUIRE(office.bureau.document().redo().has_value());

    office.reopen(); // what was printed is in the file
    CHECK(office.printed() == 7);
    auto seat = RecordTable<GroupSeat>(office.bureau.document()).load(office.seats[2]);
    REQUIRE(seat.has_value());
    seat->number = 2;
    REQUIRE(RecordTable<GroupSeat>(office.bureau.document()).update(*seat, u"移動"_s).has_value());
    KitPage again(*office.context);
    present(again);
    auto *changed = child<QCheckBox>(again, u"onlyChanged"_s);
    changed->setFocus();
    QTest::keyClick(changed, Qt::Key_Space);
    click(child<QPushButton>(*again.card(KitSheet::NameCards), u"pdf"_s));
    const QString text = testing::pdfText(office.dialogs.fileToSave);
    CHECK(text.contains(u"架空 3"_s));
    CHECK(text.count(u"架空"_s) == 1);
    // Now there is nothing to print any more, and the page says so.
    click(child<QPushButton>(*again.card(KitSheet::NameCards), u"pdf"_s));
    CHECK(again.errorBar()->text().contains(u"変わった名札はありません"_s));
}

TEST_CASE("all chosen sheets go into one folder, numbered, and nothing is replaced unasked")
{
    Office office;
    office.dialogs.folderToOpen = office.folder.filePath(u"印刷"_s);
    REQUIRE(QDir().mkpath(office.dialogs.folderToOpen));
    KitPage page(*office.context);
    present(page);
    for (const KitSheet sheet : allKitSheets())
        page.card(sheet)->setChosen(sheet == KitSheet::SignIn || sheet == KitSheet::Signs);
    const QSignalSpy notices(&page, &Page::notice);
    click(child<QPushButton>(page, u"saveAll"_s));
    CHECK(notices.size() == 1);
    const QDir written(office.dialogs.folderToOpen);
    CHECK(written.entryList(QDir::Files) == QStringList{u"01_受付簿.pdf"_s, u"02_班の卓上札.pdf"_s});
    CHECK(testing::pdfPages(written.filePath(u"02_班の卓上札.pdf"_s)).size() == 2);
    office.dialogs.confirmed = false;
    click(child<QPushButton>(page, u"saveAll"_s));
    CHECK(notices.size() == 1);
    CHECK(office.dialogs.asked.back().contains(u"2件"_s));
    for (const KitSheet sheet : allKitSheets())
        page.card(sheet)->setChosen(false);
    CHECK_FALSE(child<QPushButton>(page, u"saveAll"_s)->isEnabled());
}

TEST_CASE("without groups the page says where to make them and prints what can be had")
{
    Office office(false);
    KitPage page(*office.context);
    present(page);
    const QSignalSpy opened(&page, &Page::openPage);
    click(child<QPushButton>(page, u"openGroups"_s));
    REQUIRE(opened.size() == 1);
    CHECK(opened.front().front().toString() == u"groups"_s);
    CHECK_FALSE(child<QPushButton>(*page.card(KitSheet::Roster), u"preview"_s)->isEnabled());
    CHECK(page.card(KitSheet::Roster)->findChild<QLabel *>(u"gap"_s)->text().contains(u"班分け"_s));
    auto *groups = child<QSpinBox>(page, u"blankGroups"_s);
    groups->setFocus();
    QTest::keySequence(groups, QKeySequence::SelectAll);
    QTest::keyClicks(groups, u"5"_s);
    const PreviewDialog *signs = openPreview(page, KitSheet::Signs);
    CHECK(signs->view()->pageCount() == 5);
}

TEST_CASE("the scenes of the poster stay in the file, and its paper is chosen")
{
    Office office;
    KitPage page(*office.context);
    present(page);
    auto *scenes = child<SavedLine>(page, u"scenes"_s);
    overwrite(scenes->edit(), u"認知症、災害対応"_s);
    QTest::keyClick(scenes->edit(), Qt::Key_Return);
    CHECK(office.bureau.document().undoLabel() == u"模造紙の場面"_s);
    auto *paper = child<QComboBox>(page, u"posterPaper"_s);
    paper->setFocus();
    QTest::keyClick(paper, Qt::Key_Down); // A0
    office.dialogs.fileToSave = office.folder.filePath(u"模造紙.pdf"_s);
    click(child<QPushButton>(*page.card(KitSheet::Poster), u"pdf"_s));
    const QList<QSizeF> sizes = testing::pdfPageSizes(office.dialogs.fileToSave);
    REQUIRE(sizes.size() == 2);                              // one a group
    CHECK(sizes.front().width() == Approx(841).margin(0.4)); // ISO 216
    CHECK(testing::pdfText(office.dialogs.fileToSave).contains(u"災害対応"_s));
    CHECK_FALSE(testing::pdfText(office.dialogs.fileToSave).contains(u"看取り"_s));
    office.reopen();
    KitPage again(*office.context);
    present(again);
    CHECK(child<SavedLine>(again, u"scenes"_s)->edit()->text() == u"認知症、災害対応"_s);
}

TEST_CASE("the numbers of materials can be changed and follow at once")
{
    Office office;
    KitPage page(*office.context);
    present(page);
    click(child<QPushButton>(page, u"materialNumbers"_s));
    QWidget *dialog = QApplication::activeModalWidget();
    REQUIRE(dialog != nullptr);
    // Two groups: 1 × 2 + 3 sheets.
    CHECK(child<QLabel>(*dialog, u"poster-sheets"_s)->text() == u"5 枚"_s);
    auto *each = child<SavedSpin>(*dialog, u"poster-sheets-0"_s);
    each->setFocus();
    QTest::keyClick(each, Qt::Key_Up);
    CHECK(child<QLabel>(*dialog, u"poster-sheets"_s)->text() == u"7 枚"_s);
    QTest::keyClick(dialog, Qt::Key_Escape);
    office.reopen();
    const auto kept = materialsOf(office.bureau.document(), office.bureau.workshop());
    REQUIRE(kept.has_value());
    CHECK(kept->front().perGroup == 2);
}

TEST_CASE("the timer follows the timetable from the row chosen, or counts minutes of one's own")
{
    Office office;
    KitPage page(*office.context);
    present(page);
    page.timer()->setClock([] { return QDateTime(QDate(2025, 11, 20), QTime(14, 0)); });
    auto *from = child<QComboBox>(page, u"timerFrom"_s);
    // The half-day template: 12:30 開場, 13:00 開会, 13:05 振り返り, 13:15 講義, 13:45 オリエンテーション,
    // 14:00 テーマ１.
    CHECK(from->itemText(5) == u"14:00 テーマ１"_s);
    from->setFocus();
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(from, Qt::Key_Down);
    click(child<QPushButton>(page, u"openTimer"_s));
    auto *window = page.findChild<TimerWindow *>();
    REQUIRE(window != nullptr);
    CHECK(window->session().part()->title == u"テーマ１"_s);
    CHECK(window->session().seconds() == 40 * 60);
    CHECK(window->showsPoints());
    delete window;
    QTest::keyClick(from, Qt::Key_End);
    auto *minutes = child<QSpinBox>(page, u"timerMinutes"_s);
    CHECK(minutes->isVisible());
    minutes->setFocus();
    QTest::keySequence(minutes, QKeySequence::SelectAll);
    QTest::keyClicks(minutes, u"12"_s);
    click(child<QPushButton>(page, u"openTimer"_s));
    window = page.findChild<TimerWindow *>();
    REQUIRE(window != nullptr);
    CHECK(window->session().seconds() == 12 * 60);
    delete window;
}

TEST_CASE("the page of the groups prints what shows them, and leads to the other sheets")
{
    Office office;
    GroupsPage page(*office.context);
    present(page);
    const QMenu *menu = child<QPushButton>(page, u"printGroups"_s)->menu();
    REQUIRE(menu != nullptr);
    menu->actions().front()->trigger();
    const auto *dialog = page.findChild<PreviewDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->windowTitle().contains(u"班分け一覧"_s));
    delete dialog;
    const QSignalSpy opened(&page, &Page::openPage);
    menu->actions().back()->trigger();
    REQUIRE(opened.size() == 1);
    CHECK(opened.front().front().toString() == u"kit"_s);
}
