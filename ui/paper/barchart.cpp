#include "paper/chartparts.h"

#include <algorithm>

namespace tane {

namespace {

constexpr double kColumnGap = 3;

/// The one base of all categories, or -1 when they differ.
int commonBase(const std::vector<ChartCategory> &categories)
{
    for (const ChartCategory &category : categories) {
        if (category.base != categories.front().base)
            return -1;
    }
    return categories.front().base;
}

SeriesInk barInk(const ChartSpec &spec, const ChartLook &look)
{
    if (spec.series.front().role != SeriesRole::Plain)
        return seriesInks(spec.series, look.scheme, look.colour).front();
    // One plain series needs no pattern: a tone dark enough for a copier, with its value beside it.
    const QColor tone = mixed(color(ColorRole::Accent, look.scheme), look.paper, 0.55);
    const int grey = qGray(tone.rgb());
    return {Pattern::Flat, look.colour ? tone : QColor(grey, grey, grey), tone};
}

} // namespace

PaperDrawing barsBody(const ChartSpec &spec, const ChartLook &look, double width)
{
    PaperDrawing drawing;
    const ChartSeries &series = spec.series.front();
    const SeriesInk ink = barInk(spec, look);
    const CategoryColumn labels(spec.categories, width, 0.45);
    const bool dense = spec.categories.size() > 8;
    const double barHeight = dense ? 4.6 : 6;
    const int base = commonBase(spec.categories);

    std::vector<PaperText> values, bases;
    double valueWidth = 0, baseWidth = 0;
    int most = 1;
    for (std::size_t i = 0; i < spec.categories.size(); ++i) {
        const int count = countAt(series, i);
        most = std::max(most, count);
        values.emplace_back(countAndPercent(count, spec.categories[i]),
                            TextStyle{.sizeMm = ChartLook::label});
        valueWidth = std::max(valueWidth, values.back().width());
        bases.emplace_back(QStringLiteral("n=%1").arg(std::max(0, spec.categories[i].base)),
                           TextStyle{.sizeMm = ChartLook::label});
        baseWidth = std::max(baseWidth, bases.back().width());
    }
    const double left = labels.width() + kColumnGap;
    const double baseColumn = base < 0 ? baseWidth + kColumnGap : 0;
    const double unit = std::max(5.0, width - left - baseColumn - valueWidth - 1.5) / most;

    double y = 0;
    if (base >= 0 || !series.name.isEmpty()) {
        const PaperText name(series.name, {.sizeMm = ChartLook::head});
        drawing.text(name, {left, 0}, look.text);
        if (base >= 0)
            drawing.text(bases.front(), {width - baseWidth, 0}, look.text);
        y = bases.front().height() + 1.5;
    }
    const double axisTop = y;
    for (std::size_t i = 0; i < spec.categories.size(); ++i) {
        const double rowHeight = std::max(labels.height(i), barHeight) + (dense ? 1.6 : 2.2);
        const double middle = y + rowHeight / 2;
        labels.draw(drawing, i, {0, middle - labels.height(i) / 2}, look.text);
        const QRectF bar(left, middle - barHeight / 2, countAt(series, i) * unit, barHeight);
        if (bar.width() > 0) {
            drawPattern(drawing, bar, ink);
            drawing.outline(bar, look.line, std::min(ChartLook::border, bar.width()));
        }
        drawing.text(values[i], {bar.right() + 1.5, middle - values[i].height() / 2}, look.text);
        if (base < 0)
            drawing.text(bases[i], {width - baseWidth, middle - bases[i].height() / 2}, look.text);
        y += rowHeight;
    }
    drawing.line({left, axisTop}, {left, y}, look.line, 0.3);
    drawing.setSize({width, y});
    return drawing;
}

} // namespace tane
