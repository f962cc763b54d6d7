// The officer's whole job in the real window with its real pages: only the dialogs of the system are answered
// by the test.
#include "../gestures.h"
#include "shelltest.h"

#include "shell/mainwindow.h"
#include "shell/menubar.h"
#include "shell/navbar.h"
#include "shell/naventry.h"
#include "shell/recentrow.h"
#include "shell/startpage.h"
#include "shell/theme.h"
#include "shell/widgets.h"
#include "shell/workspace.h"
#include "survey/changetable.h"
#include "survey/changetablemodel.h"
#include "survey/importdialog.h"
#include "survey/linkspage.h"
#include "survey/resultspage.h"
#include "survey/sample.h"
#include "survey/waitingcard.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tane;
using shelltest::Desk;
using test::click;
using test::tabTo;
using test::waitUntil;

namespace {

/// The window as main() makes it, with two answer files on the desk.
struct Job
{
    Desk desk;
    MainWindow window{desk.settings, desk.dialogs, pageRegistry(),
                      [](const QString &path) { return createSample(path); }};

    Job()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        REQUIRE(writeSampleSheets(desk.path(u"sheets"_s)).has_value());
        desk.dialogs.fileToSave = desk.path(u"研修.tane"_s);
        window.resize(1280, 760);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        focusWindow();
    }

    // Offscreen, nobody gives the window its focus back when a dialog or menu closes.
    void focusWindow()
    {
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }

    [[nodiscard]] NavBar *navigation() const { return window.workspace()->navigation(); }
    template<class P>
    [[nodiscard]] P *page(const QString &id) const
    {
        auto *found = qobject_cast<P *>(window.workspace()->page(id));
        REQUIRE(found);
        REQUIRE(found->isVisible());
        return found;
    }
    /// With the shortcut of its step, pressed until the page is there.
    void goTo(const QString &id, Qt::Key step)
    {
        constexpr int mostPages = 12;
        for (int i = 0; i < mostPages && window.workspace()->currentPage() != id; ++i)
            QTest::keyClick(&window, step, Qt::ControlModifier);
        REQUIRE(window.workspace()->currentPage() == id);
    }
    [[nodiscard]] QTableView *waiting() const { return page<LinksPage>(u"links"_s)->waiting()->list(); }
    [[nodiscard]] int pairs() const { return page<ResultsPage>(u"results"_s)->state()->analysis.pairs; }
    /// Up, stay, down and pairs of an item as the table shows them.
    [[nodiscard]] std::vector<int> shown(const QString &code) const
    {
        const QAbstractItemModel *model = page<ResultsPage>(u"results"_s)->table()->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row, 0);
            if (index.data(ChangeTableModel::CodeRole) == code)
                return {index.data(ChangeTableModel::UpRole).toInt(),
                        index.data(ChangeTableModel::StayRole).toInt(),
                        index.data(ChangeTableModel::DownRole).toInt(),
                        model->index(row, ChangeTableModel::PairsColumn).data().toInt()};
        }
        return {};
    }
};

void press(QWidget *button)
{
    tabTo(button);
    QTest::keyClick(button, Qt::Key_Space);
}

ImportDialog *importDialog(MainWindow &window)
{
    auto *dialog = window.findChild<ImportDialog *>();
    REQUIRE(dialog);
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    return dialog;
}

// Rows of the list before are hidden and wait for their end.
QPushButton *recentFile(MainWindow &window)
{
    for (RecentRow *row : window.startPage()->findChildren<RecentRow *>()) {
        if (row->isVisible())
            return row->fileButton();
    }
    return nullptr;
}

void chooseInMenu(MainWindow &window, const QString &menuTitle, QAction *action)
{
    for (QAction *entry : window.menus()->actions()) {
        if (!entry->text().startsWith(menuTitle))
            continue;
        QTest::mouseClick(window.menus(), Qt::LeftButton, {}, window.menus()->actionGeometry(entry).center());
        waitUntil([entry] { return entry->menu()->isVisible(); });
        QTest::mouseClick(entry->menu(), Qt::LeftButton, {}, entry->menu()->actionGeometry(action).center());
        waitUntil([entry] { return !entry->menu()->isVisible(); });
        return;
    }
    FAIL("no such menu");
}

// Trial ① of the research report, Ⅰ-3 of all: up 15, stay 38, down 14 of 67.
const std::vector<int> kPrinted = {15, 38, 14, 67};

} // namespace

