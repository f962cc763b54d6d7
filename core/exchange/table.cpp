#include "exchange/table.h"

#include <algorithm>

namespace tane {

void Table::beginRow(int numberInFile)
{
    m_rowStart.push_back(m_cells.size());
    m_rowNumber.push_back(numberInFile);
}

void Table::endRow()
{
    const std::uint64_t start = m_rowStart.back();
    while (m_cells.size() > start && m_cells.back().empty())
        m_cells.pop_back();
    if (m_cells.size() == start) {
        m_rowStart.pop_back();
        m_rowNumber.pop_back();
        return;
    }
    m_columns = std::max(m_columns, static_cast<int>(m_cells.size() - start));
}

void Table::reserve(std::size_t rows, std::size_t cells)
{
    m_rowStart.reserve(rows);
    m_rowNumber.reserve(rows);
    m_cells.reserve(cells);
}

void Table::clearRows()
{
    m_rowStart.clear();
    m_rowNumber.clear();
    m_cells.clear();
    merges.clear();
}

QString Table::address(int row, int column) const
{
    return columnName(column) + QString::number(rowNumber(row));
}

QString columnName(int column)
{
    // Bijective base 26: there is no digit for zero, hence the minus one.
    QString name;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        name.prepend(QChar(static_cast<char16_t>(u'A' + rest % 26)));
    return name;
}

} // namespace tane
