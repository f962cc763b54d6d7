// Participants and drafts in a file: from people to groups and back.
#include "core/storage/storagetest.h"
#include "grouping/groupcompare.h"
#include "grouping/groupedit.h"
#include "grouping/workshopgroups.h"
#include "people/person.h"
#include "programme/workshop.h"
#include "survey/sample.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;

namespace {

/// A file with a workshop on 20 November 2025.
struct Meeting
{
    storagetest::Folder folder;
    std::unique_ptr<Document> document = valueOf(Document::create(folder(u"g.tane"_s)));
    qint64 workshop = hold(u"研修会"_s, QDate(2025, 11, 20));
    qint64 draft = 0;

    qint64 hold(const QString &title, QDate day)
    {
        Workshop held;
        held.title = title;
        held.heldOn = day;
        return valueOf(WorkshopRepository(*document).save(held));
    }
    qint64 person(const QString &name, const QString &role, const QString &experience = {}, qint64 of = 0)
    {
        Participant participant;
        participant.workshop = of == 0 ? workshop : of;
        participant.name = name;
        participant.role = role;
        participant.experience = experience;
        participant.state = Participant::State::Accepted;
        return valueOf(RecordTable<Participant>(*document).add(participant, u"準備"_s));
    }
    Participant participant(qint64 id) { return valueOf(RecordTable<Participant>(*document).load(id)); }
    void save(const Participant &changed)
    {
        REQUIRE(RecordTable<Participant>(*document).update(changed, u"準備"_s).has_value());
    }
    qint64 addDraft(const GroupPlan &plan = presetPlan(GroupPreset::Mixed))
    {
        GroupDraft added;
        added.workshop = workshop;
        added.title = valueOf(freeDraftTitle(*document, workshop));
        added.rules = QString::fromUtf8(groupPlanJson(plan));
        return draft = valueOf(addGroupDraft(*document, added));
    }
    void seat(const std::vector<SeatAt> &seats)
    {
        REQUIRE(seatPeople(*document, draft, seats, u"席替え"_s).has_value());
    }
    WorkshopGroups groups() { return valueOf(loadWorkshopGroups(*document, draft)); }
};

QString nameOf(const WorkshopGroups &groups, int person)
{
    return person < 0 ? QString() : groups.people.people[static_cast<std::size_t>(person)].name;
}

} // namespace

TEST_CASE("only accepted learners and walk-ins who come in person and are not absent sit in groups")
{
    Meeting meeting;
    const qint64 observer = meeting.person(u"見学 一"_s, u"その他"_s);
    const qint64 online = meeting.person(u"遠隔 二"_s, u"コーディネーター"_s);
    const qint64 absent = meeting.person(u"欠席 三"_s, u"コーディネーター"_s);
    const qint64 applied = meeting.person(u"申込 四"_s, u"コーディネーター"_s);
    const qint64 walkIn = meeting.person(u"当日 五"_s, u"市町村担当者"_s);
    meeting.person(u"受講 六"_s, u"市町村担当者"_s);
    Participant changed = meeting.participant(observer);
    changed.part = Participant::Part::Observer;
    meeting.save(changed);
    changed = meeting.participant(online);
    changed.online = true;
    meeting.save(changed);
    changed = meeting.participant(absent);
    changed.attendance = Participant::Attendance::Absent;
    meeting.save(changed);
    for (const qint64 id : {applied, walkIn}) {
        changed = meeting.participant(id);
        changed.state = Participant::State::Applied;
        changed.walkIn = id == walkIn;
        meeting.save(changed);
    }
    meeting.addDraft();
    const WorkshopGroups groups = meeting.groups();
    REQUIRE(groups.people.people.size() == 2);
    CHECK(groups.people.people[0].name == u"当日 五"_s);
    CHECK(groups.people.people[1].name == u"受講 六"_s);
    QStringList why;
    for (const WorkshopPeople::LeftOut &each : groups.people.leftOut)
        why << each.why;
    CHECK(why ==
          QStringList{u"オブザーバー"_s, u"オンライン"_s, u"欠席"_s}); // who only applied does not come
}

