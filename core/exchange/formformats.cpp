#include "exchange/formformats.h"

#include "exchange/formgrid.h"
#include "exchange/workbookformats.h"

namespace tane::xlsx {

namespace {

constexpr std::uint32_t kNoteInk = 0x404744, kInputFill = 0xfffbe8;

void rule(lxw_format *format, const FormLook &look)
{
    format_set_left(format, LXW_BORDER_THIN);
    format_set_right(format, LXW_BORDER_THIN);
    format_set_left_color(format, kLine);
    format_set_right_color(format, kLine);
    if (look.top) {
        format_set_top(format, LXW_BORDER_THIN);
        format_set_top_color(format, kLine);
    }
    if (look.bottom) {
        format_set_bottom(format, LXW_BORDER_THIN);
        format_set_bottom_color(format, kLine);
    }
}

lxw_format *make(lxw_workbook *book, const FormLook &look)
{
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, kFont);
    format_set_font_family(format, 3);    // modern
    format_set_font_charset(format, 128); // Shift_JIS: the substitute is a Japanese font too
    format_set_font_size(format, look.points);
    format_set_text_wrap(format);
    format_set_align(format, look.spread   ? LXW_ALIGN_VERTICAL_JUSTIFY
                             : look.middle ? LXW_ALIGN_VERTICAL_CENTER
                                           : LXW_ALIGN_VERTICAL_TOP);
    if (look.indented)
        format_set_indent(format, 1);
    format_set_align(format, look.align == FormTableCell::Align::Centre  ? LXW_ALIGN_CENTER
                             : look.align == FormTableCell::Align::Right ? LXW_ALIGN_RIGHT
                                                                         : LXW_ALIGN_LEFT);
    const bool strong = isLabel(look.style) && look.style != FormTableCell::Style::Label;
    if (strong || (look.kind != FormLook::Kind::Cell && look.kind != FormLook::Kind::Subtitle &&
                   look.kind != FormLook::Kind::Paragraph))
        format_set_bold(format);
    if (fillOf(look.style) != 0xffffff)
        format_set_bg_color(format, fillOf(look.style));
    if (look.style == FormTableCell::Style::Note)
        format_set_font_color(format, kNoteInk);
    if (look.input) {
        format_set_unlocked(format);
        constexpr std::uint8_t text = 49; // "@": a telephone number keeps its 0
        format_set_num_format_index(format, text);
        format_set_bg_color(format, kInputFill);
    }
    if (look.kind == FormLook::Kind::Subtitle) {
        format_set_font_color(format, kNoteInk);
        format_set_bottom(format, LXW_BORDER_MEDIUM);
        format_set_bottom_color(format, kAccent);
    }
    if (look.ruled)
        rule(format, look);
    return format;
}

} // namespace

lxw_format *FormFormats::get(const FormLook &look)
{
    lxw_format *&format = m_formats[look];
    if (format == nullptr)
        format = make(m_book, look);
    return format;
}

} // namespace tane::xlsx
