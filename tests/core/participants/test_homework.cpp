#include "participants/homework.h"

#include "core/people/peopleoffice.h"
#include "programme/workshop.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;

namespace {

struct Class : peopletest::Office
{
    qint64 workshop = valueOf(WorkshopRepository(*document).save({.title = u"第1回"_s}));
    qint64 join(const QString &name, const QString &role, Participant::State state,
                Participant::Part part = Participant::Part::Learner)
    {
        Participant one;
        one.workshop = workshop;
        one.name = name;
        one.role = role;
        one.state = state;
        one.part = part;
        return add(one);
    }
    qint64 give(Homework::Phase phase, const QString &title, const QString &role)
    {
        Homework one;
        one.workshop = workshop;
        one.phase = phase;
        one.title = title;
        one.forRole = role;
        return add(one);
    }
};

} // namespace

TEST_CASE("homework is for the learners who were accepted, of its role where it names one")
{
    Class course;
    const qint64 eguchi = course.join(u"江口 結"_s, u"コーディネーター"_s, Participant::State::Accepted);
    course.join(u"大野 晴"_s, u"市町村担当者"_s, Participant::State::Accepted);
    course.join(u"小森 凛"_s, u"コーディネーター"_s, Participant::State::Waiting);
    course.join(u"高瀬 碧"_s, u"コーディネーター"_s, Participant::State::Accepted,
                Participant::Part::Lecturer);
    const qint64 before = course.give(Homework::Phase::Before, u"自地域の困りごと"_s, u"コーディネーター"_s);
    const qint64 after = course.give(Homework::Phase::After, u"振り返り"_s, {});

    HomeworkMatrix matrix = valueOf(loadHomework(*course.document, course.workshop));
    REQUIRE(matrix.homework.size() == 2);
    CHECK(matrix.people.size() == 2); // neither who waits nor the lecturer
    CHECK(matrix.count(matrix.homework[0]).expected == 1);
    CHECK(matrix.count(matrix.homework[1]).expected == 2);
    REQUIRE(matrix.missing(matrix.homework[0]).size() == 1);
    CHECK(matrix.missing(matrix.homework[0])[0]->id == eguchi);

    HomeworkReceipt came = matrix.receipt(before, eguchi);
    CHECK(came.id == 0);
    came.receivedOn = QDate(2026, 11, 10);
    REQUIRE(saveReceipt(*course.document, came, u"課題の受領"_s).has_value());
    came = valueOf(loadHomework(*course.document, course.workshop)).receipt(before, eguchi);
    came.shared = true;
    REQUIRE(saveReceipt(*course.document, came, u"課題の共有"_s).has_value());
    matrix = valueOf(loadHomework(*course.document, course.workshop));
    CHECK(matrix.count(matrix.homework[0]).received == 1);
    CHECK(matrix.count(matrix.homework[0]).shared == 1);
    CHECK(matrix.missing(matrix.homework[0]).empty());
    CHECK(matrix.count(matrix.homework[1]).received == 0);
    CHECK(matrix.receipt(after, eguchi).id == 0);
}

TEST_CASE("a receipt that was taken back leaves nothing behind, and undo brings it again")
{
    Class course;
    const qint64 eguchi = course.join(u"江口 結"_s, u"コーディネーター"_s, Participant::State::Accepted);
    const qint64 homework = course.give(Homework::Phase::Before, u"困りごと"_s, {});
    HomeworkReceipt came{.homework = homework, .participant = eguchi, .receivedOn = QDate(2026, 11, 10)};
    REQUIRE(saveReceipt(*course.document, came, u"課題の受領"_s).has_value());
    came = valueOf(loadHomework(*course.document, course.workshop)).receipt(homework, eguchi);
    came.receivedOn = QDate();
    REQUIRE(saveReceipt(*course.document, came, u"課題の受領の取り消し"_s).has_value());
    CHECK(valueOf(RecordTable<HomeworkReceipt>(*course.document).all()).empty());
    CHECK(course.document->undoLabel() == u"課題の受領の取り消し"_s);
    REQUIRE(course.document->undo().has_value());
    CHECK(valueOf(loadHomework(*course.document, course.workshop)).receipt(homework, eguchi).receivedOn ==
          QDate(2026, 11, 10));
}
