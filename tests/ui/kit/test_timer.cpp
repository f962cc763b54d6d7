// The timer for the projector, driven by its keys. The clock is the test's.
#include "grouping/timerwindow.h"

#include <catch2/catch.hpp>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

/// テーマ１ and テーマ２, 40 minutes each from 13:00, then 全体共有 of 10; a clock that is set by hand.
struct Hall
{
    QDateTime now{QDate(2025, 11, 20), QTime(13, 0)};
    TimerWindow window{content(), [this] { return now; }};

    static TimerContent content()
    {
        const auto row = [](const QString &title, int minutes, bool theme) {
            TimetableRow made;
            made.title = title;
            made.minutes = minutes;
            made.isTheme = theme;
            return made;
        };
        const Timetable day =
            chainTimes(QTime(13, 0), {row(u"テーマ１"_s, 40, true), row(u"テーマ２"_s, 40, true),
                                      row(u"全体共有"_s, 10, false)});
        TimerContent content;
        content.session = SessionTimer::of(day);
        for (const SessionPart &part : content.session.parts())
            content.guides.push_back(themeOf(day, static_cast<std::size_t>(part.row)));
        return content;
    }
    Hall()
    {
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
    }
    void pass(int minutes, int seconds = 0)
    {
        now = now.addSecs(minutes * 60 + seconds);
        window.tick();
    }
    void press(int key) { QTest::keyClick(&window, static_cast<Qt::Key>(key)); }
    int left() { return window.session().secondsLeft(now); }
    QColor background() { return window.grab().toImage().pixelColor(3, 300); }
};

} // namespace

TEST_CASE("the timer waits for Space, pauses with it and goes on")
{
    Hall hall;
    hall.pass(5);
    CHECK(hall.left() == 2400);
    CHECK(hall.window.stateText() == u"始める前（40:00）"_s);
    hall.press(Qt::Key_Space);
    hall.pass(10);
    CHECK(hall.left() == 1800);
    CHECK(hall.window.stateText() == u"残り 30:00"_s);
    hall.press(Qt::Key_Space);
    hall.pass(60);
    CHECK(hall.left() == 1800);
    CHECK(hall.window.stateText() == u"一時停止中（残り 30:00）"_s);
}

TEST_CASE("keys add minutes, go on, go back and choose from the list")
{
    Hall hall;
    hall.press(Qt::Key_Space);
    hall.press(Qt::Key_Up);
    CHECK(hall.left() == 41 * 60);
    hall.press(Qt::Key_5);
    CHECK(hall.left() == 46 * 60);
    hall.press(Qt::Key_Down);
    CHECK(hall.left() == 45 * 60);
    hall.press(Qt::Key_Right);
    CHECK(hall.window.session().part()->title == u"テーマ２"_s);
    CHECK(hall.left() == 40 * 60);
    hall.press(Qt::Key_Left);
    CHECK(hall.window.session().part()->title == u"テーマ１"_s);
    hall.press(Qt::Key_L);
    auto *menu = hall.window.findChild<QMenu *>();
    REQUIRE(menu != nullptr);
    REQUIRE(menu->actions().size() == 3);
    CHECK(menu->actions().at(2)->text() == u"14:20 全体共有"_s); // 13:00 + 40 + 40
    menu->actions().at(2)->trigger();
    CHECK(hall.window.session().current() == 2);
    CHECK(hall.left() == 600);
}

TEST_CASE("the end is told by words and by another background, and announced once")
{
    Hall hall;
    const QSignalSpy ended(&hall.window, &TimerWindow::partEnded);
    const QColor calm = hall.background();
    hall.press(Qt::Key_Space);
    hall.pass(36);
    CHECK(hall.window.stateText() == u"まもなく終わります（残り 4:00）"_s);
    const QColor nearEnd = hall.background();
    CHECK(nearEnd != calm);
    CHECK(ended.isEmpty());
    hall.pass(4);
    hall.pass(1, 20);
    CHECK(hall.window.stateText() == u"時間です（1:20 超過）"_s);
    CHECK(hall.background() != nearEnd);
    CHECK(ended.size() == 1);
    CHECK(hall.window.accessibleDescription().contains(u"時間です"_s));
    hall.press(Qt::Key_Right);
    CHECK(hall.background() == calm);
    hall.pass(41);
    CHECK(ended.size() == 2);
}

TEST_CASE("the points of a theme are shown beside it and can be hidden")
{
    Hall hall;
    CHECK(hall.window.showsPoints());
    hall.press(Qt::Key_P);
    CHECK_FALSE(hall.window.showsPoints());
    hall.press(Qt::Key_P);
    hall.press(Qt::Key_Right);
    hall.press(Qt::Key_Right);
    CHECK_FALSE(hall.window.showsPoints()); // 全体共有 is no theme
}

TEST_CASE("the buttons hide, come back, and do what their keys do")
{
    Hall hall;
    CHECK(hall.window.showsButtons());
    auto *pause = hall.window.findChild<QToolButton *>(u"pause"_s);
    REQUIRE(pause != nullptr);
    CHECK(pause->text() == u"Space 始める"_s);
    QTest::mouseClick(pause, Qt::LeftButton);
    CHECK(hall.window.session().isRunning());
    CHECK(pause->text() == u"Space 一時停止"_s);
    hall.press(Qt::Key_H);
    CHECK_FALSE(hall.window.showsButtons());
    QTest::mouseMove(&hall.window, QPoint(200, 200));
    QTest::mouseMove(&hall.window, QPoint(260, 240));
    CHECK(hall.window.showsButtons());
    for (const QToolButton *button : hall.window.findChildren<QToolButton *>())
        CHECK_FALSE(button->accessibleName().isEmpty());
}

TEST_CASE("light and dark, small and large screens are painted, and Escape closes")
{
    Hall hall;
    for (const QSize size : {QSize(1366, 768), QSize(1920, 1080), QSize(800, 600)}) {
        hall.window.resize(size);
        const QColor light = hall.background();
        hall.press(Qt::Key_D);
        CHECK(hall.window.scheme() == Scheme::Dark);
        CHECK(hall.background().lightness() < light.lightness());
        hall.press(Qt::Key_D);
    }
    hall.press(Qt::Key_Escape);
    CHECK_FALSE(hall.window.isVisible());
}