TEST_CASE("the whole job by mouse in the window: new file, two imports, a decision, undo, and the same after "
          "reopening")
{
    Job job;
    MainWindow &window = job.window;
    click(window.startPage()->newButton());
    click(job.navigation()->head(u"4"_s)); // the steps are folded at first
    click(job.navigation()->head(u"5"_s));
    click(job.navigation()->entry(u"answers"_s));
    for (const QString &file : {u"sheets/before.xlsx"_s, u"sheets/after.xlsx"_s}) {
        const bool first = file.contains("before"_L1);
        job.desk.dialogs.fileToOpen = job.desk.path(file);
        click(window.workspace()
                  ->page(u"answers"_s)
                  ->findChild<QPushButton *>(first ? u"emptyImport"_s : u"next"_s));
        ImportDialog *dialog = importDialog(window);
        if (first)
            QTest::keyClicks(dialog->findChild<QLineEdit *>(u"workshopTitle"_s), u"R8"_s);
        click(dialog->findChild<QPushButton *>(u"chooseFile"_s));
        waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
        click(dialog->importButton());
        waitUntil([&window] { return window.findChild<ImportDialog *>() == nullptr; });
        job.focusWindow();
    }
    CHECK(window.workspace()->noticeBar()->isVisible());
    // Told by the page that is shown: the others were never opened.
    CHECK(job.navigation()->entry(u"answers"_s)->accessibleDescription() == u"78名"_s);
    CHECK_FALSE(job.navigation()->entry(u"links"_s)->accessibleDescription().isEmpty());

    click(job.navigation()->entry(u"results"_s));
    CHECK(job.shown(u"Ⅰ-3"_s) == kPrinted);
    const int pairs = job.pairs();

    click(job.navigation()->entry(u"links"_s));
    const int open = job.waiting()->model()->rowCount();
    REQUIRE(open > 0);
    click(job.page<LinksPage>(u"links"_s)->findChild<QPushButton *>(u"same"_s));
    CHECK(job.waiting()->model()->rowCount() == open - 1);
    click(job.navigation()->entry(u"results"_s));
    CHECK(job.pairs() == pairs + 1);
    const std::vector<int> decided = job.shown(u"Ⅰ-3"_s);
    CHECK(decided != kPrinted);

    chooseInMenu(window, u"編集"_s, window.menus()->undo);
    waitUntil([&] { return job.pairs() == pairs; });
    CHECK(job.shown(u"Ⅰ-3"_s) == kPrinted);
    chooseInMenu(window, u"編集"_s, window.menus()->redo);
    waitUntil([&] { return job.pairs() == pairs + 1; });
    CHECK(job.navigation()->stateText().startsWith(u"保存済み"_s));

    chooseInMenu(window, u"ファイル"_s, window.menus()->close);
    REQUIRE(window.startPage()->isVisible());
    waitUntil([&window] { return recentFile(window) != nullptr; });
    click(recentFile(window));
    REQUIRE(window.controller()->document());
    click(job.navigation()->entry(u"results"_s));
    CHECK(job.shown(u"Ⅰ-3"_s) == decided);
    CHECK(job.pairs() == pairs + 1);
}

TEST_CASE("the whole job by keyboard only in the window")
{
    Job job;
    MainWindow &window = job.window;
    press(window.startPage()->newButton());
    job.goTo(u"answers"_s, Qt::Key_4);
    for (const QString &file : {u"sheets/before.xlsx"_s, u"sheets/after.xlsx"_s}) {
        const bool first = file.contains("before"_L1);
        job.desk.dialogs.fileToOpen = job.desk.path(file);
        press(window.workspace()
                  ->page(u"answers"_s)
                  ->findChild<QPushButton *>(first ? u"emptyImport"_s : u"next"_s));
        ImportDialog *dialog = importDialog(window);
        waitUntil([dialog] { return dialog->isActiveWindow(); });
        if (first) {
            auto *title = dialog->findChild<QLineEdit *>(u"workshopTitle"_s);
            tabTo(title);
            QTest::keyClicks(title, u"R8"_s);
        }
        press(dialog->findChild<QPushButton *>(u"chooseFile"_s));
        waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
        QTest::keyClick(dialog, Qt::Key_Return);
        waitUntil([&window] { return window.findChild<ImportDialog *>() == nullptr; });
        job.focusWindow();
    }
    job.goTo(u"results"_s, Qt::Key_5);
    CHECK(job.shown(u"Ⅰ-3"_s) == kPrinted);
    const int pairs = job.pairs();

    job.goTo(u"links"_s, Qt::Key_5);
    QTableView *waiting = job.waiting();
    const int open = waiting->model()->rowCount();
    tabTo(waiting);
    QTest::keyClick(waiting, Qt::Key_Y);
    CHECK(waiting->model()->rowCount() == open - 1);
    QTest::keyClick(waiting, Qt::Key_N);
    CHECK(waiting->model()->rowCount() == open - 2);

    job.goTo(u"results"_s, Qt::Key_5);
    CHECK(job.pairs() == pairs + 1);
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier); // the one that is another person
    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    waitUntil([&] { return job.pairs() == pairs; });
    CHECK(job.shown(u"Ⅰ-3"_s) == kPrinted);
    QTest::keyClick(&window, Qt::Key_Y, Qt::ControlModifier);
    waitUntil([&] { return job.pairs() == pairs + 1; });
    const std::vector<int> decided = job.shown(u"Ⅰ-3"_s);

    QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
    REQUIRE(window.startPage()->isVisible());
    waitUntil([&window] { return recentFile(window) != nullptr; });
    press(recentFile(window));
    REQUIRE(window.controller()->document());
    job.goTo(u"results"_s, Qt::Key_5);
    CHECK(job.shown(u"Ⅰ-3"_s) == decided);
    job.goTo(u"links"_s, Qt::Key_5);
    CHECK(job.waiting()->model()->rowCount() == open - 1); // the N was undone, the Y was done again
}
