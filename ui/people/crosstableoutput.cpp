#include "people/crosstableoutput.h"

#include "exchange/workbookwriter.h"
#include "survey/resultsexport.h"

#include <QCoreApplication>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::CrossTableOutput)
};

QString countText(const CrossTable &table, CrossBase base, int row, int column)
{
    const int count = table.counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    const Percent percent = table.percent(base, row, column);
    return percent.isDefined() ? Texts::tr("%1（%2）").arg(count).arg(percent.text())
                               : QString::number(count);
}

QString asHtml(const std::vector<QStringList> &rows, const QString &note)
{
    QString html = u"<table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">"_s;
    QString tag = u"th"_s;
    for (const QStringList &row : rows) {
        html += "<tr>"_L1;
        for (const QString &cell : row)
            html += u"<%1>%2</%1>"_s.arg(tag, cell.toHtmlEscaped());
        html += "</tr>"_L1;
        tag = u"td"_s;
    }
    return html + u"</table><p>%1</p>"_s.arg(note.toHtmlEscaped());
}

} // namespace

std::vector<QStringList> crossTableRows(const CrossTable &table, CrossBase base)
{
    const bool simple = table.columnTitle.isEmpty();
    QStringList head{simple ? table.rowTitle : QString(table.rowTitle + u'＼' + table.columnTitle)};
    head << table.columns;
    if (!simple)
        head << Texts::tr("計");
    std::vector<QStringList> rows{head};
    for (int row = 0; row < table.rows.size(); ++row) {
        QStringList cells{table.rows[row]};
        for (int column = 0; column < table.columns.size(); ++column)
            cells << countText(table, base, row, column);
        if (!simple)
            cells << QString::number(table.rowTotals[static_cast<std::size_t>(row)]);
        rows.push_back(cells);
    }
    QStringList sums{Texts::tr("計")};
    for (const int total : table.columnTotals)
        sums << QString::number(total);
    if (!simple)
        sums << QString::number(table.cases);
    rows.push_back(sums);
    return rows;
}

QString crossTableNote(const CrossTable &table, CrossBase base)
{
    const int blank = table.cases - table.answered;
    QString note = crossTableChart(table, base).note;
    note += blank > 0
                ? Texts::tr("全%1%2のうち、未回答は%3%2です。").arg(table.cases).arg(table.unit).arg(blank)
                : Texts::tr("全%1%2で、未回答はありません。").arg(table.cases).arg(table.unit);
    return note;
}

Result<> writeCrossTable(const QString &path, const QString &title, const CrossTable &table, CrossBase base)
{
    WorkbookWriter workbook;
    workbook.setTitle(title);
    SheetWriter &sheet = workbook.addSheet(Texts::tr("クロス集計"));
    sheet.writeTitle(title);
    sheet.writeNote(crossTableNote(table, base));
    const bool simple = table.columnTitle.isEmpty();
    QStringList head{simple ? table.rowTitle : QString(table.rowTitle + u'＼' + table.columnTitle)};
    for (const QString &column : table.columns)
        head << column << Texts::tr("%1（%）").arg(column);
    if (!simple)
        head << Texts::tr("計");
    sheet.writeHead(head);
    for (int row = 0; row < table.rows.size(); ++row) {
        std::vector<CellValue> cells{table.rows[row]};
        for (int column = 0; column < table.columns.size(); ++column) {
            cells.emplace_back(static_cast<std::int64_t>(
                table.counts[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]));
            cells.emplace_back(table.percent(base, row, column));
        }
        if (!simple)
            cells.emplace_back(static_cast<std::int64_t>(table.rowTotals[static_cast<std::size_t>(row)]));
        sheet.writeRow(cells);
    }
    std::vector<CellValue> sums{Texts::tr("計")};
    for (const int total : table.columnTotals) {
        sums.emplace_back(static_cast<std::int64_t>(total));
        sums.emplace_back(std::monostate{});
    }
    if (!simple)
        sums.emplace_back(static_cast<std::int64_t>(table.cases));
    sheet.writeTotalRow(sums);
    sheet.skipRows();
    sheet.addChart(crossTableChart(table, base));
    return workbook.save(path);
}

QMimeData *crossTableMimeData(const CrossTable &table, CrossBase base)
{
    QMimeData *mime = figureMimeData(crossTableChart(table, base));
    const std::vector<QStringList> rows = crossTableRows(table, base);
    QStringList lines;
    for (const QStringList &row : rows)
        lines += row.join(u'\t');
    mime->setText(lines.join(u'\n'));
    mime->setHtml(asHtml(rows, crossTableNote(table, base)));
    return mime;
}

} // namespace tane
