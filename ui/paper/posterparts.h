#pragma once

// Private to the poster sheet.

#include "paper/kitdrawing.h"

namespace tane::kitdrawing {

/// A millimetre of 四六判 on a sheet of this size.
[[nodiscard]] double unitOf(const QSizeF &size);
[[nodiscard]] QColor sceneColor(int scene);
/// The A3 sheets of a large one, row by row, with cut marks, overlaps and their places in words.
[[nodiscard]] std::vector<PaperDrawing> tilesOf(const PaperDrawing &poster, const Tiling &tiling);
/// The page of posterGuide().
[[nodiscard]] PaperDrawing drawPosterGuide(const QStringList &scenes, const PosterFrame &frame);

} // namespace tane::kitdrawing