TEST_CASE("experience kept in months is counted on to the day of the workshop")
{
    Meeting meeting;
    Participant early = meeting.participant(meeting.person(u"早い 月"_s, u"コーディネーター"_s));
    early.experience = u"11か月"_s;
    early.experienceMonths = 11;
    early.experienceOn = QDate(2025, 10, 20);
    meeting.save(early);
    // One month later she has a full year; a day earlier she has not.
    const auto bandOn = [&](QDate day) {
        const auto people = valueOf(participantsOf(*meeting.document, meeting.workshop));
        return workshopPeople(people, day, {}).cell(0, u"経験年数"_s);
    };
    CHECK(bandOn(QDate(2025, 11, 20)) == u"1～3年未満"_s);
    CHECK(bandOn(QDate(2025, 11, 19)) == u"1年未満"_s);
    CHECK(bandOn(QDate()) == u"1年未満"_s);
}

TEST_CASE("a plan written and read again is the same plan")
{
    GroupPlan plan = presetPlan(GroupPreset::Area);
    plan.smallest = 4;
    plan.largest = 6;
    plan.rules[2].rank = 0;
    plan.rules[3].off = true;
    rankInOrder(plan.rules);
    plan.together = {{u"#3"_s, u"#5"_s}};
    plan.apart = {{u"#3"_s, u"#9"_s}};
    plan.fixed = {{u"#4"_s, 2, {}}};
    const GroupPlan read = valueOf(parseGroupPlan(groupPlanJson(plan), u"案1"_s));
    CHECK(read.smallest == 4);
    CHECK(read.largest == 6);
    CHECK_FALSE(read.groups.has_value());
    REQUIRE(read.rules.size() == plan.rules.size());
    for (std::size_t i = 0; i < plan.rules.size(); ++i) {
        INFO(i);
        CHECK(read.rules[i].kind == plan.rules[i].kind);
        CHECK(read.rules[i].column == plan.rules[i].column);
        CHECK(read.rules[i].count == plan.rules[i].count);
        CHECK(read.rules[i].rank == plan.rules[i].rank);
        CHECK(read.rules[i].off == plan.rules[i].off);
        CHECK(plannedTitle(read.rules[i]) == plannedTitle(plan.rules[i]));
    }
    CHECK(read.together[0].second == u"#5"_s);
    CHECK(read.apart[0].second == u"#9"_s);
    CHECK(read.fixed[0].group == 2);
    CHECK(groupPlanJson(read) == groupPlanJson(plan));
    // Wishes are counted on past what must hold and what is off.
    std::vector<int> ranks;
    for (const PlannedRule &rule : plan.rules)
        if (!rule.off)
            ranks.push_back(*rule.rank);
    CHECK(ranks == std::vector<int>{1, 2, 0, 3, 4, 5});
    CHECK_FALSE(parseGroupPlan(R"({"rules":[{"kind":"officers","column":"立場"}]})", u"x"_s).has_value());
}

TEST_CASE("the officer's word about 進行 and 書記 goes before the rules, and holds for one person a group")
{
    Meeting meeting;
    const QString officer = u"市町村担当者"_s, coordinator = u"コーディネーター"_s;
    const qint64 longest = meeting.person(u"長い 方"_s, officer, u"9年"_s);
    const qint64 shorter = meeting.person(u"短い 方"_s, officer, u"2年"_s);
    const qint64 other = meeting.person(u"連携 方"_s, coordinator, u"6年"_s);
    meeting.addDraft();
    meeting.seat({{longest, 1}, {shorter, 1}, {other, 1}});
    const auto duties = [&] {
        const WorkshopGroups groups = meeting.groups();
        const std::vector<GroupRoles> roles = groups.roles();
        REQUIRE(roles.size() == 1);
        return QStringList{nameOf(groups, roles[0].facilitator), nameOf(groups, roles[0].scribe)};
    };
    CHECK(duties() == QStringList{u"長い 方"_s, u"短い 方"_s});
    REQUIRE(setSeatDuty(*meeting.document, meeting.draft, longest, GroupDuty::None).has_value());
    CHECK(duties() == QStringList{u"短い 方"_s, u"連携 方"_s});
    REQUIRE(setSeatDuty(*meeting.document, meeting.draft, other, GroupDuty::Facilitator).has_value());
    CHECK(duties() == QStringList{u"連携 方"_s, u"短い 方"_s});
    REQUIRE(setSeatDuty(*meeting.document, meeting.draft, longest, GroupDuty::Facilitator).has_value());
    CHECK(duties() == QStringList{u"長い 方"_s, u"短い 方"_s});
    CHECK(meeting.groups().seating.seatOf(other)->duty == GroupDuty::Automatic);
    REQUIRE(meeting.document->undo().has_value());
    CHECK(duties() == QStringList{u"連携 方"_s, u"短い 方"_s});
}

