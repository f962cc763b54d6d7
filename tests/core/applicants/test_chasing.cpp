#include "participants/chasing.h"

#include "applicantfile.h"
#include "exchange/tablereader.h"

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::succeeds;
using storagetest::valueOf;
using State = Participant::State;

namespace {

QStringList namesOf(const std::vector<const Participant *> &people)
{
    QStringList names;
    for (const Participant *one : people)
        names << one->name;
    return names;
}

Participant from(const QString &name, const QString &municipality, const QString &role)
{
    Participant one = person(name, State::Accepted, role);
    one.municipality = municipality;
    one.email = u"%1@example.jp"_s.arg(qHash(name));
    return one;
}

} // namespace

TEST_CASE("nobody is reminded who answered, may have answered, or is not asked")
{
    const Held held({}, true);
    const QString coordinator = u"コーディネーター"_s, officer = u"市町村担当者"_s;
    held.add(from(u"青木 葵"_s, u"A市"_s, coordinator));
    held.add(from(u"石田 奏"_s, u"A市"_s, officer));
    held.add(from(u"上原 湊"_s, u"B町"_s, coordinator));
    held.add(from(u"江口 結"_s, u"B町"_s, officer));
    Participant lecturer = from(u"講師 一"_s, u"A市"_s, u"その他"_s),
                waiting = from(u"待 二"_s, u"A市"_s, officer), absent = from(u"欠席 三"_s, u"B町"_s, officer),
                walkIn = from(u"当日 四"_s, u"B町"_s, officer);
    lecturer.part = Participant::Part::Lecturer;
    waiting.state = State::Waiting;
    absent.attendance = Participant::Attendance::Absent;
    walkIn.state = State::Invited;
    walkIn.walkIn = true;
    for (const Participant &one : {lecturer, waiting, absent, walkIn})
        held.add(one);
    // 青木 surely; 上原 under a name written otherwise, which waits for a decision.
    held.answer(Wave::Before,
                {{{Field::Name, u"青木 葵"_s}}, {{Field::Number, u"3"_s}, {Field::Name, u"上山 湊"_s}}});

    const ChasingState state = valueOf(loadChasing(*held.document, held.workshop));
    CHECK(namesOf(state.missing(Wave::Before)) == QStringList{u"石田 奏"_s, u"江口 結"_s, u"欠席 三"_s});
    CHECK(namesOf(state.undecided(Wave::Before)) == QStringList{u"上原 湊"_s});
    // After the day: not who was absent, but who walked in.
    CHECK(namesOf(state.missing(Wave::After)) ==
          QStringList{u"青木 葵"_s, u"石田 奏"_s, u"上原 湊"_s, u"江口 結"_s, u"当日 四"_s});

    const auto all = state.rates(Wave::Before, RateBy::All);
    REQUIRE(all.size() == 1);
    CHECK(all.front().asked == 5);
    CHECK(all.front().answered == 1);
    CHECK(all.front().maybe == 1);
    const auto roles = state.rates(Wave::Before, RateBy::Role);
    REQUIRE(roles.size() == 2);
    CHECK(roles[0].value == coordinator);
    CHECK(roles[0].asked == 2);
    CHECK(roles[0].answered == 1);
    CHECK(roles[1].asked == 3);
    const auto places = state.rates(Wave::Before, RateBy::Municipality);
    REQUIRE(places.size() == 2);
    CHECK(places[1].value == u"B町"_s);
    CHECK(places[1].asked == 3);
}

TEST_CASE("reminders are recorded once a day, undone in one step, and stand in the list for mail merge")
{
    const Held held({}, true);
    const qint64 a = held.add(from(u"青木 葵"_s, u"A市"_s, u"コーディネーター"_s));
    const qint64 b = held.add(from(u"石田 奏"_s, u"A市"_s, u"市町村担当者"_s));
    CHECK(valueOf(recordReminders(*held.document, {a, b}, Wave::Before, QDate(2026, 11, 1))) == 2);
    CHECK(valueOf(recordReminders(*held.document, {a, b}, Wave::Before, QDate(2026, 11, 1))) == 0);
    CHECK(valueOf(recordReminders(*held.document, {b}, Wave::Before, QDate(2026, 11, 8))) == 1);
    ChasingState state = valueOf(loadChasing(*held.document, held.workshop));
    CHECK(state.lastReminded(a, Wave::Before) == QDate(2026, 11, 1));
    CHECK(state.lastReminded(b, Wave::Before) == QDate(2026, 11, 8));
    CHECK_FALSE(state.lastReminded(a, Wave::After).isValid());

    succeeds(writeMergeList(state, Wave::Before, held.folder(u"m.xlsx"_s)));
    const Table table = valueOf(readTables(held.folder(u"m.xlsx"_s))).front();
    REQUIRE(table.rowCount() == 3);
    CHECK(table.cell(0, 1) == "氏名");
    CHECK(table.cell(2, 1) == "石田 奏");
    CHECK(table.cell(2, 9) == "2");
    CHECK(table.cell(2, 10) == "2026/11/08");

    succeeds(held.document->undo());
    succeeds(held.document->undo());
    state = valueOf(loadChasing(*held.document, held.workshop));
    CHECK(state.reminders.empty());
}

TEST_CASE("the reminder names workshop, questionnaire and deadline, and addresses stand once each")
{
    Workshop workshop;
    workshop.title = u"コーディネーター研修会"_s;
    workshop.heldOn = QDate(2026, 11, 19);
    const QString text = reminderText(workshop, Wave::Before, QDate(2026, 11, 12), u"架空県"_s);
    CHECK(text.contains(u"コーディネーター研修会（令和8年11月19日開催）の研修前アンケート"_s));
    CHECK(text.contains(u"令和8年11月12日(木)までに"_s));
    CHECK(text.contains(u"架空県"_s));
    CHECK_FALSE(reminderText(workshop, Wave::After, {}, {}).contains(u"まで"_s + u"にご回答ください"_s));
    CHECK(reminderSubject(workshop, Wave::FollowUp).contains(u"フォローアップ"_s));
    const Participant a = from(u"青木 葵"_s, {}, {}), b = from(u"石田 奏"_s, {}, {});
    Participant none = a;
    none.email.clear();
    CHECK(addressLine({&a, &b, &a, &none}) == QString(a.email + u"; "_s + b.email));
}
