#pragma once

// Private to privacy: what stands about a person among the participants of workshops.

#include "people/privacy.h"

namespace tane {

/// Everything her participant rows say, with goals and homework.
[[nodiscard]] Result<std::vector<KnownFact>> participantFacts(Document &document, qint64 person);
/// Ids of her participant rows.
[[nodiscard]] Result<std::vector<qint64>> participantRows(Document &document, qint64 person);
/// Takes name, contact, workplace and words from her participant rows, and her goals and the notes to her
/// homework; role, municipality, experience and qualifications stay for statistics. The number becomes the
/// one her answers get.
[[nodiscard]] Result<> clearParticipantRows(Document &document, qint64 person, const QString &number);
/// Takes the rows away with everything that hangs on them.
[[nodiscard]] Result<> removeParticipantRows(Document &document, qint64 person);

} // namespace tane
