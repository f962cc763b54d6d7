#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <catch2/catch.hpp>

namespace tane::testing {

/// What a tool of poppler-utils prints; the test fails where the tool is missing.
inline QString printed(const QString &tool, const QStringList &arguments)
{
    QProcess process;
    process.start(tool, arguments);
    INFO("needs poppler-utils");
    REQUIRE(process.waitForStarted());
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace tane::testing
