#include "exchange/reportworkbook.h"

#include "exchange/workbookwriter.h"

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
            cells.emplace_back(cell);
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

} // namespace

Result<> writeReportWorkbook(const QString &path, const ReportDocument &document)
{
    WorkbookWriter book;
    book.setTitle(document.title);
    SheetWriter &sheet = book.addSheet(document.title);
    sheet.writeTitle(document.title);
    if (!document.subtitle.isEmpty())
        sheet.writeNote(document.subtitle);
    for (const ReportBlock &block : document.blocks)
        std::visit([&sheet](const auto &content) { put(sheet, content); }, block);
    sheet.setFooter(document.footer);
    return book.save(path);
}

} // namespace tane
