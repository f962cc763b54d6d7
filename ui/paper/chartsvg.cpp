#include "paper/chartexport.h"

#include "paper/chartparts.h"
#include "paper/chartpicture.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace tane {

Result<QByteArray> chartSvg(const ChartSpec &spec, const ChartPaperOptions &options)
{
    constexpr int perMm = 100; // the SVG's unit is a hundredth of a millimetre
    const PaperDrawing drawing = chartDrawing(spec, options);
    const QSizeF mm = pictureSize(drawing);
    const QSize size = QSizeF(std::ceil(mm.width() * perMm), std::ceil(mm.height() * perMm)).toSize();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(kMmPerInch * perMm));
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(chartName(spec));
    generator.setDescription(QString(spec.note + QLatin1Char('\n') + spec.reading).trimmed());
    QPainter painter;
    if (!painter.begin(&generator))
        return fail(ErrorCode::Internal, ChartTexts::tr("図をSVGにできませんでした。"));
    painter.scale(perMm, perMm);
    painter.fillRect(QRectF({0, 0}, mm), color(ColorRole::Card, options.scheme));
    drawing.paint(painter, {kPictureMarginMm, kPictureMarginMm});
    painter.end();
    return bytes;
}

} // namespace tane