TEST_CASE("pairs and pins of a draft bind the solver, and those who do not come are no obstacle")
{
    Meeting meeting;
    std::vector<qint64> people;
    for (int i = 0; i < 12; ++i)
        people.push_back(
            meeting.person(u"参加 %1"_s.arg(i), i < 4 ? u"市町村担当者"_s : u"コーディネーター"_s));
    GroupPlan plan = presetPlan(GroupPreset::Mixed);
    plan.together = {{participantWord(people[4]), participantWord(people[5])},
                     {participantWord(people[0]), participantWord(999)}};
    plan.apart = {{participantWord(people[6]), participantWord(people[7])}};
    meeting.addDraft(plan);
    meeting.seat({{people[8], 2}});
    REQUIRE(pinSeat(*meeting.document, meeting.draft, people[8], true).has_value());
    const PlannedGroups planned = valueOf(plannedGroups(meeting.groups()));
    CHECK(planned.problem.groups == 2); // 12 people in groups of five to six
    CHECK(planned.problem.together == std::vector<std::pair<int, int>>{{4, 5}});
    CHECK(planned.problem.members[8].fixedGroup == 1);
    const Grouping grouping = valueOf(solveGroups(planned.problem));
    CHECK(grouping.group[4] == grouping.group[5]);
    CHECK(grouping.group[6] != grouping.group[7]);
    CHECK(grouping.group[8] == 1);
    meeting.seat({{people[8], 3}});
    const auto beyond = plannedGroups(meeting.groups());
    REQUIRE_FALSE(beyond.has_value());
    CHECK(beyond.error().message.contains(u"参加 8さん"_s));
}

TEST_CASE("rules about what nobody wrote are not judged, and groups of any size are")
{
    Meeting meeting;
    std::vector<SeatAt> seats;
    for (int i = 0; i < 9; ++i)
        seats.push_back(
            {meeting.person(u"参加 %1"_s.arg(i), i < 3 ? u"市町村担当者"_s : u"コーディネーター"_s),
             i < 8 ? 1 : 2});
    meeting.addDraft();
    CHECK(valueOf(judgeGroups(meeting.groups())).qualities.empty()); // nobody sits yet
    meeting.seat(seats);
    const WorkshopGroups groups = meeting.groups();
    const JudgedGroups judged = valueOf(judgeGroups(groups));
    REQUIRE(judged.qualities.size() == 2); // officers, 立場: nothing else is known of anybody
    CHECK(judged.qualities[0].met == 1);   // three officers in the first group, none in the second
    CHECK(judged.qualities[0].total == 2);
    // Share of officers: 3 of 9, so of eight people 2 or 3 and of one 0 or 1; coordinators 5 or 6 of eight.
    CHECK(judged.qualities[1].met == 2);
    CHECK(judged.planned == std::vector<int>{0, 1});
    CHECK(judged.memberOf(8) == 8);
    CHECK(judged.memberOf(9) == -1);
}

