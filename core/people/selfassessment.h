#pragma once

#include "people/registry.h"
#include "survey/answersheet.h"

namespace tane {

/// One workbook for a coordinator to say herself which behaviours she shows: drop-downs (はい / ときどき /
/// いいえ), evidence, next action; protected but for the answers, with a hidden identification, fits A4. The
/// file name is the caller's.
[[nodiscard]] Result<> writeSelfAssessment(const QString &path, const Registry &registry,
                                           const PersonRecord &person);
/// One for each person into a folder, named by number ("自己評価-012.xlsx"), never by name. Gives how many.
[[nodiscard]] Result<int> writeSelfAssessments(const QString &folder, const Registry &registry,
                                               const std::vector<const PersonRecord *> &people);

struct ReadSelfAssessments
{
    std::vector<Assessment> assessments; ///< not stored yet; level is the proposal, assessor Self
    std::vector<Problem> problems;
};
/// A returned workbook or a folder of them, however renamed. Those already stored (same person and day) come
/// as problems.
[[nodiscard]] Result<ReadSelfAssessments> readSelfAssessments(Document &document, const Registry &registry,
                                                              const QString &path);

} // namespace tane
