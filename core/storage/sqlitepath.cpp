#include "storage/sqlitepath.h"

#include <QDir>
#include <QFileInfo>

namespace tane {

#ifdef Q_OS_WIN
// Windows opens paths of 260 characters and more only with a prefix, unless its administrator has allowed
// them. Qt sets the prefix itself; SQLite hands the path on as it is, and adds the suffix of its journal.
QString sqlitePath(const QString &path)
{
    constexpr qsizetype shortEnough = 240;
    const QString native = QDir::toNativeSeparators(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    if (native.size() <= shortEnough || native.startsWith(QLatin1String(R"(\\?\)")))
        return path;
    if (native.startsWith(QLatin1String(R"(\\)"))) // a share: \\server\share\...
        return QLatin1String(R"(\\?\UNC)") + native.mid(1);
    return QLatin1String(R"(\\?\)") + native;
}
#else
QString sqlitePath(const QString &path)
{
    return path;
}
#endif

} // namespace tane
