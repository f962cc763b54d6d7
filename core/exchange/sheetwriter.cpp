#include "exchange/sheetwriter_p.h"

#include "chart/chartforms.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SheetWriter)
};

constexpr double kWidest = 60.0, kNarrowest = 7.0;
constexpr int kFullWidth = 90;          // half-width characters that fit A4 beside each other at 10 points
constexpr int kChartColumnsWidth = 110; // what a native chart covers
constexpr double kDefaultWidth = 8.43;
constexpr int kManyLines = 10'000;
constexpr double kRowHeight = 18.0; // points; Excel's own 13.5 to 15 presses Japanese against the lines
constexpr std::int64_t kExactInteger = 1LL << 53;

} // namespace

namespace xlsx {

QByteArray footerCode(const QString &text)
{
    // In a footer & starts a code; a digit right after a size would be read as part of the size.
    QString left = xmlText(text, 120).replace(u'&', QStringLiteral("&&")).replace(u'\n', u' ');
    left.truncate(180);
    return (QStringLiteral("&L&8 ") + left + QStringLiteral("&R&8 &P / &N")).toUtf8();
}

void setPage(lxw_worksheet *sheet, bool landscape, const QString &footer)
{
    worksheet_set_paper(sheet, 9); // A4
    if (landscape)
        worksheet_set_landscape(sheet);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_set_margins(sheet, 0.7, 0.6, 0.7, 0.75);
    worksheet_set_footer(sheet, footerCode(footer).constData());
}

} // namespace xlsx

void SheetWriter::Impl::text(int row, int column, const QString &value, const xlsx::FormatKey &key)
{
    const QByteArray utf8 = xlsx::cellText(value);
    state.note(worksheet_write_string(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                      utf8.constData(), formats.get(key)));
}

void SheetWriter::Impl::fitColumn(int column, int width)
{
    int &widest = contentWidth[column];
    widest = std::max(widest, width);
    columns = std::max(columns, column + 1);
}

void SheetWriter::Impl::value(int row, int column, const CellValue &cell, bool bold)
{
    using xlsx::Look;
    const auto number = [&](double n, Look look, int decimals, int width) {
        if (!std::isfinite(n))
            return text(row, column, {}, {Look::Text, 0, bold});
        fitColumn(column, width);
        state.note(worksheet_write_number(sheet, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                          n, formats.get({look, decimals, bold})));
    };
    const auto string = [&](const QString &s, Look look) {
        const int width = displayWidth(s);
        fitColumn(column, width);
        const bool lines = s.contains(u'\n');
        extents.push_back(
            {row, column, lines ? kManyLines : width, width > kNarrowest || lines ? s : QString()});
        text(row, column, s, {look, 0, bold});
    };
    if (const auto *s = std::get_if<QString>(&cell))
        string(*s, Look::Text);
    else if (const auto *i = std::get_if<std::int64_t>(&cell))
        // A workbook holds doubles only: a longer number is kept exactly as text.
        std::abs(*i) > kExactInteger ? string(QString::number(*i), Look::Text)
                                     : number(static_cast<double>(*i), Look::Integer, 0, 8);
    else if (const auto *d = std::get_if<double>(&cell))
        number(*d, Look::General, 0, 10);
    else if (const auto *f = std::get_if<Decimal>(&cell))
        number(f->value, Look::Fixed, std::clamp(f->decimals, 0, 12), 8);
    else if (const auto *p = std::get_if<Percent>(&cell))
        p->isDefined() ? number(static_cast<double>(p->tenths()) / 1000.0, Look::Percent, 0, 8)
                       : string(p->text(), Look::Dash);
    else
        string({}, Look::Text);
}

void SheetWriter::Impl::row(const std::vector<CellValue> &cells, bool bold)
{
    for (std::size_t c = 0; c < cells.size(); ++c)
        value(next, static_cast<int>(c), cells[c], bold);
    tableRows.push_back(next++);
}

