#include "base/mappedfile.h"
#include "exchange/csvscanner.h"
#include "exchange/csvstream.h"
#include "exchange/filekind.h"
#include "exchange/tablereader.h"
#include "exchange/textarena.h"
#include "exchange/textencoding.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>
#include <new>
#include <stdexcept>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::CsvReader)
};

/// Excel's own directive in the first line: "sep=;". Gives the separator and takes the line off the text.
char takeDirective(std::string_view &text)
{
    if (text.size() < 5 || (text.substr(0, 4) != "sep=" && text.substr(0, 4) != "SEP="))
        return 0;
    const char separator = text[4];
    const std::size_t end = text.find_first_of("\r\n");
    if (separator == '\r' || separator == '\n' || separator == '"' ||
        (end != std::string_view::npos ? end : text.size()) != 5)
        return 0;
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
    if (text.starts_with("\r\n"))
        text.remove_prefix(2);
    else if (!text.empty())
        text.remove_prefix(1);
    return separator;
}

/// A comma when one stands in the first line that has any separator; else the more frequent of tab and
/// semicolon there.
char detectSeparator(std::string_view text)
{
    text = text.substr(0, 1 << 16);
    int commas = 0, tabs = 0, semicolons = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted;
        } else if (quoted) {
            continue;
        } else if (c == ',') {
            ++commas;
        } else if (c == '\t') {
            ++tabs;
        } else if (c == ';') {
            ++semicolons;
        } else if ((c == '\n' || c == '\r') && commas + tabs + semicolons > 0) {
            break;
        }
    }
    if (commas > 0 || tabs + semicolons == 0)
        return ',';
    return tabs >= semicolons ? '\t' : ';';
}

} // namespace

struct CsvStream::Private
{
    Private(std::shared_ptr<const MappedFile> mapped, std::shared_ptr<std::string> decodedText,
            std::string_view text, char cellSeparator, std::uint64_t most)
        : file(std::move(mapped))
        , decoded(std::move(decodedText))
        , m_begin(text.data())
        , m_at(text.data())
        , m_end(text.data() + text.size())
        , m_separator(cellSeparator)
        , m_scanner(m_begin, m_end, cellSeparator)
        , m_mostCells(most)
    {
    }

