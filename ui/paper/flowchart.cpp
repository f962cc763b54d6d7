#include "paper/chartparts.h"

#include <QPainterPath>

#include <algorithm>

namespace tane {

namespace {

constexpr double kNode = 3.2;      // mm, width of a bar at either end
constexpr double kGap = 2.2;       // between the bars of one side
constexpr double kLabelGap = 2;    // between a bar and its label
constexpr double kLargestUnit = 3; // mm for one person
constexpr double kTall = 78;       // mm for all of them
constexpr double kNumber = 2.5;    // type size on a ribbon
constexpr double kHeadGap = 1.5;

/// Where an answer stands at one side.
struct Node
{
    double top = 0, height = 0;
    double used = 0; ///< by ribbons so far
    int count = 0;
};

/// From the answers before at the left to those after at the right, best on top: who rose goes up.
class FlowChart
{
public:
    FlowChart(const ChartSpec &spec, const ChartLook &look, double width)
        : m_spec(spec)
        , m_look(look)
        , m_width(width)
        , m_rows(spec.categories.size())
        , m_columns(static_cast<std::size_t>(spec.columns.size()))
        , m_inks(
              seriesInks({{{}, SeriesRole::Up, {}}, {{}, SeriesRole::Stay, {}}, {{}, SeriesRole::Down, {}}},
                         look.scheme, look.colour))
    {
        m_before.resize(m_rows);
        m_after.resize(m_columns);
        for (std::size_t row = 0; row < m_rows; ++row) {
            for (std::size_t column = 0; column < m_columns; ++column) {
                const int count = countAt(spec.cells, row, column);
                m_before[row].count += count;
                m_after[column].count += count;
                m_total += count;
            }
        }
        m_unit = std::min(kLargestUnit, kTall / std::max(1, m_total));
        const double label = width * 0.27;
        m_left = label + kLabelGap;
        m_right = width - label - kLabelGap;
    }

    PaperDrawing draw()
    {
        const double top = drawHeads();
        const double bottom = std::max(place(m_before, top), place(m_after, top));
        drawRibbons();
        drawNodes(m_before, m_left);
        drawNodes(m_after, m_right - kNode);
        const double labels = std::max(drawLabels(m_before, true, top), drawLabels(m_after, false, top));
        double y = std::max(bottom, labels) + 3;
        y += drawLegend(y);
        m_drawing.setSize({m_width, y});
        return m_drawing;
    }

private:
    double drawHeads()
    {
        const TextStyle style{.sizeMm = ChartLook::head, .bold = true};
        const PaperText before(m_spec.rowTitle, style), after(m_spec.columnTitle, style);
        m_drawing.text(before, {m_left + kNode - before.width(), 0}, m_look.text);
        m_drawing.text(after, {m_right - kNode, 0}, m_look.text);
        return std::max(before.height(), after.height()) + kHeadGap;
    }

    /// Gives where the side ends.
    double place(std::vector<Node> &nodes, double top) const
    {
        double y = top;
        for (Node &node : nodes) {
            node.top = y;
            node.height = node.count * m_unit;
            y += node.height + kGap;
        }
        return y - kGap;
    }

    [[nodiscard]] const SeriesInk &inkOf(std::size_t row, std::size_t column) const
    {
        return m_inks[row == column ? 1 : row > column ? 0 : 2];
    }

    struct Ribbon
    {
        std::size_t row, column;
        int count;
        double from, to; ///< upper edges
    };

    void drawRibbons()
    {
        std::vector<Ribbon> ribbons;
        for (std::size_t row = 0; row < m_rows; ++row) {
            for (std::size_t column = 0; column < m_columns; ++column) {
                const int count = countAt(m_spec.cells, row, column);
                if (count == 0)
                    continue;
                Node &from = m_before[row], &to = m_after[column];
                ribbons.push_back({row, column, count, from.top + from.used, to.top + to.used});
                from.used += count * m_unit;
                to.used += count * m_unit;
            }
        }
        // Those who stayed lie lowest, so that a change is never hidden.
        std::ranges::stable_sort(ribbons, {}, [](const Ribbon &one) { return one.row == one.column ? 0 : 1; });
        for (const Ribbon &ribbon : ribbons)
            drawRibbon(ribbon);
        for (const Ribbon &ribbon : ribbons)
            drawNumber(ribbon);
    }

    void drawRibbon(const Ribbon &ribbon)
    {
        const double left = m_left + kNode, right = m_right - kNode, middle = (left + right) / 2;
        const double height = ribbon.count * m_unit;
        QPainterPath path;
        path.moveTo(left, ribbon.from);
        path.cubicTo(middle, ribbon.from, middle, ribbon.to, right, ribbon.to);
        path.lineTo(right, ribbon.to + height);
        path.cubicTo(middle, ribbon.to + height, middle, ribbon.from + height, left, ribbon.from + height);
        path.closeSubpath();
        const bool stays = ribbon.row == ribbon.column;
        const QColor &ink = inkOf(ribbon.row, ribbon.column).ink;
        const QColor stay = mixed(m_look.secondary, m_look.paper, 0.16);
        m_drawing.fill(path, stays ? stay : mixed(ink, m_look.paper, ribbon.row > ribbon.column ? 0.55 : 0.4));
        QPolygonF upper, lower;
        constexpr int steps = 24;
        for (int i = 0; i <= steps; ++i) {
            const double t = double(i) / steps, s = 1 - t;
            const double x = s * s * s * left + 3 * s * s * t * middle + 3 * s * t * t * middle + t * t * t * right;
            const double rise = s * s * s + 3 * s * s * t, fall = 3 * s * t * t + t * t * t;
            const double y = rise * ribbon.from + fall * ribbon.to;
            upper << QPointF(x, y);
            lower << QPointF(x, y + height);
        }
        const QColor edge = mixed(m_look.line, m_look.paper, stays ? 0.5 : 1);
        m_drawing.polyline(upper, edge, 0.12);
        m_drawing.polyline(lower, edge, 0.12);
    }

