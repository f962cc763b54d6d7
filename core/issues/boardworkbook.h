#pragma once

#include "issues/board.h"

namespace tane {

/// Writes boards as a workbook: 付箋の一覧 with a row for every note (board, scene, heading, note, kind) to
/// filter and sort, and 班と場面 with how many notes stand where. `title`: of the workshop. Error:
/// CannotWrite; the target is whole or untouched.
[[nodiscard]] Result<> writeBoardWorkbook(const QString &path, const std::vector<BoardContent> &boards,
                                          const QString &title);

} // namespace tane
