#include "paper/chartparts.h"

#include "base/rounding.h"

#include <algorithm>

namespace tane {

ChartLook::ChartLook(const ChartPaperOptions &options)
    : scheme(options.scheme)
    , colour(options.colour)
    , text(color(ColorRole::Text, scheme))
    , secondary(color(ColorRole::SecondaryText, scheme))
    , line(color(ColorRole::SecondaryText, scheme))
    , paper(color(ColorRole::Card, scheme))
{
}

int countAt(const ChartSeries &series, std::size_t category)
{
    return category < series.values.size() ? std::max(0, series.values[category]) : 0;
}

int countAt(const std::vector<std::vector<int>> &cells, std::size_t row, std::size_t column)
{
    if (row >= cells.size() || column >= cells[row].size())
        return 0;
    return std::max(0, cells[row][column]);
}

QString countAndPercent(int count, int base)
{
    return countAndPercent(count, ChartCategory{{}, {}, base});
}

QString countAndPercent(int count, const ChartCategory &category)
{
    const Percent percent = category.percentOf(count);
    if (!percent.isDefined())
        return QString::number(count);
    return QStringLiteral("%1 (%2)").arg(QString::number(count), percent.text());
}

CategoryColumn::CategoryColumn(const std::vector<ChartCategory> &categories, double chartWidth,
                               double maxShare)
{
    // Short labels get just their width; longer ones first more room, then smaller type, and then simply more
    // lines.
    const double size = categories.size() > 8 ? ChartLook::smallLabel : ChartLook::label;
    double natural = 0;
    for (const ChartCategory &category : categories)
        natural = std::max(natural, PaperText(category.label, {.sizeMm = size}).width());
    set(categories, maxShare * 0.8 * chartWidth, size);
    const double wanted = m_codeWidth + natural + 0.2;
    if (wanted < maxShare * chartWidth) {
        set(categories, wanted, size);
        return;
    }
    if (m_mostLines > 3)
        set(categories, maxShare * chartWidth, size);
    if (m_mostLines > 3)
        set(categories, maxShare * chartWidth, ChartLook::smallLabel);
}

void CategoryColumn::set(const std::vector<ChartCategory> &categories, double width, double sizeMm)
{
    m_codes.clear();
    m_labels.clear();
    m_codeWidth = 0;
    m_mostLines = 0;
    m_width = width;
    for (const ChartCategory &category : categories) {
        m_codes.emplace_back(category.code, TextStyle{.sizeMm = sizeMm, .bold = true});
        m_codeWidth = std::max(m_codeWidth, m_codes.back().width());
    }
    if (m_codeWidth > 0)
        m_codeWidth += 1.6;
    for (const ChartCategory &category : categories) {
        m_labels.push_back(PaperText::balanced(category.label, {.sizeMm = sizeMm}, width - m_codeWidth));
        m_mostLines = std::max(m_mostLines, m_labels.back().lineCount());
    }
}

void CategoryColumn::draw(PaperDrawing &drawing, std::size_t category, QPointF topLeft,
                          const QColor &ink) const
{
    drawing.text(m_codes[category], topLeft, ink);
    drawing.text(m_labels[category], topLeft + QPointF(m_codeWidth, 0), ink);
}

PaperDrawing legendDrawing(const std::vector<LegendEntry> &entries, const ChartLook &look, double width)
{
    constexpr QSizeF swatch(6.5, 3.2);
    constexpr double gap = 1.2, between = 5;
    PaperDrawing drawing;
    double x = 0, y = 0, widest = 0, rowHeight = 0;
    for (const LegendEntry &entry : entries) {
        PaperText name(entry.name, {.sizeMm = ChartLook::head});
        const double room = width - swatch.width() - gap;
        if (name.width() > room)
            name = PaperText(entry.name, {.sizeMm = ChartLook::head}, room);
        const double taken = swatch.width() + gap + name.width();
        if (x > 0 && x + taken > width) {
            x = 0;
            y += rowHeight + 1;
            rowHeight = 0;
        }
        const QRectF area(QPointF(x, y + (name.lineHeight() - swatch.height()) / 2), swatch);
        drawPattern(drawing, area, entry.ink);
        drawing.outline(area, look.line, ChartLook::border);
        drawing.text(name, {x + swatch.width() + gap, y}, look.text);
        widest = std::max(widest, x + taken);
        rowHeight = std::max(rowHeight, name.height());
        x += taken + between;
    }
    drawing.setSize({widest, y + rowHeight});
    return drawing;
}

bool spread(std::vector<Placed> &spans, double low, double high, double gap)
{
    double edge = low;
    for (Placed &span : spans) {
        span.left = std::max(edge, span.centre - span.width / 2);
        edge = span.left + span.width + gap;
    }
    edge = high;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        span->left = std::min(span->left, edge - span->width);
        edge = span->left - gap;
    }
    return spans.empty() || spans.front().left >= low - 1e-6;
}

} // namespace tane
