#pragma once

#include "base/atomicfile.h"
#include "base/rounding.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace tane {

/// How a CSV file is to be written. The defaults are what Excel in Japan opens correctly by a double click.
struct CsvOptions
{
    bool bom = true;  ///< UTF-8 byte order mark; without it Excel reads Shift_JIS
    bool crlf = true; ///< CRLF line ends, else LF
    /// A text that Excel would run as a formula (begins with = + - @ or a tab and is no number) gets an
    /// apostrophe in front: answers come from outside, and =HYPERLINK(…) in a name must not do anything.
    /// Nothing is lost: unguardFormula takes exactly this apostrophe off again, so files we read back
    /// (links.csv) keep their values.
    bool guardFormulas = true;
};

/// Writes a CSV file (RFC 4180 quoting), whole or not at all.
///     CsvWriter csv; csv.row({"a","b"}); csv.cell(u8view); csv.cell(12); csv.endRow(); csv.save(path)
/// builds it in memory and saves it at once; a long file goes out while it is built:
///     csv.open(path) first, csv.close() at the end.
class CsvWriter
{
public:
    explicit CsvWriter(CsvOptions options = {});

    /// A text cell. The string_view must be UTF-8. U+0000 is dropped: SQLite and Excel cut the text there.
    void cell(std::string_view utf8);
    void cell(const QString &text) { cell(std::string_view(text.toUtf8())); }
    void cell(std::int64_t number);
    void cell(int number) { cell(static_cast<std::int64_t>(number)); }
    /// Fixed decimals with a point; not a number gives an empty cell.
    void cell(double number, int decimals);
    /// The number alone ("6.3"); empty when undefined.
    void cell(Percent percent);
    /// A whole row as it is to stand in the file, without its line end: for many rows of one pattern.
    void verbatimRow(std::string_view bytes)
    {
        makeRoom(bytes.size());
        put(bytes);
        endRow();
    }
    /// Whether a cell of this text stands in the file as it is, without quotes or guard.
    [[nodiscard]] bool isVerbatim(std::string_view utf8) const;
    void emptyCell()
    {
        makeRoom(1);
        separate();
    }
    void endRow();
    void row(const QStringList &cells);

    [[nodiscard]] std::string_view bytes() const { return {m_buffer.data(), m_used}; }
    [[nodiscard]] Result<> save(const QString &path) const;

    /// Errors: CannotWrite; those of later writing come from close().
    [[nodiscard]] Result<> open(const QString &path);
    [[nodiscard]] Result<> close();

private:
    void makeRoom(std::size_t bytes)
    {
        if (m_buffer.size() - m_used < bytes)
            grow(bytes);
    }
    void grow(std::size_t bytes);
    // These three need room made before.
    void put(char c) { m_buffer[m_used++] = c; }
    void put(std::string_view text);
    void separate()
    {
        if (!m_firstCell)
            put(',');
        m_firstCell = false;
    }
    void quotedCell(std::string_view utf8);

    void flush();

    CsvOptions m_options;
    std::unique_ptr<AtomicFile> m_file; ///< when the file goes out while it is built
    Result<> m_written;
    std::string m_buffer; ///< used up to m_used; appending to a std::string cell by cell costs twice the time
    std::size_t m_used = 0;
    std::size_t m_rowStart = 0;
    bool m_firstCell = true;
};

/// Takes off the apostrophe that CsvOptions::guardFormulas put in front; any other text comes back unchanged.
[[nodiscard]] std::string_view unguardFormula(std::string_view utf8);

} // namespace tane
