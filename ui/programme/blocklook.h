#pragma once

#include "paper/palette.h"
#include "programme/timetable.h"

namespace tane {

/// The blocks of a timetable in the order they are offered.
[[nodiscard]] const std::vector<TimetableRow::Block> &allBlocks();
/// "Ⅰ 講義", "Ⅱ 事例", "Ⅲ グループワーク", "その他": for narrow places. The words carry the meaning, the
/// colour only helps the eye.
[[nodiscard]] QString blockShortTitle(TimetableRow::Block block);
/// Strong enough for a bar or an outline.
[[nodiscard]] QColor blockColor(TimetableRow::Block block, Scheme scheme);
/// Pale enough to write text on.
[[nodiscard]] QColor blockBackground(TimetableRow::Block block, Scheme scheme);

/// "6時間30分", "40分".
[[nodiscard]] QString durationText(int minutes);

} // namespace tane
