#include "exchange/tablefiles.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

#include <algorithm>

namespace tane {

Result<QStringList> tableFilesIn(const QString &folder, const Progress &progress)
{
    const QDir root(folder);
    QStringList files;
    // Hidden files and folders, and links that may lead in a circle, are not followed.
    QDirIterator all(folder,
                     {QStringLiteral("*.xlsx"), QStringLiteral("*.xlsm"), QStringLiteral("*.csv"),
                      QStringLiteral("*.xls"), QStringLiteral("*.ods")},
                     QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        if (progress && !progress(0, 0))
            return fail(ErrorCode::Cancelled,
                        QCoreApplication::translate("tane::TableFiles", "読み取りを中止しました。"));
        const QString name = all.fileName();
        if (!name.startsWith(QLatin1String("~$")) && !name.startsWith(QLatin1Char('.')))
            files << root.relativeFilePath(all.filePath());
    }
    QCollator natural;
    natural.setNumericMode(true);
    std::sort(files.begin(), files.end(), [&natural](const QString &a, const QString &b) {
        // A folder's own files before those of its subfolders.
        const auto depthA = a.count(QLatin1Char('/'));
        const auto depthB = b.count(QLatin1Char('/'));
        return depthA != depthB ? depthA < depthB : natural.compare(a, b) < 0;
    });
    return files;
}

} // namespace tane
