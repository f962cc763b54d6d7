// tane-cli import control-sheet: sheets that municipalities filled in.
#include "cli/console.h"
#include "issues/controlsheetfiles.h"

#include <QCoreApplication>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Issues", text);
}

} // namespace

int importControlSheets(const QString &file, const QString &sheets, bool dryRun)
{
    const auto document = openForImport(file, dryRun);
    if (!document)
        return report(document.error());
    const auto registry = loadRegistry(**document);
    if (!registry)
        return reportOf(registry.error(), file);
    const auto read = readControlSheets(*registry, sheets);
    if (!read)
        return reportOf(read.error(), sheets);
    if (!read->problems.empty()) {
        // Who runs this mends the files and runs it again: half of them must not be in already.
        report(read->problems);
        printError(tr("直すところがあるため、取り込みませんでした（%1 件）。").arg(read->problems.size()));
        return UnusableInput;
    }
    const auto import = compareControlSheets(**document, read->sheets);
    if (!import)
        return reportOf(import.error(), file);
    if (!dryRun && !import->toStore.empty())
        if (const auto stored = storeControlSheets(**document, *import, tr("課題管理シートの取り込み"));
            !stored)
            return reportOf(stored.error(), file);
    print(tr("追加 %1 枚、変更 %2 枚、変わらないもの %3 枚を%4。")
              .arg(QString::number(import->added), QString::number(import->changed),
                   QString::number(import->unchanged),
                   dryRun ? tr("読み取りました（取り込んでいません）") : tr("取り込みました")));
    return Done;
}

} // namespace tane::cli
