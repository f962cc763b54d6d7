#pragma once

#include "exchange/docxwriter.h"

namespace tane {

/// A chart as a picture for a Word document: 300 dpi, 160 mm wide, without caption, note and reading (those
/// are text there).
[[nodiscard]] Result<RenderedFigure> renderFigure(const ChartSpec &chart);

} // namespace tane
