#pragma once

#include "chart/chartspec.h"
#include "paper/palette.h"
#include "paper/paperdrawing.h"

#include <QRectF>
#include <QSizeF>

class QPainter;

namespace tane {

struct ChartPaperOptions
{
    double widthMm = 160; ///< at least 60
    bool captions = true; ///< figure number and title above, note and reading below
    Scheme scheme = Scheme::Paper;
    bool colour = true; ///< false: greys only; the patterns are there either way
};

/// The chart laid out in millimetres. Its width is that of the options, its height follows from the content:
/// labels wrap and are never cut, each category gets the room it needs.
[[nodiscard]] PaperDrawing chartDrawing(const ChartSpec &spec, const ChartPaperOptions &options);

[[nodiscard]] QSizeF chartSizeMm(const ChartSpec &spec, const ChartPaperOptions &options);

/// Draws the chart into `mm`, with the painter's unit being a millimetre; scaled down evenly where it would
/// not fit, nothing is drawn outside. The background is left as it is.
void paintChart(QPainter &painter, const QRectF &mm, const ChartSpec &spec, const ChartPaperOptions &options);

} // namespace tane
