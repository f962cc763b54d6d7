#pragma once

#include "storage/document.h"

#include <QHash>

namespace tane {

/// For the answers of a workshop (any wave) whose person is in the register: how many half steps of the skill
/// ladder she rose from the last assessment up to the day of the workshop to the last one after it; negative
/// when she fell. Who was not assessed both times is not in it.
[[nodiscard]] Result<QHash<qint64, int>> levelMoves(Document &document, qint64 workshop);

} // namespace tane
