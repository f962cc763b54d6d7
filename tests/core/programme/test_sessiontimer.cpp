// The countdown of a workshop's day. The clock is ours: no test waits.
#include "programme/sessiontimer.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

const QDate kDay(2025, 11, 20);

QDateTime at(int hour, int minute, int second = 0)
{
    return {kDay, QTime(hour, minute, second)};
}

TimetableRow row(const QString &title, int minutes)
{
    TimetableRow made;
    made.title = title;
    made.minutes = minutes;
    return made;
}

/// 13:00 開会 (no time), テーマ１ 40, テーマ２ 40 minutes.
SessionTimer afternoon()
{
    return SessionTimer::of(
        chainTimes(QTime(13, 0), {row(u"開会"_s, 0), row(u"テーマ１"_s, 40), row(u"テーマ２"_s, 40)}));
}

} // namespace

TEST_CASE("a part counts down from its minutes, and on beyond its end")
{
    SessionTimer timer = afternoon();
    REQUIRE(timer.parts().size() == 2); // what takes no time is not counted
    CHECK(timer.parts()[1].planned == QTime(13, 40));
    CHECK(timer.parts()[0].row == 1);
    timer.begin(0, at(13, 0));
    CHECK(timer.secondsLeft(at(13, 0)) == 2400);
    CHECK(timer.secondsLeft(at(13, 10)) == 1800);
    CHECK(timer.progress(at(13, 10)) == Approx(0.25));
    CHECK(timer.phase(at(13, 34, 59)) == SessionTimer::Phase::Running);
    CHECK(timer.phase(at(13, 35)) == SessionTimer::Phase::Near); // five minutes
    CHECK(timer.phase(at(13, 40)) == SessionTimer::Phase::Over);
    CHECK(timer.secondsLeft(at(13, 41, 20)) == -80);
    CHECK(timer.progress(at(13, 41, 20)) == 1.0);
    CHECK(timer.current() == 0); // the officer goes on, not the clock
}

TEST_CASE("the end of a short part is near when a fifth of it is left")
{
    SessionTimer timer({{.title = u"自己紹介"_s, .minutes = 5}});
    timer.begin(0, at(13, 0));
    CHECK(timer.phase(at(13, 3, 59)) == SessionTimer::Phase::Running);
    CHECK(timer.phase(at(13, 4)) == SessionTimer::Phase::Near);
}

TEST_CASE("time stands still in a pause, and minutes can be added and taken")
{
    SessionTimer timer = afternoon();
    timer.begin(0, at(13, 0));
    timer.pause(at(13, 10));
    CHECK_FALSE(timer.isRunning());
    CHECK(timer.secondsLeft(at(13, 30)) == 1800);
    timer.resume(at(13, 30));
    CHECK(timer.secondsLeft(at(13, 40)) == 1200);
    timer.addMinutes(5, at(13, 40));
    CHECK(timer.secondsLeft(at(13, 40)) == 1500);
    timer.addMinutes(-1, at(13, 40));
    CHECK(timer.secondsLeft(at(13, 40)) == 1440);
    timer.addMinutes(-90, at(13, 40)); // no further than now
    CHECK(timer.secondsLeft(at(13, 40)) == 0);
    // A part that is over already is made longer from its own end.
    timer.addMinutes(1, at(13, 42));
    CHECK(timer.secondsLeft(at(13, 42)) == -60);
}

TEST_CASE("one goes on, and back to the start of the part or to the one before")
{
    SessionTimer timer = afternoon();
    timer.begin(0, at(13, 0));
    REQUIRE(timer.next() != nullptr);
    CHECK(timer.next()->title == u"テーマ２"_s);
    timer.skip(at(13, 45));
    CHECK(timer.current() == 1);
    CHECK(timer.secondsLeft(at(13, 45)) == 2400);
    CHECK(timer.next() == nullptr);
    timer.skip(at(13, 50)); // nothing comes after the last
    CHECK(timer.current() == 1);
    CHECK(timer.secondsLeft(at(13, 50)) == 2100);
    timer.back(at(13, 50));
    CHECK(timer.current() == 1);
    CHECK(timer.secondsLeft(at(13, 50)) == 2400);
    timer.back(at(13, 50, 3));
    CHECK(timer.current() == 0);
}

TEST_CASE("how late the day is follows from the planned end of the part")
{
    SessionTimer timer = afternoon();
    timer.begin(0, at(13, 7));
    CHECK(timer.minutesLate(at(13, 7)) == 7);
    timer.addMinutes(-3, at(13, 10));
    CHECK(timer.minutesLate(at(13, 10)) == 4);
    CHECK(timer.minutesLate(at(13, 50)) == 10); // over, and still going on
    CHECK(timer.plannedAt(QTime(12, 0)) == 0);
    CHECK(timer.plannedAt(QTime(13, 45)) == 1);
    SessionTimer free({{.title = u"討議"_s, .minutes = 10}});
    free.begin(0, at(9, 0));
    CHECK(free.minutesLate(at(9, 30)) == 0);
}

TEST_CASE("a timer without parts has nothing to count")
{
    SessionTimer timer;
    timer.begin(0, at(13, 0));
    timer.resume(at(13, 0));
    timer.skip(at(13, 0));
    timer.addMinutes(5, at(13, 0));
    CHECK(timer.part() == nullptr);
    CHECK_FALSE(timer.isRunning());
    CHECK(timer.secondsLeft(at(14, 0)) == 0);
}

TEST_CASE("times are said as clocks say them")
{
    CHECK(timerText(2400) == u"40:00"_s);
    CHECK(timerText(65) == u"1:05"_s);
    CHECK(timerText(-80) == u"1:20"_s);
    CHECK(timerText(3725) == u"1:02:05"_s);
}
