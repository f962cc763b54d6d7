#pragma once

#include "exchange/table.h"

#include <string_view>

namespace tane {

constexpr int mostColumns = 16'384;
constexpr int mostRows = 1'048'576;

/// Zero-based column and one-based row of "C12"; 0 for a row that is not given ("C"), -1 for a column that is
/// not.
struct CellReference
{
    int column = -1;
    int row = 0;
};

/// Reads a cell reference (lower case and $ are fine). False when it is none or lies outside the largest
/// sheet.
[[nodiscard]] inline bool parseCellReference(std::string_view text, CellReference &out)
{
    std::size_t i = 0;
    int column = 0, row = 0;
    if (i < text.size() && text[i] == '$')
        ++i;
    for (; i < text.size(); ++i) {
        const char upper = static_cast<char>(text[i] & ~0x20);
        if (upper < 'A' || upper > 'Z')
            break;
        column = column * 26 + (upper - 'A' + 1);
        if (column > mostColumns)
            return false;
    }
    if (column > 0 && i < text.size() && text[i] == '$')
        ++i;
    const std::size_t digits = i;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
        row = row * 10 + (text[i] - '0');
        if (row > mostRows)
            return false;
    }
    out.column = column - 1;
    out.row = row;
    return i == text.size() && column > 0 && (i == digits || row > 0);
}

/// Reads "A1:C3" or "A1". False when it is no range of whole cells.
[[nodiscard]] inline bool parseRange(std::string_view text, MergedRange &out)
{
    const std::size_t colon = text.find(':');
    CellReference first, last;
    if (!parseCellReference(text.substr(0, colon), first) || first.row == 0)
        return false;
    last = first;
    if (colon != std::string_view::npos &&
        (!parseCellReference(text.substr(colon + 1), last) || last.row == 0))
        return false;
    if (last.row < first.row || last.column < first.column)
        return false;
    out = {first.row - 1, first.column, last.row - 1, last.column};
    return true;
}

} // namespace tane
