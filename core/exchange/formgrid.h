#pragma once

#include "exchange/formsheet.h"

#include <QStringList>

namespace tane {

/// What all three writers of a form share, so that they set it alike: the measures of the page and of the
/// type, and where the cells of a table stand.
struct FormMetrics
{
    double pageWidth = 210, pageHeight = 297; ///< mm, as the page lies
    double side = 14, top = 14, bottom = 17;  ///< margins, mm
    double body = 3.2;                        ///< size of the text, mm of the em square
    [[nodiscard]] double width() const { return pageWidth - 2 * side; }
    [[nodiscard]] double height() const { return pageHeight - top - bottom; }
    /// Remarks and notes.
    [[nodiscard]] double small() const { return body * 0.84; }
    [[nodiscard]] double title() const { return body * 1.75; }
    [[nodiscard]] double points(double mm) const { return mm * 72 / 25.4; }
};
[[nodiscard]] FormMetrics formMetrics(const FormSheet &sheet);

/// A cell with its place. Spans are cut to the table.
struct PlacedCell
{
    const FormTableCell *cell = nullptr;
    int row = 0, column = 0;
    int rowSpan = 1, columnSpan = 1;
};

/// The cells of a table in reading order, and for every place which of them covers it. Places that no cell
/// was given for get empty ones, so that the grid is always full.
struct FormGrid
{
    explicit FormGrid(const FormTable &table);
    int rows = 0, columns = 0;
    int headRows = 0;
    double whole = 0; ///< wholeShare of the table
    std::vector<PlacedCell> cells;
    /// Right edges of the columns as shares of the width: ascending, the last is 1.
    std::vector<double> edges;

    /// The index of the cell that covers a place.
    [[nodiscard]] std::size_t at(int row, int column) const
    {
        return m_cover[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                       static_cast<std::size_t>(column)];
    }
    [[nodiscard]] double left(int column) const
    {
        return column == 0 ? 0 : edges[static_cast<std::size_t>(column) - 1];
    }
    [[nodiscard]] double widthOf(const PlacedCell &cell) const
    {
        return left(cell.column + cell.columnSpan) - left(cell.column);
    }

private:
    void place(const FormTable &table);
    std::vector<std::size_t> m_cover;
};

/// Up to which share of a page a table is put on the next page rather than parted. A part of a form that is
/// filled in, a table with a band for its title, is seen whole by who writes it, wherever a page can hold it.
[[nodiscard]] double wholeShare(const FormTable &table);

/// Whether a cell is said again on the next page.
[[nodiscard]] bool isLabel(FormTableCell::Style style);
/// Fill of a cell as RGB; white for none. The tints stay apart on a copy in black and white, and text stays
/// readable on all.
[[nodiscard]] std::uint32_t fillOf(FormTableCell::Style style);
/// The text of a cell line by line; a point of a list begins with "・".
[[nodiscard]] QStringList linesOf(const FormTableCell &cell);

/// The lines a text takes in a column of `ems` full-width characters, by the widths and the line
/// breaking of Japanese: rather one more than a word processor needs. Joined they are the text without its
/// line feeds.
[[nodiscard]] QStringList wrapped(const QString &text, double ems);

} // namespace tane
