#include "exchange/workbookwriter.h"
#include "survey/years.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Years)
};

QStringList head(const YearsComparison &years)
{
    QStringList cells{Texts::tr("設問"), Texts::tr("文")};
    for (const YearColumn &column : years.columns)
        cells << column.title;
    return cells;
}

void writeTable(SheetWriter &sheet, const YearsComparison &years, const QString &group, YearMeasure measure,
                const QString &title)
{
    sheet.writeSubtitle(title);
    sheet.writeHead(head(years) << Texts::tr("違い"));
    for (const YearItem &item : years.items) {
        std::vector<CellValue> cells{item.code, item.label};
        QStringList notes;
        for (std::size_t column = 0; column < years.columns.size(); ++column) {
            cells.emplace_back(yearText(years, item, column, group, measure));
            if (!item.cells[column].note.isEmpty())
                notes << years.columns[column].yearText + QStringLiteral("：") + item.cells[column].note;
        }
        cells.emplace_back(notes.join(QStringLiteral("。")));
        sheet.writeRow(cells);
    }
    sheet.skipRows();
}

} // namespace

Result<> writeYears(const QString &path, const YearsComparison &years, const QString &group)
{
    WorkbookWriter workbook;
    workbook.setTitle(Texts::tr("年度の比較"));
    SheetWriter &table = workbook.addSheet(Texts::tr("年度の比較"));
    table.setLandscape(true);
    table.writeTitle(Texts::tr("年度の比較（%1）").arg(groupLabel(group)));
    table.writeNote(Texts::tr("割合は、上から半分までの選択肢を選んだ方の、研修前・研修後とも回答した方（研修"
                              "後だけの設問は回答した方）に対する値です。"));
    writeTable(table, years, group, YearMeasure::After, Texts::tr("研修後に上の選択肢を選んだ方"));
    writeTable(table, years, group, YearMeasure::Before, Texts::tr("研修前に上の選択肢を選んだ方"));
    writeTable(table, years, group, YearMeasure::Change, Texts::tr("研修前後の変化"));
    SheetWriter &charts = workbook.addSheet(Texts::tr("グラフ"));
    charts.writeTitle(Texts::tr("年度の比較（%1）").arg(groupLabel(group)));
    for (const YearItem &item : years.items) {
        const ChartSpec chart = yearsChart(years, item, group, YearMeasure::After);
        if (chart.categories.empty())
            continue;
        charts.addChart(chart);
        charts.skipRows();
    }
    SheetWriter &changes = workbook.addSheet(Texts::tr("調査票の違い"));
    changes.writeTitle(Texts::tr("調査票で変わったこと"));
    if (years.changes.empty())
        changes.writeNote(Texts::tr("どの年度も同じ調査票です。"));
    else
        changes.writeHead({Texts::tr("いつから"), Texts::tr("変わったこと")});
    for (const YearsComparison::Change &change : years.changes)
        for (const QuestionnaireChange &one : change.changes)
            changes.writeRow(
                {years.columns[static_cast<std::size_t>(change.column)].title, pastChangeText(one)});
    return workbook.save(path);
}

} // namespace tane
