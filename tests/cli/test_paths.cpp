// Names and places of files as offices have them.
#include "clirun.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

using namespace tane::testing;

namespace {

/// A folder longer than the 260 characters of old Windows programs, with characters outside code page 932.
QString deepFolder()
{
    QString folder = QStringLiteral("𠮷野町（髙橋） 令和８年度 100%");
    while (folder.size() < 300)
        folder += QStringLiteral("/coordinators of home care"); // SQLite on Linux wants less than 512 bytes
    return folder;
}

} // namespace

TEST_CASE("the whole job is done far down in folders, with names outside code page 932")
{
    const CliFolder folder;
    const QString deep = deepFolder();
    REQUIRE(QDir().mkpath(folder(deep)));
    folder.writeSample();
    REQUIRE(QFile::copy(folder(QStringLiteral("before.xlsx")), folder(deep + QStringLiteral("/𠮷 前.xlsx"))));
    REQUIRE(QFile::copy(folder(QStringLiteral("after.xlsx")), folder(deep + QStringLiteral("/髙 後.xlsx"))));
    const CliRun analysed =
        folder.analyze(deep + QStringLiteral("/𠮷 前.xlsx"), deep + QStringLiteral("/髙 後.xlsx"),
                       deep + QStringLiteral("/結果 𠮷"));
    INFO(analysed.err.toStdString());
    REQUIRE(analysed.code == 0);
    const QStringList results = folder.names(deep + QStringLiteral("/結果 𠮷"));
    for (const char *name : {"change.csv", "change.json", "change.xlsx", "charts/change-1-all.png",
                             "links.csv", "problems.csv", "report.docx", "report.pdf"})
        CHECK(results.contains(QLatin1String(name)));
    CHECK(folder.read(deep + QStringLiteral("/結果 𠮷/links.csv")).contains("𠮷 前.xlsx"));

    const QString file = folder(deep + QStringLiteral("/𠮷.tane"));
    REQUIRE(runCli({QStringLiteral("new"), file, QStringLiteral("--sample")}).code == 0);
    CHECK(runCli({QStringLiteral("check"), file}).code == 0);
    const QString sheet = folder(deep + QStringLiteral("/目標 𠮷.xlsx"));
    CHECK(runCli({QStringLiteral("forms"), file, QStringLiteral("goals"), QStringLiteral("--out"), sheet})
              .code == 0);
    CHECK(folder.read(deep + QStringLiteral("/目標 𠮷.xlsx")).startsWith("PK"));
}

TEST_CASE("a file that cannot be found is named as it was given, whatever its characters")
{
    const CliFolder folder;
    const CliRun run = folder.analyze(QStringLiteral("𠮷野家の髙橋①.xlsx"), QStringLiteral("無い.csv"),
                                      QStringLiteral("out"));
    CHECK(run.code == 3);
    CHECK(run.err.contains(QStringLiteral("𠮷野家の髙橋①.xlsx: ")));
}
