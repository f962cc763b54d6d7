#pragma once

#include "storage/document.h"
#include "survey/answersheet.h"
#include "survey/linking.h"

#include <unordered_map>

namespace tane {

/// Answers of a workshop as they are stored, all waves in one sheet (AnswerSheet::id is the response), and
/// whose they are already.
struct StoredResponses
{
    AnswerSheet sheet;                    ///< fields only, no marks
    std::vector<QString> waves;           ///< by person of the sheet: the stored word
    std::vector<qint64> belongTo;         ///< by person of the sheet; 0 = nobody
    std::unordered_map<qint64, int> rows; ///< by response
    [[nodiscard]] int indexOf(qint64 response) const
    {
        const auto found = rows.find(response);
        return found == rows.end() ? -1 : found->second;
    }
};
[[nodiscard]] Result<StoredResponses> storedResponses(Document &document, qint64 workshop);

/// Responses of before and after that the survey's linking counts as one person's.
struct JoinedResponses
{
    std::vector<std::pair<qint64, qint64>> pairs; ///< before, after
    std::vector<std::vector<qint64>> twice;       ///< somebody's answers to one wave
};
/// Nothing joined when the workshop has no questionnaire.
[[nodiscard]] Result<JoinedResponses> joinedResponses(Document &document, qint64 workshop);

} // namespace tane
