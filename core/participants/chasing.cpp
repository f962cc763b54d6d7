// Who has answered, who has not, and who was reminded.
#include "participants/chasing.h"

#include "survey/storedwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Chasing)
};

} // namespace

std::vector<RecordColumn<Reminder>> RecordSchema<Reminder>::columns()
{
    return {referenceColumn("participant", &Reminder::participant),
            wordColumn("wave", &Reminder::wave, kWaveWords),
            recordColumn("reminded_on", &Reminder::remindedOn)};
}

bool ChasingState::isAsked(const Participant &participant, Wave wave) const
{
    const bool takesPart = participant.state == Participant::State::Accepted || participant.walkIn;
    return participant.part == Participant::Part::Learner && takesPart &&
           (wave == Wave::Before ? !participant.walkIn
                                 : participant.attendance != Participant::Attendance::Absent);
}

std::vector<ResponseRate> ChasingState::rates(Wave wave, RateBy by) const
{
    std::vector<ResponseRate> rates;
    for (const Participant &participant : participants) {
        if (!isAsked(participant, wave))
            continue;
        const QString value = by == RateBy::Role           ? participant.role
                              : by == RateBy::Municipality ? participant.municipality
                                                           : QString();
        auto rate = std::ranges::find(rates, value, &ResponseRate::value);
        if (rate == rates.end())
            rate = rates.insert(rates.end(), {value, 0, 0, 0});
        ++rate->asked;
        if (answered.surely.value(participant.id).has(wave))
            ++rate->answered;
        else if (answered.maybe.value(participant.id).has(wave))
            ++rate->maybe;
    }
    if (by == RateBy::All && rates.empty())
        rates.push_back({});
    // Without a role or municipality last.
    std::ranges::stable_partition(
        rates, [&](const ResponseRate &rate) { return by == RateBy::All || !rate.value.isEmpty(); });
    return rates;
}

std::vector<const Participant *> ChasingState::missing(Wave wave) const
{
    std::vector<const Participant *> people;
    for (const Participant &participant : participants)
        if (isAsked(participant, wave) && !answered.surely.value(participant.id).has(wave) &&
            !answered.maybe.value(participant.id).has(wave))
            people.push_back(&participant);
    return people;
}

std::vector<const Participant *> ChasingState::undecided(Wave wave) const
{
    std::vector<const Participant *> people;
    for (const Participant &participant : participants)
        if (isAsked(participant, wave) && !answered.surely.value(participant.id).has(wave) &&
            answered.maybe.value(participant.id).has(wave))
            people.push_back(&participant);
    return people;
}

QDate ChasingState::lastReminded(qint64 participant, Wave wave) const
{
    QDate last;
    for (const Reminder &reminder : reminders)
        if (reminder.participant == participant && reminder.wave == wave &&
            (!last.isValid() || reminder.remindedOn > last))
            last = reminder.remindedOn;
    return last;
}

Result<ChasingState> loadChasing(Document &document, qint64 workshop)
{
    ChasingState state;
    TANE_TRY(state.workshop, WorkshopRepository(document).load(workshop));
    TANE_TRY(state.participants, participantsOf(document, workshop));
    TANE_TRY(state.answered, answeredWaves(document, workshop));
    TANE_TRY(const std::vector<Reminder> reminders, RecordTable<Reminder>(document).all());
    QSet<qint64> here;
    for (const Participant &participant : state.participants)
        here.insert(participant.id);
    std::ranges::copy_if(reminders, std::back_inserter(state.reminders),
                         [&](const Reminder &reminder) { return here.contains(reminder.participant); });
    return state;
}

Result<int> recordReminders(Document &document, const std::vector<qint64> &participants, Wave wave, QDate on)
{
    const QString label = Texts::tr("督促の記録");
    int recorded = 0;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<Reminder> table(document);
        for (const qint64 participant : participants) {
            TANE_TRY(const std::vector<Reminder> known,
                     table.all(QStringLiteral("participant"), participant));
            const bool there = std::ranges::any_of(
                known, [&](const Reminder &one) { return one.wave == wave && one.remindedOn == on; });
            if (there)
                continue;
            const auto added = table.add({0, participant, wave, on}, label);
            if (!added)
                return std::unexpected(added.error());
            ++recorded;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return recorded;
}

} // namespace tane
