// tane-cli import people, centres and municipalities: lists into the registers.
#include "cli/console.h"
#include "people/registerfiles.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Registers", text);
}

} // namespace

std::optional<RegisterKind> registerKindOf(const QString &name)
{
    if (name == QLatin1String("people"))
        return RegisterKind::People;
    if (name == QLatin1String("centres"))
        return RegisterKind::Centres;
    if (name == QLatin1String("municipalities"))
        return RegisterKind::Municipalities;
    return std::nullopt;
}

int importRegister(const QString &file, RegisterKind kind, const QString &list, bool dryRun)
{
    const auto document = openForImport(file, dryRun);
    if (!document)
        return report(document.error());
    const auto import = readRegister(**document, kind, list, QDate::currentDate());
    if (!import)
        return reportOf(import.error(), list);
    report(import->problems);
    if (!import->ignoredColumns.isEmpty())
        printError(tr("%1: 使わなかった列：%2")
                       .arg(QFileInfo(list).fileName(), import->ignoredColumns.join(QStringLiteral("、"))));
    const bool changes = import->added + import->changed > 0;
    if (!dryRun && changes) {
        if (const auto applied = import->apply(**document); !applied)
            return reportOf(applied.error(), file);
    }
    print(tr("追加 %1 件、変更 %2 件、変わらないもの %3 件を%4。読み取れないところは %5 件です。")
              .arg(QString::number(import->added), QString::number(import->changed),
                   QString::number(import->unchanged),
                   dryRun ? tr("読み取りました（取り込んでいません）") : tr("取り込みました"),
                   QString::number(import->problems.size())));
    return Done;
}

} // namespace tane::cli
