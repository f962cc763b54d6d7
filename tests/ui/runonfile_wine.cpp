// A Windows program under Wine can start a tool of the system around it, but can neither share a pipe with it
// nor wait for it. So a script does it with files, of which the last one appears when all is done.
#include "runonfile.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

namespace tane::testing {

namespace {

constexpr char kScript[] = "cd \"$1\" && shift\n"
                           "\"$@\" <in >out 2>&1\n"
                           "echo $? >part && mv part status\n";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

QString runOnFile(const QString &tool, const QStringList &arguments, const QString &path)
{
    const QTemporaryDir folder(QStringLiteral("Z:/tmp/tane-XXXXXX"));
    REQUIRE(folder.isValid());
    REQUIRE(QFile::copy(path, folder.filePath(QStringLiteral("in"))));
    QFile script(folder.filePath(QStringLiteral("script")));
    REQUIRE(script.open(QIODevice::WriteOnly));
    script.write(kScript);
    script.close();
    const auto outside = [](const QString &inside) { return inside.mid(2); }; // without Z:
    REQUIRE(QProcess::startDetached(QStringLiteral("Z:/bin/sh"),
                                    QStringList{outside(script.fileName()), outside(folder.path()), tool} +
                                        arguments));
    const QString status = folder.filePath(QStringLiteral("status"));
    for (int waited = 0; !QFile::exists(status); ++waited) {
        REQUIRE(waited < 600);
        QThread::msleep(50);
    }
    const QString printed = QString::fromUtf8(contentOf(folder.filePath(QStringLiteral("out"))));
    INFO(printed.toStdString());
    REQUIRE(contentOf(status).trimmed() == "0");
    return printed;
}

} // namespace tane::testing
