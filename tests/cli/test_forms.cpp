#include "clirun.h"
#include "exchange/tablereader.h"
#include "programme/sheets.h"

#include <catch2/catch.hpp>

#include <QFileInfo>

using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = QStringLiteral("研修.tane");

/// The sample, and its programmes.
std::vector<Programme> makeSample(const CliFolder &folder)
{
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--sample")}).code == 0);
    const auto document = Document::open(folder(kFile));
    REQUIRE(document.has_value());
    const auto programmes = CycleRepository(**document).programmes();
    REQUIRE(programmes.has_value());
    REQUIRE_FALSE(programmes->empty());
    return *programmes;
}

CliRun forms(const CliFolder &folder, const QString &kind, const QString &out, const QStringList &more = {})
{
    return runCli(
        QStringList{QStringLiteral("forms"), folder(kFile), kind, QStringLiteral("--out"), folder(out)} +
        more);
}

QStringList programme(const Programme &of)
{
    return {QStringLiteral("--programme"), QString::number(of.id)};
}

} // namespace

TEST_CASE("every sheet can be written in every format, and the name written is printed")
{
    CliFolder folder;
    const QStringList ofSample = programme(makeSample(folder).front());
    for (const SheetKind kind : allSheetKinds()) {
        const CliRun run = forms(folder, sheetCode(kind), sheetCode(kind) + QStringLiteral(".pdf"), ofSample);
        INFO(sheetCode(kind).toStdString() << ": " << run.err.toStdString());
        CHECK(run.code == 0);
        CHECK(run.err.isEmpty());
        CHECK(run.out.trimmed().endsWith(sheetCode(kind) + QStringLiteral(".pdf")));
        CHECK(folder.read(sheetCode(kind) + QStringLiteral(".pdf")).startsWith("%PDF-"));
    }
    REQUIRE(forms(folder, QStringLiteral("goals"), QStringLiteral("目標.xlsx"), ofSample).code == 0);
    const auto book = readWorkbook(folder(QStringLiteral("目標.xlsx")));
    REQUIRE(book.has_value());
    CHECK(book->front().sheet == QStringLiteral("目標設定"));
    REQUIRE(forms(folder, QStringLiteral("goals"), QStringLiteral("目標.DOCX"), ofSample).code == 0);
    CHECK(folder.read(QStringLiteral("目標.DOCX")).startsWith("PK"));
    REQUIRE(forms(folder, QStringLiteral("goals"), QStringLiteral("目標.png"), ofSample).code == 0);
    CHECK(folder.read(QStringLiteral("目標.png")).startsWith("\x89PNG"));
}

TEST_CASE("A3 can be asked for")
{
    CliFolder folder;
    const QStringList more = programme(makeSample(folder).front());
    REQUIRE(forms(folder, QStringLiteral("goals"), QStringLiteral("a.pdf"),
                  more + QStringList{QStringLiteral("--paper"), QStringLiteral("a3")})
                .code == 0);
    // ISO 216: 420 by 297 mm are 1190.55 by 841.89 points.
    CHECK(folder.read(QStringLiteral("a.pdf")).contains("1191"));
}

TEST_CASE("of several programmes the newest is taken, and the others are listed")
{
    CliFolder folder;
    const std::vector<Programme> programmes = makeSample(folder);
    REQUIRE(programmes.size() > 1);
    const CliRun newest = forms(folder, QStringLiteral("goals"), QStringLiteral("a.pdf"));
    CHECK(newest.code == 0);
    CHECK(newest.out.startsWith(QStringLiteral("研修プログラム：%1（%2）")
                                    .arg(programmes.front().title, programmeYears(programmes.front()))));
    for (const Programme &each : programmes)
        CHECK(newest.out.contains(
            QStringLiteral("%1（%2 %3）").arg(QString::number(each.id), each.title, programmeYears(each))));
    CHECK(QFileInfo::exists(folder(QStringLiteral("a.pdf"))));
    const CliRun wrong = forms(folder, QStringLiteral("goals"), QStringLiteral("a.pdf"),
                               {QStringLiteral("--programme"), QStringLiteral("9999")});
    CHECK(wrong.code == 2);
    const CliRun wrongWorkshop = forms(folder, QStringLiteral("timetable"), QStringLiteral("a.pdf"),
                                       {QStringLiteral("--workshop"), QStringLiteral("9999")});
    CHECK(wrongWorkshop.code == 2);
}

TEST_CASE("a file without a programme gives exit code 3, a missing file too")
{
    CliFolder folder;
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile)}).code == 0);
    const CliRun empty = forms(folder, QStringLiteral("goals"), QStringLiteral("a.pdf"));
    CHECK(empty.code == 3);
    CHECK(empty.err.startsWith(kFile + QStringLiteral(": ")));
    const CliRun missing =
        runCli({QStringLiteral("forms"), folder(QStringLiteral("none.tane")), QStringLiteral("goals"),
                QStringLiteral("--out"), folder(QStringLiteral("a.pdf"))});
    CHECK(missing.code == 3);
    CHECK_FALSE(QFileInfo::exists(folder(QStringLiteral("a.pdf"))));
}

TEST_CASE("sheets can be written while another program holds the file, and the file stays as it was")
{
    CliFolder folder;
    const QStringList ofSample = programme(makeSample(folder).front());
    const QByteArray stored = folder.read(kFile);
    const auto held = Document::open(folder(kFile));
    REQUIRE(held.has_value());
    CHECK(forms(folder, QStringLiteral("goals"), QStringLiteral("a.pdf"), ofSample).code == 0);
    CHECK(folder.read(kFile) == stored);
}

TEST_CASE("wrong usage of forms is refused before anything is read")
{
    CliFolder folder;
    const QString file = folder(kFile);
    const QString out = folder(QStringLiteral("a.pdf"));
    const QStringList wrong[] = {
        {file},
        {file, QStringLiteral("goals")},
        {file, QStringLiteral("banner"), QStringLiteral("--out"), out},
        {file, QStringLiteral("goals"), QStringLiteral("--out"), folder(QStringLiteral("a.txt"))},
        {file, QStringLiteral("goals"), QStringLiteral("--out"), folder(QStringLiteral("a"))},
        {file, QStringLiteral("goals"), QStringLiteral("--out"), out, QStringLiteral("--paper=B4")},
        {file, QStringLiteral("goals"), QStringLiteral("more"), QStringLiteral("--out"), out},
    };
    for (const QStringList &arguments : wrong) {
        INFO(arguments.join(u' ').toStdString());
        const CliRun run = runCli(QStringList{QStringLiteral("forms")} + arguments);
        CHECK(run.code == 2);
        CHECK(run.out.isEmpty());
        CHECK_FALSE(run.err.isEmpty());
    }
    CHECK(folder.names(QString()).isEmpty());
}

TEST_CASE("a place that cannot be written to gives exit code 1")
{
    CliFolder folder;
    const QStringList ofSample = programme(makeSample(folder).front());
    for (const char *name : {"none/a.pdf", "none/a.xlsx", "none/a.docx", "none/a.png"}) {
        const CliRun run = forms(folder, QStringLiteral("goals"), QLatin1String(name), ofSample);
        INFO(name);
        CHECK(run.code == 1);
        CHECK(run.out.isEmpty());
    }
}

TEST_CASE("the help of forms lists every kind of sheet")
{
    const CliRun help = runCli({QStringLiteral("forms"), QStringLiteral("--help")});
    CHECK(help.code == 0);
    for (const SheetKind kind : allSheetKinds()) {
        CHECK(help.out.contains(sheetCode(kind)));
        CHECK(help.out.contains(sheetTitle(kind)));
    }
}
