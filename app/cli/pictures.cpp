#include "cli/pictures.h"

#include "base/atomicfile.h"
#include "exchange/docxwriter.h"
#include "paper/chartexport.h"
#include "paper/figures.h"
#include "paper/reportpdf.h"
#include "survey/changefiles.h"

#include <QFileInfo>

namespace tane::cli {

namespace {

Result<> writeCharts(const QDir &folder, const ChangeAnalysis &analysis)
{
    if (!folder.mkpath(QStringLiteral("charts")))
        return std::unexpected(cannotWrite(folder.filePath(QStringLiteral("charts"))));
    const auto save = [&folder](const QString &name, const ChartSpec &chart) -> Result<> {
        const ChartPaperOptions options;
        TANE_TRY(const QByteArray svg, chartSvg(chart, options));
        TANE_CHECK(writeFileAtomically(folder.filePath(QStringLiteral("charts/%1.svg").arg(name)), svg));
        TANE_TRY(const QByteArray png, chartPng(chart, options));
        return writeFileAtomically(folder.filePath(QStringLiteral("charts/%1.png").arg(name)), png);
    };
    int set = 0;
    for (const ItemSet &itemSet : analysis.questionnaire.sets) {
        ++set;
        for (qsizetype group = 0; group < analysis.groups.size(); ++group) {
            const ChartSpec chart = changeChart(analysis, itemSet, analysis.groups.at(group));
            if (chart.categories.empty())
                continue;
            // Plain ASCII names, so that the files survive any archive: change-1-all, change-1-group2.
            const QString groupName =
                group == 0 ? QStringLiteral("all") : QStringLiteral("group%1").arg(group);
            TANE_CHECK(save(QStringLiteral("change-%1-%2").arg(set).arg(groupName), chart));
        }
    }
    // The place of an item in its set names its files: transition-1-3 is Ⅰ-3.
    const auto numberOf = [&analysis](int item) {
        int place = 1;
        for (const ItemSet &itemSet : analysis.questionnaire.sets) {
            if (item < static_cast<int>(itemSet.items.size()))
                break;
            item -= static_cast<int>(itemSet.items.size());
            ++place;
        }
        return QStringLiteral("%1-%2").arg(place).arg(item + 1);
    };
    for (const TransitionTable &table : analysis.transitions) {
        if (table.group == analysis.groups.first())
            TANE_CHECK(save(QStringLiteral("transition-") + numberOf(table.item),
                            transitionChart(analysis, table.item, table.group)));
    }
    for (const DistributionRow &row : analysis.distributions) {
        if (row.group == analysis.groups.first())
            TANE_CHECK(save(QStringLiteral("once-") + numberOf(row.item), distributionChart(analysis, row)));
    }
    return {};
}

} // namespace

Result<> writePictures(const OutputFolder &output, const ChangeAnalysis &analysis,
                       const std::vector<Problem> &problems)
{
    TANE_CHECK(writeProblemsCsv(output.filePath(QStringLiteral("problems.csv")), problems));
    ChangeReportInput input;
    input.problems = problems;
    TANE_CHECK(writeChangeWorkbook(output.filePath(QStringLiteral("change.xlsx")), analysis, input));
    TANE_CHECK(writeCharts(output.folder(), analysis));
    const ReportDocument document = changeReport(analysis, input);
    TANE_CHECK(writeDocx(output.filePath(QStringLiteral("report.docx")), document, renderFigure));
    return writeReportPdf(output.filePath(QStringLiteral("report.pdf")), document);
}

} // namespace tane::cli
