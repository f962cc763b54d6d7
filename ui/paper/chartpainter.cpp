#include "paper/chartpainter.h"

#include "paper/chartparts.h"

#include <QPainter>

#include <algorithm>

namespace tane {

namespace {

bool hasContent(const ChartSpec &spec)
{
    if (spec.categories.empty())
        return false;
    return spec.hasCells() ? !spec.columns.isEmpty() : !spec.series.empty();
}

PaperDrawing bodyOf(const ChartSpec &spec, const ChartLook &look, double width)
{
    if (hasContent(spec)) {
        switch (spec.type) {
        case ChartSpec::Type::StackedShare:
        case ChartSpec::Type::Diverging:
            return stackedShareBody(spec, look, width);
        case ChartSpec::Type::Bars:
            return barsBody(spec, look, width);
        case ChartSpec::Type::HeatMap:
            return heatMapBody(spec, look, width);
        case ChartSpec::Type::Flow:
            return flowBody(spec, look, width);
        }
    }
    PaperDrawing empty;
    const PaperText words(ChartTexts::tr("表示するデータがまだありません。"), {.sizeMm = ChartLook::label},
                          width);
    empty.text(words, {0, 3}, look.secondary);
    empty.setSize({width, words.height() + 6});
    return empty;
}

/// A part nobody is in is not drawn; the reader is told, or would look for it.
QString noteOf(const ChartSpec &spec)
{
    if (spec.type != ChartSpec::Type::StackedShare && spec.type != ChartSpec::Type::Diverging)
        return spec.note;
    bool hasZero = false;
    for (std::size_t i = 0; i < spec.categories.size(); ++i) {
        for (const ChartSeries &series : spec.series)
            hasZero = hasZero || (spec.categories[i].base > 0 && countAt(series, i) == 0);
    }
    if (!hasZero)
        return spec.note;
    const QString zero = ChartTexts::tr("0名の区分は、帯に表示していません。");
    return spec.note.isEmpty() ? zero : QString(spec.note + QLatin1Char('\n') + zero);
}

} // namespace

PaperDrawing chartDrawing(const ChartSpec &spec, const ChartPaperOptions &options)
{
    const ChartLook look(options);
    const double width = std::max(60.0, options.widthMm);
    PaperDrawing drawing;
    double y = 0;
    const auto add = [&](const QString &words, const TextStyle &style, const QColor &ink, double before) {
        if (words.isEmpty())
            return;
        const PaperText text(words, style, width);
        y += before;
        drawing.text(text, {0, y}, ink);
        y += text.height();
    };
    if (options.captions) {
        const QString gap = spec.figure.isEmpty() || spec.title.isEmpty() ? QString() : QStringLiteral("  ");
        add(spec.figure + gap + spec.title, {.sizeMm = 3.8, .bold = true}, look.text, 0);
        if (y > 0)
            y += 2.5;
    }
    const PaperDrawing body = bodyOf(spec, look, width);
    drawing.append(body, {0, y});
    y += body.size().height();
    if (options.captions) {
        add(noteOf(spec), {.sizeMm = ChartLook::small, .leading = 1.45}, look.secondary, 3.5);
        add(spec.reading, {.sizeMm = ChartLook::label, .leading = 1.45}, look.text, 1.5);
    }
    drawing.setSize({width, y + 0.5});
    return drawing;
}

QSizeF chartSizeMm(const ChartSpec &spec, const ChartPaperOptions &options)
{
    return chartDrawing(spec, options).size();
}

void paintChart(QPainter &painter, const QRectF &mm, const ChartSpec &spec, const ChartPaperOptions &options)
{
    const PaperDrawing drawing = chartDrawing(spec, options);
    const double factor =
        std::min({1.0, mm.width() / drawing.size().width(), mm.height() / drawing.size().height()});
    painter.save();
    painter.translate(mm.topLeft());
    painter.scale(factor, factor);
    drawing.paint(painter);
    painter.restore();
}

} // namespace tane
