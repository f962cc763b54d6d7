#pragma once

#include "base/error.h"
#include "exchange/table.h"

#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace tane {

/// A percentage that stands in a table beside its count.
struct CheckedPercent
{
    QString label; ///< head of its column (or row): "up"
    std::int64_t count = 0;
    QString printed;  ///< "22.7%"
    QString expected; ///< what count and base give, with as many decimals: "22.4%"
    int row = 0;      ///< of the percentage in the table, zero-based
    int column = 0;
    bool follows = true;
};

/// Bases from `first` to `last` people.
struct BaseRange
{
    std::int64_t first = 0, last = 0;
    friend bool operator==(const BaseRange &, const BaseRange &) = default;
};

/// Counts of one base: a row of the table, or a column of it.
struct CheckedRow
{
    QString label;
    std::vector<CheckedPercent> percents;
    std::int64_t base = 0;   ///< that was checked against
    bool baseStated = false; ///< it stands in the table or was asked for; else it is the sum of the counts
    bool baseAsked = false;  ///< it was asked for
    std::int64_t sum = 0;    ///< of the counts
    std::optional<BaseRange>
        fitting; ///< bases from which every percentage would follow; nothing when there is none
    [[nodiscard]] bool follows() const;
    /// In words: "百分率は、母数 66 で計算した値です（表の計は67です）。"
    [[nodiscard]] QString finding() const;
};

/// What is wrong in one line of the table as it stands on the paper.
struct TableFinding
{
    QString row;    ///< what the line is called
    QString column; ///< whose percentages, where the columns of the table are checked; else empty
    std::vector<CheckedPercent> wrong; ///< labels as heads of columns
    QString reason;
};

struct TableCheck
{
    std::vector<CheckedRow> rows; ///< of one base each: the table's rows, or its columns
    bool byColumns = false;       ///< `rows` are the columns of the table, and its lines stand in them
    QStringList notes;            ///< percentages without a count, and the like
    /// Lines of the table, whichever way they were checked, that hold a percentage that does not follow.
    [[nodiscard]] int wrongRows() const;
    /// All lines of the table that were checked.
    [[nodiscard]] int checkedRows() const;
    /// One for each wrong line, and for each wrong column of it when the columns were checked.
    [[nodiscard]] std::vector<TableFinding> findings() const;
    /// "27行のうち11行で、百分率が人数から計算した値と合いません。"
    [[nodiscard]] QString summary() const;
};

/// Compares the percentages of a table with its counts, both exact: rounded half up to the decimals they
/// have. Understood are a count and its percentage in one cell ("24 (35.8%)") or beside each other, all
/// counts of a row before all its percentages, and a row (or block) of counts above one of percentages; the
/// base is a column or row named 計, 合計, 回答数, n …, else the sum. `base` replaces it for every row.
/// Whether the rows or the columns are distributions is decided by which way more follows. Errors:
/// NothingUnderstood when no percentage has a count.
[[nodiscard]] Result<TableCheck> checkTable(const std::vector<QStringList> &cells,
                                            std::optional<std::int64_t> base = {});

/// Cells of a text from the clipboard: divided by tabs, else by spaces.
[[nodiscard]] std::vector<QStringList> cellsOfText(const QString &text);
/// Cells of a sheet, empty ones included.
[[nodiscard]] std::vector<QStringList> cellsOfTable(const Table &table);

} // namespace tane
