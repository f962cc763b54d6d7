#include "exchange/workbookformats.h"

#include "exchange/outputtext.h"

#include <QRegularExpression>

#include <string>

namespace tane::xlsx {

namespace {

constexpr qsizetype kCellLimit = 32767;

void setNumberLook(lxw_format *format, const FormatKey &key)
{
    switch (key.look) {
    case Look::Integer:
        format_set_num_format(format, "#,##0");
        break;
    case Look::Fixed: {
        const std::string decimals(static_cast<std::size_t>(std::max(key.decimals, 0)), '0');
        format_set_num_format(format, decimals.empty() ? "0" : ("0." + decimals).c_str());
        break;
    }
    case Look::Percent:
        format_set_num_format(format, "0.0%");
        break;
    case Look::Dash:
        format_set_align(format, LXW_ALIGN_RIGHT);
        break;
    default:
        break;
    }
}

void setGrid(lxw_format *format)
{
    format_set_border(format, LXW_BORDER_HAIR);
    format_set_border_color(format, kLine);
}

} // namespace

lxw_format *Formats::get(const FormatKey &key)
{
    lxw_format *&format = m_formats[key];
    if (format != nullptr)
        return format;
    format = workbook_add_format(m_book);
    format_set_font_name(format, kFont);
    format_set_font_family(format, 3);    // modern
    format_set_font_charset(format, 128); // Shift_JIS: the substitute is a Japanese font too
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    switch (key.look) {
    case Look::Title:
        format_set_font_size(format, 14);
        format_set_bold(format);
        break;
    case Look::Subtitle:
        format_set_font_size(format, 11);
        format_set_bold(format);
        break;
    case Look::Note:
    case Look::Hint:
        format_set_font_size(format, 9);
        format_set_text_wrap(format);
        if (key.look == Look::Hint) {
            format_set_bg_color(format, kHintFill);
            format_set_left(format, LXW_BORDER_THICK);
            format_set_left_color(format, kAccent);
            format_set_indent(format, 1);
        }
        break;
    case Look::Head:
    case Look::HeadRow:
        setGrid(format);
        format_set_bold(format);
        format_set_text_wrap(format);
        format_set_bg_color(format, kHeadFill);
        format_set_align(format, key.look == Look::Head ? LXW_ALIGN_CENTER : LXW_ALIGN_LEFT);
        break;
    default:
        setGrid(format);
        if (key.look == Look::Text)
            format_set_text_wrap(format);
        setNumberLook(format, key);
        break;
    }
    if (key.bold)
        format_set_bold(format);
    if (key.centred)
        format_set_align(format, LXW_ALIGN_CENTER);
    if (key.fill >= 0)
        format_set_bg_color(format, static_cast<lxw_color_t>(key.fill));
    return format;
}

std::uint32_t tint(std::uint32_t color, double amount)
{
    std::uint32_t mixed = 0;
    for (const int shift : {16, 8, 0}) {
        const auto channel = static_cast<double>((color >> shift) & 0xff);
        mixed |= static_cast<std::uint32_t>(channel * amount + 255.0 * (1.0 - amount) + 0.5) << shift;
    }
    return mixed;
}

QByteArray cellText(const QString &text)
{
    static const QRegularExpression escape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    QString clean = xmlText(text, kCellLimit);
    if (clean.contains(QStringLiteral("_x")))
        clean = xmlText(clean.replace(escape, QStringLiteral("_x005F_")), kCellLimit);
    return clean.toUtf8();
}

} // namespace tane::xlsx
