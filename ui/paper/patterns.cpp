#include "paper/patterns.h"

#include "chart/levelramp.h"

#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

constexpr double kStripe = 0.4;      // mm, width of a stripe
constexpr double kStripePitch = 1.2; // mm, between stripes, measured across them
constexpr double kDot = 0.27;        // mm, radius
constexpr double kDotPitch = 1.15;   // mm

/// The part of a convex polygon where normal·p <= limit.
QPolygonF cutBy(const QPolygonF &polygon, QPointF normal, double limit)
{
    QPolygonF kept;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF a = polygon.at(i);
        const QPointF b = polygon.at((i + 1) % polygon.size());
        const double da = QPointF::dotProduct(normal, a) - limit;
        const double db = QPointF::dotProduct(normal, b) - limit;
        if (da <= 0)
            kept << a;
        if ((da < 0 && db > 0) || (da > 0 && db < 0))
            kept << a + (b - a) * (da / (da - db));
    }
    return kept;
}

/// All stripes across `normal` (a unit vector), each one cut to the area.
QPainterPath stripes(const QRectF &area, QPointF normal)
{
    const QPolygonF corners({area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()});
    double low = 1e9, high = -1e9;
    for (const QPointF &corner : corners) {
        const double distance = QPointF::dotProduct(normal, corner);
        low = std::min(low, distance);
        high = std::max(high, distance);
    }
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    for (double at = low + kStripePitch / 3; at < high; at += kStripePitch) {
        const QPolygonF stripe = cutBy(cutBy(corners, normal, at + kStripe), -normal, -at);
        if (stripe.size() >= 3) {
            path.addPolygon(stripe);
            path.closeSubpath();
        }
    }
    return path;
}

/// Staggered rows of dots, centred in the area; smaller ones where it is too narrow for one.
QPainterPath dots(const QRectF &area)
{
    QPainterPath path;
    const double radius = std::min(kDot, 0.35 * std::min(area.width(), area.height()));
    const double step = kDotPitch * radius / kDot;
    const double rowStep = step * 0.75;
    const double room = 2 * radius + 0.1 * radius;
    const int rows = std::max(1, static_cast<int>(std::floor((area.height() - room) / rowStep)) + 1);
    const int columns = std::max(1, static_cast<int>(std::floor((area.width() - room) / step)) + 1);
    const double left = area.center().x() - (columns - 1) * step / 2;
    const double top = area.center().y() - (rows - 1) * rowStep / 2;
    for (int row = 0; row < rows; ++row) {
        const bool shifted = row % 2 == 1 && columns > 1;
        for (int column = 0; column < columns - (shifted ? 1 : 0); ++column) {
            const double x = left + (column + (shifted ? 0.5 : 0.0)) * step;
            path.addEllipse(QPointF(x, top + row * rowStep), radius, radius);
        }
    }
    return path;
}

/// A step of a ladder: the ramp itself tells the steps apart, in greys more widely.
SeriesInk levelInk(const ChartSeries &series, Scheme scheme, bool colour)
{
    const QColor tone = colour ? levelColor(series.level, series.levels, scheme)
                               : QColor::fromRgb(levelColor(LevelRamp::Grey, series.level, series.levels));
    return {Pattern::Flat, tone, tone};
}

QColor greyed(const QColor &colour)
{
    const int grey = qGray(colour.rgb());
    return {grey, grey, grey};
}

} // namespace

std::vector<SeriesInk> seriesInks(const std::vector<ChartSeries> &series, Scheme scheme, bool colour)
{
    const QColor paper = color(ColorRole::Card, scheme);
    const QColor grey = color(ColorRole::Stay, scheme);
    const QColor dark = color(ColorRole::SecondaryText, scheme);
    const auto usual = [](SeriesRole role) {
        return role == SeriesRole::Up     ? Pattern::Hatch
               : role == SeriesRole::Down ? Pattern::Dots
                                          : Pattern::Flat;
    };
    // Flat white is the seventh: it comes last because it says least.
    std::vector<Pattern> left = {Pattern::Hatch,     Pattern::Flat,  Pattern::Dots,
                                 Pattern::BackHatch, Pattern::Cross, Pattern::Bars};
    std::vector<bool> settled(series.size(), false);
    std::vector<SeriesInk> inks(series.size());
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto place = std::find(left.begin(), left.end(), usual(series[i].role));
        if (series[i].role == SeriesRole::Plain || series[i].role == SeriesRole::Level || place == left.end())
            continue;
        inks[i].pattern = *place;
        left.erase(place);
        settled[i] = true;
    }
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series[i].role != SeriesRole::Level)
            continue;
        inks[i] = levelInk(series[i], scheme, colour);
        settled[i] = true;
    }
    std::size_t next = 0;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (series[i].role == SeriesRole::Level)
            continue;
        const bool blank = !settled[i] && next >= left.size();
        if (!settled[i] && !blank)
            inks[i].pattern = left[next++];
        const bool plain = series[i].role == SeriesRole::Plain || series[i].role == SeriesRole::Stay;
        const QColor own = plain ? (next % 2 == 1 ? color(ColorRole::Accent, scheme) : dark)
                                 : seriesColor(series[i].role, scheme);
        inks[i].ink = colour ? own : greyed(mixed(own, dark, 0.3));
        inks[i].ground = inks[i].pattern == Pattern::Flat && !blank ? grey : paper;
        if (!colour)
            inks[i].ground = greyed(inks[i].ground);
    }
    return inks;
}

void drawPattern(PaperDrawing &drawing, const QRectF &area, const SeriesInk &ink)
{
    if (area.width() <= 0 || area.height() <= 0)
        return;
    drawing.fill(area, ink.ground);
    const double diagonal = std::sqrt(0.5);
    switch (ink.pattern) {
    case Pattern::Flat:
        break;
    case Pattern::Hatch:
        drawing.fill(stripes(area, {diagonal, diagonal}), ink.ink);
        break;
    case Pattern::BackHatch:
        drawing.fill(stripes(area, {diagonal, -diagonal}), ink.ink);
        break;
    case Pattern::Cross:
        drawing.fill(stripes(area, {diagonal, diagonal}), ink.ink);
        drawing.fill(stripes(area, {diagonal, -diagonal}), ink.ink);
        break;
    case Pattern::Bars:
        drawing.fill(stripes(area, {0, 1}), ink.ink);
        break;
    case Pattern::Dots:
        drawing.fill(dots(area), ink.ink);
        break;
    }
}

} // namespace tane
