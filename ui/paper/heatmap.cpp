#include "paper/chartparts.h"

#include <algorithm>

namespace tane {

namespace {

constexpr double kColumnGap = 2;
constexpr double kSumWidth = 12;
constexpr double kMark = 2.3; // mm, the corner that tells up from down without colour

class HeatMap
{
public:
    HeatMap(const ChartSpec &spec, const ChartLook &look, double width)
        : m_spec(spec)
        , m_look(look)
        , m_width(width)
        , m_labels(spec.categories, width, 0.36)
        , m_inks(
              seriesInks({{{}, SeriesRole::Up, {}}, {{}, SeriesRole::Stay, {}}, {{}, SeriesRole::Down, {}}},
                         look.scheme, look.colour))
        , m_rows(spec.categories.size())
        , m_columns(static_cast<std::size_t>(spec.columns.size()))
    {
        // What the rows are stands over their labels and beside the heads of the columns.
        const double side = PaperText(spec.rowTitle, {.sizeMm = ChartLook::head, .bold = true}).width();
        m_left = std::max(m_labels.width(), std::min(side, width * 0.36)) + kColumnGap;
        m_cell = std::min(24.0, (width - m_left - kSumWidth) /
                                    static_cast<double>(std::max<std::size_t>(1, m_columns)));
        for (std::size_t row = 0; row < m_rows; ++row) {
            for (std::size_t column = 0; column < m_columns; ++column)
                m_most = std::max(m_most, countAt(m_spec.cells, row, column));
            m_rowHeights.push_back(std::max(9.0, m_labels.height(row) + 1.5));
        }
    }

    PaperDrawing draw()
    {
        double y = drawHeads();
        m_gridTop = y;
        for (std::size_t row = 0; row < m_rows; ++row) {
            m_rowTops.push_back(y);
            y += m_rowHeights[row];
        }
        m_rowTops.push_back(y);
        drawCells();
        drawGrid();
        y = drawSums();
        if (m_rows == m_columns)
            y = drawLegend(y + 2);
        m_drawing.setSize({m_width, y});
        return m_drawing;
    }

private:
    [[nodiscard]] double columnLeft(std::size_t column) const
    {
        return m_left + m_cell * static_cast<double>(column);
    }

    [[nodiscard]] const SeriesInk &inkOf(std::size_t row, std::size_t column) const
    {
        return m_inks[row == column ? 1 : row > column ? 0 : 2];
    }

    double drawHeads()
    {
        const TextStyle title{.sizeMm = ChartLook::head, .bold = true, .align = Qt::AlignHCenter};
        const double grid = m_cell * static_cast<double>(m_columns);
        const PaperText above(m_spec.columnTitle, title, grid);
        m_drawing.text(above, {m_left, 0}, m_look.text);
        double tallest = 0;
        std::vector<PaperText> heads;
        for (const QString &column : m_spec.columns) {
            heads.push_back(PaperText::balanced(
                column, {.sizeMm = ChartLook::small, .align = Qt::AlignHCenter, .leading = 1.2},
                m_cell - 1.2));
            tallest = std::max(tallest, heads.back().height());
        }
        const double top = m_spec.columnTitle.isEmpty() ? 0 : above.height() + 1;
        const double bottom = top + tallest + 1;
        for (std::size_t i = 0; i < heads.size(); ++i)
            m_drawing.text(heads[i], {columnLeft(i) + 0.6, bottom - 1 - heads[i].height()}, m_look.text);
        const PaperText side(m_spec.rowTitle, {.sizeMm = ChartLook::head, .bold = true});
        m_drawing.text(side, {0, bottom - 1 - side.height()}, m_look.text);
        const PaperText sum(ChartTexts::tr("計"),
                            {.sizeMm = ChartLook::small, .align = Qt::AlignHCenter, .leading = 1.2},
                            kSumWidth);
        m_drawing.text(sum, {m_left + grid, bottom - 1 - sum.height()}, m_look.secondary);
        return std::max(bottom, side.height() + 1);
    }

    void drawCells()
    {
        for (std::size_t row = 0; row < m_rows; ++row) {
            m_labels.draw(m_drawing, row,
                          {0, m_rowTops[row] + (m_rowHeights[row] - m_labels.height(row)) / 2}, m_look.text);
            for (std::size_t column = 0; column < m_columns; ++column)
                drawCell(row, column);
        }
    }

    void drawCell(std::size_t row, std::size_t column)
    {
        const QRectF area(columnLeft(column), m_rowTops[row], m_cell, m_rowHeights[row]);
        const int count = countAt(m_spec.cells, row, column);
        const bool square = m_rows == m_columns;
        if (count > 0) {
            const double share = static_cast<double>(count) / m_most;
            const QColor deep = !square || row == column ? mixed(m_look.secondary, m_look.paper, 0.75)
                                                         : inkOf(row, column).ink;
            m_drawing.fill(area, mixed(deep, m_look.paper, 0.12 + 0.43 * share));
        }
        if (count > 0 && square && row != column)
            drawMark(area, row > column);
        const PaperText number(
            count > 0 ? QString::number(count) : QStringLiteral("·"),
            {.sizeMm = count > 0 ? ChartLook::count : ChartLook::label, .bold = count > 0});
        m_drawing.text(number,
                       {area.center().x() - number.width() / 2, area.center().y() - number.height() / 2},
                       count > 0 ? m_look.text : m_look.secondary);
    }

