#include "clirun.h"
#include "exchange/tablereader.h"
#include "issues/controlsheetfiles.h"
#include "issues/issuesheets.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>

using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = QStringLiteral("見本.tane");

CliRun forms(const CliFolder &folder, const QString &kind, const QString &out, const QStringList &more = {})
{
    return runCli(
        QStringList{QStringLiteral("forms"), folder(kFile), kind, QStringLiteral("--out"), folder(out)} +
        more);
}

CliRun importSheets(const CliFolder &folder, const QString &from, const QStringList &more = {})
{
    return runCli(
        QStringList{QStringLiteral("import"), folder(kFile), QStringLiteral("control-sheet"), folder(from)} +
        more);
}

void makeSample(const CliFolder &folder)
{
    const CliRun made = runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--sample")});
    INFO(made.err.toStdString());
    REQUIRE(made.code == 0);
}

} // namespace

TEST_CASE("every sheet of regional issues is written from the sample by one command")
{
    CliFolder folder;
    makeSample(folder);
    const std::pair<const char *, QStringList> kinds[] = {
        {"scenario", {}},
        {"message", {}},
        {"consultations", {QStringLiteral("--questions")}},
        {"logic-model", {}},
        {"poster-filled", {QStringLiteral("--id"), QStringLiteral("1")}},
        {"indicators", {}},
        {"control-overview", {}},
        {"control-sheet", {QStringLiteral("--municipality"), QStringLiteral("青葉野市")}}};
    for (const auto &[kind, more] : kinds) {
        const QString out = QLatin1String(kind) + QStringLiteral(".pdf");
        const CliRun run = forms(folder, QLatin1String(kind), out, more);
        INFO(kind << ": " << run.err.toStdString());
        CHECK(run.code == 0);
        CHECK(folder.read(out).startsWith("%PDF"));
    }
    CHECK(forms(folder, QStringLiteral("scenario"), QStringLiteral("白紙.docx"), {QStringLiteral("--blank")})
              .code == 0);
    CHECK(forms(folder, QStringLiteral("scenario"), QStringLiteral("x.pdf"),
                {QStringLiteral("--year"), QStringLiteral("2026")})
              .code == 2);
    CHECK(forms(folder, QStringLiteral("poster-filled"), QStringLiteral("x.docx")).code == 2);
    CHECK(forms(folder, QStringLiteral("control-sheet"), QStringLiteral("x.pdf")).code == 2);
    CHECK(forms(folder, QStringLiteral("control-sheet"), QStringLiteral("x.pdf"),
                {QStringLiteral("--municipality"), QStringLiteral("ない町")})
              .code == 2);
}

TEST_CASE("posters of a workshop of another programme are chosen by the programme, as the program proposes")
{
    CliFolder folder;
    makeSample(folder);
    // The newest programme of the sample has no posters yet.
    const CliRun none = forms(folder, QStringLiteral("poster-filled"), QStringLiteral("p.pdf"));
    CHECK(none.code == 3);
    CHECK(none.err.contains(QStringLiteral("--programme")));
    const CliRun run = forms(folder, QStringLiteral("poster-filled"), QStringLiteral("p.pdf"),
                             {QStringLiteral("--programme"), QStringLiteral("1")});
    INFO(run.err.toStdString());
    CHECK(run.code == 0);
    CHECK(folder.read(QStringLiteral("p.pdf")).startsWith("%PDF"));
}

TEST_CASE("control sheets of all municipalities go out into a folder and come back unchanged")
{
    CliFolder folder;
    makeSample(folder);
    const CliRun out = forms(folder, QStringLiteral("control-sheet"), QStringLiteral("送付"));
    INFO(out.err.toStdString());
    REQUIRE(out.code == 0);
    CHECK(QDir(folder(QStringLiteral("送付"))).entryList({QStringLiteral("*.xlsx")}).size() == 25);
    // Two are stored; the others are blank and new.
    const CliRun dry = importSheets(folder, QStringLiteral("送付"), {QStringLiteral("--dry-run")});
    INFO(dry.err.toStdString());
    CHECK(dry.code == 0);
    CHECK(dry.out.contains(QStringLiteral("追加 23 枚、変更 0 枚、変わらないもの 2 枚")));
    CHECK(importSheets(folder, QStringLiteral("送付")).code == 0);
    const CliRun again = importSheets(folder, QStringLiteral("送付"));
    CHECK(again.out.contains(QStringLiteral("変わらないもの 25 枚")));
}

TEST_CASE("a broken control sheet is refused with its places and nothing is written")
{
    CliFolder folder;
    makeSample(folder);
    const QByteArray before = folder.read(kFile);
    folder.write(QStringLiteral("表.csv"), "市町村,年度,場面,めざす姿,指標,目標値\n"
                                           "青葉野市,令和9年度,看取り,姿,研修の回数,4\n"
                                           "夕凪市,令和9年度,看取り,姿,看取り率,30%\n");
    const CliRun run = importSheets(folder, QStringLiteral("表.csv"));
    CHECK(run.code == 3);
    CHECK(run.err.contains(QStringLiteral("表.csv")));
    CHECK(run.err.contains(QStringLiteral("F3")));
    CHECK(folder.read(kFile) == before);
    CHECK(importSheets(folder, QStringLiteral("ない.xlsx")).code == 3);
    CHECK(importSheets(folder, QStringLiteral("表.csv"), {QStringLiteral("--wave"), QStringLiteral("before")})
              .code == 2);
}
