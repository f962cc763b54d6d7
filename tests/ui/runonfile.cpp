#include "runonfile.h"

#include <catch2/catch.hpp>

#include <QProcess>

namespace tane::testing {

QString runOnFile(const QString &tool, const QStringList &arguments, const QString &path)
{
    QProcess process;
    process.setStandardInputFile(path);
    process.start(tool, arguments);
    REQUIRE(process.waitForStarted());
    REQUIRE(process.waitForFinished());
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace tane::testing
