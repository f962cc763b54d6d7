#pragma once

#include "survey/surveyrepository.h"

namespace tane {

/// A pair whose role is not the same before and after.
struct ChangedRole
{
    qint64 response = 0; ///< her answer before
    QString name;
    QString before, after; ///< as written
    QString counted;       ///< the role she counts with, by decision; empty: the one before, by rule
    friend bool operator==(const ChangedRole &, const ChangedRole &) = default;
};
/// In the order of the answers before. Spellings of one role are no change, and nobody is listed whose role
/// is known only once.
[[nodiscard]] Result<std::vector<ChangedRole>> changedRoles(Document &document, const SurveyState &state);

/// What the officer decided, by response.
[[nodiscard]] Result<QHash<qint64, QString>> roleDecisions(Document &document, qint64 workshop);
/// She counts with this role from now on; an empty one leaves it to the rule. One undo step.
[[nodiscard]] Result<> decideRole(Document &document, qint64 response, const QString &role);
/// The sheet with the roles that were decided.
[[nodiscard]] AnswerSheet withRoles(const AnswerSheet &sheet, const QHash<qint64, QString> &roles);

} // namespace tane
