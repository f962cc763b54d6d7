#include "paper/chartparts.h"

#include "base/rounding.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace tane {

namespace {

constexpr double kColumnGap = 3; // mm between labels, bars and n
constexpr double kLeader = 2.6;  // mm between a bar and a label outside of it
constexpr double kOutside = 2.7; // type size of a label outside

/// Count and percent as set inside a part: one line or two.
struct InsideLabel
{
    std::vector<PaperText> lines;
    double width = 0;
    double height = 0;
};

struct Part
{
    std::size_t series = 0;
    int count = 0;
    QRectF area;                       ///< relative to the row's bar: y from 0
    std::optional<InsideLabel> inside; ///< none: too narrow
    PaperText outside;
};

struct Row
{
    std::vector<Part> parts;
    std::vector<Placed> above, below; ///< labels of the narrow parts, in their order
    double top = 0;                   ///< of the bar
    double height = 0;                ///< with labels
};

InsideLabel insideLabel(const QString &first, const QString &second, double firstSize, double secondSize)
{
    InsideLabel label;
    label.lines.emplace_back(first, TextStyle{.sizeMm = firstSize, .bold = true, .leading = 1.12});
    if (!second.isEmpty())
        label.lines.emplace_back(second, TextStyle{.sizeMm = secondSize, .leading = 1.12});
    for (const PaperText &line : label.lines) {
        label.width = std::max(label.width, line.width());
        label.height += line.height();
    }
    return label;
}

/// Of the parts at one side of the line a diverging chart is laid out around, the largest share of its bar.
double largestShare(const ChartSpec &spec, std::size_t firstSeries, std::size_t endSeries)
{
    double largest = 0;
    for (std::size_t c = 0; c < spec.categories.size(); ++c) {
        int count = 0;
        for (std::size_t s = firstSeries; s < std::min(endSeries, spec.series.size()); ++s)
            count += countAt(spec.series[s], c);
        largest = std::max(largest, double(count) / std::max(1, spec.categories[c].base));
    }
    return largest;
}

/// Lays out and draws the bars; its steps in the order they run.
class StackedChart
{
public:
    StackedChart(const ChartSpec &spec, const ChartLook &look, double width)
        : m_spec(spec)
        , m_look(look)
        , m_width(width)
        , m_labels(spec.categories, width, 0.42)
        , m_inks(seriesInks(spec.series, look.scheme, look.colour))
        , m_dense(spec.categories.size() > 8)
        , m_barHeight(m_dense                      ? 7
                      : spec.categories.size() > 4 ? 9
                                                   : 10)
    {
        for (const ChartCategory &category : spec.categories) {
            m_bases.emplace_back(QStringLiteral("n=%1").arg(std::max(0, category.base)),
                                 TextStyle{.sizeMm = ChartLook::label});
            m_baseWidth = std::max(m_baseWidth, m_bases.back().width());
        }
        m_left = m_labels.width() + kColumnGap;
        m_right = width - m_baseWidth - kColumnGap;
        if (isDiverging()) {
            const auto divide = static_cast<std::size_t>(std::max(0, spec.divide));
            const double right = largestShare(spec, 0, divide);
            const double left = largestShare(spec, divide, spec.series.size());
            m_whole = (m_right - m_left) / std::max(0.05, left + right);
            m_zero = m_left + left * m_whole;
        }
        for (std::size_t i = 0; i < spec.categories.size(); ++i)
            m_rows.push_back(layOut(i));
    }

    PaperDrawing draw()
    {
        double y = drawNames();
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            const bool belongsTogether = isDiverging() && i > 0 && !m_spec.categories[i].code.isEmpty() &&
                                         m_spec.categories[i].code == m_spec.categories[i - 1].code;
            if (i > 0)
                y += belongsTogether ? 0.8 : isDiverging() ? 4 : m_dense ? 2 : m_rows.size() > 4 ? 2.6 : 3.8;
            drawRow(i, y);
            y += m_rows[i].height;
        }
        m_drawing.setSize({m_width, y});
        return m_drawing;
    }

private:
    [[nodiscard]] bool isDiverging() const { return m_spec.type == ChartSpec::Type::Diverging; }

    /// The series from left to right.
    [[nodiscard]] std::vector<std::size_t> order() const
    {
        std::vector<std::size_t> series(m_spec.series.size());
        std::iota(series.begin(), series.end(), std::size_t(0));
        if (isDiverging()) // the best answer stands outermost, at the right
            std::ranges::reverse(series);
        return series;
    }

