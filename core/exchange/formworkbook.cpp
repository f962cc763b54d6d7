#include "exchange/formworkbook.h"

#include "exchange/formformats.h"
#include "exchange/formrows.h"
#include "exchange/formworkbook_p.h"
#include "exchange/sheetwriter_p.h"

#include <algorithm>
#include <cmath>

namespace tane {

namespace xlsx {

namespace {

constexpr double kPointsPerMm = 72 / 25.4;

/// A rectangle of cells of the worksheet, both ends inclusive.
struct Block
{
    int firstRow, lastRow, firstColumn, lastColumn;
};

/// Writes some parts of a form on one worksheet.
class FormSheetWriter
{
public:
    FormSheetWriter(lxw_worksheet *sheet, FormFormats &formats, BookState &state, const FormSheet &form,
                    const std::vector<const FormSheet::Part *> &parts)
        : m_sheet(sheet)
        , m_formats(formats)
        , m_state(state)
        , m_form(form)
        , m_metrics(formMetrics(form))
        , m_parts(parts)
        , m_grid(tablesOf(parts), m_metrics.width())
        , m_plan(m_metrics.height() * kPointsPerMm - 4)
    {
    }

    lxw_error write()
    {
        setUp();
        FormLook look{.kind = FormLook::Kind::Title, .points = half(m_metrics.title())};
        m_plan.addLine(m_row, line(m_form.title, look, 1.35));
        look = {.kind = FormLook::Kind::Subtitle, .points = half(m_metrics.body)};
        m_plan.addLine(m_row,
                       line(m_form.subtitle.isEmpty() ? QStringLiteral(" ") : m_form.subtitle, look, 1.6));
        m_plan.addLine(m_row, gap(7));
        for (const FormSheet::Part *part : m_parts) {
            if (part->table)
                table(*part->table);
            else if (part->paragraph)
                paragraph(*part->paragraph);
        }
        std::vector<lxw_row_t> breaks(m_plan.breaks().begin(), m_plan.breaks().end());
        constexpr std::size_t mostBreaks = 1000; // Excel knows 1,023
        breaks.resize(std::min(breaks.size(), mostBreaks));
        // What is a few lines too long is printed a little smaller instead of on a second page.
        constexpr double most = 1.12;
        if (!breaks.empty() && m_plan.pages() <= most) {
            breaks.clear();
            worksheet_fit_to_pages(m_sheet, 1, 1);
        }
        breaks.push_back(0);
        note(worksheet_set_h_pagebreaks(m_sheet, breaks.data()));
        if (m_row > 0)
            note(worksheet_print_area(m_sheet, 0, 0, static_cast<lxw_row_t>(m_row - 1),
                                      static_cast<lxw_col_t>(m_grid.count() - 1)));
        return m_error;
    }

private:
    static std::vector<const FormTable *> tablesOf(const std::vector<const FormSheet::Part *> &parts)
    {
        std::vector<const FormTable *> tables;
        for (const FormSheet::Part *part : parts)
            if (part->table)
                tables.push_back(&*part->table);
        return tables;
    }
    /// Excel knows half points.
    double half(double mm) const { return std::round(m_metrics.points(mm) * 2) / 2; }
    void note(lxw_error error)
    {
        if (m_error == LXW_NO_ERROR)
            m_error = error;
    }

    void setUp();
    void height(int row, double points)
    {
        note(worksheet_set_row(m_sheet, static_cast<lxw_row_t>(row), std::min(points, 409.0), nullptr));
    }
    double gap(double points)
    {
        height(m_row++, points);
        return points;
    }
    double line(const QString &text, const FormLook &look, double factor);
    void paragraph(const FormParagraph &paragraph);
    void table(const FormTable &table);
    void cell(const PlacedCell &placed, const MeasuredText &text, const FormGrid &grid,
              const std::vector<SheetRows> &rows, const FormTable &table);
    void put(const Block &block, const QString &text, const QString &remark, const FormLook &look);
    void askFor(const Block &block, const FormTableCell &content);

