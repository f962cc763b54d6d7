#include "shell/mainwindow.h"
#include "shell/navbar.h"
#include "shell/naventry.h"
#include "shell/theme.h"
#include "shell/workspace.h"
#include "shelltest.h"

#include <catch2/catch.hpp>

#include <QAccessible>
#include <QApplication>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

QList<NavItem> items()
{
    return {{u"home"_s, {}, u"ホーム"_s},
            {u"goals"_s, u"2 目標"_s, u"目標設定"_s},
            {u"checklist"_s, u"4 実行"_s, u"チェックリスト"_s},
            {u"answers"_s, u"4 実行"_s, u"アンケートの回答"_s},
            {u"links"_s, u"5 評価・改善"_s, u"前後の結びつけ"_s},
            {u"results"_s, u"5 評価・改善"_s, u"研修前後の変化"_s},
            {u"people"_s, u"地域"_s, u"人材とレベル"_s},
            {u"centres"_s, u"地域"_s, u"市町村・センター"_s}};
}

struct Shown
{
    NavBar navigation{items()};
    QSignalSpy chosen{&navigation, &NavBar::pageChosen};
    QSignalSpy left{&navigation, &NavBar::openPartsChanged};

    explicit Shown(int height = 600)
    {
        applyTheme(*qApp, ThemeChoice::Light);
        navigation.setProgramme(u"令和8年度 コーディネーター研修"_s, u"架空県・令和8年度"_s);
        navigation.resize(216, height);
        navigation.setCurrent(u"home"_s);
        navigation.show();
        REQUIRE(QTest::qWaitForWindowExposed(&navigation));
        navigation.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&navigation));
    }
    [[nodiscard]] bool sees(const QString &id) const { return navigation.entry(id)->isVisible(); }
    void press(Qt::Key key)
    {
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QAccessible::State spoken(const QString &part) const
    {
        return QAccessible::queryAccessibleInterface(navigation.head(part))->state();
    }
};

} // namespace

TEST_CASE("a part of the navigation opens at a click on its head, and folds at the next")
{
    Shown shown;
    NavBar &navigation = shown.navigation;
    // A step with one page is that page; a step with several begins folded, the region open.
    CHECK(navigation.head(u"2"_s) == nullptr);
    CHECK(navigation.entry(u"goals"_s)->text() == u"2 目標設定"_s);
    CHECK(navigation.head(u"4"_s)->text() == u"4 実行"_s);
    CHECK_FALSE(shown.sees(u"answers"_s));
    CHECK(shown.sees(u"people"_s));
    CHECK(shown.spoken(u"4"_s).collapsed);
    CHECK(shown.spoken(u"4"_s).expandable);
    CHECK(shown.spoken(u"地域"_s).expanded);

    QTest::mouseClick(navigation.head(u"4"_s), Qt::LeftButton);
    CHECK(shown.sees(u"answers"_s));
    CHECK(shown.spoken(u"4"_s).expanded);
    CHECK(navigation.current() == u"home"_s); // nothing else was shown for it
    CHECK(shown.left.last().first().toStringList() == QStringList{u"4"_s, u"地域"_s});
    QTest::mouseClick(navigation.head(u"地域"_s), Qt::LeftButton);
    CHECK_FALSE(shown.sees(u"people"_s));
    QTest::mouseClick(navigation.head(u"4"_s), Qt::LeftButton);
    CHECK_FALSE(shown.sees(u"answers"_s));
    CHECK(shown.left.last().first().toStringList().isEmpty());
    CHECK(shown.chosen.isEmpty());
}

TEST_CASE("the part of the page shown is open, and folded again behind it unless the officer opened it")
{
    Shown shown;
    NavBar &navigation = shown.navigation;
    navigation.setCurrent(u"links"_s); // as a search or a button on a page leads there
    CHECK(shown.sees(u"results"_s));
    CHECK(shown.chosen.isEmpty()); // following the window is not a choice
    // It cannot be folded now.
    QTest::mouseClick(navigation.head(u"5"_s), Qt::LeftButton);
    CHECK(shown.sees(u"results"_s));
    CHECK_FALSE(shown.spoken(u"5"_s).expandable);

    QTest::mouseClick(navigation.head(u"4"_s), Qt::LeftButton);
    QTest::mouseClick(navigation.entry(u"answers"_s), Qt::LeftButton);
    CHECK(shown.chosen.last().first().toString() == u"answers"_s);
    CHECK_FALSE(shown.sees(u"results"_s));
    navigation.setCurrent(u"home"_s);
    CHECK(shown.sees(u"answers"_s));
    CHECK(navigation.openParts() == QStringList{u"4"_s, u"地域"_s});
}

