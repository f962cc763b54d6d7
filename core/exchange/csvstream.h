#pragma once

#include "exchange/tablereader.h"

#include <memory>

namespace tane {

/// A .csv file read some rows at a time: the cells of a large file need more memory than its text, and to
/// fill and fetch that memory takes longer than to parse.
class CsvStream
{
public:
    /// Errors: those of readCsv.
    [[nodiscard]] static Result<CsvStream> open(const QString &path, const ReadLimits &limits = {});
    CsvStream(CsvStream &&) noexcept;
    CsvStream &operator=(CsvStream &&) noexcept;
    ~CsvStream();

    /// Appends at most `rows` lines of the file to the table. What the cells refer to is kept alive by every
    /// table that was given here once, also after Table::clearRows. Errors: BadFormat, TooLarge, Cancelled.
    [[nodiscard]] Result<> read(Table &table, int rows, const Progress &progress = {});
    [[nodiscard]] bool atEnd() const;

    /// An estimate of the rows not read yet, by the first of them.
    [[nodiscard]] std::size_t expectedRows() const;
    /// Makes room for all that is not read yet.
    void reserve(Table &table) const;

private:
    struct Private;
    explicit CsvStream(std::unique_ptr<Private> p);
    [[nodiscard]] static Result<CsvStream> openUnguarded(const QString &path, const ReadLimits &limits);
    std::unique_ptr<Private> d;
};

} // namespace tane
