#include "clirun.h"
#include "exchange/tablereader.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace tane::testing;
using namespace Qt::StringLiterals;

namespace {

void makeSample(const CliFolder &folder)
{
    REQUIRE(runCli({u"new"_s, folder(u"見本.tane"_s), u"--sample"_s}).code == 0);
}

} // namespace

TEST_CASE("the report of a cycle is written as Word document, PDF and workbook by the ending or the format")
{
    CliFolder folder;
    makeSample(folder);
    const QString file = folder(u"見本.tane"_s);
    const auto report = [&](const QStringList &more) {
        return runCli(QStringList{u"report"_s, file, u"--programme"_s, u"1"_s} + more);
    };
    CHECK(report({u"-o"_s, folder(u"r.pdf"_s), u"--external"_s}).code == 0);
    const QByteArray pdf = folder.read(u"r.pdf"_s);
    CHECK(pdf.startsWith("%PDF"));
    CHECK(pdf.contains("/Outlines"));
    CHECK(report({u"--out"_s, folder(u"r"_s), u"--format"_s, u"docx"_s}).code == 0);
    CHECK(folder.read(u"r.docx"_s).startsWith("PK"));
    CHECK(report({u"-o"_s, folder(u"r.xlsx"_s)}).code == 0);
    const auto sheets = tane::readTables(folder(u"r.xlsx"_s));
    REQUIRE(sheets);
    CHECK(sheets->size() > 10); // the contents and a sheet for each section

    CHECK(report({}).code == 2);
    CHECK(report({u"-o"_s, folder(u"r.txt"_s)}).code == 2);
    CHECK(report({u"-o"_s, folder(u"x.pdf"_s), u"--report"_s, u"99"_s}).code == 2);
    CHECK(runCli({u"report"_s, folder(u"ない.tane"_s), u"-o"_s, folder(u"x.pdf"_s)}).code == 3);
    CHECK_FALSE(QFile::exists(folder(u"x.pdf"_s)));
}

TEST_CASE("the handover pack is one folder of PDF and Excel files without anybody's name in theirs")
{
    CliFolder folder;
    makeSample(folder);
    const CliRun run =
        runCli({u"handover"_s, folder(u"見本.tane"_s), u"--programme"_s, u"1"_s, u"-o"_s, folder(u"pack"_s)});
    INFO(run.err.toStdString());
    REQUIRE(run.code == 0);
    const QStringList names = folder.names(u"pack"_s);
    CHECK(names.contains(u"00_目次.pdf"_s));
    CHECK(names.contains(u"03_報告書.xlsx"_s));
    for (const QString &name : names)
        CHECK((name.endsWith(u".pdf"_s) || name.endsWith(u".xlsx"_s)));
    const auto people = tane::readTables(folder(u"pack/04_参加者の一覧.xlsx"_s));
    REQUIRE(people);
    bool masked = false;
    for (int row = 0; row < people->front().rowCount(); ++row)
        masked = masked || people->front().cell(row, 0) == "参加者1";
    CHECK(masked);
    CHECK(runCli({u"handover"_s, folder(u"見本.tane"_s)}).code == 2);
}
