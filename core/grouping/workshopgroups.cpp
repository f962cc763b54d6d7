#include "grouping/workshopgroups.h"

#include "base/textfold.h"
#include "participants/applicantfield.h"
#include "programme/workshop.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::WorkshopGroups)
};

constexpr std::array kColumns{Field::Role,          Field::Affiliation, Field::AffiliationType,
                              Field::Title,         Field::Prefecture,  Field::Municipality,
                              Field::Area,          Field::Centre,      Field::Experience,
                              Field::Qualifications};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

QString cellOf(const Participant &p, Field field, QDate heldOn)
{
    switch (field) {
    case Field::Role:
        return tidy(p.role);
    case Field::Affiliation:
        return tidy(p.affiliation);
    case Field::AffiliationType:
        return tidy(p.affiliationType);
    case Field::Title:
        return tidy(p.title);
    case Field::Prefecture:
        return tidy(p.prefecture);
    case Field::Municipality:
        return tidy(p.municipality);
    case Field::Area:
        return tidy(p.area);
    case Field::Centre:
        return tidy(p.centre);
    case Field::Experience:
        return experienceBandAt(p, heldOn);
    case Field::Qualifications:
        return tidy(p.qualifications);
    default:
        return {};
    }
}

/// Why somebody who came in has no place at a table; empty for those who are only invited, waiting or turned
/// down: they do not come at all.
QString leftOutBecause(const Participant &p)
{
    if (p.state != Participant::State::Accepted && !p.walkIn)
        return {};
    if (p.part != Participant::Part::Learner)
        return partText(p.part);
    return p.attendance == Participant::Attendance::Absent ? attendanceText(p.attendance)
                                                           : Texts::tr("オンライン");
}

/// Pairs of whom both are to be seated.
std::vector<PlannedPair> presentPairs(const std::vector<PlannedPair> &pairs, const QSet<QString> &words)
{
    std::vector<PlannedPair> present;
    std::ranges::copy_if(pairs, std::back_inserter(present), [&](const PlannedPair &pair) {
        return words.contains(pair.first) && words.contains(pair.second) && pair.first != pair.second;
    });
    return present;
}

/// A plan that fits these people: nobody named who does not come, no rule about what is not known of anybody.
GroupPlan fittingPlan(const GroupPlan &plan, const WorkshopPeople &people)
{
    GroupPlan fitting = plan;
    QSet<QString> words;
    for (const WorkshopPeople::Person &person : people.people)
        words.insert(participantWord(person.participant));
    fitting.together = presentPairs(plan.together, words);
    fitting.apart = presentPairs(plan.apart, words);
    std::erase_if(fitting.fixed, [&](const PlannedSeat &seat) { return !words.contains(seat.person); });
    for (PlannedRule &rule : fitting.rules) {
        const bool lastTime = rule.kind == GroupRule::Kind::NotAgain;
        const int column = people.column(!rule.column.isEmpty() ? rule.column
                                         : lastTime             ? kLastTable.toString()
                                                                : fieldName(Field::Role));
        const auto isKnown = [&](const WorkshopPeople::Person &person) {
            return !person.cells.value(column).isEmpty();
        };
        // Who is needed and is not there at all makes a rule that cannot hold: that is worth knowing.
        rule.off = rule.off || (rule.kind != GroupRule::Kind::AtLeast &&
                                (column < 0 || std::ranges::none_of(people.people, isKnown)));
    }
    return fitting;
}

Result<PlannedGroups> finished(Result<PlannedGroups> planned, const std::vector<Problem> &problems)
{
    if (planned && !problems.empty())
        return std::unexpected(
            Error{ErrorCode::BadFormat, problems.front().message, {}, {}, problems.front().cell, {}});
    return planned;
}

} // namespace

int WorkshopGroups::personOf(qint64 id) const
{
    const auto found = std::ranges::find(people.people, id, &WorkshopPeople::Person::participant);
    return found == people.people.end() ? -1 : static_cast<int>(found - people.people.begin());
}

const Participant *WorkshopGroups::participant(qint64 id) const
{
    const auto found = std::ranges::find(participants, id, &Participant::id);
    return found == participants.end() ? nullptr : &*found;
}

std::vector<GroupRoles> WorkshopGroups::roles() const
{
    return groupRoles(people, group, groups(), duties);
}

std::vector<qint64> WorkshopGroups::missing() const
{
    QSet<qint64> sitting;
    for (const WorkshopPeople::Person &person : people.people)
        sitting.insert(person.participant);
    std::vector<qint64> missing;
    for (const GroupSeat &seat : seating.seats) {
        if (!sitting.contains(seat.participant))
            missing.push_back(seat.participant);
    }
    return missing;
}

std::vector<int> WorkshopGroups::unseated() const
{
    std::vector<int> without;
    for (int person = 0; person < static_cast<int>(group.size()); ++person) {
        if (group[at(person)] < 0)
            without.push_back(person);
    }
    return without;
}

