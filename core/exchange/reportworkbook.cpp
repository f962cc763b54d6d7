#include "exchange/reportworkbook.h"

#include "exchange/workbookwriter.h"

#include <QCoreApplication>

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

/// Counts and percentages as numbers that can be reckoned with; anything else as it stands.
CellValue valueOf(const QString &cell)
{
    bool number = false;
    const qlonglong count = QString(cell).remove(QLatin1Char(',')).toLongLong(&number);
    const bool plain = !cell.startsWith(QLatin1Char('0')) || cell.size() == 1;
    if (number && plain && !cell.startsWith(QLatin1Char('+')))
        return static_cast<std::int64_t>(count);
    return cell;
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
    for (const QStringList &row : table.rows) {
        std::vector<CellValue> cells;
        for (const QString &cell : row)
            cells.push_back(valueOf(cell));
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
    for (const ReportBlock &block : document.blocks) {
        const auto *heading = std::get_if<HeadingBlock>(&block);
        if (!document.contents.isEmpty() && heading != nullptr && heading->level == 1) {
            sheet->setFooter(document.footer);
            sheet = &book.addSheet(heading->text);
            sheet->writeTitle(heading->text);
            continue;
        }
        std::visit([sheet](const auto &content) { put(*sheet, content); }, block);
    }
    sheet->setFooter(document.footer);
    return book.save(path);
}

} // namespace tane
