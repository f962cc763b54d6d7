#pragma once

// Private to the workbook writer: cell formats of forms.

#include "exchange/formsheet.h"

#include <compare>
#include <map>
#include <xlsxwriter.h>

namespace tane::xlsx {

/// What tells one cell format of a form from another.
struct FormLook
{
    enum class Kind { Cell, Title, Subtitle, Heading, Caption, Paragraph };
    Kind kind = Kind::Cell;
    FormTableCell::Style style = FormTableCell::Style::Body;
    FormTableCell::Align align = FormTableCell::Align::Left;
    bool middle = false, spread = false, indented = false, ruled = false;
    bool top = true, bottom = true; ///< lines of a ruled cell
    double points = 9;
    auto operator<=>(const FormLook &) const = default;
};

/// Cell formats of one workbook, each made once.
class FormFormats
{
public:
    explicit FormFormats(lxw_workbook *book)
        : m_book(book)
    {
    }
    lxw_format *get(const FormLook &look);

private:
    lxw_workbook *m_book;
    std::map<FormLook, lxw_format *> m_formats;
};

} // namespace tane::xlsx
