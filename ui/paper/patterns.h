#pragma once

#include "chart/chartspec.h"
#include "paper/palette.h"
#include "paper/paperdrawing.h"

#include <vector>

namespace tane {

/// Fillings that stay apart in black and white and on a photocopy.
enum class Pattern { Flat, Hatch, Dots, BackHatch, Cross, Bars };

/// How one series is filled.
struct SeriesInk
{
    Pattern pattern = Pattern::Flat;
    QColor ground; ///< below the pattern
    QColor ink;    ///< of the pattern
};

/// One for each series, by its role: up is hatched, stay is plain grey, down is dotted, a step of a ladder
/// plain in its tone. Plain series, and a
/// second one of a role, take what is left, in their order. Without `colour` all inks are greys.
[[nodiscard]] std::vector<SeriesInk> seriesInks(const std::vector<ChartSeries> &series, Scheme scheme,
                                                bool colour);

/// Fills the area and nothing beside it: stripes are cut to the area geometrically, dots lie wholly inside.
void drawPattern(PaperDrawing &drawing, const QRectF &area, const SeriesInk &ink);

} // namespace tane
