#pragma once

#include "people/personroles.h"

#include <unordered_map>

namespace tane {

/// Coordinators who work for a municipality or a centre on a day, for all of them in one pass.
struct CoordinatorCounts
{
    std::unordered_map<qint64, int> byMunicipality;
    std::unordered_map<qint64, int> byCentre;
};
[[nodiscard]] CoordinatorCounts countCoordinators(const Registry &registry, QDate on);

/// The sum of what the centres of a municipality say; nothing while none of them says a number.
[[nodiscard]] std::optional<int> statedCoordinators(const std::vector<const Centre *> &centres, QDate on);
/// "2", or "2（3）" when the centres say another number; empty when there is neither.
[[nodiscard]] QString coordinatorsText(int registered, const std::optional<int> &stated);

} // namespace tane
