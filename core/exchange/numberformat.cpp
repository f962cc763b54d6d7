#include "exchange/numberformat.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace tane {

namespace {

constexpr std::string_view dayLetters = "ydYD";

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool startsWithGeneral(std::string_view code)
{
    constexpr std::string_view general = "general";
    if (code.size() < general.size())
        return false;
    for (std::size_t i = 0; i < general.size(); ++i)
        if (lower(code[i]) != general[i])
            return false;
    return true;
}

/// [h], [mm], [s]: an elapsed time. Other brackets are colours, conditions, currencies and locales.
bool isElapsed(std::string_view inBrackets)
{
    if (inBrackets.empty())
        return false;
    const char first = lower(inBrackets.front());
    if (first != 'h' && first != 'm' && first != 's')
        return false;
    for (const char c : inBrackets)
        if (lower(c) != first)
            return false;
    return true;
}

struct FormatScan
{
    bool elapsed = false, day = false, month = false, time = false;

    /// Looks at the letter at `at` and returns how many characters to go on.
    std::size_t letter(std::string_view code, std::size_t at)
    {
        const char c = lower(code[at]);
        const char next = at + 1 < code.size() ? code[at + 1] : '\0';
        if (c == 'e' && (next == '+' || next == '-'))
            return 2; // 0.00E+00
        if (c == 'a' && lower(next) == 'a') {
            day = true; // aaa, aaaa: the weekday in Japanese
            return 2;
        }
        if (dayLetters.find(c) != std::string_view::npos || c == 'e')
            day = true;
        else if (c == 'm')
            month = true; // month or minute, depending on the company it keeps
        else if (c == 'h' || c == 's')
            time = true;
        return 1;
    }
};

std::string_view finish(NumberBuffer buffer, int length)
{
    return length > 0 ? std::string_view(buffer.data(), static_cast<std::size_t>(length))
                      : std::string_view();
}

} // namespace

NumberKind builtinNumberKind(int id)
{
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58))
        return NumberKind::Date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47)
        return NumberKind::Time;
    return id == 46 ? NumberKind::Elapsed : NumberKind::Number;
}

NumberKind numberKindOf(std::string_view code)
{
    FormatScan scan;
    for (std::size_t i = 0; i < code.size() && code[i] != ';';) {
        const char c = code[i];
        if (c == '"') {
            const std::size_t end = code.find('"', i + 1);
            i = end == std::string_view::npos ? code.size() : end + 1;
        } else if (c == '\\' || c == '_' || c == '*') {
            i += 2; // the next character is a literal, a width or a filler
        } else if (c == '[') {
            const std::size_t end = code.find(']', i + 1);
            if (end == std::string_view::npos)
                break;
            scan.elapsed |= isElapsed(code.substr(i + 1, end - i - 1));
            i = end + 1;
        } else if (startsWithGeneral(code.substr(i))) {
            i += 7;
        } else {
            i += scan.letter(code, i);
        }
    }
    if (scan.elapsed)
        return NumberKind::Elapsed;
    if (scan.day || (scan.month && !scan.time))
        return NumberKind::Date;
    return scan.time ? NumberKind::Time : NumberKind::Number;
}

bool isGeneralForm(std::string_view text)
{
    std::size_t i = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t first = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9')
        ++i;
    const std::size_t whole = i - first;
    if (whole == 0 || whole > 15 || (whole > 1 && text[first] == '0'))
        return false;
    if (i == text.size())
        return text[first] != '0' || first == 0; // "-0" is shown as 0
    if (text[i] != '.' || text.size() - first - 1 > 15 || text.back() == '0' || text.back() == '.')
        return false;
    std::size_t zeros = 0;
    bool leading = text[first] == '0';
    for (++i; i < text.size(); ++i) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        leading = leading && text[i] == '0';
        zeros += leading ? 1 : 0;
    }
    return zeros <= 3;
}

