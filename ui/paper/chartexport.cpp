#include "paper/chartexport.h"

#include "paper/chartparts.h"
#include "paper/chartpicture.h"

#include <QBuffer>
#include <QHash>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

/// The nearest of the palette's colours.
uchar nearest(QRgb wanted, const QList<QRgb> &palette)
{
    qsizetype best = 0;
    int smallest = 1 << 30;
    for (qsizetype i = 0; i < palette.size(); ++i) {
        const int r = qRed(wanted) - qRed(palette.at(i));
        const int g = qGreen(wanted) - qGreen(palette.at(i));
        const int b = qBlue(wanted) - qBlue(palette.at(i));
        const int distance = 2 * r * r + 4 * g * g + b * b;
        if (distance < smallest) {
            smallest = distance;
            best = i;
        }
    }
    return static_cast<uchar>(best);
}

/// The 256 most frequent colours are kept, the rest go to the nearest. Qt's own conversion would dither.
QImage indexed(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[line[x]];
    }
    QList<QRgb> palette = counts.keys();
    std::sort(palette.begin(), palette.end(), [&counts](QRgb a, QRgb b) {
        const int inA = counts.value(a), inB = counts.value(b);
        return inA != inB ? inA > inB : a < b;
    });
    palette.resize(std::min<qsizetype>(palette.size(), 256));
    QHash<QRgb, uchar> places;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        places.insert(it.key(), nearest(it.key(), palette));

    QImage result(image.size(), QImage::Format_Indexed8);
    if (result.isNull())
        return image;
    result.setColorTable(palette);
    result.setDotsPerMeterX(image.dotsPerMeterX());
    result.setDotsPerMeterY(image.dotsPerMeterY());
    for (int y = 0; y < image.height(); ++y) {
        const auto *from = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        uchar *to = result.scanLine(y);
        QRgb last = from[0];
        uchar place = places.value(last);
        for (int x = 0; x < image.width(); ++x) {
            if (from[x] != last) {
                last = from[x];
                place = places.value(last);
            }
            to[x] = place;
        }
    }
    return result;
}

} // namespace

QImage chartImage(const ChartSpec &spec, const ChartPaperOptions &options, int dpi)
{
    const PaperDrawing drawing = chartDrawing(spec, options);
    const double perMm = dpi / kMmPerInch;
    const QSizeF size = pictureSize(drawing) * perMm;
    QImage image(static_cast<int>(std::ceil(size.width())), static_cast<int>(std::ceil(size.height())),
                 QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDotsPerMeterX(qRound(perMm * 1000));
    image.setDotsPerMeterY(qRound(perMm * 1000));
    image.fill(color(ColorRole::Card, options.scheme));
    QPainter painter(&image);
    painter.scale(perMm, perMm);
    drawing.paint(painter, {kPictureMarginMm, kPictureMarginMm});
    painter.end();
    return image;
}

Result<QByteArray> chartPng(const ChartSpec &spec, const ChartPaperOptions &options, int dpi)
{
    QImage image = chartImage(spec, options, dpi);
    if (image.isNull())
        return fail(
            ErrorCode::TooLarge,
            ChartTexts::tr("図が大きすぎるため、画像にできませんでした。解像度を下げてお試しください。"));
    image = indexed(image);
    image.setText(QStringLiteral("Title"), chartName(spec));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return fail(ErrorCode::Internal, ChartTexts::tr("図を画像（PNG）にできませんでした。"));
    return bytes;
}

Result<QByteArray> chartPdf(const ChartSpec &spec, const ChartPaperOptions &options)
{
    const PaperDrawing drawing = chartDrawing(spec, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QPdfWriter writer(&buffer);
    writer.setPageSize(
        QPageSize(pictureSize(drawing), QPageSize::Millimeter, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(1200);
    writer.setTitle(chartName(spec));
    writer.setCreator(QStringLiteral("Tane " TANE_VERSION));
    QPainter painter;
    if (!buffer.open(QIODevice::WriteOnly) || !painter.begin(&writer))
        return fail(ErrorCode::Internal, ChartTexts::tr("図をPDFにできませんでした。"));
    painter.scale(1200 / kMmPerInch, 1200 / kMmPerInch);
    drawing.paint(painter, {kPictureMarginMm, kPictureMarginMm});
    painter.end();
    return bytes;
}

} // namespace tane
