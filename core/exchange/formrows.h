#pragma once

// Private to the workbook writer: the rows and columns of a worksheet that a form is laid on.

#include "exchange/formgrid.h"

namespace tane::xlsx {

/// Rows of a worksheet cannot be higher (409 points); a little is left for Excel's own rounding.
inline constexpr double kHighestRow = 395;
/// Points that a line takes for each point of type; BIZ UDPGothic itself has 1.0 and no leading.
inline constexpr double kLineFactor = 1.28;
inline constexpr double kCellPadding = 7; ///< points, above and below together
/// Points that Excel indents a text by.
inline constexpr double kIndent = 6.75;
/// Whether there is room for an indent: texts beside a line read better.
[[nodiscard]] bool isIndented(const FormTableCell &cell, double widthMm);

/// The columns of a worksheet: the edges of all its tables, those that lie close together as one.
class ColumnGrid
{
public:
    ColumnGrid(const std::vector<const FormTable *> &tables, double widthMm);
    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()) - 1; }
    /// The line nearest to a share of the width: 0 is the left edge, count() the right one.
    [[nodiscard]] int lineAt(double share) const;
    /// Width of a column in millimetres.
    [[nodiscard]] double widthOf(int column) const
    {
        const auto i = static_cast<std::size_t>(column);
        return m_lines[i + 1] - m_lines[i];
    }

private:
    double m_width;
    std::vector<double> m_lines; ///< mm
};

/// What stands in a cell, measured for a width.
struct MeasuredText
{
    QString text; ///< with the points of a list
    QString remark;
    int textLines = 0, remarkLines = 0;
    double points = 9;       ///< size of the text
    double remarkPoints = 9; ///< of the remark, which is set smaller
    double ems = 10;         ///< full-width characters of the text's size that fit on a line
    [[nodiscard]] int lines() const { return textLines + remarkLines; }
    [[nodiscard]] double height() const
    {
        return (textLines * points + remarkLines * remarkPoints) * kLineFactor + kCellPadding;
    }
};
[[nodiscard]] MeasuredText measured(const FormTableCell &cell, const FormMetrics &metrics, double widthMm);

/// The same for every cell of a table.
[[nodiscard]] std::vector<MeasuredText> measuredAll(const FormGrid &grid, const FormMetrics &metrics);

/// The text cut into pieces of so many lines each; the remark is at the end of the last. Together they are
/// the text.
[[nodiscard]] QStringList cut(const MeasuredText &text, int lines);

/// How a row of a table becomes rows of the worksheet.
struct SheetRows
{
    /// All of it.
    [[nodiscard]] double height() const;
    int first = 0;
    std::vector<double> heights; ///< points, at least one
    int linesEach = 0;           ///< of text; 0 when the row is not divided
    [[nodiscard]] int count() const { return static_cast<int>(heights.size()); }
};
/// For all rows of a table, the first of them being `firstRow` of the worksheet. `texts`: by cell of the
/// grid.
[[nodiscard]] std::vector<SheetRows> sheetRows(const FormGrid &grid, const std::vector<MeasuredText> &texts,
                                               int firstRow);

/// Where the pages of a worksheet end, so that a head, a band or a label is not parted from what is below it.
class PagePlan
{
public:
    explicit PagePlan(double pageHeight)
        : m_page(pageHeight)
    {
    }
    /// A row that stands alone.
    void addLine(int row, double height);
    /// A line that stays with the table after it.
    void addHeading(int row, double height);
    /// A table with what stands above it from `firstRow` of the worksheet on. The pages after its head begin
    /// with a head of the height `repeated`.
    void addTable(const FormGrid &grid, const std::vector<SheetRows> &rows, int firstRow, double above,
                  double repeated);
    /// Rows that begin a page, but for the first.
    [[nodiscard]] const std::vector<int> &breaks() const { return m_breaks; }
    /// Height of everything that was added, by that of a page.
    [[nodiscard]] double pages() const { return m_total / m_page; }

private:
    void breakBefore(int row);
    [[nodiscard]] bool fits(double height) const { return m_used + height <= m_page || m_used <= m_top; }

    double m_page;
    double m_total = 0;
    double m_used = 0;
    double m_top = 0; ///< what the page begins with
    double m_repeated = 0;
    int m_headingRow = -1;
    double m_heading = 0; ///< height of a heading that waits for its table
    std::vector<int> m_breaks;
};

/// Tables up to this share of a page are not parted.
inline constexpr double kWholeTable = 0.5;

} // namespace tane::xlsx
