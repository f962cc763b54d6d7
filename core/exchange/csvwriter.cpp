#include "exchange/csvwriter.h"

#include "base/atomicfile.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

namespace tane {

namespace {

constexpr std::array<bool, 256> specialBytes()
{
    std::array<bool, 256> table{};
    for (const unsigned char c : {'"', ',', '\r', '\n'})
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

/// Whether the text, apostrophes in front apart, would start a formula. Texts with such apostrophes of their own are
/// guarded too: only so can unguardFormula be exact.
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

CsvWriter::CsvWriter(CsvOptions options) : m_options(options)
{
    if (m_options.bom)
        m_out = "\xEF\xBB\xBF";
    m_rowStart = m_out.size();
}

void CsvWriter::separate()
{
    if (!m_firstCell)
        m_out.push_back(',');
    m_firstCell = false;
}

void CsvWriter::cell(std::string_view utf8)
{
    if (utf8.find('\0') != std::string_view::npos) {
        std::string clean(utf8);
        std::erase(clean, '\0');
        return cell(clean);
    }
    separate();
    const bool guard = m_options.guardFormulas && needsGuard(utf8);
    bool plain = !guard;
    for (const char c : utf8)
        plain = plain && !kSpecial[static_cast<unsigned char>(c)];
    if (plain)
        m_out.append(utf8);
    else
        appendQuoted(utf8, guard);
}

void CsvWriter::appendQuoted(std::string_view utf8, bool guard)
{
    m_out.push_back('"');
    if (guard)
        m_out.push_back('\'');
    for (const char c : utf8) {
        if (c == '"')
            m_out.push_back('"');
        m_out.push_back(c);
    }
    m_out.push_back('"');
}

void CsvWriter::cell(std::int64_t number)
{
    separate();
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    m_out.append(text.data(), end);
}

void CsvWriter::cell(double number, int decimals)
{
    separate();
    if (!std::isfinite(number))
        return;
    std::array<char, 400> text{};
    const auto written =
        std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed, decimals);
    if (written.ec == std::errc())
        m_out.append(text.data(), written.ptr);
}

void CsvWriter::cell(Percent percent)
{
    separate();
    if (!percent.isDefined())
        return;
    std::array<char, 24> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), percent.tenths() / 10).ptr;
    m_out.append(text.data(), end);
    m_out.push_back('.');
    m_out.push_back(static_cast<char>('0' + percent.tenths() % 10));
}

void CsvWriter::endRow()
{
    // A row of one empty cell would be an empty line, which readers skip.
    if (!m_firstCell && m_out.size() == m_rowStart)
        m_out.append("\"\"");
    m_out.append(m_options.crlf ? "\r\n" : "\n");
    m_rowStart = m_out.size();
    m_firstCell = true;
}

void CsvWriter::row(const QStringList &cells)
{
    for (const QString &text : cells)
        cell(text);
    endRow();
}

Result<> CsvWriter::save(const QString &path) const
{
    return writeFileAtomically(path, QByteArrayView(m_out.data(), static_cast<qsizetype>(m_out.size())));
}

std::string_view unguardFormula(std::string_view utf8)
{
    return !utf8.empty() && utf8.front() == '\'' && looksLikeGuarded(utf8) ? utf8.substr(1) : utf8;
}

} // namespace tane
