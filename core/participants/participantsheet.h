#pragma once

// Private to the participants: they as the authors of answers, for the rules that answers are joined by.

#include "participants/applicantfield.h"
#include "people/storedresponses.h"

namespace tane {

/// AnswerSheet::id is the participant. Those whose number is empty have none.
[[nodiscard]] AnswerSheet participantSheet(const std::vector<Participant> &participants);
/// The same as stored answers, which belong to the people the participants are linked with.
[[nodiscard]] StoredResponses participantsAsAuthors(const std::vector<Participant> &participants);
/// What a field of an answer is called on an application; nothing for the time of the answer.
[[nodiscard]] std::optional<ApplicantField> applicantFieldOf(Field field);

} // namespace tane
