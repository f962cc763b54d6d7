#pragma once

#include "participants/participant.h"
#include "people/registry.h"

namespace tane {

/// A new token for a participant's forms: 12 letters and digits that cannot be guessed.
[[nodiscard]] QString newParticipantToken();

/// Adds somebody by hand, with the next 受付番号 and a token where she has none. Gives the id. One undo step.
[[nodiscard]] Result<qint64> addParticipant(Document &document, const Participant &participant,
                                            const QString &label);
/// One undo step for all. Those that say what is stored already make none.
[[nodiscard]] Result<> updateParticipants(Document &document, const std::vector<Participant> &participants,
                                          const QString &label);
/// Changes a state of many in one undo step ("受講決定"). Gives how many changed.
[[nodiscard]] Result<int> setParticipantStates(Document &document, const std::vector<qint64> &participants,
                                               Participant::State state);
[[nodiscard]] Result<> removeParticipants(Document &document, const std::vector<qint64> &participants);

/// The number after the highest of a workshop, as wide as they are: "001", "002" …
[[nodiscard]] QString nextParticipantNumber(const std::vector<Participant> &participants);
/// Gives everybody without a number one, in the order they came in. Gives how many. One undo step.
[[nodiscard]] Result<int> numberParticipants(Document &document, qint64 workshop);

// People of the registers.

/// Who of the registers a participant may be.
struct PersonMatch
{
    qint64 participant = 0;
    qint64 person = 0;    ///< 0: nobody fits
    bool certain = false; ///< by e-mail nobody else has, or by folded name and workplace; else it is proposed
    QString why;
};
/// For participants of a workshop who are nobody of the registers yet; the rules are those of matchResponses.
[[nodiscard]] Result<std::vector<PersonMatch>> matchPeople(Document &document, const Registry &registry,
                                                           qint64 workshop);
/// One undo step for all. A person of 0 takes the link away.
[[nodiscard]] Result<> setParticipantPeople(Document &document, const std::vector<PersonMatch> &links);
/// Adds participants to the registers from what they wrote (who is surely there already is linked instead).
/// Gives how many people were added. One undo step.
[[nodiscard]] Result<int> addParticipantsToRegisters(Document &document, qint64 workshop,
                                                     const std::vector<qint64> &participants);

/// What is known of a person of the registers, as an invitation would say it.
[[nodiscard]] Participant participantFrom(const Registry &registry, const PersonRecord &person, QDate on);
/// Adds people of the registers who are not there yet, as 案内済み. Gives how many. One undo step.
[[nodiscard]] Result<int> inviteFromRegisters(Document &document, const Registry &registry, qint64 workshop,
                                              const std::vector<qint64> &people);
/// Makes participants of those who answered, for a workshop that was run without them: accepted, present
/// when they answered after it, their answers linked. Gives how many. One undo step.
[[nodiscard]] Result<int> participantsFromAnswers(Document &document, qint64 workshop);

} // namespace tane
