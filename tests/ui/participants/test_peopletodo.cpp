#include "participantsfixture.h"

#include "programme/homepage.h"
#include "programme/nextactions.h"
#include "programme/workshop.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::participantstest;

namespace {

Workshop stored(Reception &office)
{
    const auto record = RecordTable<Workshop>(office.document()).load(office.workshop);
    REQUIRE(record.has_value());
    return *record;
}

PeopleToDo todo(Reception &office, QDate today)
{
    const auto all = peopleToDo(office.document(), office.cycle(), today);
    REQUIRE(all.has_value());
    REQUIRE(all->contains(office.workshop));
    return all->at(office.workshop);
}

QStringList titles(Reception &office, QDate today)
{
    const auto people = peopleToDo(office.document(), office.cycle(), today);
    REQUIRE(people.has_value());
    QStringList titles;
    for (const NextAction &each : nextActions(office.cycle(), {}, today, {}, 20, *people))
        titles << each.title + u'→' + each.page;
    return titles;
}

} // namespace

TEST_CASE("what the people of a workshop wait for is proposed on the home page, and nothing before its time")
{
    Reception office;
    Workshop record = stored(office);
    record.heldOn = QDate(2026, 11, 19);
    record.recruitUntil = QDate(2026, 10, 16);
    REQUIRE(RecordTable<Workshop>(office.document()).update(record, u"準備"_s).has_value());
    Participant applied = office.participant(u"和田 澄"_s);
    applied.state = Participant::State::Applied;
    REQUIRE(RecordTable<Participant>(office.document()).update(applied, u"準備"_s).has_value());

    // A month before recruiting ends: nothing about people.
    CHECK_FALSE(titles(office, {2026, 9, 1}).join(u' ').contains(u"締切"_s));
    CHECK(titles(office, {2026, 10, 10})
              .contains(u"「第1回研修会」の申込み締切が近づいています→participants"_s));
    CHECK(titles(office, {2026, 10, 20}).contains(u"申込み 1 名の受講を決めましょう→participants"_s));
    // The questionnaire before is asked from two weeks ahead: 11-05 on.
    CHECK(todo(office, {2026, 11, 4}).unanswered == 0);
    CHECK(todo(office, {2026, 11, 5}).unanswered == 4);
    CHECK(titles(office, {2026, 11, 5}).contains(u"研修前アンケートの未回答 4 名→chasing"_s));
    // The one after from the third day on, for two months.
    CHECK(todo(office, {2026, 11, 21}).unanswered == 0);
    CHECK(todo(office, {2026, 11, 22}).unanswered == 4);
    CHECK(todo(office, {2026, 11, 22}).after);
    CHECK(titles(office, {2026, 11, 22}).contains(u"研修後アンケートの未回答 4 名→chasing"_s));
    CHECK(todo(office, {2027, 1, 19}).unanswered == 4);
    CHECK(todo(office, {2027, 1, 20}).unanswered == 0);
    // After the workshop there is nothing to decide any more.
    CHECK_FALSE(titles(office, {2026, 11, 22}).join(u' ').contains(u"受講を決めましょう"_s));
}

TEST_CASE("whoever has answered is not counted among those the home page asks to remind")
{
    Reception office;
    Workshop record = stored(office);
    record.heldOn = QDate(2026, 11, 19);
    REQUIRE(RecordTable<Workshop>(office.document()).update(record, u"準備"_s).has_value());
    office.answer(Wave::Before, u"002,江口 結,,西部センター,a\n"_s);
    CHECK(todo(office, {2026, 11, 10}).unanswered == 3);
}

TEST_CASE("a workshop without participants asks for nothing about them")
{
    Reception office(Reception::Empty::Yes);
    const auto all = peopleToDo(office.document(), office.cycle(), {2026, 11, 10});
    REQUIRE(all.has_value());
    CHECK(all->empty());
}