WorkshopPeople workshopPeople(const std::vector<Participant> &participants, QDate heldOn,
                              const QHash<qint64, QString> &lastTables)
{
    WorkshopPeople people;
    people.columns = {fieldName(Field::Number), fieldName(Field::Name), fieldName(Field::Kana)};
    for (const Field field : kColumns)
        people.columns << fieldName(field);
    people.columns << kTakingPart.toString() << kLastTable.toString();
    for (const Participant &each : participants) {
        WorkshopPeople::Person person{.number = each.number, .name = each.name, .kana = each.kana};
        person.participant = each.id;
        person.cells = {each.number, each.name, each.kana};
        for (const Field field : kColumns)
            person.cells << cellOf(each, field, heldOn);
        person.cells << partText(each.part) << lastTables.value(each.id);
        if (each.sitsInGroup())
            people.people.push_back(std::move(person));
        else if (const QString why = leftOutBecause(each); !why.isEmpty())
            people.leftOut.push_back({std::move(person), why});
    }
    return people;
}

Result<QHash<qint64, QString>> lastTables(Document &document, const std::vector<Participant> &participants,
                                          qint64 earlier)
{
    QHash<qint64, QString> tables;
    if (earlier == 0)
        return tables;
    TANE_TRY(const std::optional<GroupSeating> seating, groupsInUse(document, earlier));
    if (!seating)
        return tables;
    TANE_TRY(const std::vector<Participant> before, participantsOf(document, earlier));
    QHash<qint64, qint64> byPerson;
    std::map<QString, std::vector<const Participant *>> byName;
    for (const Participant &each : before) {
        if (each.person != 0)
            byPerson.insert(each.person, each.id);
        byName[foldName(each.name)].push_back(&each);
    }
    QHash<QString, int> bearers;
    for (const Participant &each : participants)
        ++bearers[foldName(each.name)];
    const auto formerOf = [&](const Participant &each) -> qint64 {
        if (each.person != 0 && byPerson.contains(each.person))
            return byPerson.value(each.person);
        const auto named = byName.find(foldName(each.name));
        if (named == byName.end() || named->second.size() != 1 || bearers.value(foldName(each.name)) != 1)
            return 0;
        const Participant &former = *named->second.front();
        const bool otherPerson = each.person != 0 && former.person != 0;
        const bool otherReading =
            !each.kana.isEmpty() && !former.kana.isEmpty() && foldText(each.kana) != foldText(former.kana);
        return otherPerson || otherReading ? 0 : former.id;
    };
    for (const Participant &each : participants) {
        const GroupSeat *seat = seating->seatOf(formerOf(each));
        if (seat != nullptr)
            tables.insert(each.id, QString::number(seat->number));
    }
    return tables;
}

namespace {

Result<WorkshopGroups> groupsOf(Document &document, GroupSeating seating)
{
    WorkshopGroups groups;
    groups.seating = std::move(seating);
    const GroupDraft &stored = groups.seating.draft;
    TANE_TRY(groups.participants, participantsOf(document, stored.workshop));
    TANE_TRY(const Workshop workshop, WorkshopRepository(document).load(stored.workshop));
    TANE_TRY(const auto tables, lastTables(document, groups.participants, stored.earlier));
    groups.people = workshopPeople(groups.participants, workshop.heldOn, tables);
    if (stored.rules.isEmpty()) {
        groups.plan = presetPlan(GroupPreset::Mixed);
    } else {
        TANE_TRY(groups.plan, parseGroupPlan(stored.rules.toUtf8(), stored.title));
    }
    QHash<qint64, const GroupSeat *> seats;
    for (const GroupSeat &seat : groups.seating.seats)
        seats.insert(seat.participant, &seat);
    for (const WorkshopPeople::Person &person : groups.people.people) {
        const GroupSeat *seat = seats.value(person.participant);
        groups.group.push_back(seat != nullptr ? seat->number - 1 : -1);
        groups.duties.push_back(seat != nullptr ? seat->duty : GroupDuty::Automatic);
        groups.pinned.push_back(seat != nullptr && seat->pinned);
    }
    return groups;
}

} // namespace

Result<WorkshopGroups> loadWorkshopGroups(Document &document, qint64 draft)
{
    TANE_TRY(GroupSeating seating, loadGroupSeating(document, draft));
    return groupsOf(document, std::move(seating));
}

Result<WorkshopGroups> newWorkshopGroups(Document &document, qint64 workshop)
{
    GroupSeating seating;
    seating.draft.workshop = workshop;
    return groupsOf(document, std::move(seating));
}