TEST_CASE("the arrow keys move through the navigation as through a tree")
{
    Shown shown;
    NavBar &navigation = shown.navigation;
    navigation.setOpenParts({});
    navigation.entry(u"home"_s)->setFocus();
    shown.press(Qt::Key_Down);
    CHECK(navigation.current() == u"goals"_s); // a page is shown as the keys reach it
    shown.press(Qt::Key_Down);
    CHECK(navigation.head(u"4"_s)->hasFocus());
    CHECK(navigation.current() == u"goals"_s);
    shown.press(Qt::Key_Down);
    CHECK(navigation.head(u"5"_s)->hasFocus()); // past what is folded
    shown.press(Qt::Key_Return);
    CHECK(shown.sees(u"links"_s));
    shown.press(Qt::Key_Left);
    CHECK_FALSE(shown.sees(u"links"_s));
    shown.press(Qt::Key_Right);
    CHECK(shown.sees(u"links"_s));
    shown.press(Qt::Key_Right);
    CHECK(navigation.current() == u"links"_s);
    shown.press(Qt::Key_Down);
    CHECK(navigation.current() == u"results"_s);
    shown.press(Qt::Key_Left);
    CHECK(navigation.head(u"5"_s)->hasFocus());
    CHECK(navigation.current() == u"results"_s);
    shown.press(Qt::Key_End);
    CHECK(navigation.head(u"地域"_s)->hasFocus());
    shown.press(Qt::Key_Space);
    CHECK(shown.sees(u"centres"_s));
    shown.press(Qt::Key_Home);
    CHECK(navigation.current() == u"home"_s);
    CHECK(navigation.entry(u"home"_s)->hasFocus());

    SECTION("the focus comes along when its row is folded away")
    {
        navigation.setCurrent(u"answers"_s);
        navigation.entry(u"checklist"_s)->setFocus();
        navigation.setCurrent(u"results"_s);
        CHECK(navigation.entry(u"results"_s)->hasFocus());
    }
    SECTION("the Tab key passes the list in one stop")
    {
        navigation.entry(u"home"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        CHECK(navigation.programmeBox()->hasFocus());
    }
}

TEST_CASE("a folded part shows the figure of its pages when it is one, and says all of them")
{
    Shown shown;
    NavBar &navigation = shown.navigation;
    const NavHead *head = navigation.head(u"5"_s);
    navigation.setBadge(u"links"_s, u"3件"_s);
    CHECK(navigation.entry(u"links"_s)->accessibleDescription() == u"3件"_s);
    CHECK(head->badge() == u"3件"_s);
    CHECK(head->toolTip().contains(u"前後の結びつけ 3件"_s));
    navigation.setStepState(Step::Evaluation, StepState::Started);
    CHECK(head->accessibleDescription().startsWith(stepStateText(StepState::Started)));
    CHECK(head->accessibleDescription().endsWith(u"前後の結びつけ 3件"_s));
    // What is open says its figures itself.
    navigation.setCurrent(u"results"_s);
    CHECK(head->accessibleDescription() == stepStateText(StepState::Started));

    // Persons and centres make no sum.
    navigation.setOpenParts({});
    navigation.setBadge(u"people"_s, u"43"_s);
    navigation.setBadge(u"centres"_s, u"25"_s);
    CHECK(navigation.head(u"地域"_s)->badge().isEmpty());
    CHECK(navigation.head(u"地域"_s)->toolTip().contains(u"人材とレベル 43、市町村・センター 25"_s));
}

TEST_CASE("on a low screen the list scrolls, and what was chosen or opened is in view")
{
    Shown shown(300);
    NavBar &navigation = shown.navigation;
    const auto inView = [](const QWidget *row) {
        QCoreApplication::processEvents();
        QTest::qWait(10);
        return row->visibleRegion().boundingRect().height() == row->height();
    };
    CHECK_FALSE(inView(navigation.entry(u"centres"_s)));
    navigation.setCurrent(u"centres"_s);
    CHECK(inView(navigation.entry(u"centres"_s)));
    CHECK(navigation.entry(u"centres"_s)->height() >= 28); // nothing is squeezed
    navigation.setCurrent(u"home"_s);
    CHECK(inView(navigation.entry(u"home"_s)));
    navigation.head(u"5"_s)->setFocus();
    QTest::keyClick(navigation.head(u"5"_s), Qt::Key_Right);
    CHECK(inView(navigation.entry(u"results"_s)));
    CHECK(inView(navigation.head(u"5"_s)));
    navigation.setCurrent(u"centres"_s);
    navigation.resize(216, 220);
    CHECK(inView(navigation.entry(u"centres"_s)));
}

TEST_CASE("the window remembers which parts of the navigation were open")
{
    shelltest::Desk desk;
    const auto open = [&](MainWindow &window) {
        applyTheme(*qApp, ThemeChoice::Light);
        window.resize(1200, 700);
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
        desk.dialogs.fileToSave = desk.path(u"a%1.tane"_s.arg(QRandomGenerator::global()->generate()));
        window.controller()->newFile();
        return window.workspace()->navigation();
    };
    {
        MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
        NavBar *navigation = open(window);
        CHECK_FALSE(navigation->entry(u"links"_s)->isVisible());
        QTest::mouseClick(navigation->head(u"5"_s), Qt::LeftButton);
        CHECK(navigation->entry(u"links"_s)->isVisible());
    }
    MainWindow window(desk.settings, desk.dialogs, shelltest::countingPages());
    NavBar *navigation = open(window);
    CHECK(window.workspace()->currentPage() == u"answers"_s);
    CHECK(navigation->entry(u"links"_s)->isVisible());
    QTest::mouseClick(navigation->head(u"5"_s), Qt::LeftButton);
    MainWindow third(desk.settings, desk.dialogs, shelltest::countingPages());
    CHECK_FALSE(open(third)->entry(u"links"_s)->isVisible());
}

TEST_CASE("the bottom of the navigation says whether all is saved")
{
    NavBar navigation(items());
    navigation.setSaved(QTime(16, 42));
    CHECK(navigation.stateText() == u"保存済み  16:42"_s);
    navigation.setReadOnly(true);
    CHECK(navigation.stateText().contains(u"読み取り専用"_s));
    navigation.setProgramme(u"令和8年度 コーディネーター研修"_s, u"架空県・令和8年度"_s);
    CHECK(navigation.programmeBox()->accessibleName().contains(u"コーディネーター研修"_s));
}