std::string_view formatGeneral(double value, NumberBuffer buffer)
{
    if (!std::isfinite(value))
        return {};
    if (value == 0)
        return "0";
    // 15 significant digits: d.dddddddddddddde±xx
    char digits[32];
    const auto made =
        std::to_chars(digits, digits + sizeof digits, std::fabs(value), std::chars_format::scientific, 14);
    std::string_view text(digits, static_cast<std::size_t>(made.ptr - digits));
    int exponent = 0;
    const std::size_t e = text.find('e');
    const char *exponentText = digits + e + (text[e + 1] == '+' ? 2 : 1);
    std::from_chars(exponentText, made.ptr, exponent);
    char plain[16];
    int count = 0;
    for (const char c : text.substr(0, e))
        if (c != '.')
            plain[count++] = c;
    while (count > 1 && plain[count - 1] == '0')
        --count;

    char *out = buffer.data();
    if (value < 0)
        *out++ = '-';
    const auto put = [&out](const char *from, int n) {
        for (int i = 0; i < n; ++i)
            *out++ = from[i];
    };
    const auto zeros = [&out](int n) {
        for (int i = 0; i < n; ++i)
            *out++ = '0';
    };
    // General writes small numbers plainly while they fit its eleven places.
    const bool smallFits = exponent < 0 && (exponent >= -4 || 1 - exponent + count <= 11);
    if (exponent >= 0 && exponent < 15) {
        const int whole = exponent + 1;
        put(plain, std::min(count, whole));
        zeros(std::max(0, whole - count));
        if (count > whole) {
            *out++ = '.';
            put(plain + whole, count - whole);
        }
    } else if (smallFits) {
        put("0.", 2);
        zeros(-exponent - 1);
        put(plain, count);
    } else {
        *out++ = plain[0];
        if (count > 1) {
            *out++ = '.';
            put(plain + 1, count - 1);
        }
        put(exponent < 0 ? "E-" : "E+", 2);
        if (std::abs(exponent) < 10)
            *out++ = '0';
        out = std::to_chars(out, buffer.data() + buffer.size(), std::abs(exponent)).ptr;
    }
    return {buffer.data(), static_cast<std::size_t>(out - buffer.data())};
}

std::string_view formatSerial(double serial, NumberKind kind, bool date1904, NumberBuffer buffer)
{
    constexpr double lastDay1900 = 2958466; // the day after 9999-12-31
    if (!(serial >= 0 && serial < lastDay1900 - (date1904 ? 1462 : 0)))
        return {};
    const long long total = std::llround(serial * 86400.0);
    const int hours = static_cast<int>(total / 3600), minutes = static_cast<int>(total / 60 % 60);
    const int seconds = static_cast<int>(total % 60);
    if (kind == NumberKind::Elapsed)
        return finish(buffer,
                      std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", hours, minutes, seconds));
    const int day = static_cast<int>(total / 86400), ofDay = static_cast<int>(total % 86400);
    const bool firstDay1904 = date1904 && day == 0 && ofDay == 0 && kind == NumberKind::Date;
    if (day == 0 && !firstDay1904)
        return finish(buffer, std::snprintf(buffer.data(), buffer.size(), "%02d:%02d:%02d", hours % 24,
                                            minutes, seconds));

    using namespace std::chrono;
    // Excel inherited from Lotus 1-2-3 a 29 February 1900: serial numbers before it lie one day closer to
    // 1899-12-31.
    const bool never = !date1904 && day == 60;
    const sys_days origin = date1904   ? sys_days{year{1904} / 1 / 1}
                            : day < 60 ? sys_days{year{1899} / 12 / 31}
                                       : sys_days{year{1899} / 12 / 30};
    const year_month_day date{origin + days{day}};
    const int y = static_cast<int>(date.year());
    const unsigned m = never ? 2U : static_cast<unsigned>(date.month());
    const unsigned d = never ? 29U : static_cast<unsigned>(date.day());
    if (y > 9999)
        return {};
    if (ofDay == 0)
        return finish(buffer, std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", y, m, d));
    return finish(buffer, std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d", y, m,
                                        d, ofDay / 3600, minutes, seconds));
}

} // namespace tane