void SheetWriter::Impl::heatMap(const ChartSpec &chart)
{
    using xlsx::Look;
    int most = 1;
    for (const auto &cells : chart.cells)
        for (const int count : cells)
            most = std::max(most, count);
    const QString corner = chart.rowTitle + QStringLiteral(" ＼ ") + chart.columnTitle;
    fitColumn(0, displayWidth(corner));
    text(next, 0, corner, {Look::Head});
    extents.push_back({next, 0, displayWidth(corner), corner});
    tableRows.push_back(next);
    const auto columnCount = static_cast<int>(chart.columns.size());
    for (int c = 0; c < columnCount; ++c) {
        fitColumn(c + 1, std::min(displayWidth(chart.columns[c]), 24));
        extents.push_back({next, c + 1, displayWidth(chart.columns[c]), chart.columns[c]});
        text(next, c + 1, chart.columns[c], {Look::Head});
    }
    text(next, columnCount + 1, Text::tr("計"), {Look::Head});
    fitColumn(columnCount + 1, 6);
    for (int r = 0; r < static_cast<int>(chart.cells.size()); ++r) {
        ++next;
        const auto index = static_cast<std::size_t>(r);
        const QString label = index < chart.categories.size() ? chart.categories[index].label : QString();
        fitColumn(0, displayWidth(label));
        extents.push_back({next, 0, displayWidth(label), label});
        tableRows.push_back(next);
        text(next, 0, label, {Look::HeadRow});
        const auto &cells = chart.cells[index];
        int sum = 0;
        for (int c = 0; c < std::min(columnCount, static_cast<int>(cells.size())); ++c) {
            const int count = cells[static_cast<std::size_t>(c)];
            sum += count;
            xlsx::FormatKey key{Look::Integer, 0, r == c, true};
            const std::uint32_t color = r == c ? xlsx::kStay : c > r ? xlsx::kDown : xlsx::kUp;
            // Tints stay light, so that the number is readable in any cell and on a copy.
            if (count > 0 || r == c)
                key.fill = r == c ? xlsx::kStay : xlsx::tint(color, 0.12 + 0.43 * count / most);
            state.note(worksheet_write_number(sheet, static_cast<lxw_row_t>(next),
                                              static_cast<lxw_col_t>(c + 1), count, formats.get(key)));
        }
        state.note(worksheet_write_number(sheet, static_cast<lxw_row_t>(next),
                                          static_cast<lxw_col_t>(columnCount + 1), sum,
                                          formats.get({Look::Integer, 0, true, true})));
    }
    ++next;
}

double SheetWriter::Impl::columnWidth(int column) const
{
    if (const auto given = widths.find(column); given != widths.end())
        return given->second;
    if (const auto measured = contentWidth.find(column); measured != contentWidth.end())
        return std::clamp(measured->second + 2.0, kNarrowest, kWidest);
    return kDefaultWidth;
}

void SheetWriter::Impl::writeSpans()
{
    int last = std::max(columns, 1) - 1;
    double width = 0.0;
    for (int c = 0; c <= last; ++c)
        width += columnWidth(c);
    // A sheet with only a narrow table, or none, takes the page's width.
    const double wanted = hasChart ? kChartColumnsWidth : kFullWidth;
    while (width + kDefaultWidth <= wanted)
        width += columnWidth(++last);
    for (const Span &span : spans) {
        lxw_format *format = formats.get({span.look});
        const auto row = static_cast<lxw_row_t>(span.row);
        if (last > 0)
            state.note(worksheet_merge_range(sheet, row, 0, row, static_cast<lxw_col_t>(last), "", format));
        state.note(worksheet_write_string(sheet, row, 0, span.text.constData(), format));
        double lines = 0;
        const QStringList paragraphs = QString::fromUtf8(span.text).split(u'\n');
        for (const QString &paragraph : paragraphs)
            lines += std::max(1.0, std::ceil(displayWidth(paragraph) / std::max(width - 4.0, 10.0)));
        // Excel does not fit the height of merged cells.
        worksheet_set_row(sheet, row, std::min(lines * 13.5 + 6.0, 400.0), nullptr);
    }
}

int SheetWriter::Impl::linesOf(const Extent &extent) const
{
    // A little less than the column is wide: programs break Japanese before the last letter that might fit.
    const double room = std::max(columnWidth(extent.column) - 1.5, 4.0);
    int lines = 0;
    const QStringList paragraphs = extent.text.split(u'\n');
    for (const QString &paragraph : paragraphs)
        lines += std::max(1, static_cast<int>(std::ceil(displayWidth(paragraph) / room)));
    return lines;
}

/// Not every program fits rows whose text wraps when it opens a file: they get their heights here.
void SheetWriter::Impl::setRowHeights()
{
    constexpr double pitch = 13.5, padding = 5.0, tallest = 400.0; // points
    auto extent = extents.cbegin();
    for (const int row : tableRows) {
        int lines = 1;
        for (; extent != extents.cend() && extent->row <= row; ++extent) {
            if (extent->width >= columnWidth(extent->column))
                lines = std::max(lines, linesOf(*extent));
        }
        const double height = lines == 1 ? kRowHeight : std::min(lines * pitch + padding, tallest);
        worksheet_set_row(sheet, static_cast<lxw_row_t>(row), height, nullptr);
    }
}

void SheetWriter::Impl::finish()
{
    for (int c = 0; c < columns; ++c) {
        lxw_row_col_options options{};
        options.hidden = LXW_TRUE;
        worksheet_set_column_opt(sheet, static_cast<lxw_col_t>(c), static_cast<lxw_col_t>(c), columnWidth(c),
                                 nullptr, hidden.contains(c) ? &options : nullptr);
    }
    setRowHeights();
    writeSpans();
    xlsx::setPage(sheet, landscape, footer);
    if (firstHead >= 0) {
        const auto head = static_cast<lxw_row_t>(firstHead);
        state.note(worksheet_repeat_rows(sheet, head, head));
        // Several tables on a sheet: keeping the first head in view above the others would mislead.
        if (firstHead == lastHead && !hasChart)
            worksheet_freeze_panes(sheet, head + 1, static_cast<lxw_col_t>(columnsInView));
    }
    if (filterHead >= 0)
        state.note(worksheet_autofilter(sheet, static_cast<lxw_row_t>(filterHead), 0,
                                        static_cast<lxw_row_t>(std::max(filterLast, filterHead)),
                                        static_cast<lxw_col_t>(std::max(headColumns - 1, 0))));
}

