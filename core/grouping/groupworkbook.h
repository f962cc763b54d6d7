#pragma once

#include "grouping/groupconflicts.h"
#include "grouping/grouppeople.h"
#include "grouping/groupsolver.h"

namespace tane {

/// Everything a workbook of groups tells.
struct GroupReport
{
    const WorkshopPeople &people;
    const GroupProblem &problem;
    const Grouping &grouping;
    const Conflict &conflict;
    QStringList notes; ///< how the number of groups came about, columns that are missing
    std::uint64_t seed = 1;
    std::vector<GroupDuty> duties = {}; ///< by person, as the officer decided; empty: automatic
    QStringList titles = {};            ///< of the groups; empty: "1班", "2班" …
};

/// 「これより良い班分けはありません」, or up to which rank that is proven.
[[nodiscard]] QString provenText(const Grouping &grouping);
/// For groups of fewer than two municipal officers: who takes 進行 and who 書記; one sentence a group.
[[nodiscard]] QStringList missingOfficers(const GroupReport &report);
/// Rules that are not kept in full, and why; empty when all are.
[[nodiscard]] QStringList unmetRules(const GroupReport &report);

/// Writes 班分け (printable, A4 landscape), 名簿, 評価, 理由 and 満たせない条件. Errors: CannotWrite; the
/// target is whole or untouched.
[[nodiscard]] Result<> writeGroupWorkbook(const QString &path, const GroupReport &report);

} // namespace tane
