#include "survey/resultsexport.h"

#include "base/atomicfile.h"
#include "base/rounding.h"
#include "paper/chartexport.h"
#include "paper/figures.h"
#include "paper/reportpdf.h"
#include "parts/filefilters.h"
#include "programme/workshop.h"
#include "survey/changereport.h"

#include <QCoreApplication>
#include <QMimeData>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ResultsExport", text);
}

QStringList sharesRow(const ChartSpec &chart, std::size_t category)
{
    const ChartCategory &c = chart.categories[category];
    QStringList cells = {c.code.isEmpty() ? c.label : c.code + u' ' + c.label};
    for (const ChartSeries &series : chart.series) {
        const int value = series.values[category];
        cells += QString::number(value);
        cells += c.countsOnly ? QString() : c.percentOf(value).number();
    }
    cells += QString::number(c.base);
    return cells;
}

QString asHtml(const ChartSpec &chart)
{
    QString html = u"<p>%1</p><table border=\"1\" cellspacing=\"0\" cellpadding=\"4\">"_s.arg(
        chart.title.toHtmlEscaped());
    QString tag = u"th"_s;
    for (const QStringList &row : figureTable(chart)) {
        html += "<tr>"_L1;
        for (const QString &cell : row)
            html += u"<%1>%2</%1>"_s.arg(tag, cell.toHtmlEscaped());
        html += "</tr>"_L1;
        tag = u"td"_s;
    }
    return html + u"</table><p>%1</p>"_s.arg(chart.note.toHtmlEscaped());
}

/// What the report says beside the numbers, from the document.
Result<ChangeReportInput> reportInput(Document &document, qint64 workshop, const SurveyState &state)
{
    ChangeReportInput input;
    WorkshopRepository workshops(document);
    SurveyRepository survey(document);
    TANE_TRY(const Workshop loaded, workshops.load(workshop));
    input.workshop = loaded.title;
    input.heldOn = loaded.heldOn;
    TANE_TRY(input.prefecture, workshops.prefecture());
    TANE_TRY(const std::vector<ImportInfo> imports, survey.imports(workshop));
    for (const ImportInfo &info : imports) {
        TANE_TRY(std::vector<Problem> problems, survey.problems(info.id));
        input.problems.insert(input.problems.end(), problems.begin(), problems.end());
    }
    for (const Questionnaire::ItemRef &item : state.questionnaire.items()) {
        for (const QString &group : state.analysis.groups) {
            TANE_TRY(const QString reading, survey.reading(workshop, item.item->code, group));
            if (!reading.isEmpty())
                input.readings.insert({item.item->code, group}, reading);
        }
    }
    return input;
}

} // namespace

QString suggestedName(ResultsFile file, const QString &figure)
{
    static const QRegularExpression forbidden(uR"([\x00-\x1f\\/:*?"<>|])"_s);
    constexpr qsizetype longest = 80; // a group may be a whole sentence
    const QString name = QString(figure).remove(forbidden).left(longest).trimmed();
    const QString picture = name.isEmpty() ? tr("研修前後の変化") : name;
    switch (file) {
    case ResultsFile::Png:
        return picture + u".png"_s;
    case ResultsFile::Svg:
        return picture + u".svg"_s;
    case ResultsFile::Workbook:
        return tr("研修前後の変化.xlsx");
    case ResultsFile::Docx:
        return tr("研修前後の変化 報告書.docx");
    case ResultsFile::Pdf:
        return tr("研修前後の変化 報告書.pdf");
    }
    return {};
}

QString fileFilter(ResultsFile file)
{
    switch (file) {
    case ResultsFile::Png:
        return tr("PNG 画像 (*.png)");
    case ResultsFile::Svg:
        return tr("SVG 画像 (*.svg)");
    case ResultsFile::Workbook:
        return workbookFilter();
    case ResultsFile::Docx:
        return tr("Word 文書 (*.docx)");
    case ResultsFile::Pdf:
        return tr("PDF (*.pdf)");
    }
    return {};
}

std::vector<QStringList> figureTable(const ChartSpec &chart)
{
    std::vector<QStringList> rows;
    if (chart.hasCells()) {
        rows.push_back(QStringList{chart.rowTitle + u'＼' + chart.columnTitle} + chart.columns);
        for (std::size_t r = 0; r < chart.cells.size(); ++r) {
            QStringList cells = {chart.categories[r].label};
            for (const int count : chart.cells[r])
                cells += QString::number(count);
            rows.push_back(cells);
        }
        return rows;
    }
    QStringList head = {chart.type == ChartSpec::Type::Bars ? tr("回答") : tr("設問")};
    for (const ChartSeries &series : chart.series)
        head << series.name << tr("%1（%）").arg(series.name);
    rows.push_back(head << u"n"_s);
    for (std::size_t c = 0; c < chart.categories.size(); ++c)
        rows.push_back(sharesRow(chart, c));
    return rows;
}

QMimeData *figureMimeData(const ChartSpec &chart)
{
    auto *mime = new QMimeData;
    const ChartPaperOptions options;
    mime->setImageData(chartImage(chart, options, 300));
    if (const Result<QByteArray> svg = chartSvg(chart, options))
        mime->setData(u"image/svg+xml"_s, *svg);
    mime->setHtml(asHtml(chart));
    QStringList lines;
    for (const QStringList &row : figureTable(chart))
        lines += row.join(u'\t');
    mime->setText(lines.join(u'\n'));
    return mime;
}

Result<> writeResults(ResultsFile file, const QString &path, const ChartSpec &figure, Document &document,
                      qint64 workshop, const SurveyState &state)
{
    if (file == ResultsFile::Png || file == ResultsFile::Svg) {
        TANE_TRY(const QByteArray bytes,
                 file == ResultsFile::Png ? chartPng(figure, {}) : chartSvg(figure, {}));
        return writeFileAtomically(path, bytes);
    }
    TANE_TRY(const ChangeReportInput input, reportInput(document, workshop, state));
    if (file == ResultsFile::Workbook)
        return writeChangeWorkbook(path, state.analysis, input);
    const ReportDocument report = changeReport(state.analysis, input);
    if (file == ResultsFile::Docx)
        return writeDocx(path, report, renderFigure);
    return writeReportPdf(path, report);
}

} // namespace tane
