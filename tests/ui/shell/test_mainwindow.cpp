#include "shelltest.h"

#include "programme/cycle.h"
#include "shell/mainwindow.h"
#include "shell/menubar.h"
#include "shell/navbar.h"
#include "shell/startpage.h"
#include "shell/theme.h"
#include "shell/widgets.h"
#include "shell/workspace.h"

#include <catch2/catch.hpp>

#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tane;
using shelltest::CountingPage;
using shelltest::Desk;

namespace {

void show(MainWindow &window)
{
    applyTheme(*qApp, ThemeChoice::Light);
    window.resize(1200, 700);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
}

void addWorkshop(Document &document, const QString &title, QDate heldOn)
{
    Workshop workshop;
    workshop.title = title;
    workshop.heldOn = heldOn;
    REQUIRE(WorkshopRepository(document).save(workshop).has_value());
}

CountingPage *pageOf(MainWindow &window, const QString &id)
{
    return qobject_cast<CountingPage *>(window.workspace()->page(id));
}

} // namespace

TEST_CASE("a new file opens empty, with its name in the title and among the recent files")
{
    Desk desk;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    CHECK(window.startPage()->isVisible());
    CHECK(window.windowTitle() == u"タネ"_s);

    desk.settings.set(Setting::LastPage, u"results"_s); // of another file
    desk.dialogs.fileToSave = desk.path(u"研修.tane"_s);
    QTest::mouseClick(window.startPage()->newButton(), Qt::LeftButton);
    REQUIRE(window.controller()->document());
    CHECK(window.workspace()->isVisible());
    CHECK(window.windowTitle() == u"研修.tane – タネ"_s);
    CHECK(desk.settings.list(Setting::RecentFiles).first() == desk.dialogs.fileToSave);
    CHECK(window.controller()->context()->workshop == 0);
    CHECK(window.workspace()->currentPage() == u"answers"_s);

    SECTION("and closes to the start page")
    {
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        CHECK(window.controller()->document() == nullptr);
        CHECK(window.startPage()->isVisible());
        CHECK_FALSE(window.menus()->copy->isEnabled());
    }
    SECTION("a second file of the same name does not replace it")
    {
        window.controller()->newFile();
        CHECK(window.workspace()->noticeBar()->isVisible());
        CHECK(window.workspace()->noticeBar()->text().contains(u"上書きはしません"_s));
        CHECK(window.controller()->document() != nullptr);
    }
    SECTION("a copy is written where asked")
    {
        desk.dialogs.fileToSave = desk.path(u"控え.tane"_s);
        window.menus()->copy->trigger();
        CHECK(QFile::exists(desk.dialogs.fileToSave));
        CHECK(window.workspace()->noticeBar()->text().contains(u"控え"_s));
    }
}

TEST_CASE("undo and redo are named after what was done")
{
    Desk desk;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    desk.dialogs.fileToSave = desk.path(u"a.tane"_s);
    window.controller()->newFile();
    CHECK_FALSE(window.menus()->undo->isEnabled());

    Document &document = *window.controller()->document();
    REQUIRE(document
                .perform(u"回答の取り込み"_s,
                         [](Database &db) {
                             return db.execute(u"INSERT INTO workshop (title) VALUES ('研修')"_s);
                         })
                .has_value());
    CHECK(window.menus()->undo->isEnabled());
    CHECK(window.menus()->undo->text().startsWith(u"元に戻す：回答の取り込み"_s));
    CHECK_FALSE(window.menus()->redo->isEnabled());

    QTest::keyClick(&window, Qt::Key_Z, Qt::ControlModifier);
    CHECK_FALSE(window.menus()->undo->isEnabled());
    CHECK(window.menus()->redo->text().startsWith(u"やり直す：回答の取り込み"_s));
    QTest::keyClick(&window, Qt::Key_Y, Qt::ControlModifier);
    CHECK(window.menus()->undo->isEnabled());
    CHECK(document.database().integer(u"SELECT count(*) FROM workshop"_s).value() == 1);
}

