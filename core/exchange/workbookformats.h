#pragma once

#include "chart/chartspec.h"

#include <QString>

#include <compare>
#include <cstdint>
#include <map>
#include <xlsxwriter.h>

namespace tane::xlsx {

inline constexpr char kFont[] =
    "BIZ UDPゴシック"; // part of Windows 10 and later; elsewhere Excel takes its own

enum class Look { Title, Subtitle, Note, Hint, Head, HeadRow, Text, Integer, General, Fixed, Percent, Dash };

/// What tells one cell format from another.
struct FormatKey
{
    Look look = Look::Text;
    int decimals = 0;
    bool bold = false;
    bool centred = false;
    std::int64_t fill = -1; ///< RGB, -1 for none
    auto operator<=>(const FormatKey &) const = default;
};

/// Cell formats of one workbook, each made once: Excel refuses more than about 64,000.
class Formats
{
public:
    explicit Formats(lxw_workbook *book)
        : m_book(book)
    {
    }
    lxw_format *get(const FormatKey &key);

private:
    lxw_workbook *m_book;
    std::map<FormatKey, lxw_format *> m_formats;
};

/// Colours for cells and charts; the same values as the paper scheme of ui/paper/palette.cpp, which core
/// cannot see.
inline constexpr std::uint32_t kInk = 0x1d2522, kLine = 0x6b726f, kHeadFill = 0xe3efeb, kHintFill = 0xeef3f1,
                               kUp = 0x2f6fb2, kStay = 0xe2e5e3, kDown = 0xb5610f, kAccent = 0x17695a;

/// `color` mixed into white; amount 1 gives the colour.
[[nodiscard]] std::uint32_t tint(std::uint32_t color, double amount);

/// UTF-8 of a text made safe for a cell. "_x0041_" would be read by Excel as "A": its underscore is escaped.
[[nodiscard]] QByteArray cellText(const QString &text);

} // namespace tane::xlsx
