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

/// "コーディネーター\n名簿（配置数）": the head of a column of coordinatorsText().
[[nodiscard]] QString coordinatorsHead();
/// "2", the people of the register, or "2（3）" when the centres say another number; empty when there is
/// neither.
[[nodiscard]] QString coordinatorsText(int registered, const std::optional<int> &placed);

} // namespace tane