TEST_CASE("pages are made when first shown, and read anew once for several changes")
{
    Desk desk;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    desk.dialogs.fileToSave = desk.path(u"a.tane"_s);
    window.controller()->newFile();
    REQUIRE(pageOf(window, u"answers"_s));
    CHECK(pageOf(window, u"results"_s) == nullptr);
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier); // the step's first page, then its next
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    CountingPage *results = pageOf(window, u"results"_s);
    REQUIRE(results);
    CHECK(window.workspace()->navigation()->current() == u"results"_s);
    CHECK(results->refreshed == 1);

    const int answersBefore = pageOf(window, u"answers"_s)->refreshed;
    results->shownBadge = u"3件"_s;
    addWorkshop(*window.controller()->document(), u"一"_s, {});
    addWorkshop(*window.controller()->document(), u"二"_s, {});
    REQUIRE(QTest::qWaitFor([&] { return results->refreshed > 1; }));
    QTest::qWait(20);
    CHECK(results->refreshed == 2);
    CHECK(pageOf(window, u"answers"_s)->refreshed == answersBefore);
    CHECK(window.workspace()->navigation()->entry(u"results"_s)->accessibleDescription() == u"3件"_s);
    CHECK(window.workspace()->navigation()->stateText().startsWith(u"保存済み"_s));

    SECTION("a page can send the officer to another, and say something in the window")
    {
        results->ask(u"links"_s);
        CHECK(window.workspace()->currentPage() == u"links"_s);
        pageOf(window, u"links"_s)->say({Notice::Kind::Info, u"3件を結びつけました。"_s});
        CHECK(window.workspace()->noticeBar()->isVisible());
        QTest::mouseClick(window.workspace()->navigation()->entry(u"answers"_s), Qt::LeftButton);
        CHECK_FALSE(window.workspace()->noticeBar()->isVisible());
    }
    SECTION("the last page is shown again when the file is opened again")
    {
        window.controller()->closeFile();
        window.controller()->openPath(desk.path(u"a.tane"_s));
        CHECK(window.workspace()->currentPage() == u"results"_s);
    }
}

TEST_CASE("the box on top names programme, prefecture and fiscal year, and can change them")
{
    Desk desk;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    desk.dialogs.fileToSave = desk.path(u"群馬.tane"_s);
    window.controller()->newFile();
    CHECK(window.controller()->heading().title == u"群馬"_s);
    Document &document = *window.controller()->document();
    addWorkshop(document, u"コーディネーター研修"_s, {2026, 11, 19});
    // A workshop of its own makes a programme of the same name.
    CHECK(window.controller()->heading().title == u"コーディネーター研修"_s);
    // 2026-11-19 lies in the fiscal year that began in April of Reiwa 8.
    CHECK(window.controller()->heading().subtitle == u"令和8年度"_s);

    desk.dialogs.text = u"群馬県"_s;
    window.controller()->namePrefecture();
    CHECK(window.controller()->heading().subtitle == u"令和8年度・群馬県"_s);
    desk.dialogs.text = u"第2期研修"_s;
    window.controller()->renameProgramme();
    CHECK(window.controller()->heading().title == u"第2期研修"_s);

    addWorkshop(document, u"前年の研修"_s, {2025, 11, 20});
    const auto all = window.controller()->programmes();
    REQUIRE(all.size() == 2);
    CHECK(all.back().title == u"前年の研修"_s); // the newest year first
    window.controller()->showProgramme(all.back().id);
    CHECK(window.controller()->heading().title == u"前年の研修"_s);
    const qint64 workshop = window.controller()->context()->workshop;
    CHECK(WorkshopRepository(document).load(workshop).value().programme == all.back().id);
    // Undoing its making takes it away: the window goes back to one that exists.
    window.controller()->undo();
    CHECK(window.controller()->heading().title == u"第2期研修"_s);
    CHECK(window.controller()->context()->programme == all.front().id);
}

TEST_CASE("a file that is opened again shows the programme that was shown last, not the newest")
{
    Desk desk;
    const QString path = desk.path(u"a.tane"_s);
    qint64 older = 0;
    {
        MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
        desk.dialogs.fileToSave = path;
        window.controller()->newFile();
        for (const int year : {2025, 2026}) {
            Programme programme;
            programme.title = u"研修"_s;
            programme.firstYear = year;
            REQUIRE(CycleRepository(*window.controller()->document()).create(programme).has_value());
        }
        older = window.controller()->programmes().back().id;
        window.controller()->showProgramme(older);
    }
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    window.controller()->openPath(path);
    CHECK(window.controller()->context()->programme == older);
    CHECK(window.controller()->heading().subtitle == u"令和7年度"_s); // what tells the two apart comes first
    // Once it is gone, the newest.
    REQUIRE(RecordTable<Programme>(*window.controller()->document()).remove(older, u"削除"_s).has_value());
    CHECK(window.controller()->context()->programme == window.controller()->programmes().front().id);
}

