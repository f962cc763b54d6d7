#include "exchange/csvwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace tane {

namespace {

constexpr std::array<bool, 256> specialBytes()
{
    std::array<bool, 256> table{};
    for (const unsigned char c : {'"', ',', '\r', '\n', '\0'})
        table[c] = true;
    return table;
}
constexpr std::array<bool, 256> kSpecial = specialBytes();

bool beginsFormula(char c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// "-5", "+1,200.5", "-3.2%", "-1e-5": Excel reads these as the numbers they are.
bool isNumber(std::string_view text)
{
    std::size_t at = text.front() == '+' || text.front() == '-' ? 1 : 0;
    std::size_t digits = 0;
    for (; at < text.size() && (isDigit(text[at]) || text[at] == '.' || text[at] == ','); ++at)
        digits += isDigit(text[at]) ? 1 : 0;
    if (at < text.size() && digits > 0 && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const std::size_t exponent = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        if (at == exponent)
            return false;
    }
    if (at < text.size() && text[at] == '%')
        ++at;
    return digits > 0 && at == text.size();
}

/// Whether the text, apostrophes in front apart, would start a formula. Texts with such apostrophes of their
/// own are guarded too: only so can unguardFormula be exact.
bool looksLikeGuarded(std::string_view text)
{
    const std::size_t at = text.find_first_not_of('\'');
    return at != std::string_view::npos && at + 1 < text.size() && beginsFormula(text[at]);
}

bool needsGuard(std::string_view text)
{
    if (text.size() < 2 || (!beginsFormula(text.front()) && text.front() != '\''))
        return false;
    return looksLikeGuarded(text) && !isNumber(text);
}

} // namespace

CsvWriter::CsvWriter(CsvOptions options)
    : m_options(options)
{
    makeRoom(3);
    if (m_options.bom)
        put("\xEF\xBB\xBF");
    m_rowStart = m_used;
}

void CsvWriter::grow(std::size_t bytes)
{
    // No bytes are cleared: all up to m_used are kept, the rest is written before it is read.
    m_buffer.resize_and_overwrite(std::max(m_used + bytes, m_buffer.size() * 2 + 4096),
                                  [](char *, std::size_t size) { return size; });
}

void CsvWriter::put(std::string_view text)
{
    std::memcpy(m_buffer.data() + m_used, text.data(), text.size());
    m_used += text.size();
}

void CsvWriter::cell(std::string_view utf8)
{
    makeRoom(utf8.size() + 1);
    // Nearly all cells need nothing: look for what does not while copying, and start again if there is any.
    if (utf8.empty())
        return separate();
    if (m_options.guardFormulas && needsGuard(utf8))
        return quotedCell(utf8);
    const std::size_t start = m_used;
    const bool first = m_firstCell;
    separate();
    char *out = m_buffer.data() + m_used;
    bool special = false;
    for (const char c : utf8) {
        special |= kSpecial[static_cast<unsigned char>(c)];
        *out++ = c;
    }
    m_used += utf8.size();
    if (special) {
        m_used = start;
        m_firstCell = first;
        quotedCell(utf8);
    }
}

bool CsvWriter::isVerbatim(std::string_view utf8) const
{
    return !(m_options.guardFormulas && needsGuard(utf8)) &&
           std::ranges::none_of(utf8, [](char c) { return kSpecial[static_cast<unsigned char>(c)]; });
}

void CsvWriter::quotedCell(std::string_view utf8)
{
    if (utf8.find('\0') != std::string_view::npos) {
        std::string clean(utf8);
        std::erase(clean, '\0');
        return cell(clean);
    }
    makeRoom(2 * utf8.size() + 4);
    separate();
    put('"');
    if (m_options.guardFormulas && needsGuard(utf8))
        put('\'');
    for (const char c : utf8) {
        if (c == '"')
            put('"');
        put(c);
    }
    put('"');
}

void CsvWriter::cell(std::int64_t number)
{
    constexpr std::size_t kLongest = 24;
    makeRoom(kLongest + 1);
    separate();
    char *out = m_buffer.data() + m_used;
    m_used += static_cast<std::size_t>(std::to_chars(out, out + kLongest, number).ptr - out);
}

void CsvWriter::cell(double number, int decimals)
{
    constexpr std::size_t kLongest = 400; // the largest double has 309 digits
    makeRoom(kLongest + 1);
    separate();
    if (!std::isfinite(number))
        return;
    char *out = m_buffer.data() + m_used;
    const auto written = std::to_chars(out, out + kLongest, number, std::chars_format::fixed, decimals);
    if (written.ec == std::errc())
        m_used += static_cast<std::size_t>(written.ptr - out);
}

void CsvWriter::cell(Percent percent)
{
    if (!percent.isDefined())
        return emptyCell();
    cell(percent.tenths() / 10);
    makeRoom(2);
    put('.');
    put(static_cast<char>('0' + percent.tenths() % 10));
}

void CsvWriter::endRow()
{
    makeRoom(4);
    // A row of one empty cell would be an empty line, which readers skip.
    if (!m_firstCell && m_used == m_rowStart)
        put("\"\"");
    put(m_options.crlf ? std::string_view("\r\n") : std::string_view("\n"));
    m_firstCell = true;
    constexpr std::size_t pieceSize = 256 * 1024; // stays in the processor's cache
    if (m_file && m_used >= pieceSize)
        flush();
    m_rowStart = m_used;
}

void CsvWriter::row(const QStringList &cells)
{
    for (const QString &text : cells)
        cell(text);
    endRow();
}

Result<> CsvWriter::save(const QString &path) const
{
    return writeFileAtomically(path, QByteArrayView(m_buffer.data(), static_cast<qsizetype>(m_used)));
}

Result<> CsvWriter::open(const QString &path)
{
    m_file = std::make_unique<AtomicFile>(path);
    return m_file->open();
}

void CsvWriter::flush()
{
    if (m_written)
        m_written = m_file->write(QByteArrayView(m_buffer.data(), static_cast<qsizetype>(m_used)));
    m_used = 0;
}

Result<> CsvWriter::close()
{
    flush();
    TANE_CHECK(m_written);
    return m_file->commit();
}

std::string_view unguardFormula(std::string_view utf8)
{
    return !utf8.empty() && utf8.front() == '\'' && looksLikeGuarded(utf8) ? utf8.substr(1) : utf8;
}

} // namespace tane