TEST_CASE("an earlier workshop's groups in use are the last tables: by person, else by the only such name")
{
    Meeting meeting;
    const qint64 before = meeting.hold(u"前回"_s, QDate(2025, 6, 1));
    const QString role = u"コーディネーター"_s;
    const qint64 renamedBefore = meeting.person(u"旧姓 花"_s, role, {}, before);
    const qint64 sameBefore = meeting.person(u"髙橋 葵"_s, role, {}, before);
    const qint64 otherReadingBefore = meeting.person(u"河野 結"_s, role, {}, before);
    meeting.person(u"同名 蓮"_s, role, {}, before);
    meeting.person(u"同名 蓮"_s, role, {}, before);
    const qint64 hana =
        valueOf(RecordTable<Person>(*meeting.document).add(Person{.name = u"新姓 花"_s}, u"準備"_s));
    Participant changed = meeting.participant(renamedBefore);
    changed.person = hana;
    meeting.save(changed);
    changed = meeting.participant(otherReadingBefore);
    changed.kana = u"かわの ゆい"_s;
    meeting.save(changed);

    const qint64 renamed = meeting.person(u"新姓 花"_s, role);
    const qint64 same = meeting.person(u"高橋 葵"_s, role);
    const qint64 otherReading = meeting.person(u"河野 結"_s, role);
    const qint64 namesake = meeting.person(u"同名 蓮"_s, role);
    changed = meeting.participant(renamed);
    changed.person = hana;
    meeting.save(changed);
    changed = meeting.participant(otherReading);
    changed.kana = u"こうの ゆい"_s;
    meeting.save(changed);

    const auto people = [&] { return valueOf(participantsOf(*meeting.document, meeting.workshop)); };
    CHECK(valueOf(lastTables(*meeting.document, people(), before)).isEmpty()); // no groups in use there
    GroupDraft earlier;
    earlier.workshop = before;
    earlier.title = u"案1"_s;
    const qint64 draft = valueOf(addGroupDraft(*meeting.document, earlier));
    std::vector<SeatAt> seats;
    for (const Participant &each : valueOf(participantsOf(*meeting.document, before)))
        seats.push_back({each.id, each.id == sameBefore ? 2 : 1});
    REQUIRE(replaceSeats(*meeting.document, draft, seats, u"席"_s).has_value());
    const auto tables = valueOf(lastTables(*meeting.document, people(), before));
    CHECK(tables.value(renamed) == u"1"_s);
    CHECK(tables.value(same) == u"2"_s); // 髙 and 高 are one
    CHECK_FALSE(tables.contains(otherReading));
    CHECK_FALSE(tables.contains(namesake));
}

TEST_CASE("drafts are kept side by side, one of them in use, copies have nothing printed")
{
    Meeting meeting;
    const qint64 someone = meeting.person(u"誰か"_s, u"コーディネーター"_s);
    const qint64 first = meeting.addDraft();
    CHECK(meeting.groups().seating.draft.inUse);
    meeting.seat({{someone, 3}});
    GroupSeat printed = *meeting.groups().seating.seatOf(someone);
    printed.printed = 3;
    REQUIRE(RecordTable<GroupSeat>(*meeting.document).update(printed, u"印刷"_s).has_value());
    REQUIRE(renameGroup(*meeting.document, first, 3, u" さくら "_s).has_value());
    meeting.draft = valueOf(duplicateGroupDraft(*meeting.document, first, u"案2"_s));
    WorkshopGroups copy = meeting.groups();
    CHECK_FALSE(copy.seating.draft.inUse);
    CHECK(copy.seating.groupTitle(3) == u"さくら"_s);
    CHECK(copy.seating.groupTitle(1) == u"1班"_s);
    CHECK(copy.seating.seatOf(someone)->number == 3);
    CHECK_FALSE(copy.seating.seatOf(someone)->printed.has_value());
    REQUIRE(useGroupDraft(*meeting.document, meeting.draft).has_value());
    CHECK(valueOf(groupsInUse(*meeting.document, meeting.workshop))->draft.id == meeting.draft);
    REQUIRE(meeting.document->undo().has_value());
    CHECK(valueOf(groupsInUse(*meeting.document, meeting.workshop))->draft.id == first);
    // Moving keeps what stands on the printed card.
    meeting.draft = first;
    meeting.seat({{someone, 1}});
    CHECK(meeting.groups().seating.seatOf(someone)->printed == 3);
    REQUIRE(renameGroup(*meeting.document, first, 3, {}).has_value());
    CHECK(meeting.groups().groups() == 1);
    CHECK(valueOf(freeDraftTitle(*meeting.document, meeting.workshop)) == u"案3"_s);
}

