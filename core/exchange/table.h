#pragma once

#include <QString>

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace tane {

/// Cells that Excel shows as one; zero-based, inclusive.
struct MergedRange
{
    int firstRow = 0, firstColumn = 0, lastRow = 0, lastColumn = 0;
};

/// One sheet as rows of UTF-8 text, as a person would read it on screen. Rows without any content are left
/// out, but each row knows its number in the file. Cells are views into memory that the table keeps alive;
/// copying a Table is cheap in memory terms only for that backing, so pass it by reference.
class Table
{
public:
    QString file;                    ///< file name without folder, for messages
    QString sheet;                   ///< worksheet name; empty for CSV
    std::vector<MergedRange> merges; ///< in row numbers of the file (zero-based), not of this table

    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rowStart.size()); }
    /// The number of cells of the longest row.
    [[nodiscard]] int columnCount() const { return m_columns; }
    /// Text of a cell; empty when there is none. UTF-8, no U+0000, not trimmed.
    [[nodiscard]] std::string_view cell(int row, int column) const
    {
        const auto r = static_cast<std::size_t>(row);
        const std::uint64_t begin = m_rowStart[r];
        const std::uint64_t end = r + 1 < m_rowStart.size() ? m_rowStart[r + 1] : m_cells.size();
        const std::uint64_t at = begin + static_cast<std::uint64_t>(column);
        return column >= 0 && at < end ? m_cells[at] : std::string_view();
    }
    /// The cells of a row up to its last one with content.
    [[nodiscard]] std::span<const std::string_view> cells(int row) const
    {
        const auto begin = m_rowStart[static_cast<std::size_t>(row)];
        return {m_cells.data() + begin, static_cast<std::size_t>(cellsInRow(row))};
    }
    /// How many cells this row has, up to its last one with content.
    [[nodiscard]] int cellsInRow(int row) const
    {
        const auto r = static_cast<std::size_t>(row);
        return static_cast<int>((r + 1 < m_rowStart.size() ? m_rowStart[r + 1] : m_cells.size()) -
                                m_rowStart[r]);
    }
    /// One-based row number in the file.
    [[nodiscard]] int rowNumber(int row) const { return m_rowNumber[static_cast<std::size_t>(row)]; }
    /// "C12" for column 2 of the row that is number 12 in the file.
    [[nodiscard]] QString address(int row, int column) const;

    // For readers.
    void keepAlive(std::shared_ptr<const void> memory) { m_memory.push_back(std::move(memory)); }
    void beginRow(int numberInFile);
    void addCell(std::string_view text) { m_cells.push_back(text); }
    /// Ends the row begun last: empty cells at its end are cut off, and a row without content vanishes.
    void endRow();
    void reserve(std::size_t rows, std::size_t cells);
    /// Takes the rows away, to be filled anew; name, sheet and memory stay.
    void clearRows();
    [[nodiscard]] std::size_t cellCount() const { return m_cells.size(); }
    [[nodiscard]] const std::vector<std::shared_ptr<const void>> &memory() const { return m_memory; }

private:
    std::vector<std::string_view> m_cells;
    std::vector<std::uint64_t> m_rowStart;
    std::vector<std::int32_t> m_rowNumber;
    std::vector<std::shared_ptr<const void>> m_memory;
    int m_columns = 0;
};

/// "A", "B" … "Z", "AA" … for a zero-based column.
[[nodiscard]] QString columnName(int column);

} // namespace tane
