#pragma once

#include "chart/chartspec.h"
#include "paper/paperdrawing.h"

#include <QSizeF>
#include <QString>

namespace tane {

// What all picture formats of a chart have in common.
inline constexpr double kPictureMarginMm = 3;
inline constexpr double kMmPerInch = 25.4;

/// The drawing with its margin, in millimetres.
inline QSizeF pictureSize(const PaperDrawing &drawing)
{
    return drawing.size() + QSizeF(2 * kPictureMarginMm, 2 * kPictureMarginMm);
}

/// What a picture is called in its file.
inline QString chartName(const ChartSpec &spec)
{
    return QString(spec.figure + QLatin1Char(' ') + spec.title).trimmed();
}

} // namespace tane
