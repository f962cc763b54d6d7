#include "base/portable.h"

#include <QDir>
#include <QTemporaryDir>

namespace tane {

bool isPortableCopy(const QString &programFolder)
{
    return QDir(programFolder).exists(QStringLiteral("tane-portable.txt"));
}

void keepTemporaryFilesIn(const QString &folder)
{
    if (!QTemporaryDir(QDir(folder).filePath(QStringLiteral("tane-XXXXXX"))).isValid())
        return;
    const QByteArray path = QDir::toNativeSeparators(folder).toLocal8Bit();
    for (const char *name : {"TMP", "TEMP", "TMPDIR"})
        qputenv(name, path);
}

} // namespace tane
