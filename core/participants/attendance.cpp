#include "participants/attendance.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct AttendanceTexts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Attendance)
};

using Attendance = Participant::Attendance;
using State = Participant::State;

void count(AttendanceCount &into, const Participant &person)
{
    switch (person.attendance) {
    case Attendance::Late:
        ++into.late;
        [[fallthrough]];
    case Attendance::Present:
        ++into.present;
        break;
    case Attendance::Absent:
        ++into.absent;
        break;
    case Attendance::Open:
        ++into.open;
        break;
    }
}

/// "12" for "００12": numbers are given by voice and typed without their zeros.
QString plainNumber(const QString &number)
{
    QString plain = foldText(number);
    qsizetype zeros = 0;
    while (zeros + 1 < plain.size() && plain[zeros] == u'0')
        ++zeros;
    return plain.mid(zeros);
}

/// 0 is best; -1 does not fit.
int rankOf(const Participant &person, const QString &name, const QString &number)
{
    const QString hers = plainNumber(person.number);
    if (!number.isEmpty() && hers == number)
        return 0;
    const QString kana = foldName(person.kana), written = foldName(person.name);
    if (kana.startsWith(name) || written.startsWith(name))
        return 1;
    if (kana.contains(name) || written.contains(name))
        return 2;
    return !number.isEmpty() && foldText(person.number).contains(number) ? 3 : -1;
}

} // namespace

bool isExpected(const Participant &participant)
{
    return participant.state == State::Accepted || participant.walkIn;
}

AttendanceCount countAttendance(const std::vector<Participant> &people)
{
    AttendanceCount all;
    for (const Participant &person : people)
        if (isExpected(person))
            count(all, person);
    return all;
}

std::vector<AttendanceCount> attendanceByRole(const std::vector<Participant> &people)
{
    std::vector<AttendanceCount> counts;
    for (const Participant &person : people) {
        if (!isExpected(person))
            continue;
        const QString label = person.part != Participant::Part::Learner ? partText(person.part)
                              : person.role.isEmpty() ? AttendanceTexts::tr("立場の記入なし")
                                                      : person.role;
        auto found = std::ranges::find(counts, label, &AttendanceCount::label);
        if (found == counts.end()) {
            counts.push_back({.label = label});
            found = counts.end() - 1;
        }
        count(*found, person);
    }
    const QString none = AttendanceTexts::tr("立場の記入なし");
    std::ranges::stable_partition(counts, [&](const AttendanceCount &one) { return one.label != none; });
    return counts;
}

std::vector<int> findAttendees(const std::vector<Participant> &people, const QString &text)
{
    const QString name = foldName(text);
    std::vector<int> found;
    std::vector<int> ranks(people.size(), 0);
    const QString number = plainNumber(text);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (name.isEmpty() ? !isExpected(people[i]) : (ranks[i] = rankOf(people[i], name, number)) < 0)
            continue;
        found.push_back(static_cast<int>(i));
    }
    const auto before = [&](int left, int right) {
        const auto l = static_cast<std::size_t>(left), r = static_cast<std::size_t>(right);
        if (ranks[l] != ranks[r])
            return ranks[l] < ranks[r];
        if (isExpected(people[l]) != isExpected(people[r]))
            return isExpected(people[l]);
        const QString a = people[l].kana.isEmpty() ? people[l].name : people[l].kana;
        const QString b = people[r].kana.isEmpty() ? people[r].name : people[r].kana;
        return foldText(a) < foldText(b);
    };
    std::ranges::stable_sort(found, before);
    return found;
}

Result<> setAttendance(Document &document, qint64 participant, Attendance attendance)
{
    RecordTable<Participant> table(document);
    TANE_TRY(Participant person, table.load(participant));
    if (person.attendance == attendance)
        return {};
    person.attendance = attendance;
    const bool came = attendance == Attendance::Present || attendance == Attendance::Late;
    if (came && !isExpected(person)) {
        person.walkIn = person.state == State::Invited;
        person.state = State::Accepted;
    }
    const QString label = attendance == Attendance::Open
                              ? AttendanceTexts::tr("受付の取り消し")
                              : AttendanceTexts::tr("受付（%1）").arg(attendanceText(attendance));
    return table.update(person, label);
}

Participant walkInFrom(Participant participant, QDate today)
{
    participant.walkIn = true;
    participant.state = State::Accepted;
    participant.attendance = Attendance::Present;
    participant.appliedOn = today;
    return participant;
}

} // namespace tane
