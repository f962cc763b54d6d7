#pragma once

#include "participants/participantlinks.h"
#include "programme/workshop.h"

namespace tane {

/// Somebody who was reminded of an answer.
struct Reminder
{
    qint64 id = 0;
    qint64 participant = 0;
    Wave wave = Wave::Before;
    QDate remindedOn;
    friend bool operator==(const Reminder &, const Reminder &) = default;
};
template<>
struct RecordSchema<Reminder>
{
    static QString table() { return QStringLiteral("reminder"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Reminder>> columns();
};

/// How many of those who are asked have answered.
struct ResponseRate
{
    QString value; ///< of the group: a role, a municipality; empty for all
    int asked = 0, answered = 0;
    int maybe = 0; ///< of those not counted: an answer that may be theirs waits for a decision
};
enum class RateBy { All, Role, Municipality };

/// Everything about who has answered, loaded at once.
struct ChasingState
{
    Workshop workshop;
    std::vector<Participant> participants;
    AnsweredWaves answered;
    std::vector<Reminder> reminders;

    /// Who is asked in a wave: learners who are accepted or walked in; after the workshop not those who were
    /// absent.
    [[nodiscard]] bool isAsked(const Participant &participant, Wave wave) const;
    [[nodiscard]] std::vector<ResponseRate> rates(Wave wave, RateBy by) const;
    /// Who is asked and has surely not answered, in the order they came in. Somebody whose answer may be
    /// there is left out: nobody is reminded after answering.
    [[nodiscard]] std::vector<const Participant *> missing(Wave wave) const;
    /// Left out of missing() because an answer may be theirs.
    [[nodiscard]] std::vector<const Participant *> undecided(Wave wave) const;
    /// When somebody was last reminded; invalid when never.
    [[nodiscard]] QDate lastReminded(qint64 participant, Wave wave) const;
};
[[nodiscard]] Result<ChasingState> loadChasing(Document &document, qint64 workshop);

/// A draft of the reminder: what is asked, of which workshop, until when; ready to paste. `deadline` may be
/// invalid.
[[nodiscard]] QString reminderSubject(const Workshop &workshop, Wave wave);
[[nodiscard]] QString reminderText(const Workshop &workshop, Wave wave, QDate deadline,
                                   const QString &prefecture);
/// "a@example.jp; b@example.jp", each once; people without an address are left out.
[[nodiscard]] QString addressLine(const std::vector<const Participant *> &people);
/// A list for mail merge: number, name, address, affiliation, municipality, times reminded. Errors:
/// CannotWrite.
[[nodiscard]] Result<> writeMergeList(const ChasingState &state, Wave wave, const QString &path);
/// Notes that they were reminded on a day. One undo step; the same day twice is once.
[[nodiscard]] Result<int> recordReminders(Document &document, const std::vector<qint64> &participants,
                                          Wave wave, QDate on);

} // namespace tane
