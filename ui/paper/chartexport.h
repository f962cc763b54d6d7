#pragma once

#include "base/error.h"
#include "paper/chartpainter.h"

#include <QByteArray>
#include <QImage>

namespace tane {

/// The chart on its background, `dpi` dots to the inch (recorded in the image, so that it keeps its size in
/// Word). A null image when there is no memory for it.
[[nodiscard]] QImage chartImage(const ChartSpec &spec, const ChartPaperOptions &options, int dpi = 300);

/// PNG of 256 colours: a fifth of the size, and no difference to see in charts as ours.
[[nodiscard]] Result<QByteArray> chartPng(const ChartSpec &spec, const ChartPaperOptions &options,
                                          int dpi = 300);

/// Whether this build has chartSvg(): it needs Qt Svg.
inline constexpr bool kWritesSvg = TANE_SVG;

/// SVG in millimetres with all text as outlines, so that it looks the same without our fonts.
[[nodiscard]] Result<QByteArray> chartSvg(const ChartSpec &spec, const ChartPaperOptions &options);

/// PDF of one page, as large as the chart and a small margin; text stays text.
[[nodiscard]] Result<QByteArray> chartPdf(const ChartSpec &spec, const ChartPaperOptions &options);

} // namespace tane