    [[nodiscard]] std::optional<InsideLabel> fittingLabel(const Part &part, const ChartCategory &category) const
    {
        const QString count = QString::number(part.count);
        const QString percent = category.countsOnly ? QString() : category.percentOf(part.count).text();
        // The large label only where it leaves the pattern to be seen beside it.
        const InsideLabel large = m_dense ? insideLabel(countAndPercent(part.count, category), {}, 3, 0)
                                          : insideLabel(count, percent, ChartLook::count, 2.8);
        if (large.width + (m_dense ? 4 : 5) <= part.area.width())
            return large;
        const InsideLabel small =
            m_dense ? insideLabel(count, percent, 2.5, 2.1) : insideLabel(count, percent, 3.2, 2.3);
        if (small.width + (m_dense ? 4.5 : 1.4) <= part.area.width())
            return small;
        return std::nullopt;
    }

    Row layOut(std::size_t index)
    {
        Row row;
        const int base = std::max(0, m_spec.categories[index].base);
        int total = 0;
        for (const ChartSeries &series : m_spec.series)
            total += countAt(series, index);
        const double whole = isDiverging() ? m_whole : m_right - m_left;
        const double unit = whole / std::max(1, std::max(base, total));
        double x = m_left;
        if (isDiverging()) {
            x = m_zero;
            for (auto s = static_cast<std::size_t>(std::max(0, m_spec.divide)); s < m_spec.series.size(); ++s)
                x -= countAt(m_spec.series[s], index) * unit;
        }
        for (const std::size_t s : order()) {
            Part part{.series = s,
                      .count = countAt(m_spec.series[s], index),
                      .area = {},
                      .inside = {},
                      .outside = {}};
            if (part.count == 0)
                continue;
            part.area = QRectF(x, 0, part.count * unit, m_barHeight);
            x = part.area.right();
            part.inside = fittingLabel(part, m_spec.categories[index]);
            if (!part.inside)
                part.outside = PaperText(countAndPercent(part.count, m_spec.categories[index]),
                                         {.sizeMm = kOutside, .leading = 1.2});
            row.parts.push_back(std::move(part));
        }
        placeOutside(row);
        const double lane = kLeader + kOutside * 1.2;
        const double overhang = std::max(0.0, (m_labels.height(index) - m_barHeight) / 2);
        row.top = std::max(row.above.empty() ? 0 : lane, overhang);
        row.height = row.top + m_barHeight + std::max(row.below.empty() ? 0 : lane, overhang);
        return row;
    }

    /// All above where they fit, else every second one below.
    void placeOutside(Row &row) const
    {
        for (const Part &part : row.parts) {
            if (!part.inside)
                row.above.push_back({part.area.center().x(), part.outside.width(), 0});
        }
        if (spread(row.above, m_left, m_right, 2))
            return;
        std::vector<Placed> odd, even;
        for (std::size_t i = 0; i < row.above.size(); ++i)
            (i % 2 == 0 ? even : odd).push_back(row.above[i]);
        const double beyond = m_baseWidth; // the lanes may use the room above and below n
        static_cast<void>(spread(even, m_left, m_right + beyond, 1));
        static_cast<void>(spread(odd, m_left, m_right + beyond, 1));
        row.above = even;
        row.below = odd;
    }

    /// Names over the parts of the first bar where each stands clearly over its own; else a legend.
    double drawNames()
    {
        std::vector<Placed> places;
        std::vector<PaperText> names;
        const bool complete = !isDiverging() && !m_rows.empty() && m_rows.front().parts.size() == m_spec.series.size() &&
                              m_rows.front().above.empty() && m_rows.front().below.empty();
        if (complete) {
            for (const Part &part : m_rows.front().parts) {
                names.emplace_back(m_spec.series[part.series].name, TextStyle{.sizeMm = ChartLook::head});
                places.push_back({part.area.center().x(), names.back().width(), 0});
            }
        }
        bool clear = complete && spread(places, m_left, m_right + 2, 2);
        for (const Placed &place : places)
            clear = clear && std::abs(place.left + place.width / 2 - place.centre) < 2.5;
        if (clear) {
            for (std::size_t i = 0; i < names.size(); ++i)
                m_drawing.text(names[i], {places[i].left, 0}, m_look.text);
            // The first label may rise above its bar: the names stand just over the bar all the same.
            const double rise = m_rows.front().top;
            return std::max(0.0, names.front().height() + 0.8 - rise);
        }
        return drawLegend();
    }

