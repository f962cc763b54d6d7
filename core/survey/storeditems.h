#pragma once

#include "storage/database.h"

#include <vector>

namespace tane {

/// Row ids of a questionnaire's items, in the order of Questionnaire::items(); empty when it is not stored.
[[nodiscard]] Result<std::vector<qint64>> storedItemIds(Database &database, qint64 questionnaire);

} // namespace tane
