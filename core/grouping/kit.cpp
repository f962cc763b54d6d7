#include "grouping/kit.h"

#include "grouping/workshopgroups.h"
#include "programme/cycle.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Kit)
};

bool isExpected(const Participant &person)
{
    using State = Participant::State;
    if (person.attendance == Participant::Attendance::Absent)
        return false;
    if (person.walkIn || person.state == State::Accepted)
        return true;
    // Lecturers and observers are invited, not chosen.
    return person.part != Participant::Part::Learner &&
           (person.state == State::Invited || person.state == State::Applied);
}

KitPerson shown(const Participant &person)
{
    KitPerson shown;
    shown.participant = person.id;
    shown.number = person.number;
    shown.name = person.name;
    shown.kana = person.kana;
    shown.role = person.part == Participant::Part::Learner ? person.role : partText(person.part);
    for (const QString &place : {person.affiliation, person.centre, person.municipality})
        if (shown.place.isEmpty())
            shown.place = place;
    shown.title = person.title;
    shown.municipality = person.municipality;
    shown.part = person.part;
    shown.online = person.online;
    return shown;
}

bool byKana(const KitPerson &left, const KitPerson &right)
{
    const QString &a = left.kana.isEmpty() ? left.name : left.kana;
    const QString &b = right.kana.isEmpty() ? right.name : right.kana;
    return kanaLess(a, b);
}

/// Who moderates and who writes, as the page of the groups names them.
void assignDuties(Kit &kit, const std::vector<Participant> &participants, const GroupSeating &seating)
{
    const WorkshopPeople people = workshopPeople(participants, kit.workshop.heldOn, {});
    std::vector<int> group;
    std::vector<GroupDuty> duties;
    for (const WorkshopPeople::Person &person : people.people) {
        const GroupSeat *seat = seating.seatOf(person.participant);
        group.push_back(seat != nullptr ? seat->number - 1 : -1);
        duties.push_back(seat != nullptr ? seat->duty : GroupDuty::Automatic);
    }
    const auto roles = groupRoles(people, group, static_cast<int>(kit.groups.size()), duties);
    const auto is = [&people](int person, const KitPerson &member) {
        return person >= 0 &&
               people.people[static_cast<std::size_t>(person)].participant == member.participant;
    };
    for (std::size_t i = 0; i < kit.groups.size(); ++i)
        for (KitPerson &member : kit.groups[i].members) {
            member.facilitator = is(roles[i].facilitator, member);
            member.scribe = is(roles[i].scribe, member);
        }
}

void sortMembers(KitGroup &group)
{
    std::ranges::stable_sort(group.members, [](const KitPerson &a, const KitPerson &b) {
        const auto place = [](const KitPerson &person) {
            return person.facilitator ? 0 : person.scribe ? 1 : 2;
        };
        return place(a) != place(b) ? place(a) < place(b) : byKana(a, b);
    });
}

void fillPeople(Kit &kit, const std::vector<Participant> &participants,
                const std::optional<GroupSeating> &seating)
{
    if (seating) {
        kit.draft = seating->draft.id;
        for (int number = 1; number <= seating->groups(); ++number)
            kit.groups.push_back({number, seating->groupTitle(number), {}});
    }
    for (const Participant &person : participants) {
        if (!isExpected(person))
            continue;
        KitPerson each = shown(person);
        const GroupSeat *seat = seating && person.sitsInGroup() ? seating->seatOf(person.id) : nullptr;
        if (seat == nullptr) {
            kit.others.push_back(each);
            continue;
        }
        each.group = seat->number;
        each.changed = seat->printed != seat->number;
        kit.groups.at(static_cast<std::size_t>(seat->number) - 1).members.push_back(each);
    }
    if (seating)
        assignDuties(kit, participants, *seating);
    for (KitGroup &group : kit.groups)
        sortMembers(group);
    std::ranges::stable_sort(kit.others, byKana);
}

/// A reading without what only tells words of the same letters apart.
QString plainKana(const QString &kana)
{
    static const QString small = QStringLiteral("ぁぃぅぇぉっゃゅょゎ"),
                         large = QStringLiteral("あいうえおつやゆよわ");
    QString plain;
    for (const QChar letter : kana.normalized(QString::NormalizationForm_KD)) {
        char16_t c = letter.unicode();
        if (c == 0x3099 || c == 0x309A || letter.isSpace() || c == 0x30FC)
            continue;
        if (c >= 0x30A1 && c <= 0x30F6)
            c = static_cast<char16_t>(c - 0x60); // katakana to hiragana
        const qsizetype at = small.indexOf(QChar(c));
        plain += at < 0 ? QChar(c) : large.at(at);
    }
    return plain;
}

} // namespace

const KitPerson *KitGroup::facilitator() const
{
    const auto found = std::ranges::find(members, true, &KitPerson::facilitator);
    return found != members.end() ? &*found : nullptr;
}

const KitPerson *KitGroup::scribe() const
{
    const auto found = std::ranges::find(members, true, &KitPerson::scribe);
    return found != members.end() ? &*found : nullptr;
}

std::vector<KitPerson> Kit::everybody() const
{
    std::vector<KitPerson> all = others;
    for (const KitGroup &group : groups)
        all.insert(all.end(), group.members.begin(), group.members.end());
    std::ranges::stable_sort(all, byKana);
    return all;
}

int Kit::seated() const
{
    std::size_t sum = 0;
    for (const KitGroup &group : groups)
        sum += group.members.size();
    return static_cast<int>(sum);
}

Result<Kit> loadKit(Document &document, qint64 workshop)
{
    Kit kit;
    TANE_TRY(kit.workshop, WorkshopRepository(document).load(workshop));
    TANE_TRY(kit.prefecture, WorkshopRepository(document).prefecture());
    if (kit.workshop.programme != 0) {
        TANE_TRY(const Programme programme, RecordTable<Programme>(document).load(kit.workshop.programme));
        kit.programme = programme.title;
    }
    TANE_TRY(kit.timetable, timetableOf(document, workshop));
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    TANE_TRY(const std::optional<GroupSeating> seating, groupsInUse(document, workshop));
    fillPeople(kit, participants, seating);
    return kit;
}

Result<> markPrinted(Document &document, const Kit &kit, const std::vector<qint64> &people)
{
    return document.perform(Texts::tr("名札を印刷済みにする"), [&](Database &database) -> Result<> {
        for (const KitGroup &group : kit.groups)
            for (const KitPerson &member : group.members) {
                if (std::ranges::find(people, member.participant) == people.end() || !member.changed)
                    continue;
                TANE_TRY(Statement statement,
                         database.prepare(QStringLiteral("UPDATE group_seat SET printed = ? "
                                                         "WHERE draft = ? AND participant = ?")));
                TANE_CHECK(statement.bind(static_cast<qint64>(member.group))
                               .bind(kit.draft)
                               .bind(member.participant)
                               .run());
            }
        return {};
    });
}

bool kanaLess(const QString &left, const QString &right)
{
    const QString a = plainKana(left), b = plainKana(right);
    return a != b ? a < b : left < right;
}

QString kanaRow(const QString &kana)
{
    static const QString first = QStringLiteral("あかさたなはまやらわ");
    const QString plain = plainKana(kana);
    if (plain.isEmpty() || plain.front() < first.front() || plain.front() > QChar(0x3093))
        return Texts::tr("他");
    qsizetype row = 0;
    while (row + 1 < first.size() && first.at(row + 1) <= plain.front())
        ++row;
    return first.sliced(row, 1);
}

} // namespace tane