    double drawLegend()
    {
        std::vector<LegendEntry> entries;
        for (const std::size_t s : order())
            entries.push_back({m_inks[s], m_spec.series[s].name});
        PaperDrawing legend = legendDrawing(entries, m_look, m_width - m_left);
        double x = m_left;
        if (legend.size().height() > ChartLook::head * 1.5) {
            legend = legendDrawing(entries, m_look, m_width);
            x = std::max(0.0, m_width - legend.size().width());
        }
        m_drawing.append(legend, {x, 0});
        return legend.size().height() + 2.5;
    }

    void drawRow(std::size_t index, double y)
    {
        const Row &row = m_rows[index];
        const double bar = y + row.top;
        const double middle = bar + m_barHeight / 2;
        m_labels.draw(m_drawing, index, {0, middle - m_labels.height(index) / 2}, m_look.text);
        m_drawing.text(m_bases[index], {m_right + kColumnGap, middle - m_bases[index].height() / 2},
                       m_look.text);
        for (const Part &part : row.parts)
            drawPattern(m_drawing, part.area.translated(0, bar), m_inks[part.series]);
        drawBorders(row, bar);
        std::size_t narrow = 0;
        for (const Part &part : row.parts) {
            if (part.inside)
                drawInside(part, bar);
            else
                drawOutside(row, part, narrow++, bar);
        }
        if (row.parts.empty()) {
            const bool levels = !m_spec.series.empty() && m_spec.series.front().role == SeriesRole::Level;
            const PaperText none(levels ? ChartTexts::tr("評価なし") : ChartTexts::tr("回答なし"),
                                 {.sizeMm = kOutside});
            m_drawing.text(none, {m_left + 2, middle - none.height() / 2}, m_look.secondary);
        }
    }

    void drawBorders(const Row &row, double bar)
    {
        const bool free = isDiverging() && !row.parts.empty();
        const double left = free ? row.parts.front().area.left() : m_left;
        const double right = free ? row.parts.back().area.right() : m_right;
        const QRectF whole(left, bar, right - left, m_barHeight);
        for (const Part &part : row.parts) {
            const double x = part.area.right();
            if (x < right - 0.05)
                m_drawing.line({x, bar}, {x, bar + m_barHeight}, m_look.line, ChartLook::border);
        }
        m_drawing.outline(whole, m_look.line, ChartLook::border);
        if (isDiverging())
            m_drawing.line({m_zero, bar - 1}, {m_zero, bar + m_barHeight + 1}, m_look.text, 0.5);
    }

    void drawInside(const Part &part, double bar)
    {
        const InsideLabel &label = *part.inside;
        const QPointF middle = part.area.translated(0, bar).center();
        const double padX = std::min(0.9, (part.area.width() - label.width) / 2 - 0.45);
        const double padY = std::min(0.3, (m_barHeight - label.height) / 2 - 0.25);
        const QRectF box(middle.x() - label.width / 2 - padX, middle.y() - label.height / 2 - padY,
                         label.width + 2 * padX, label.height + 2 * padY);
        m_drawing.fill(box, m_look.paper);
        double y = middle.y() - label.height / 2;
        for (const PaperText &line : label.lines) {
            m_drawing.text(line, {middle.x() - line.width() / 2, y}, m_look.text);
            y += line.height();
        }
    }

    void drawOutside(const Row &row, const Part &part, std::size_t narrow, double bar)
    {
        const bool split = !row.below.empty();
        const bool isBelow = split && narrow % 2 == 1;
        const std::size_t place = split ? narrow / 2 : narrow;
        const Placed &placed = isBelow ? row.below[place] : row.above[place];
        const double edge = isBelow ? bar + m_barHeight : bar;
        const double away = isBelow ? kLeader : -kLeader;
        const QPointF from(part.area.center().x(), edge);
        const QPointF to(std::clamp(from.x(), placed.left + 0.5, placed.left + placed.width - 0.5),
                         edge + away * 0.85);
        m_drawing.line(from, to, m_look.line, ChartLook::border);
        const double top = isBelow ? edge + away : edge + away - part.outside.height();
        m_drawing.text(part.outside, {placed.left, top}, m_look.text);
    }

    const ChartSpec &m_spec;
    const ChartLook &m_look;
    double m_width;
    CategoryColumn m_labels;
    std::vector<SeriesInk> m_inks;
    bool m_dense;
    double m_barHeight;
    std::vector<PaperText> m_bases;
    double m_baseWidth = 0;
    double m_left = 0, m_right = 0;
    double m_whole = 0, m_zero = 0; ///< Diverging: the width of all of a bar, and where the line is
    std::vector<Row> m_rows;
    PaperDrawing m_drawing;
};

} // namespace

PaperDrawing stackedShareBody(const ChartSpec &spec, const ChartLook &look, double width)
{
    return StackedChart(spec, look, width).draw();
}

} // namespace tane
