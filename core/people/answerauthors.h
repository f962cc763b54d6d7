#pragma once

#include "storage/document.h"

namespace tane {

/// What an answer says about who gave it.
struct AnswerAuthor
{
    qint64 response = 0;
    QString wave; ///< "研修前", "研修後", "2～3か月後"
    QString name, kana, role, affiliation, municipality;
};
/// The answers of a workshop that belong to nobody of the register, in the order they were read.
[[nodiscard]] Result<std::vector<AnswerAuthor>> authorsWithoutPerson(Document &document, qint64 workshop);

/// How many answers of a workshop belong to nobody.
struct UnassignedAnswers
{
    qint64 workshop = 0;
    QString title;
    int answers = 0;
};
/// The workshops that have such answers, in the order they were added.
[[nodiscard]] Result<std::vector<UnassignedAnswers>> unassignedAnswers(Document &document);

/// How many people the register holds, without loading it.
[[nodiscard]] Result<int> countPeople(Document &document);

} // namespace tane
