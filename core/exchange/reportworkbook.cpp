#include "exchange/reportworkbook.h"

#include "exchange/outputtext.h"
#include "exchange/workbookwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace tane {

namespace {

void put(SheetWriter &sheet, const HeadingBlock &heading)
{
    sheet.skipRows();
    sheet.writeSubtitle(heading.text);
}

void put(SheetWriter &sheet, const ParagraphBlock &paragraph)
{
    switch (paragraph.style) {
    case ParagraphBlock::Style::Hint:
        sheet.writeHint(paragraph.text);
        break;
    case ParagraphBlock::Style::Bullet:
        sheet.writeNote(QString(QStringLiteral("・") + paragraph.text));
        break;
    case ParagraphBlock::Style::Body:
    case ParagraphBlock::Style::Note:
        sheet.writeNote(paragraph.text);
        break;
    }
}

std::optional<std::int64_t> countOf(const QString &cell)
{
    bool number = false;
    const qlonglong count = QString(cell).remove(QLatin1Char(',')).toLongLong(&number);
    const bool plain = !cell.startsWith(QLatin1Char('0')) || cell.size() == 1;
    return number && plain && !cell.startsWith(QLatin1Char('+')) ? std::optional<std::int64_t>(count)
                                                                 : std::nullopt;
}

/// Whether a column holds counts alone, to be reckoned with: the "0" of a column of steps (0, 1-1, 2-2) is a
/// word.
bool isCounts(const TableBlock &table, qsizetype column)
{
    return std::ranges::all_of(table.rows, [column](const QStringList &row) {
        const QString cell = row.value(column);
        return cell.isEmpty() || countOf(cell);
    });
}

void put(SheetWriter &sheet, const TableBlock &table)
{
    sheet.skipRows();
    if (!table.caption.isEmpty())
        sheet.writeSubtitle(table.caption);
    QStringList head = table.head;
    for (QString &cell : head)
        cell.replace(u'\n', u' ');
    sheet.writeHead(head);
    std::vector<bool> counts;
    for (qsizetype column = 0; column < table.head.size(); ++column)
        counts.push_back(isCounts(table, column));
    for (const QStringList &row : table.rows) {
        std::vector<CellValue> cells;
        for (qsizetype column = 0; column < row.size(); ++column) {
            const auto at = static_cast<std::size_t>(column);
            // A table without a head may have one among its rows.
            const auto count = at >= counts.size() || counts[at] ? countOf(row[column]) : std::nullopt;
            cells.push_back(count ? CellValue(*count) : CellValue(row[column]));
        }
        sheet.writeRow(cells);
    }
    if (!table.note.isEmpty())
        sheet.writeNote(table.note);
}

void put(SheetWriter &sheet, const FigureBlock &figure)
{
    sheet.skipRows();
    sheet.addChart(figure.chart);
}

void put(SheetWriter &, const PageBreakBlock &) {}

/// Widths for all tables of a sheet, which share its columns: what is in them, the widest cut down until
/// together they fit a page at a size that can be read.
class SharedColumns
{
public:
    void add(const TableBlock &table)
    {
        for (const QStringList &row : table.rows)
            addRow(row, kWidest);
        addRow(table.head, kHead);
    }

    /// Empty when there is no table.
    [[nodiscard]] std::vector<double> widths() const
    {
        double most = kWidest;
        while (most > kNarrowest && sum(most) > kPage)
            most -= 1;
        std::vector<double> all;
        for (const double width : m_widths)
            all.push_back(std::min(width, most));
        return all;
    }

private:
    /// In half-width characters of 10 points.
    static constexpr double kPage = 92, kWidest = 72, kNarrowest = 14, kLeast = 8, kHead = 16;

    void addRow(const QStringList &cells, double most)
    {
        for (qsizetype c = 0; c < cells.size(); ++c) {
            const auto column = static_cast<std::size_t>(c);
            if (m_widths.size() <= column)
                m_widths.resize(column + 1, kLeast);
            for (const QString &line : cells[c].split(u'\n'))
                m_widths[column] = std::max(m_widths[column], std::min(displayWidth(line) + 2.0, most));
        }
    }
    [[nodiscard]] double sum(double most) const
    {
        double all = 0;
        for (const double width : m_widths)
            all += std::min(width, most);
        return all;
    }

    std::vector<double> m_widths;
};

/// Of the sheet that begins with block `first`: as far as the next one.
std::vector<double> sheetWidths(const ReportDocument &document, std::size_t first)
{
    SharedColumns columns;
    for (std::size_t i = first; i < document.blocks.size(); ++i) {
        const auto *heading = std::get_if<HeadingBlock>(&document.blocks[i]);
        if (i > first && !document.contents.isEmpty() && heading != nullptr && heading->level == 1)
            break;
        if (const auto *table = std::get_if<TableBlock>(&document.blocks[i]))
            columns.add(*table);
    }
    return columns.widths();
}

/// Which table or figure stands on which sheet: sheets are called like the sections.
void listContents(SheetWriter &sheet, const ReportDocument &document)
{
    const auto tr = [](const char *text) {
        return QCoreApplication::translate("tane::ReportWorkbook", text);
    };
    sheet.writeHead({tr("シート"), tr("図表")});
    QString section;
    for (const ReportBlock &block : document.blocks) {
        QString name;
        if (const auto *heading = std::get_if<HeadingBlock>(&block)) {
            if (heading->level == 1)
                section = heading->text;
        } else if (const auto *table = std::get_if<TableBlock>(&block)) {
            name = table->caption;
        } else if (const auto *figure = std::get_if<FigureBlock>(&block)) {
            name = figure->chart.figure + QStringLiteral("　") + figure->chart.title;
        }
        if (!name.trimmed().isEmpty())
            sheet.writeRow({section, name});
    }
    sheet.setColumnWidths({34, 70});
}

} // namespace

Result<> writeReportWorkbook(const QString &path, const ReportDocument &document)
{
    WorkbookWriter book;
    book.setTitle(document.title);
    SheetWriter *sheet = &book.addSheet(document.contents.isEmpty() ? document.title : document.contents);
    sheet->writeTitle(document.title);
    if (!document.subtitle.isEmpty())
        sheet->writeNote(document.subtitle);
    if (!document.contents.isEmpty())
        listContents(*sheet, document);
    else
        sheet->setColumnWidths(sheetWidths(document, 0));
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const ReportBlock &block = document.blocks[i];
        const auto *heading = std::get_if<HeadingBlock>(&block);
        if (!document.contents.isEmpty() && heading != nullptr && heading->level == 1) {
            sheet->setFooter(document.footer);
            sheet = &book.addSheet(heading->text);
            sheet->writeTitle(heading->text);
            sheet->setColumnWidths(sheetWidths(document, i));
            continue;
        }
        std::visit([sheet](const auto &content) { put(*sheet, content); }, block);
    }
    sheet->setFooter(document.footer);
    return book.save(path);
}

} // namespace tane