    lxw_worksheet *m_sheet;
    FormFormats &m_formats;
    BookState &m_state;
    const FormSheet &m_form;
    FormMetrics m_metrics;
    const std::vector<const FormSheet::Part *> &m_parts;
    ColumnGrid m_grid;
    PagePlan m_plan;
    int m_row = 0;
    lxw_error m_error = LXW_NO_ERROR;
};

void FormSheetWriter::setUp()
{
    constexpr double pixelsPerMm = 96 / 25.4, digit = 7, padding = 5;
    for (int column = 0; column < m_grid.count(); ++column) {
        const double pixels = m_grid.widthOf(column) * pixelsPerMm * 0.985; // printers round up
        const double width =
            pixels > digit + padding ? (pixels - padding) / digit : pixels / (digit + padding);
        note(worksheet_set_column(m_sheet, static_cast<lxw_col_t>(column), static_cast<lxw_col_t>(column),
                                  width, nullptr));
    }
    worksheet_set_paper(m_sheet, m_form.paper == FormSheet::Paper::A3 ? 8 : 9);
    if (m_form.landscape)
        worksheet_set_landscape(m_sheet);
    worksheet_fit_to_pages(m_sheet, 1, 0);
    const auto inches = [](double mm) { return mm / 25.4; };
    worksheet_set_margins(m_sheet, inches(m_metrics.side), inches(m_metrics.side), inches(m_metrics.top),
                          inches(m_metrics.bottom));
    worksheet_center_horizontally(m_sheet);
    worksheet_gridlines(m_sheet, LXW_HIDE_ALL_GRIDLINES);
    lxw_header_footer_options options{};
    options.margin = inches(m_metrics.bottom - 10);
    worksheet_set_footer_opt(m_sheet, footerCode(m_form.footer).constData(), &options);
    if (m_form.locked) {
        lxw_protection allowed{};
        allowed.format_rows = LXW_TRUE; // a long answer needs a higher row
        worksheet_protect(m_sheet, nullptr, &allowed);
    }
    // Figures in a form are text like everything else: no green corners.
    worksheet_ignore_errors(m_sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
}

/// Text over the whole width; gives its height.
double FormSheetWriter::line(const QString &text, const FormLook &look, double factor)
{
    const double ems = m_metrics.width() * kPointsPerMm / look.points - 1;
    const auto lines = static_cast<double>(wrapped(text, ems).size());
    const double points = std::min(lines * look.points * factor + 4, kHighestRow);
    height(m_row, points);
    put({m_row, m_row, 0, m_grid.count() - 1}, text, {}, look);
    ++m_row;
    return points;
}

void FormSheetWriter::paragraph(const FormParagraph &paragraph)
{
    const double body = m_metrics.body;
    switch (paragraph.style) {
    case FormParagraph::Style::Heading:
        m_plan.addHeading(m_row, gap(12));
        m_plan.addHeading(
            m_row,
            line(paragraph.text, {.kind = FormLook::Kind::Heading, .points = half(body * 1.3)}, kLineFactor));
        break;
    case FormParagraph::Style::Body:
        m_plan.addLine(m_row, gap(4));
        m_plan.addLine(m_row, line(paragraph.text, {.kind = FormLook::Kind::Paragraph, .points = half(body)},
                                   kLineFactor));
        break;
    case FormParagraph::Style::Note:
        m_plan.addLine(m_row, gap(4));
        m_plan.addLine(m_row, line(paragraph.text,
                                   {.kind = FormLook::Kind::Paragraph,
                                    .style = FormTableCell::Style::Note,
                                    .points = half(m_metrics.small())},
                                   kLineFactor));
        break;
    }
}

void FormSheetWriter::put(const Block &block, const QString &text, const QString &remark,
                          const FormLook &look)
{
    const auto firstRow = static_cast<lxw_row_t>(block.firstRow),
               lastRow = static_cast<lxw_row_t>(block.lastRow);
    const auto firstColumn = static_cast<lxw_col_t>(block.firstColumn),
               lastColumn = static_cast<lxw_col_t>(block.lastColumn);
    lxw_format *format = m_formats.get(look);
    if (firstRow != lastRow || firstColumn != lastColumn)
        note(worksheet_merge_range(m_sheet, firstRow, firstColumn, lastRow, lastColumn, "", format));
    FormLook small = look;
    small.points = half(m_metrics.small());
    QByteArray words = cellText(text), quiet = cellText(text.isEmpty() ? remark : u'\n' + remark);
    if (remark.isEmpty() || text.isEmpty()) {
        note(worksheet_write_string(m_sheet, firstRow, firstColumn,
                                    remark.isEmpty() ? words.constData() : quiet.constData(),
                                    remark.isEmpty() ? format : m_formats.get(small)));
        return;
    }
    lxw_rich_string_tuple first{format, words.data()}, second{m_formats.get(small), quiet.data()};
    lxw_rich_string_tuple *tuples[] = {&first, &second, nullptr};
    note(worksheet_write_rich_string(m_sheet, firstRow, firstColumn, tuples, format));
}

/// Drop-down and hint of an input.
void FormSheetWriter::askFor(const Block &block, const FormTableCell &content)
{
    if (content.choices.isEmpty() && content.hint.isEmpty())
        return;
    const auto row = static_cast<lxw_row_t>(block.firstRow);
    const auto column = static_cast<lxw_col_t>(block.firstColumn);
    m_state.choices.push_back(
        {m_sheet, row, column, row, column, content.choices, !content.free, content.hint});
}

void FormSheetWriter::cell(const PlacedCell &placed, const MeasuredText &text, const FormGrid &grid,
                           const std::vector<SheetRows> &rows, const FormTable &table)
{
    const FormTableCell &content = *placed.cell;
    const SheetRows &first = rows[static_cast<std::size_t>(placed.row)];
    const SheetRows &last = rows[static_cast<std::size_t>(placed.row + placed.rowSpan - 1)];
    Block block{first.first, last.first + last.count() - 1, m_grid.lineAt(grid.left(placed.column)),
                m_grid.lineAt(grid.left(placed.column + placed.columnSpan)) - 1};
    block.lastColumn = std::max(block.firstColumn, block.lastColumn);
    FormLook look{.style = content.style,
                  .align = content.align,
                  .middle =
                      table.middle || isLabel(content.style) || content.style == FormTableCell::Style::Note,
                  .indented = isIndented(content, grid.widthOf(placed) * m_metrics.width()),
                  .ruled = table.ruled,
                  .input = content.input,
                  .points = text.points};
    if (content.input)
        askFor(block, content);
    if (placed.rowSpan > 1 || first.linesEach == 0 || text.lines() <= first.linesEach) {
        put(block, text.text, text.remark, look);
        return;
    }
    look.middle = false;
    const QStringList parts = cut(text, first.linesEach);
    for (int i = 0; i < first.count(); ++i) {
        look.top = i == 0;
        look.bottom = i + 1 == first.count();
        // The lines of a full part fill it evenly, so that the text reads on from row to row.
        look.spread = i + 1 < parts.size();
        put({block.firstRow + i, block.firstRow + i, block.firstColumn, block.lastColumn}, parts.value(i), {},
            look);
    }
}

void FormSheetWriter::table(const FormTable &table)
{
    const FormGrid grid(table);
    if (grid.rows == 0 || grid.columns == 0)
        return;
    const int begin = m_row;
    double above = m_row > 3 ? gap(12) : 0;
    if (!table.caption.isEmpty())
        above +=
            line(table.caption,
                 {.kind = FormLook::Kind::Caption, .middle = true, .points = half(m_metrics.body * 1.12)},
                 kLineFactor);
    const std::vector<MeasuredText> texts = measuredAll(grid, m_metrics);
    const std::vector<SheetRows> rows = sheetRows(grid, texts, m_row);
    for (const SheetRows &row : rows)
        for (const double points : row.heights)
            height(m_row++, points);
    // The head of the last table is said again on the pages after it, where nothing else is.
    if (grid.headRows > 0 && &table == tablesOf(m_parts).back()) {
        const SheetRows &last = rows[static_cast<std::size_t>(grid.headRows) - 1];
        note(worksheet_repeat_rows(m_sheet, static_cast<lxw_row_t>(rows.front().first),
                                   static_cast<lxw_row_t>(last.first + last.count() - 1)));
        double head = 0;
        for (int row = 0; row < grid.headRows; ++row)
            head += rows[static_cast<std::size_t>(row)].height();
        m_plan.addTable(grid, rows, begin, above, head);
    } else {
        m_plan.addTable(grid, rows, begin, above, 0);
    }
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        cell(grid.cells[i], texts[i], grid, rows, table);
}

/// The parts of each worksheet: a headed table that goes over a page is the last of its own.
std::vector<std::vector<const FormSheet::Part *>> worksheetsOf(const FormSheet &form)
{
    const FormMetrics metrics = formMetrics(form);
    const double page = metrics.height() * kPointsPerMm;
    constexpr double title = 55;
    std::vector<std::vector<const FormSheet::Part *>> sheets(1);
    double used = title;
    bool full = false;
    for (const FormSheet::Part &part : form.parts) {
        // A note below a table belongs to it.
        const bool isNote = part.paragraph && part.paragraph->style == FormParagraph::Style::Note;
        if (full && !isNote) {
            sheets.emplace_back();
            used = title;
            full = false;
        }
        sheets.back().push_back(&part);
        if (!part.table)
            continue;
        const FormGrid grid(*part.table);
        double own = 0;
        for (const SheetRows &rows : sheetRows(grid, measuredAll(grid, metrics), 0))
            own += rows.height();
        if (own <= grid.whole * page && used + own > page)
            used = 0;
        full = full || (part.table->headRows > 0 && used + own > page);
        used = std::fmod(used + own, page);
    }
    return sheets;
}

} // namespace

lxw_error writeForm(lxw_workbook *book, const SheetMaker &addSheet, const FormSheet &form, BookState &state)
{
    FormFormats formats(book);
    for (const auto &parts : worksheetsOf(form)) {
        const lxw_error error = FormSheetWriter(addSheet(form.name), formats, state, form, parts).write();
        if (error != LXW_NO_ERROR)
            return error;
    }
    return LXW_NO_ERROR;
}

} // namespace xlsx

Result<> writeFormXlsx(const QString &path, const FormSheet &sheet)
{
    WorkbookWriter workbook;
    workbook.setTitle(sheet.title);
    workbook.addForm(sheet);
    return workbook.save(path);
}

} // namespace tane
