#include "participants/attendance.h"

#include "core/people/peopleoffice.h"
#include "programme/workshop.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;
using Attendance = Participant::Attendance;
using State = Participant::State;

namespace {

Participant somebody(const QString &number, const QString &name, const QString &kana, const QString &role,
                     State state = State::Accepted, Attendance attendance = Attendance::Open)
{
    Participant one;
    one.number = number;
    one.name = name;
    one.kana = kana;
    one.role = role;
    one.state = state;
    one.attendance = attendance;
    return one;
}

QStringList names(const std::vector<Participant> &people, const QString &text)
{
    QStringList found;
    for (const int place : findAttendees(people, text))
        found << people[static_cast<std::size_t>(place)].name;
    return found;
}

} // namespace

TEST_CASE(
    "somebody at the door is found by a few letters of her kana, her name in any variant, or her number")
{
    const std::vector<Participant> people{
        somebody(u"012"_s, u"齋藤 花"_s, u"さいとう はな"_s, {}),
        somebody(u"003"_s, u"中西 斉"_s, u"なかにし ひとし"_s, {}),
        somebody(u"112"_s, u"江口 結"_s, u"えぐち ゆい"_s, {}),
    };
    CHECK(names(people, u"さい"_s) == QStringList{u"齋藤 花"_s});
    CHECK(names(people, u"サイトウ"_s) == QStringList{u"齋藤 花"_s});
    CHECK(names(people, u"斎藤"_s) == QStringList{u"齋藤 花"_s}); // another way of writing it
    CHECK(names(people, u"ゆい"_s) == QStringList{u"江口 結"_s});
    // The number itself comes before one that contains it; zeros need not be typed, digits may be wide.
    CHECK(names(people, u"12"_s) == QStringList{u"齋藤 花"_s, u"江口 結"_s});
    CHECK(names(people, u"３"_s) == QStringList{u"中西 斉"_s});
    CHECK(names(people, u"やまだ"_s).isEmpty());
}

TEST_CASE("without a text everybody who is expected is listed by kana, and nobody who is not")
{
    const std::vector<Participant> people{
        somebody(u"1"_s, u"和田 澄"_s, u"わだ すみ"_s, {}),
        somebody(u"2"_s, u"小森 凛"_s, u"こもり りん"_s, {}, State::Waiting),
        somebody(u"3"_s, u"青木 はる"_s, u"あおき はる"_s, {}),
    };
    CHECK(names(people, {}) == QStringList{u"青木 はる"_s, u"和田 澄"_s});
    CHECK(names(people, u"こも"_s) == QStringList{u"小森 凛"_s}); // but she can be found
}

TEST_CASE("the counters of the day say for each role who is there, who is not yet and who stays away")
{
    Participant lecturer = somebody({}, u"講師 一"_s, {}, u"その他"_s);
    lecturer.part = Participant::Part::Lecturer;
    const std::vector<Participant> people{
        somebody({}, u"一"_s, {}, u"コーディネーター"_s, State::Accepted, Attendance::Present),
        somebody({}, u"二"_s, {}, u"コーディネーター"_s, State::Accepted, Attendance::Late),
        somebody({}, u"三"_s, {}, u"市町村担当者"_s, State::Accepted, Attendance::Absent),
        somebody({}, u"四"_s, {}, {}, State::Accepted, Attendance::Open),
        somebody({}, u"五"_s, {}, u"コーディネーター"_s, State::Declined, Attendance::Open),
        lecturer,
    };
    const AttendanceCount all = countAttendance(people);
    CHECK(all.expected() == 5); // not the one who was declined
    CHECK(all.present == 2);
    CHECK(all.late == 1);
    CHECK(all.absent == 1);
    CHECK(all.open == 2);
    const auto roles = attendanceByRole(people);
    REQUIRE(roles.size() == 4);
    CHECK(roles[0].label == u"コーディネーター"_s);
    CHECK(roles[0].present == 2);
    CHECK(roles[1].absent == 1);
    CHECK(roles[2].label == u"講師"_s);
    CHECK(roles[3].label == u"立場の記入なし"_s);
}

TEST_CASE("whoever comes although she had no place gets one, and undo takes both back")
{
    peopletest::Office office;
    Participant waiting = somebody({}, u"小森 凛"_s, {}, {}, State::Waiting);
    Participant invited = somebody({}, u"高瀬 碧"_s, {}, {}, State::Invited);
    waiting.workshop = invited.workshop =
        valueOf(WorkshopRepository(*office.document).save({.title = u"第1回"_s}));
    waiting.id = office.add(waiting);
    invited.id = office.add(invited);
    REQUIRE(setAttendance(*office.document, waiting.id, Attendance::Present).has_value());
    REQUIRE(setAttendance(*office.document, invited.id, Attendance::Late).has_value());
    RecordTable<Participant> table(*office.document);
    CHECK(valueOf(table.load(waiting.id)).state == State::Accepted);
    CHECK_FALSE(valueOf(table.load(waiting.id)).walkIn); // she had applied
    CHECK(valueOf(table.load(invited.id)).walkIn);
    CHECK(valueOf(table.load(invited.id)).sitsInGroup());
    CHECK(office.document->undoLabel() == u"受付（遅刻）"_s);
    REQUIRE(office.document->undo().has_value());
    REQUIRE(office.document->undo().has_value());
    CHECK(valueOf(table.load(waiting.id)) == waiting);
    // Staying away gives nobody a place.
    REQUIRE(setAttendance(*office.document, waiting.id, Attendance::Absent).has_value());
    CHECK(valueOf(table.load(waiting.id)).state == State::Waiting);
}