TEST_CASE("the menu of programmes lists them, the archived ones apart")
{
    Desk desk;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    desk.dialogs.fileToSave = desk.path(u"a.tane"_s);
    window.controller()->newFile();
    Document &document = *window.controller()->document();
    for (const int year : {2024, 2025, 2026}) {
        Programme programme;
        programme.title = u"研修%1"_s.arg(year);
        programme.firstYear = year;
        REQUIRE(CycleRepository(document).create(programme).has_value());
    }
    const auto all = window.controller()->programmes();
    REQUIRE(CycleRepository(document).setArchived(all.back().id, true).has_value());
    Q_EMIT window.menus()->programme->aboutToShow();
    QStringList titles;
    const auto actions = window.menus()->programme->actions();
    for (const QAction *action : actions)
        titles << action->text();
    REQUIRE(titles.size() > 3);
    CHECK(titles[0] == u"研修2026（令和8年度）"_s);
    CHECK(titles[1] == u"研修2025（令和7年度）"_s);
    REQUIRE(actions[2]->menu());
    REQUIRE(actions[2]->menu()->actions().size() == 1);
    CHECK(actions[2]->menu()->actions().first()->text() == u"研修2024（令和6年度）"_s);
    actions[1]->trigger();
    CHECK(window.controller()->heading().title == u"研修2025"_s);
}

TEST_CASE("a file that another window holds opens read-only and says who holds it")
{
    Desk desk;
    MainWindow first(desk.settings, desk.dialogs, shelltest::countingPages());
    MainWindow second(desk.settings, desk.dialogs, shelltest::countingPages());
    desk.dialogs.fileToSave = desk.path(u"a.tane"_s);
    first.controller()->newFile();
    show(second);
    second.controller()->openPath(desk.path(u"a.tane"_s));
    REQUIRE(second.controller()->document());
    CHECK(second.controller()->document()->isReadOnly());
    CHECK(second.workspace()->readOnlyBanner()->isVisible());
    CHECK(
        second.workspace()->readOnlyBanner()->text().contains(second.controller()->document()->lockHolder()));
    CHECK(second.workspace()->navigation()->stateText().contains(u"読み取り専用"_s));
}

TEST_CASE("a file that is not ours is refused on the start page, inline")
{
    Desk desk;
    QFile file(desk.path(u"偽物.tane"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("not a database");
    file.close();
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    desk.dialogs.fileToOpen = file.fileName();
    QTest::keyClick(&window, Qt::Key_O, Qt::ControlModifier);
    CHECK(window.controller()->document() == nullptr);
    auto *bar = window.startPage()->findChild<NoticeBar *>();
    CHECK(bar->isVisible());
    CHECK(bar->text().contains(u"偽物.tane"_s));
    CHECK(desk.settings.list(Setting::RecentFiles).isEmpty());
}

TEST_CASE("the sample button opens a fresh copy each time")
{
    Desk desk;
    QStringList made;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages(),
                      [&](const QString &path) -> Result<> {
                          made << path;
                          auto document = Document::create(path);
                          if (!document)
                              return std::unexpected(document.error());
                          return {};
                      });
    show(window);
    QTest::mouseClick(window.startPage()->sampleButton(), Qt::LeftButton);
    REQUIRE(window.controller()->document());
    window.controller()->openSample();
    REQUIRE(made.size() == 2);
    CHECK(made[0] != made[1]);
    window.controller()->closeFile();
    for (const QString &path : made)
        CHECK(QFile::remove(path));
}

TEST_CASE("a dropped .tane file is opened")
{
    Desk desk;
    REQUIRE(Document::create(desk.path(u"a.tane"_s)).has_value());
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(desk.path(u"a.tane"_s))});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    CHECK(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &drop);
    REQUIRE(window.controller()->document());
}

TEST_CASE("the theme chosen in the menu is shown and remembered")
{
    Desk desk;
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    show(window);
    Q_EMIT window.menus()->themeChosen(ThemeChoice::Dark);
    CHECK(schemeOf(window.palette()) == Scheme::Dark);
    CHECK(desk.settings.text(Setting::Theme) == u"dark"_s);
    Q_EMIT window.menus()->themeChosen(ThemeChoice::Light);
    CHECK(schemeOf(window.palette()) == Scheme::Light);
}

TEST_CASE("the window comes back in the size it had")
{
    Desk desk;
    {
        MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
        show(window);
        window.resize(1010, 611);
        window.close();
    }
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    window.show();
    // The offscreen screen is 800 × 800: a window is cut to it, but not to the default size.
    CHECK(window.height() == 611);
}

TEST_CASE("everything that takes the keyboard has a name for a screen reader")
{
    Desk desk;
    desk.settings.addRecentFile(desk.path(u"前の.tane"_s));
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages(),
                      [](const QString &) { return Result<>(); });
    show(window);
    desk.dialogs.fileToSave = desk.path(u"a.tane"_s);
    window.controller()->newFile();
    window.workspace()->showNotice({Notice::Kind::Info, u"知らせ"_s});
    int seen = 0;
    const auto widgets = window.findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QMenu *>(widget))
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(accessible);
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK_FALSE(accessible->text(QAccessible::Name).isEmpty());
        ++seen;
    }
    CHECK(seen >= 8);
}
