#include "poppler.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QProcess>

namespace tane::testing {

namespace {

/// The file goes through a pipe: the tool may belong to another system than the test and know other paths.
QString printed(const QString &tool, const QStringList &arguments, const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QProcess process;
    process.start(tool, arguments);
    REQUIRE(process.waitForStarted());
    process.write(file.readAll());
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished());
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

QString pdfText(const QString &path, const QStringList &options)
{
    return printed(QStringLiteral(TANE_PDFTOTEXT),
                   options + QStringList{QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("-"),
                                         QStringLiteral("-")},
                   path);
}

QStringList pdfPages(const QString &path, const QStringList &options)
{
    QStringList pages = pdfText(path, options).split(QLatin1Char('\f'));
    pages.removeLast();
    return pages;
}

QString pdfFonts(const QString &path)
{
    return printed(QStringLiteral(TANE_PDFFONTS), {QStringLiteral("-")}, path);
}

} // namespace tane::testing
