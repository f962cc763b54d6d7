#include "report/tablecheckreport.h"

#include "exchange/reportbuilder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::TableCheckReport)
};

/// One line for each wrong percentage; row and finding stand in the first of a row only.
std::vector<QStringList> findingsOf(const TableCheck &check)
{
    std::vector<QStringList> lines;
    QString said;
    for (const TableFinding &found : check.findings()) {
        QString row = found.row;
        // The reason of a column is the same for all its lines.
        QString reason = check.byColumns && found.reason == said ? QString() : found.reason;
        said = found.reason;
        for (const CheckedPercent &percent : found.wrong)
            lines.push_back({std::exchange(row, QString()), percent.label, QString::number(percent.count),
                             percent.printed, percent.expected, std::exchange(reason, QString())});
    }
    return lines;
}

QStringList headOfFindings()
{
    return {Texts::tr("行"),     Texts::tr("列"),         Texts::tr("人数"),
            Texts::tr("表の値"), Texts::tr("計算した値"), Texts::tr("考えられること")};
}

} // namespace

ReportDocument tableCheckReport(const QString &name, const std::vector<QStringList> &cells,
                                const TableCheck &check)
{
    ReportBuilder out;
    out.document().title = Texts::tr("表の検算");
    out.document().subtitle = name;
    out.document().footer = Texts::tr("表の検算");
    out.paragraph(check.summary());
    TableBlock findings;
    findings.head = headOfFindings();
    findings.rows = findingsOf(check);
    findings.widths = {2.4, 1.2, 0.9, 1.2, 1.4, 4};
    findings.align = {TextAlign::Left,  TextAlign::Left,  TextAlign::Right,
                      TextAlign::Right, TextAlign::Right, TextAlign::Left};
    if (!findings.rows.empty())
        out.table(std::move(findings), Texts::tr("人数から計算した値と合わない百分率"));
    out.bullets(check.notes);
    TableBlock table;
    for (const QStringList &row : cells)
        table.rows.push_back(row);
    for (const CheckedRow &row : check.rows) {
        for (const CheckedPercent &percent : row.percents) {
            auto &cell = table.rows[static_cast<std::size_t>(percent.row)][percent.column];
            if (!percent.follows)
                cell = Texts::tr("%1 ※").arg(cell);
        }
    }
    table.note = Texts::tr("※ は、人数から計算した値と合わない百分率です。");
    out.table(std::move(table), Texts::tr("調べた表"));
    return out.take();
}

QString tableCheckText(const TableCheck &check)
{
    QStringList lines{check.summary(), headOfFindings().join(u'\t')};
    for (const QStringList &line : findingsOf(check))
        lines << line.join(u'\t');
    lines << check.notes;
    return lines.join(u'\n');
}

} // namespace tane
