#include "survey/changereport.h"

#include "base/fiscalyear.h"
#include "survey/changesections.h"

#include <QCoreApplication>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ChangeReport", text);
}

} // namespace

ReportDocument changeReport(const ChangeAnalysis &analysis, const ChangeReportInput &input)
{
    ReportBuilder report;
    report.document().title = tr("研修前後アンケートの結果");
    QStringList subtitle;
    for (const QString &part : {input.prefecture, input.workshop})
        if (!part.isEmpty())
            subtitle << part;
    if (input.heldOn.isValid())
        subtitle << tr("開催日 %1").arg(eraDate(input.heldOn));
    report.document().subtitle = subtitle.join(QStringLiteral(" ／ "));
    report.document().footer = report.document().title;

    const ChangeSections sections{.analysis = analysis, .readings = input.readings};
    int number = 1;
    report.heading(1, tr("%1 回答の状況").arg(number++));
    sections.answers(report);
    for (const ItemSet &set : analysis.questionnaire.sets) {
        if (!isComparable(set))
            continue;
        report.heading(1, QStringLiteral("%1 %2 %3").arg(QString::number(number++), set.code, set.title));
        sections.changes(report, set, 2);
    }
    if (!analysis.distributions.empty()) {
        report.heading(1, tr("%1 研修会への評価").arg(number++));
        sections.distributions(report);
    }
    report.heading(1, tr("%1 数え方").arg(number));
    sections.method(report, !input.problems.empty());
    return report.take();
}

} // namespace tane
