#include "exchange/formrows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tane::xlsx {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kSidePadding = 7; // points left and right of a text together
constexpr int kLinesOfPart = 8;    // short enough to fill pages well
constexpr double kLowestRow = 18;

} // namespace

ColumnGrid::ColumnGrid(const std::vector<const FormTable *> &tables, double widthMm)
    : m_width(widthMm)
{
    std::vector<double> edges{0, widthMm};
    double narrowest = widthMm;
    for (const FormTable *table : tables) {
        const FormGrid grid(*table);
        for (int column = 0; column < grid.columns; ++column) {
            edges.push_back(grid.left(column) * widthMm);
            narrowest = std::min(narrowest, (grid.left(column + 1) - grid.left(column)) * widthMm);
        }
    }
    std::ranges::sort(edges);
    const double close = std::min(2.5, 0.4 * narrowest);
    for (const double edge : edges)
        if (m_lines.empty() || edge - m_lines.back() > close)
            m_lines.push_back(edge);
    if (m_lines.size() < 2)
        m_lines.push_back(widthMm);
    m_lines.back() = std::max(m_lines.back(), widthMm);
}

int ColumnGrid::lineAt(double share) const
{
    const double edge = share * m_width;
    const auto nearest =
        std::ranges::min_element(m_lines, {}, [edge](double line) { return std::abs(line - edge); });
    return static_cast<int>(nearest - m_lines.begin());
}

bool isIndented(const FormTableCell &cell, double widthMm)
{
    return widthMm >= 15 && cell.align == FormTableCell::Align::Left;
}

double SheetRows::height() const
{
    return std::accumulate(heights.begin(), heights.end(), 0.0);
}

MeasuredText measured(const FormTableCell &cell, const FormMetrics &metrics, double widthMm)
{
    MeasuredText result;
    const bool note = cell.style == FormTableCell::Style::Note;
    result.points = std::round(metrics.points(note ? metrics.small() : metrics.body) * 2) / 2;
    const double padding = kSidePadding + (isIndented(cell, widthMm) ? kIndent : 0);
    result.remarkPoints = std::round(metrics.points(metrics.small()) * 2) / 2;
    const double room = widthMm * kPointsPerMm * 0.985 - padding;
    result.ems = room / result.points;
    result.text = linesOf(cell).join(u'\n').replace(QChar(QChar::LineSeparator), u'\n');
    result.remark = cell.remark;
    result.textLines = result.text.isEmpty() ? 0 : static_cast<int>(wrapped(result.text, result.ems).size());
    result.remarkLines = result.remark.isEmpty()
                             ? 0
                             : static_cast<int>(wrapped(result.remark, room / result.remarkPoints).size());
    return result;
}

std::vector<MeasuredText> measuredAll(const FormGrid &grid, const FormMetrics &metrics)
{
    std::vector<MeasuredText> texts;
    for (const PlacedCell &placed : grid.cells)
        texts.push_back(measured(*placed.cell, metrics, grid.widthOf(placed) * metrics.width()));
    return texts;
}

QStringList cut(const MeasuredText &text, int lines)
{
    QStringList parts;
    QString part;
    int used = 0;
    const auto flush = [&] {
        parts << part;
        part.clear();
        used = 0;
    };
    QString whole = text.text;
    if (!text.remark.isEmpty())
        whole += whole.isEmpty() ? text.remark : u'\n' + text.remark;
    for (const QString &paragraph : whole.split(u'\n')) {
        bool begins = true; // the paragraph
        for (const QString &line : wrapped(paragraph, text.ems)) {
            if (used == lines)
                flush();
            if (begins && used > 0)
                part += u'\n';
            part += line;
            begins = false;
            ++used;
        }
    }
    flush();
    return parts;
}

