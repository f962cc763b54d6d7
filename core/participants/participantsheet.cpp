#include "participants/participantsheet.h"

namespace tane {

AnswerSheet participantSheet(const std::vector<Participant> &participants)
{
    AnswerSheet sheet;
    for (const Participant &participant : participants) {
        const int row = sheet.addPerson(participant.id, 0, 0);
        for (int i = 0; i < kFieldCount; ++i) {
            const auto field = applicantFieldOf(static_cast<Field>(i));
            const QString text = field ? applicantText(participant, *field) : QString();
            if (!text.isEmpty())
                sheet.setField(row, static_cast<Field>(i), sheet.store(text));
        }
    }
    return sheet;
}

StoredResponses participantsAsAuthors(const std::vector<Participant> &participants)
{
    StoredResponses authors;
    authors.sheet = participantSheet(participants);
    for (const Participant &participant : participants) {
        authors.rows.emplace(participant.id, static_cast<int>(authors.waves.size()));
        authors.waves.emplace_back();
        authors.belongTo.push_back(participant.person);
    }
    return authors;
}

std::optional<ApplicantField> applicantFieldOf(Field field)
{
    if (field == Field::AnsweredAt)
        return std::nullopt;
    return applicantFieldOf(fieldKey(field));
}

} // namespace tane
