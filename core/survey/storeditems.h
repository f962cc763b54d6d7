#pragma once

#include "base/progress.h"
#include "storage/database.h"
#include "survey/answersheet.h"
#include "survey/questionnaire.h"

#include <vector>

namespace tane {

/// Row ids of a questionnaire's items, in the order of Questionnaire::items(); empty when it is not stored.
[[nodiscard]] Result<std::vector<qint64>> storedItemIds(Database &database, qint64 questionnaire);

/// Adds the rows of a questionnaire and gives its id.
[[nodiscard]] Result<qint64> insertQuestionnaire(Database &database, const Questionnaire &questionnaire);
/// Makes the rows of a stored one say this: items of the same code keep their rows, and what refers to them.
/// `formerCodes`: of items that are called otherwise now, by their new code.
[[nodiscard]] Result<> updateQuestionnaire(Database &database, qint64 id, const Questionnaire &questionnaire,
                                           const QHash<QString, QString> &formerCodes = {});

/// Adds the people of a sheet to an import. `items`: see storedItemIds. Blank answers are not stored.
[[nodiscard]] Result<> insertPeople(Database &database, qint64 batch, const AnswerSheet &sheet,
                                    const std::vector<qint64> &items, const Progress &progress = {});
/// Adds an import without people and gives its id.
[[nodiscard]] Result<qint64> insertBatch(Database &database, qint64 workshop, qint64 questionnaire, Wave wave,
                                         const QString &source);

} // namespace tane
