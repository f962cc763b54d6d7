#include "exchange/formrows.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tane::xlsx {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;
constexpr double kSidePadding = 7; // points left and right of a text together
constexpr int kLinesOfPart = 16;   // short enough to fill pages well
constexpr double kLowestRow = 18;

double totalOf(const SheetRows &rows)
{
    return std::accumulate(rows.heights.begin(), rows.heights.end(), 0.0);
}

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

MeasuredText measured(const FormTableCell &cell, const FormMetrics &metrics, double widthMm)
{
    MeasuredText result;
    const bool note = cell.style == FormTableCell::Style::Note;
    result.points = std::round(metrics.points(note ? metrics.small() : metrics.body) * 2) / 2;
    result.ems = (widthMm * kPointsPerMm - kSidePadding) / result.points;
    result.text = linesOf(cell).join(u'\n').replace(QChar(QChar::LineSeparator), u'\n');
    result.remark = cell.remark;
    result.textLines = result.text.isEmpty() ? 0 : static_cast<int>(wrapped(result.text, result.ems).size());
    result.remarkLines =
        result.remark.isEmpty() ? 0 : static_cast<int>(wrapped(result.remark, result.ems).size());
    return result;
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
                    above += totalOf(all[static_cast<std::size_t>(r)]);
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

} // namespace tane::xlsx