    /// A small corner: hatched at the lower left for up, dotted at the upper right for down, towards their
    /// side of the diagonal.
    void drawMark(const QRectF &area, bool isUp)
    {
        QRectF corner(0, 0, kMark, kMark);
        const double inset = 0.5;
        if (isUp)
            corner.moveBottomLeft(area.bottomLeft() + QPointF(inset, -inset));
        else
            corner.moveTopRight(area.topRight() + QPointF(-inset, inset));
        drawPattern(m_drawing, corner, m_inks[isUp ? 0 : 2]);
    }

    void drawGrid()
    {
        const QRectF grid(m_left, m_gridTop, m_cell * static_cast<double>(m_columns),
                          m_rowTops.back() - m_gridTop);
        const QColor fine = mixed(m_look.line, m_look.paper, 0.45);
        for (std::size_t row = 1; row < m_rows; ++row)
            m_drawing.line({grid.left(), m_rowTops[row]}, {grid.right(), m_rowTops[row]}, fine, 0.15);
        for (std::size_t column = 1; column < m_columns; ++column)
            m_drawing.line({columnLeft(column), grid.top()}, {columnLeft(column), grid.bottom()}, fine, 0.15);
        m_drawing.outline(grid, m_look.line, ChartLook::border);
        if (m_rows != m_columns || m_rows < 2)
            return;
        QPolygonF lower, upper; // the two stairs beside the diagonal
        for (std::size_t i = 0; i + 1 < m_rows; ++i) {
            lower << QPointF(columnLeft(i), m_rowTops[i + 1]) << QPointF(columnLeft(i + 1), m_rowTops[i + 1]);
            upper << QPointF(columnLeft(i + 1), m_rowTops[i]) << QPointF(columnLeft(i + 1), m_rowTops[i + 1]);
        }
        lower << QPointF(columnLeft(m_rows - 1), grid.bottom());
        upper << QPointF(grid.right(), m_rowTops[m_rows - 1]);
        m_drawing.polyline(lower, m_look.text, 0.45);
        m_drawing.polyline(upper, m_look.text, 0.45);
    }

    double drawSums()
    {
        const TextStyle style{.sizeMm = ChartLook::label};
        const double sumLeft = columnLeft(m_columns);
        int total = 0;
        for (std::size_t row = 0; row < m_rows; ++row) {
            int sum = 0;
            for (std::size_t column = 0; column < m_columns; ++column)
                sum += countAt(m_spec.cells, row, column);
            total += sum;
            drawCentred(QString::number(sum), style, {sumLeft, m_rowTops[row], kSumWidth, m_rowHeights[row]});
        }
        const double top = m_rowTops.back();
        constexpr double height = 7;
        for (std::size_t column = 0; column < m_columns; ++column) {
            int sum = 0;
            for (std::size_t row = 0; row < m_rows; ++row)
                sum += countAt(m_spec.cells, row, column);
            drawCentred(QString::number(sum), style, {columnLeft(column), top, m_cell, height});
        }
        drawCentred(QStringLiteral("n=%1").arg(total), {.sizeMm = ChartLook::label, .bold = true},
                    {sumLeft, top, kSumWidth, height});
        const PaperText name(ChartTexts::tr("計"), {.sizeMm = ChartLook::small});
        m_drawing.text(name, {0, top + (height - name.height()) / 2}, m_look.secondary);
        return top + height;
    }

    void drawCentred(const QString &words, const TextStyle &style, const QRectF &area)
    {
        const PaperText text(words, style);
        m_drawing.text(text, {area.center().x() - text.width() / 2, area.center().y() - text.height() / 2},
                       m_look.text);
    }

    double drawLegend(double y)
    {
        int up = 0, stay = 0, down = 0;
        for (std::size_t row = 0; row < m_rows; ++row) {
            for (std::size_t column = 0; column < m_columns; ++column)
                (row == column ? stay : row > column ? up : down) += countAt(m_spec.cells, row, column);
        }
        const int base = up + stay + down;
        const auto entry = [base](const QString &name, int count) {
            return QStringLiteral("%1 %2").arg(name, countAndPercent(count, base));
        };
        const PaperDrawing legend = legendDrawing({{m_inks[0], entry(QStringLiteral("up"), up)},
                                                   {m_inks[1], entry(QStringLiteral("stay"), stay)},
                                                   {m_inks[2], entry(QStringLiteral("down"), down)}},
                                                  m_look, m_width - m_left);
        m_drawing.append(legend, {m_left, y});
        return y + legend.size().height();
    }

    const ChartSpec &m_spec;
    const ChartLook &m_look;
    double m_width;
    CategoryColumn m_labels;
    std::vector<SeriesInk> m_inks;
    std::size_t m_rows, m_columns;
    double m_left = 0, m_cell = 0, m_gridTop = 0;
    int m_most = 1;
    std::vector<double> m_rowHeights, m_rowTops;
    PaperDrawing m_drawing;
};

} // namespace

PaperDrawing heatMapBody(const ChartSpec &spec, const ChartLook &look, double width)
{
    return HeatMap(spec, look, width).draw();
}

} // namespace tane