std::vector<SheetRows> sheetRows(const FormGrid &grid, const std::vector<MeasuredText> &texts, int firstRow)
{
    std::vector<SheetRows> all;
    for (int row = 0; row < grid.rows; ++row) {
        double need = kLowestRow;
        int lines = 0;
        double line = 0;
        for (std::size_t i = 0; i < grid.cells.size(); ++i) {
            const PlacedCell &cell = grid.cells[i];
            const double room = std::max(texts[i].height(), cell.cell->roomMm * kPointsPerMm);
            if (cell.row == row && cell.rowSpan == 1) {
                need = std::max(need, room);
                lines = std::max(lines, texts[i].lines());
                line = std::max(line, texts[i].points * kLineFactor);
            } else if (cell.rowSpan > 1 && cell.row + cell.rowSpan - 1 == row) {
                double above = 0;
                for (int r = cell.row; r < row; ++r)
                    above += all[static_cast<std::size_t>(r)].height();
                need = std::max(need, room - above);
            }
        }
        SheetRows rows{firstRow, {need}, 0};
        if (need > kHighestRow && lines > kLinesOfPart) {
            rows.linesEach = kLinesOfPart;
            const int parts = (lines + kLinesOfPart - 1) / kLinesOfPart;
            const int last = lines - (parts - 1) * kLinesOfPart;
            rows.heights.assign(static_cast<std::size_t>(parts), kLinesOfPart * line + 2);
            rows.heights.back() = std::max(kLowestRow, last * line + kCellPadding);
        } else if (need > kHighestRow) {
            const double parts = std::ceil(need / kHighestRow);
            rows.heights.assign(static_cast<std::size_t>(parts), need / parts);
        }
        firstRow += rows.count();
        all.push_back(std::move(rows));
    }
    return all;
}

void PagePlan::breakBefore(int row)
{
    m_breaks.push_back(row);
    m_top = m_repeated;
    m_used = m_top;
}

void PagePlan::addLine(int row, double height)
{
    m_headingRow = -1;
    m_heading = 0;
    if (!fits(height))
        breakBefore(row);
    m_used += height;
    m_total += height;
}

void PagePlan::addHeading(int row, double height)
{
    m_total += height;
    if (m_headingRow < 0)
        m_headingRow = row;
    m_heading += height;
}

void PagePlan::addTable(const FormGrid &grid, const std::vector<SheetRows> &rows, int firstRow, double above,
                        double repeated)
{
    const double lead = m_heading + above;
    const int begin = m_headingRow >= 0 ? m_headingRow : firstRow;
    m_headingRow = -1;
    m_heading = 0;
    m_total += above;
    double head = 0, whole = lead;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        whole += rows[i].height();
        m_total += rows[i].height();
        head += static_cast<int>(i) < grid.headRows ? rows[i].height() : 0;
    }
    const auto first = static_cast<std::size_t>(std::min(grid.headRows, grid.rows - 1));
    const double start = std::min(lead + head + rows[first].heights.front(), m_page);
    if (!fits(start) || (whole <= grid.whole * m_page && !fits(whole)))
        breakBefore(begin);
    m_used += lead;
    m_repeated = repeated;
    for (int row = 0; row < grid.rows; ++row) {
        const SheetRows &own = rows[static_cast<std::size_t>(row)];
        // What begins in this row and wants to stay whole.
        double wanted = own.heights.front();
        for (const PlacedCell &cell : grid.cells) {
            if (cell.row != row || !isLabel(cell.cell->style))
                continue;
            const int last = std::min(
                row + cell.rowSpan - (cell.cell->style == FormTableCell::Style::Band ? 0 : 1), grid.rows - 1);
            double together = 0;
            for (int r = row; r <= last; ++r)
                together += rows[static_cast<std::size_t>(r)].height();
            if (together <= kWholeTable * m_page)
                wanted = std::max(wanted, together);
        }
        for (int part = 0; part < own.count(); ++part) {
            const double height = own.heights[static_cast<std::size_t>(part)];
            if (row >= grid.headRows && !fits(part == 0 ? wanted : height))
                breakBefore(own.first + part);
            m_used += height;
        }
    }
}

} // namespace tane::xlsx
