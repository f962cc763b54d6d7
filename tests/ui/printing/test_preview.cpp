// The preview, driven as an officer would: keys, buttons, and a printer that is a PDF file.
#include "core/programme/sheetcycles.h"
#include "exchange/tablereader.h"
#include "printing/formmenu.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "printing/showsheet.h"
#include "shell/mainwindow.h"
#include "shell/menubar.h"
#include "shell/widgets.h"
#include "shell/workspace.h"
#include "ui/poppler.h"
#include "ui/shell/shelltest.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QFile>
#include <QPrinter>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::testing;
using namespace tane::shelltest;

namespace {

/// The preview of the long timetable: many pages.
struct Preview
{
    Desk desk;
    std::unique_ptr<PreviewDialog> dialog;

    explicit Preview(SheetKind kind = SheetKind::Timetable)
    {
        const Cycle cycle = longCycle().cycle;
        const FormSource source = [cycle, kind](FormSheet::Paper paper) -> Result<FormSheet> {
            return sheetOf(kind, cycle, paper);
        };
        dialog = std::make_unique<PreviewDialog>(source, sheetOf(kind, cycle),
                                                 QStringLiteral("次第_令和8年度"), desk.dialogs);
        dialog->resize(900, 700);
        dialog->show();
        dialog->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(dialog.get()));
    }
    [[nodiscard]] PageView *view() const { return dialog->view(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(view(), static_cast<Qt::Key>(key), modifiers);
    }
    void click(const char *name) const
    {
        auto *button = dialog->findChild<QPushButton *>(QLatin1String(name));
        REQUIRE(button != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
    }
};

} // namespace

TEST_CASE("pages are turned with the keys, and the preview has the focus from the start")
{
    const Preview preview;
    CHECK(preview.view()->hasFocus());
    const int pages = preview.view()->pageCount();
    REQUIRE(pages > 3);
    CHECK(preview.view()->currentPage() == 0);
    preview.press(Qt::Key_PageDown);
    CHECK(preview.view()->currentPage() == 1);
    preview.press(Qt::Key_PageDown);
    preview.press(Qt::Key_PageUp);
    CHECK(preview.view()->currentPage() == 1);
    preview.press(Qt::Key_End);
    CHECK(preview.view()->currentPage() == pages - 1);
    preview.press(Qt::Key_PageDown);
    CHECK(preview.view()->currentPage() == pages - 1);
    CHECK(preview.view()->accessibleDescription() == QStringLiteral("%1 / %1 ページ").arg(pages));
    preview.press(Qt::Key_Home);
    CHECK(preview.view()->currentPage() == 0);
}

TEST_CASE("the size follows the window until one is chosen, and the page at the middle stays")
{
    const Preview preview;
    const double before = preview.view()->zoom();
    preview.dialog->resize(1200, 700);
    QTest::qWait(10);
    const double wider = preview.view()->zoom();
    CHECK(wider > before);
    CHECK(preview.view()->verticalScrollBar()->value() == 0); // it was at the top
    preview.press(Qt::Key_PageDown);
    preview.press(Qt::Key_PageDown);
    preview.press(Qt::Key_Plus, Qt::ControlModifier);
    CHECK(preview.view()->zoom() > wider);
    CHECK(preview.view()->currentPage() == 2);
    const double chosen = preview.view()->zoom();
    preview.dialog->resize(900, 700);
    QTest::qWait(10);
    CHECK(preview.view()->zoom() == chosen);
    for (int i = 0; i < 30; ++i)
        preview.press(Qt::Key_Minus, Qt::ControlModifier);
    CHECK(preview.view()->zoom() == Approx(0.25));
    preview.view()->setFit(PageView::Fit::Page);
    // A whole page is seen: 210 by 297 mm.
    CHECK(preview.view()->zoom() * 297 / 25.4 * preview.view()->logicalDpiY() <= preview.view()->height());
}

TEST_CASE("what is painted is the page")
{
    const Preview preview;
    preview.view()->setFit(PageView::Fit::Page);
    const QImage image = preview.view()->viewport()->grab().toImage();
    // Half-way into the left margin of the page, which is 210 mm wide and stands at the middle.
    const double page = preview.view()->zoom() * 210 / 25.4 * preview.view()->logicalDpiX();
    const int margin = qRound((image.width() - page) / 2 + page * 7 / 210);
    CHECK(image.pixelColor(margin, image.height() / 2).rgb() == QColor(Qt::white).rgb());
    CHECK(image.pixelColor(2, 2).rgb() != QColor(Qt::white).rgb());
    int dark = 0;
    for (int x = 0; x < image.width(); ++x)
        for (int y = 0; y < image.height(); ++y)
            dark += image.pixelColor(x, y).lightness() < 100;
    CHECK(dark > 500); // letters and rules
}

TEST_CASE("the paper can be changed to A3")
{
    const Preview preview;
    const int before = preview.view()->pageCount();
    QPushButton *large = nullptr;
    for (QPushButton *button : preview.dialog->findChildren<QPushButton *>())
        if (button->text() == QStringLiteral("A3"))
            large = button;
    REQUIRE(large != nullptr);
    QTest::mouseClick(large, Qt::LeftButton);
    CHECK(preview.view()->pageCount() < before);
    CHECK(preview.view()->currentPage() == 0);
}

TEST_CASE("a sheet is saved as PDF, Excel and Word where the officer says")
{
    Preview preview;
    preview.desk.dialogs.fileToSave = preview.desk.path(QStringLiteral("次第.pdf"));
    preview.click("savePdf");
    CHECK(pdfText(preview.desk.dialogs.fileToSave).contains(QStringLiteral("架空県合同庁舎")));
    CHECK(preview.dialog->notice()->isVisible());
    CHECK(preview.dialog->notice()->text().contains(QStringLiteral("次第.pdf")));

    preview.desk.dialogs.fileToSave = preview.desk.path(QStringLiteral("次第.xlsx"));
    preview.click("saveWorkbook");
    CHECK(readWorkbook(preview.desk.dialogs.fileToSave).has_value());

    preview.desk.dialogs.fileToSave = preview.desk.path(QStringLiteral("次第.docx"));
    preview.click("saveDocx");
    CHECK(QFile::exists(preview.desk.dialogs.fileToSave));

    preview.desk.dialogs.fileToSave = preview.desk.path(QStringLiteral("none/次第.pdf"));
    preview.click("savePdf");
    CHECK(preview.dialog->notice()->text().contains(QStringLiteral("保存先のフォルダーがありません")));

    preview.desk.dialogs.fileToSave.clear(); // cancelled
    preview.dialog->notice()->hide();
    preview.click("savePdf");
    CHECK_FALSE(preview.dialog->notice()->isVisible());
}

TEST_CASE("Ctrl+P prints the pages that were asked for")
{
    Preview preview;
    const QString path = preview.desk.path(QStringLiteral("printed.pdf"));
    int offered = 0;
    preview.dialog->setPrinterQuestion([&](QPrinter &printer, int pages, QWidget *) {
        offered = pages;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path);
        printer.setFromTo(2, 3);
        return PrinterAnswer::Print;
    });
    preview.press(Qt::Key_P, Qt::ControlModifier);
    CHECK(offered == preview.view()->pageCount());
    const QString text = pdfText(path);
    CHECK(text.count(u'\f') == 2);
    CHECK(text.contains(QStringLiteral("2 / %1").arg(offered)));
    CHECK_FALSE(text.contains(QStringLiteral("1 / %1").arg(offered)));

