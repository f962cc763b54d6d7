#pragma once

// Private to the check of tables: what of a table are counts, and which percentage belongs to which.

#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace tane::tablecheck {

/// A percentage as printed: `units` of 10^-decimals percent.
struct Printed
{
    std::int64_t units = 0;
    int decimals = 0;
    QString text;
};

/// A count beside its percentage; without one it may be the base.
struct Pair
{
    QString label;
    std::int64_t count = 0;
    std::optional<Printed> percent;
    int row = 0, column = 0; ///< of the percentage
};

/// Counts that may have one base.
struct Series
{
    QString label;
    std::vector<Pair> pairs;
};

/// Is it the name of a base: 計, 合計, 総数, 全体, 回答数, n?
[[nodiscard]] bool namesTotal(const QString &label);

/// The rows of a table as series, counts beside percentages or in blocks above them. Percentages without a
/// count become notes.
[[nodiscard]] std::vector<Series> seriesOf(const std::vector<QStringList> &cells, QStringList &notes);
/// The same by columns, where all rows are alike; else nothing.
[[nodiscard]] std::vector<Series> turned(const std::vector<Series> &rows);

} // namespace tane::tablecheck
