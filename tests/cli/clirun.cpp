#include "clirun.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QDirIterator>
#include <QProcess>

namespace tane::testing {

namespace {

/// What was printed, with the line ends of Unix on every system.
QString text(const QByteArray &printed)
{
    return QString::fromUtf8(printed).remove(QLatin1Char('\r'));
}

} // namespace

CliRun runCli(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(TANE_CLI), arguments);
    constexpr int patience = 120'000; // ms; a sanitizer build on a busy machine is slow
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {-1, {}, text(process.readAllStandardError())};
    return {process.exitCode(), text(process.readAllStandardOutput()), text(process.readAllStandardError())};
}

QString CliFolder::write(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder.filePath(name);
    REQUIRE(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

QByteArray CliFolder::read(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList CliFolder::names(const QString &name) const
{
    const QDir root(m_folder.filePath(name));
    QStringList result;
    QDirIterator walk(root.path(), QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        result << root.relativeFilePath(walk.next());
    result.sort();
    return result;
}

void CliFolder::writeSample() const
{
    REQUIRE(runCli({QStringLiteral("sample"), QStringLiteral("--out"), m_folder.path()}).code == 0);
}

CliRun CliFolder::analyze(const QString &before, const QString &after, const QString &out,
                          const QStringList &more) const
{
    return runCli(QStringList{QStringLiteral("analyze"), QStringLiteral("--before"),
                              m_folder.filePath(before), QStringLiteral("--after"), m_folder.filePath(after),
                              QStringLiteral("--out"), m_folder.filePath(out)} +
                  more);
}

} // namespace tane::testing