    QFile::remove(path);
    preview.dialog->notice()->hide();
    preview.dialog->setPrinterQuestion([](QPrinter &, int, QWidget *) { return PrinterAnswer::Cancel; });
    preview.press(Qt::Key_P, Qt::ControlModifier);
    CHECK_FALSE(QFile::exists(path));
    CHECK_FALSE(preview.dialog->notice()->isVisible());

    preview.dialog->setPrinterQuestion([](QPrinter &, int, QWidget *) { return PrinterAnswer::NoPrinter; });
    preview.press(Qt::Key_P, Qt::ControlModifier);
    CHECK_FALSE(QFile::exists(path));
    CHECK(preview.dialog->notice()->text().contains(QStringLiteral("プリンターがありません")));
}

TEST_CASE("pages shows a stored programme's sheet, and closes with Escape")
{
    Desk desk;
    const auto document = Document::create(desk.path(QStringLiteral("a.tane")));
    REQUIRE(document.has_value());
    const auto id = CycleRepository(**document)
                        .create({.title = QStringLiteral("研修プログラム"), .firstYear = 2026},
                                QStringLiteral("full-day"));
    REQUIRE(id.has_value());
    PageContext context{**document, desk.settings, desk.dialogs};
    context.programme = *id;
    QWidget window;
    window.show();
    for (const SheetKind kind : allSheetKinds()) {
        const auto dialog = showSheet(context, kind, 0, &window);
        INFO(sheetCode(kind).toStdString());
        REQUIRE(dialog.has_value());
        CHECK((*dialog)->isVisible());
        CHECK((*dialog)->windowTitle() == QStringLiteral("印刷プレビュー：") + sheetTitle(kind));
        QTest::keyClick(*dialog, Qt::Key_Escape);
        CHECK_FALSE((*dialog)->isVisible());
    }
    const auto none = showSheet(context, SheetKind::Timetable, 999, &window);
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("what no item measures is pointed out before the goals are printed, and only there")
{
    Desk desk;
    const auto document = Document::create(desk.path(QStringLiteral("a.tane")));
    REQUIRE(document.has_value());
    const auto id = CycleRepository(**document).create({.title = QStringLiteral("研修プログラム")});
    REQUIRE(id.has_value());
    PageContext context{**document, desk.settings, desk.dialogs};
    context.programme = *id;
    QWidget window;
    window.show();
    const auto noticeOf = [&](SheetKind kind) {
        const auto dialog = showSheet(context, kind, 0, &window);
        REQUIRE(dialog.has_value());
        const QString text = (*dialog)->notice()->isVisible() ? (*dialog)->notice()->text() : QString();
        (*dialog)->close();
        return text;
    };
    CHECK(noticeOf(SheetKind::Goals).isEmpty()); // no goal, nothing to measure
    const auto cycle = CycleRepository(**document).load(*id);
    REQUIRE(cycle.has_value());
    Goal goal;
    goal.targetGroup = cycle->targetGroups.front().id;
    goal.text = QStringLiteral("活動の目的を自分の言葉で説明できる");
    REQUIRE(RecordTable<Goal>(**document).add(goal, QStringLiteral("目標の追加")).has_value());
    CHECK(noticeOf(SheetKind::Goals).contains(QStringLiteral("測る設問のない短期の目標が1件")));
    CHECK(noticeOf(SheetKind::ProgrammePlan).contains(QStringLiteral("1件")));
    CHECK(noticeOf(SheetKind::SituationReview).isEmpty());
}

TEST_CASE("Ctrl+P in the window shows the sheet of the page that is open")
{
    Desk desk;
    {
        const auto document = Document::create(desk.path(QStringLiteral("a.tane")));
        REQUIRE(document.has_value());
        REQUIRE(CycleRepository(**document).create({.title = QStringLiteral("研修プログラム")}).has_value());
    }
    const auto make = [](PageContext &context, QWidget *parent) -> Page * {
        return new CountingPage(context, parent);
    };
    MainWindow window(
        desk.settings, desk.dialogs,
        {{QStringLiteral("goals"), QStringLiteral("2 目標"), QStringLiteral("目標設定"), make},
         {QStringLiteral("links"), QStringLiteral("5 評価"), QStringLiteral("結びつけ"), make}});
    CHECK_FALSE(window.menus()->forms->isEnabled());
    window.controller()->openPath(desk.path(QStringLiteral("a.tane")));
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    window.workspace()->showPage(QStringLiteral("links"));
    CHECK(window.menus()->forms->isEnabled());
    CHECK_FALSE(window.menus()->forms->current()->isEnabled());
    window.workspace()->showPage(QStringLiteral("goals"));
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier);
    auto *dialog = window.findChild<PreviewDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->windowTitle() == QStringLiteral("印刷プレビュー：目標設定"));
    dialog->reject();

    // A sheet of a workshop without one: the window says so.
    QTest::qWait(10);
    Q_EMIT window.menus()->forms->chosen(SheetKind::Timetable);
    QString said;
    for (const NoticeBar *bar : window.findChildren<NoticeBar *>())
        said += bar->isVisible() ? bar->text() : QString();
    CHECK(said.contains(QStringLiteral("先に研修会を作ってください")));
}

// The letters Windows does not take: < > : " / \\ | ? * and those below the space.
TEST_CASE("a suggested file name says which workshop, in letters every system takes")
{
    CHECK(withTitle(u"次第_令和8年度"_s, u"第1回 研修会"_s) == u"次第_令和8年度_第1回 研修会"_s);
    CHECK(withTitle(u"次第"_s, u" 医療/介護: \"連携\"?\n研修. "_s) == u"次第_医療 介護 連携 研修"_s);
    CHECK(withTitle(u"次第"_s, u"あ"_s.repeated(31)) == u"次第_"_s + u"あ"_s.repeated(30));
    CHECK(withTitle(u"次第"_s, u" /"_s) == u"次第"_s);
}