    Result<> read(Table &table, int rows, const Progress &progress)
    {
        if (table.file.isEmpty()) {
            table.file = file->name();
            table.keepAlive(file);
            table.keepAlive(decoded);
            table.keepAlive(arena);
        }
        for (int i = 0; i < rows && m_at < m_end; ++i) {
            if ((++m_row & 0xFFF) == 0 && progress && !progress(m_at - m_begin, m_end - m_begin))
                return failHere(ErrorCode::Cancelled, Text::tr("読み込みを中止しました。"));
            const std::size_t cells = table.cellCount();
            table.beginRow(m_row);
            TANE_CHECK(readRow(table, cells + static_cast<std::size_t>(m_mostCells - m_cells)));
            table.endRow();
            m_cells += table.cellCount() - cells;
        }
        return {};
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    [[nodiscard]] QString name() const { return file->name(); }

    struct Size
    {
        std::size_t rows = 0, cells = 0;
    };
    /// What the beginning of the rest leads to expect: growing a vector of millions costs more than reading.
    [[nodiscard]] Size expected() const
    {
        const std::string_view rest(m_at, static_cast<std::size_t>(m_end - m_at));
        const std::string_view sample = rest.substr(0, 1 << 16);
        if (sample.empty())
            return {};
        const auto lines = static_cast<double>(std::ranges::count(sample, '\n') + 1);
        const auto separators = static_cast<double>(std::ranges::count(sample, m_separator));
        const double scale = 1.1 * static_cast<double>(rest.size()) / static_cast<double>(sample.size());
        const double most = static_cast<double>(m_mostCells) + 1;
        return {static_cast<std::size_t>(std::min(most, lines * scale)),
                static_cast<std::size_t>(std::min(most, (lines + separators) * scale))};
    }

private:
    /// `most`: more cells than this may not be in the table afterwards.
    Result<> readRow(Table &table, std::size_t most)
    {
        for (;;) {
            if (readPlainCells(table, most))
                return {};
            if (m_at < m_end && *m_at == '"') {
                TANE_CHECK(readQuoted(table));
            } else {
                readPlain(table);
            }
            if (table.cellCount() > most)
                return failHere(
                    ErrorCode::TooLarge,
                    Text::tr("セルが多すぎるため、安全のため読み込みを中止しました。必要な行だけを別の"
                             "ファイルに保存してください。"));
            // m_stop is the separator or line end after the cell, or the end.
            if (m_stop == m_end) {
                m_at = m_end;
                return {};
            }
            m_at = m_stop + 1;
            if (*m_stop == m_separator)
                continue;
            if (*m_stop == '\r' && m_at < m_end && *m_at == '\n')
                m_at = m_scanner.next() + 1;
            return {};
        }
    }

    /// The common case in one tight loop: cells that are neither quoted nor begin with =, up to the end of
    /// the row (true) or to the first that is not so (false).
    bool readPlainCells(Table &table, std::size_t most)
    {
        CsvScanner scanner = m_scanner; // a copy stays in registers
        const char *at = m_at;
        bool ended = false;
        while (at < m_end && *at != '"' && *at != '=' && table.cellCount() < most) {
            const char *stop = scanner.next();
            table.addCell({at, static_cast<std::size_t>(stop - at)});
            ended = stop == m_end || *stop != m_separator;
            at = stop == m_end ? stop : stop + 1;
            if (ended) {
                if (stop != m_end && *stop == '\r' && at < m_end && *at == '\n')
                    at = scanner.next() + 1;
                break;
            }
        }
        m_scanner = scanner;
        m_at = at;
        return ended;
    }

    void readPlain(Table &table)
    {
        m_stop = m_scanner.next();
        std::string_view cell(m_at, static_cast<std::size_t>(m_stop - m_at));
        // ="00123" keeps Excel from taking a number; the text is what it shows.
        if (cell.size() >= 3 && cell[0] == '=' && cell[1] == '"' && cell.back() == '"' &&
            cell.find('"', 2) == cell.size() - 1)
            cell = cell.substr(2, cell.size() - 3);
        table.addCell(cell);
    }

    /// A cell in quotes: as a view when nothing in it needs changing, otherwise joined in the arena. What
    /// follows the closing quote up to the separator belongs to the cell, as in Excel.
    Result<> readQuoted(Table &table)
    {
        const char *begin = m_at + 1;
        for (const char *from = begin;;) {
            const char *quote = from < m_end ? static_cast<const char *>(std::memchr(
                                                   from, '"', static_cast<std::size_t>(m_end - from)))
                                             : nullptr;
            if (!quote)
                return failHere(
                    ErrorCode::BadFormat,
                    Text::tr("引用符（\"）で始まるセルが閉じられていません。この行の引用符を直すか、Excel "
                             "で開いて保存し直してください。"));
            if (quote + 1 < m_end && quote[1] == '"') {
                arena->append(begin, static_cast<std::size_t>(quote + 1 - begin));
                begin = from = quote + 2;
                continue;
            }
            m_scanner.seek(quote + 1);
            m_stop = m_scanner.next();
            const std::string_view last(begin, static_cast<std::size_t>(quote - begin));
            if (arena->size() == 0 && m_stop == quote + 1) {
                table.addCell(last);
                return {};
            }
            arena->append(last.data(), last.size());
            arena->append(quote + 1, static_cast<std::size_t>(m_stop - quote - 1));
            table.addCell(arena->finish());
            return {};
        }
    }

    [[nodiscard]] std::unexpected<Error> failHere(ErrorCode code, const QString &message) const
    {
        return std::unexpected(Error{code, message, file->name(), {}, Text::tr("%1行目").arg(m_row), {}});
    }

    const std::shared_ptr<const MappedFile> file;
    const std::shared_ptr<std::string> decoded;
    const std::shared_ptr<TextArena> arena = std::make_shared<TextArena>();
    const char *m_begin;
    const char *m_at;
    const char *m_end;
    const char *m_stop = nullptr;
    char m_separator;
    CsvScanner m_scanner;
    std::uint64_t m_mostCells;
    std::uint64_t m_cells = 0;
    int m_row = 0;
};

CsvStream::CsvStream(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}
CsvStream::CsvStream(CsvStream &&) noexcept = default;
CsvStream &CsvStream::operator=(CsvStream &&) noexcept = default;
CsvStream::~CsvStream() = default;

namespace {

/// What is allocated for a file may fail; that is an error of the file and no reason to end.
template<class Work>
auto guarded(const QString &path, const Work &work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return std::unexpected(outOfMemory(path));
    } catch (const std::length_error &) {
        return std::unexpected(outOfMemory(path));
    }
}

} // namespace

Result<CsvStream> CsvStream::open(const QString &path, const ReadLimits &limits)
{
    return guarded(path, [&] { return openUnguarded(path, limits); });
}

Result<CsvStream> CsvStream::openUnguarded(const QString &path, const ReadLimits &limits)
{
    TANE_TRY(const std::shared_ptr<const MappedFile> file, MappedFile::open(path, limits.unpackedBytes));
    if (fileKind(file->bytes()) != FileKind::Text)
        return std::unexpected(notReadable(file->bytes(), file->name()));
    auto decoded = std::make_shared<std::string>();
    const auto whole = asUtf8(file->bytes(), *decoded);
    if (!whole)
        return std::unexpected(
            Error{ErrorCode::BadFormat,
                  Text::tr("文字コードが UTF-8 でも Shift_JIS でもないか、ファイルが壊れています。Excel "
                           "で開き「CSV UTF-8（コンマ区切り）」として保存し直してください。"),
                  file->name(),
                  {},
                  {},
                  {}});
    std::string_view text = *whole;
    char separator = takeDirective(text);
    if (separator == 0)
        separator = detectSeparator(text);
    return CsvStream(std::make_unique<Private>(file, std::move(decoded), text, separator, limits.cells));
}

Result<> CsvStream::read(Table &table, int rows, const Progress &progress)
{
    return guarded(d->name(), [&] { return d->read(table, rows, progress); });
}

bool CsvStream::atEnd() const
{
    return d->atEnd();
}

void CsvStream::reserve(Table &table) const
{
    const Private::Size size = d->expected();
    table.reserve(size.rows, size.cells);
}

std::size_t CsvStream::expectedRows() const
{
    return d->expected().rows;
}

Result<Table> readCsv(const QString &path, const ReadLimits &limits, const Progress &progress)
{
    TANE_TRY(CsvStream stream, CsvStream::open(path, limits));
    return guarded(path, [&]() -> Result<Table> {
        Table table;
        stream.reserve(table);
        TANE_CHECK(stream.read(table, std::numeric_limits<int>::max(), progress));
        return table;
    });
}

} // namespace tane