Result<PlannedGroups> plannedGroups(const WorkshopGroups &groups)
{
    if (groups.people.people.empty())
        return fail(ErrorCode::Usage,
                    Texts::tr("班に入る方がまだいません。参加者の受講を決めると、班を作れます。"));
    std::vector<Problem> problems;
    const GroupPlan plan = fittingPlan(groups.plan, groups.people);
    TANE_TRY(PlannedGroups planned, finished(planGroups(plan, groups.people, problems), problems));
    GroupProblem &problem = planned.problem;
    for (std::size_t person = 0; person < groups.group.size(); ++person) {
        if (!groups.pinned[person] || groups.group[person] < 0)
            continue;
        if (groups.group[person] >= problem.groups)
            return fail(ErrorCode::Usage, Texts::tr("%1さんの席は%2班に固定されていますが、今の条件では%"
                                                    "3班までです。固定を外すか、班の数を決めてください。")
                                              .arg(problem.members[person].name)
                                              .arg(groups.group[person] + 1)
                                              .arg(problem.groups));
        problem.members[person].fixedGroup = groups.group[person];
    }
    return planned;
}

int JudgedGroups::memberOf(int person) const
{
    const auto found = std::ranges::lower_bound(members, person);
    return found != members.end() && *found == person ? static_cast<int>(found - members.begin()) : -1;
}

Result<JudgedGroups> judgeGroups(const WorkshopGroups &groups)
{
    JudgedGroups judged;
    WorkshopPeople &seated = judged.people;
    seated = groups.people;
    seated.people.clear();
    std::vector<int> group, sizes(at(groups.groups()));
    for (int person = 0; person < static_cast<int>(groups.group.size()); ++person) {
        const int here = groups.group[at(person)];
        if (here < 0)
            continue;
        judged.members.push_back(person);
        seated.people.push_back(groups.people.people[at(person)]);
        group.push_back(here);
        ++sizes[at(here)];
    }
    if (group.empty())
        return judged;
    GroupShape shape{groups.groups(), std::ranges::min(sizes), std::ranges::max(sizes)};
    shape.smallest = std::min(shape.smallest, groups.plan.smallest.value_or(shape.smallest));
    shape.largest = std::max(shape.largest, groups.plan.largest.value_or(shape.largest));
    std::vector<Problem> problems;
    TANE_TRY(PlannedGroups planned,
             finished(planGroups(fittingPlan(groups.plan, seated), seated, shape, problems), problems));
    judged.problem = std::move(planned.problem);
    judged.planned = std::move(planned.planned);
    for (std::size_t member = 0; member < judged.members.size(); ++member) {
        if (groups.pinned[at(judged.members[member])])
            judged.problem.members[member].fixedGroup = group[member];
    }
    judged.grouping = judgeSeating(judged.problem, group);
    judged.qualities = ruleQualities(judged.problem, judged.grouping);
    return judged;
}

Result<Repair> repairWorkshopGroups(const WorkshopGroups &groups, const SolveOptions &options,
                                    const Progress &progress)
{
    constexpr int usualSmallest = 5, usualLargest = 6; // 002: groups of five to six
    std::vector<int> sizes(at(groups.groups()));
    for (const GroupSeat &seat : groups.seating.seats)
        ++sizes[at(seat.number - 1)];
    if (sizes.empty())
        return fail(ErrorCode::Usage, Texts::tr("席が決まっている方がいません。先に班を作ってください。"));
    // What the officer chose by hand is kept to: a group of seven that was there before is no reason to move.
    GroupShape shape{groups.groups(), groups.plan.smallest.value_or(usualSmallest),
                     groups.plan.largest.value_or(usualLargest)};
    const GroupShape wished = shape;
    shape.smallest = std::min(shape.smallest, std::ranges::min(sizes));
    shape.largest = std::max(shape.largest, std::ranges::max(sizes));
    std::vector<Problem> problems;
    TANE_TRY(PlannedGroups planned,
             finished(planGroups(fittingPlan(groups.plan, groups.people), groups.people, shape, problems),
                      problems));
    planned.problem.current = groups.group;
    for (std::size_t person = 0; person < groups.group.size(); ++person) {
        if (groups.pinned[person] && groups.group[person] >= 0)
            planned.problem.members[person].fixedGroup = groups.group[person];
    }
    TANE_TRY(Repair repair, repairGroups(planned.problem, {}, options, progress));
    if (shape.smallest < wished.smallest || shape.largest > wished.largest)
        repair.notes.prepend(Texts::tr("これまでの班に合わせて、1班%1～%2人とみて直しています。")
                                 .arg(shape.smallest)
                                 .arg(shape.largest));
    return repair;
}

GroupPlan presetPlan(GroupPreset preset)
{
    GroupPlan plan;
    plan.rules = presetRules(preset, workshopPeople({}, {}, {}));
    rankInOrder(plan.rules);
    return plan;
}

void rankInOrder(std::vector<PlannedRule> &rules)
{
    int rank = 0;
    for (PlannedRule &rule : rules) {
        if (rule.rank == 0)
            continue;
        if (!rule.off)
            rank = std::min(rank + 1, kGroupRanks - 1);
        rule.rank = std::max(rank, 1);
    }
}

} // namespace tane