SheetWriter::SheetWriter(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}
SheetWriter::~SheetWriter() = default;

QString SheetWriter::name() const
{
    return m_impl->name;
}

int SheetWriter::nextRow() const
{
    return m_impl->next;
}

void SheetWriter::writeTitle(const QString &text)
{
    worksheet_set_row(m_impl->sheet, static_cast<lxw_row_t>(m_impl->next), 24, nullptr);
    m_impl->text(m_impl->next++, 0, text, {xlsx::Look::Title});
}

void SheetWriter::writeSubtitle(const QString &text)
{
    m_impl->text(m_impl->next++, 0, text, {xlsx::Look::Subtitle});
}

void SheetWriter::writeNote(const QString &text)
{
    m_impl->spans.push_back({m_impl->next++, xlsx::cellText(text), xlsx::Look::Note});
}

void SheetWriter::writeHint(const QString &text)
{
    m_impl->spans.push_back({m_impl->next++, xlsx::cellText(text), xlsx::Look::Hint});
}

void SheetWriter::writeHead(const QStringList &cells)
{
    for (int c = 0; c < static_cast<int>(cells.size()); ++c) {
        // A long head wraps: let the content decide, up to a point.
        m_impl->fitColumn(c, std::min(displayWidth(cells[c]), 16));
        m_impl->extents.push_back({m_impl->next, c, displayWidth(cells[c]), cells[c]});
        m_impl->text(m_impl->next, c, cells[c], {xlsx::Look::Head});
    }
    m_impl->tableRows.push_back(m_impl->next);
    if (m_impl->firstHead < 0)
        m_impl->firstHead = m_impl->next;
    m_impl->lastHead = m_impl->next;
    m_impl->headColumns = static_cast<int>(cells.size());
    ++m_impl->next;
}

void SheetWriter::writeRow(const std::vector<CellValue> &cells)
{
    m_impl->row(cells, false);
}

void SheetWriter::writeTotalRow(const std::vector<CellValue> &cells)
{
    m_impl->row(cells, true);
}

void SheetWriter::skipRows(int count)
{
    m_impl->next += std::max(count, 0);
}

void SheetWriter::addFilter()
{
    m_impl->filterHead = m_impl->lastHead;
    m_impl->filterLast = m_impl->next - 1;
}

void SheetWriter::setColumnWidths(const std::vector<double> &widths)
{
    for (std::size_t c = 0; c < widths.size(); ++c)
        m_impl->widths[static_cast<int>(c)] = std::clamp(widths[c], 0.5, 255.0);
    m_impl->columns = std::max(m_impl->columns, static_cast<int>(widths.size()));
}

void SheetWriter::setLandscape(bool landscape)
{
    m_impl->landscape = landscape;
}

void SheetWriter::setFooter(const QString &text)
{
    m_impl->footer = text;
}

void SheetWriter::addChoices(int firstRow, int firstColumn, int lastRow, int lastColumn,
                             const QStringList &options, Choices choices)
{
    if (options.isEmpty())
        return;
    m_impl->state.choices.push_back({m_impl->sheet, static_cast<lxw_row_t>(firstRow),
                                     static_cast<lxw_col_t>(firstColumn), static_cast<lxw_row_t>(lastRow),
                                     static_cast<lxw_col_t>(lastColumn), options,
                                     choices == Choices::Required});
}

void SheetWriter::keepInView(int columns)
{
    m_impl->columnsInView = columns;
}

void SheetWriter::hideColumn(int column)
{
    m_impl->hidden.insert(column);
}

void SheetWriter::addChart(const ChartSpec &chart)
{
    if (chart.type == ChartSpec::Type::HeatMap) {
        writeSubtitle(QString(chart.figure + QStringLiteral("　") + chart.title).trimmed());
        m_impl->heatMap(chart);
    } else if (const ChartSpec common = asCommonChart(chart);
               !common.categories.empty() && !common.series.empty()) {
        addChartAt(m_impl->next, 0, common);
        m_impl->next += xlsx::chartRows(common) + 1;
    } else {
        writeSubtitle(QString(chart.figure + QStringLiteral("　") + chart.title).trimmed());
        writeNote(Text::tr("表示するデータがありません。"));
    }
    if (!chart.note.isEmpty())
        writeNote(chart.note);
    if (!chart.reading.isEmpty())
        writeHint(chart.reading);
}

void SheetWriter::addChartAt(int row, int column, const ChartSpec &chart)
{
    const ChartSpec common = asCommonChart(chart);
    if (common.type == ChartSpec::Type::HeatMap || common.categories.empty() || common.series.empty())
        return;
    m_impl->hasChart = true;
    m_impl->state.charts.push_back({m_impl->sheet, row, column, common});
}

} // namespace tane
