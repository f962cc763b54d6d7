// tane-cli import applicants: application forms or lists into the participants of a workshop.
#include "cli/console.h"
#include "participants/applicantimport.h"

#include <QCoreApplication>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Applicants", text);
}

QString summaryOf(const ApplicantImport &import, bool dryRun)
{
    using What = ApplicantRow::What;
    QString text =
        tr("新しい申込み %1 人、変更 %2 人、変わりなし %3 人を%4。取り込まないもの %5 件、読めないファイル "
           "%6 件です。")
            .arg(QString::number(import.count(What::New)), QString::number(import.count(What::Changed)),
                 QString::number(import.count(What::Same)),
                 dryRun ? tr("読み取りました（取り込んでいません）") : tr("取り込みました"),
                 QString::number(import.count(What::Refused)), QString::number(import.brokenFiles));
    if (import.before.sheet.size() > 0)
        text += tr("研修前アンケートの回答 %1 枚が付いていました。").arg(import.before.sheet.size());
    return text;
}

} // namespace

int importApplicants(const QString &file, const QString &path, const QString &workshopId, bool dryRun)
{
    const auto document = openForImport(file, dryRun);
    if (!document)
        return report(document.error());
    const auto workshop = chooseWorkshop(**document, workshopId, false);
    if (!workshop)
        return reportOf(workshop.error(), file);
    const auto import = readApplicants(**document, workshop->id, path, QDate::currentDate());
    if (!import)
        return reportOf(import.error(), path);
    report(import->problems);
    if (!import->unknownHeads.isEmpty())
        printError(tr("%1: 使わなかった列：%2（画面で取り込むと、何の欄かを選べます）")
                       .arg(import->source, import->unknownHeads.join(QStringLiteral("、"))));
    if (!dryRun && import->changesSomething()) {
        if (const auto stored = storeApplicants(**document, *import); !stored)
            return reportOf(stored.error(), file);
    }
    print(summaryOf(*import, dryRun));
    return Done;
}

} // namespace tane::cli