TEST_CASE("who is missing leaves and who walks in sits down, and nobody else moves when the sizes allow it")
{
    Meeting meeting;
    std::vector<SeatAt> seats;
    for (int i = 0; i < 12; ++i)
        seats.push_back(
            {meeting.person(u"参加 %1"_s.arg(i), i % 3 == 0 ? u"市町村担当者"_s : u"コーディネーター"_s),
             1 + i % 2});
    meeting.addDraft();
    meeting.seat(seats);
    Participant ill = meeting.participant(seats[3].participant);
    ill.attendance = Participant::Attendance::Absent;
    meeting.save(ill);
    const qint64 walkIn = meeting.person(u"当日 参加"_s, u"市町村担当者"_s);
    const WorkshopGroups groups = meeting.groups();
    CHECK(groups.missing() == std::vector<qint64>{ill.id});
    CHECK(groups.unseated() == std::vector<int>{groups.personOf(walkIn)});
    const Repair repair = valueOf(repairWorkshopGroups(groups, {}));
    CHECK(repair.moves.empty());
    REQUIRE(repair.seated.size() == 1);
    CHECK(repair.seated[0].member == groups.personOf(walkIn));
    CHECK(repair.seated[0].to == 1); // where the officer is missing
    CHECK(repair.fewest == 0);
}

TEST_CASE("a group that was made too large by hand is kept so by the repair, and that is told")
{
    Meeting meeting;
    std::vector<SeatAt> seats;
    for (int i = 0; i < 12; ++i)
        seats.push_back({meeting.person(u"参加 %1"_s.arg(i), u"コーディネーター"_s), i < 7 ? 1 : 2});
    meeting.addDraft();
    meeting.seat(seats);
    const qint64 walkIn = meeting.person(u"当日 参加"_s, u"コーディネーター"_s);
    const WorkshopGroups groups = meeting.groups();
    const Repair repair = valueOf(repairWorkshopGroups(groups, {}));
    CHECK(repair.moves.empty()); // seven and five, one seat more in either
    REQUIRE(repair.seated.size() == 1);
    CHECK(repair.seated[0].member == groups.personOf(walkIn));
    CHECK(repair.notes == QStringList{u"これまでの班に合わせて、1班5～7人とみて直しています。"_s});
}

TEST_CASE("seatings are compared by who sits together, not by the numbers of the groups")
{
    // By hand: groups 0 and 1 have changed their numbers, and the last one moved from 2 to what is now 0.
    const GroupComparison compared = compareSeatings({0, 0, 1, 1, 2, 2, 1}, {1, 1, 0, 0, 2, 0, 0});
    CHECK(compared.matching == std::vector<int>{1, 0, 2});
    CHECK(compared.elsewhere == std::vector<int>{5});
    CHECK(compareSeatings({0, 1, 2}, {0, 1, 2}).elsewhere.empty());
    // Taking the best match of each group one after the other would match 0 with 0 (3 people) and leave 1
    // with 2 (none): five people sit together at most as 0-1 (2) and 1-0 (3).
    const GroupComparison clever = compareSeatings({0, 0, 0, 0, 0, 1, 1, 1}, {0, 0, 0, 1, 1, 0, 0, 0});
    CHECK(clever.matching == std::vector<int>{1, 0});
    CHECK(clever.elsewhere == std::vector<int>{0, 1, 2});
    CHECK(compareSeatings({0, -1}, {-1, -1}).elsewhere == std::vector<int>{0});
    CHECK(compareSeatings({}, {}).matching.empty());
}

TEST_CASE("the sample's 78 people sit in 14 groups that keep every rule; lecturers and observers do not")
{
    storagetest::Folder folder;
    REQUIRE(createSample(folder(u"s.tane"_s)).has_value());
    const auto document = valueOf(Document::open(folder(u"s.tane"_s)));
    const auto drafts = valueOf(RecordTable<GroupDraft>(*document).all());
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].inUse);
    const WorkshopGroups groups = valueOf(loadWorkshopGroups(*document, drafts[0].id));
    CHECK(groups.people.people.size() == 78); // trial ①: 49 coordinators and 29 officers
    CHECK(groups.people.leftOut.size() == 5);
    CHECK(groups.groups() == 14);
    CHECK(groups.missing().empty());
    CHECK(groups.unseated().empty());
    const JudgedGroups judged = valueOf(judgeGroups(groups));
    CHECK(judged.grouping.proven);
    CHECK(judged.qualities.size() == 6);
    for (const RuleQuality &quality : judged.qualities)
        CHECK(quality.met == 14);
    for (const GroupRoles &roles : groups.roles())
        CHECK(roles.officers >= 2);
}