    /// Beside the answer before, where ribbons never cross; a ribbon too thin for it is told by the table.
    void drawNumber(const Ribbon &ribbon)
    {
        const double height = ribbon.count * m_unit;
        if (height < kNumber * 0.95)
            return;
        const QString sign = ribbon.row > ribbon.column   ? QStringLiteral("↑")
                             : ribbon.row < ribbon.column ? QStringLiteral("↓")
                                                          : QString();
        const PaperText number(sign + QString::number(ribbon.count),
                               {.sizeMm = kNumber, .bold = !sign.isEmpty(), .leading = 1});
        m_drawing.text(number, {m_left + kNode + 1.2, ribbon.from + height / 2 - number.height() / 2},
                       m_look.text);
    }

    void drawNodes(const std::vector<Node> &nodes, double x)
    {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].count == 0)
                continue;
            const QRectF area(x, nodes[i].top, kNode, nodes[i].height);
            m_drawing.fill(area, mixed(m_look.text, m_look.paper, 0.72));
        }
    }

    /// Gives where the last label ends.
    double drawLabels(const std::vector<Node> &nodes, bool isBefore, double top)
    {
        const double room = m_left - kLabelGap;
        std::vector<PaperText> names, counts;
        std::vector<Placed> places;
        ChartCategory all{{}, {}, m_total};
        all.countsOnly = !m_spec.categories.empty() && m_spec.categories.front().countsOnly;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const TextStyle style{.sizeMm = ChartLook::small,
                                  .align = isBefore ? Qt::AlignRight : Qt::AlignLeft,
                                  .leading = 1.2};
            const QString name = isBefore ? m_spec.categories[i].label : m_spec.columns.at(static_cast<qsizetype>(i));
            names.emplace_back(name, style, room);
            counts.emplace_back(countAndPercent(nodes[i].count, all),
                                TextStyle{.sizeMm = ChartLook::small, .bold = true, .align = style.align,
                                          .leading = 1.2},
                                room);
            places.push_back({nodes[i].top + nodes[i].height / 2, names.back().height() + counts.back().height(), 0});
        }
        static_cast<void>(spread(places, top, 1e6, 1));
        double end = top;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const double x = isBefore ? 0 : m_right + kLabelGap;
            m_drawing.text(names[i], {x, places[i].left}, m_look.text);
            m_drawing.text(counts[i], {x, places[i].left + names[i].height()},
                           nodes[i].count > 0 ? m_look.text : m_look.secondary);
            end = std::max(end, places[i].left + places[i].width);
        }
        return end;
    }

    double drawLegend(double y)
    {
        int moves[3] = {0, 0, 0};
        for (std::size_t row = 0; row < m_rows; ++row) {
            for (std::size_t column = 0; column < m_columns; ++column)
                moves[row == column ? 1 : row > column ? 0 : 2] += countAt(m_spec.cells, row, column);
        }
        ChartCategory all{{}, {}, m_total};
        all.countsOnly = !m_spec.categories.empty() && m_spec.categories.front().countsOnly;
        const auto entry = [&](const QString &name, std::size_t move) {
            SeriesInk ink = m_inks[move];
            ink.pattern = Pattern::Flat;
            ink.ground = move == 1 ? mixed(m_look.secondary, m_look.paper, 0.16)
                                   : mixed(ink.ink, m_look.paper, move == 0 ? 0.55 : 0.4);
            return LegendEntry{ink, QStringLiteral("%1 %2").arg(name, countAndPercent(moves[move], all))};
        };
        const PaperDrawing legend = legendDrawing({entry(ChartTexts::tr("↑ up"), 0), entry(QStringLiteral("stay"), 1),
                                                   entry(ChartTexts::tr("↓ down"), 2)},
                                                  m_look, m_width);
        m_drawing.append(legend, {(m_width - legend.size().width()) / 2, y});
        return legend.size().height();
    }

    const ChartSpec &m_spec;
    const ChartLook &m_look;
    double m_width;
    std::size_t m_rows, m_columns;
    std::vector<SeriesInk> m_inks;
    std::vector<Node> m_before, m_after;
    int m_total = 0;
    double m_unit = 1, m_left = 0, m_right = 0;
    PaperDrawing m_drawing;
};

} // namespace

PaperDrawing flowBody(const ChartSpec &spec, const ChartLook &look, double width)
{
    return FlowChart(spec, look, width).draw();
}

} // namespace tane
