#include "clirun.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

using namespace tane::testing;

namespace {

const QStringList kTablesOnly{QStringLiteral("--tables-only")};
const QString kSampleAfter = QStringLiteral("after.xlsx");
const QString kSampleBefore = QStringLiteral("before.xlsx");
const QString kOut = QStringLiteral("out");

/// The lines of stderr that begin with "place: ".
QStringList linesAt(const CliRun &run, const QString &place)
{
    QStringList lines;
    for (const QString &line : run.err.split(u'\n')) {
        if (line.startsWith(place + QStringLiteral(": ")))
            lines << line;
    }
    return lines;
}

/// Names of the folder and the bytes of each file.
QByteArray snapshot(const CliFolder &folder, const QString &name)
{
    QByteArray all;
    for (const QString &file : folder.names(name)) {
        const QString path = name + u'/' + file;
        all += file.toUtf8() + '\n';
        if (QFileInfo(folder(path)).isFile())
            all += folder.read(path);
    }
    return all;
}

} // namespace

TEST_CASE("broken input gives exit code 3, a message that names the place, and no folder")
{
    CliFolder folder;
    folder.writeSample();
    const QByteArray good = folder.read(kSampleBefore);
    struct Case
    {
        const char *name;
        QByteArray bytes;
        const char *place;
    };
    QByteArray random;
    for (unsigned i = 0, x = 12345; i < 5000; ++i, x = x * 1103515245 + 12345)
        random += static_cast<char>(x >> 16);
    const Case cases[] = {
        {"words.xlsx", "no workbook, only words", "words.xlsx"},
        {"empty.xlsx", "", "empty.xlsx"},
        {"cut.xlsx", good.left(good.size() / 2), "cut.xlsx"},
        {"end.xlsx", good.left(good.size() - 30), "end.xlsx"},
        {"noise.xlsx", random, "noise.xlsx"},
        {"noise.csv", random, "noise.csv"},
        {"report.pdf", "%PDF-1.7 and so on", "report.pdf"},
        {"columns.csv", "色,形\n赤,丸\n", "columns.csv"},
        {"heads.csv", "氏名,Ⅰ-1\n", "heads.csv"},
        {"answers.csv", "氏名,Ⅰ-1,Ⅰ-2\n青木 葵,はい,いいえ\n", "answers.csv:B2"},
        {"blank.csv", "氏名,Ⅰ-1\n青木 葵,\n", "blank.csv:2行目"},
    };
    for (const Case &broken : cases) {
        INFO(broken.name);
        const QString name = QString::fromUtf8(broken.name);
        folder.write(name, broken.bytes);
        for (const bool before : {true, false}) {
            const CliRun run =
                folder.analyze(before ? name : kSampleBefore, before ? kSampleAfter : name, kOut);
            INFO(run.err.toStdString());
            CHECK(run.code == 3);
            CHECK(run.out.isEmpty());
            CHECK(!linesAt(run, QString::fromUtf8(broken.place)).isEmpty());
            CHECK(!QFileInfo::exists(folder(kOut)));
        }
    }
}

TEST_CASE("broken workbooks made with care are refused in the same way")
{
    CliFolder folder;
    folder.writeSample();
    const QDir fixtures(QStringLiteral(TANE_TEST_DATA "/exchange"));
    const QStringList names = fixtures.entryList({QStringLiteral("broken*")}, QDir::Files);
    REQUIRE(names.size() > 3);
    for (const QString &name : names) {
        INFO(name.toStdString());
        REQUIRE(QFile::copy(fixtures.filePath(name), folder(name)));
        const CliRun run = folder.analyze(name, kSampleAfter, kOut, kTablesOnly);
        INFO(run.err.toStdString());
        CHECK(run.code == 3);
        CHECK(run.err.contains(name + u':'));
        CHECK(!QFileInfo::exists(folder(kOut)));
    }
}

TEST_CASE("missing and empty folders are named, also with a slash at the end")
{
    CliFolder folder;
    folder.writeSample();
    REQUIRE(QDir().mkpath(folder(QStringLiteral("空"))));
    REQUIRE(QDir().mkpath(folder(QStringLiteral("folder.xlsx"))));
    for (const char *name : {"空", "空/", "folder.xlsx", "missing.xlsx", "missing/"}) {
        INFO(name);
        const CliRun run = folder.analyze(QString::fromUtf8(name), kSampleAfter, kOut, kTablesOnly);
        QString shown = QString::fromUtf8(name);
        shown.remove(u'/');
        CHECK(run.code == 3);
        CHECK(linesAt(run, shown).size() == 1);
        CHECK(!QFileInfo::exists(folder(kOut)));
    }
}

TEST_CASE("in a folder the files that cannot be read are named and counted, and the others are used")
{
    CliFolder folder;
    folder.writeSample();
    REQUIRE(QDir().mkpath(folder(QStringLiteral("f"))));
    REQUIRE(QFile::copy(folder(kSampleBefore), folder(QStringLiteral("f/1.xlsx"))));
    folder.write(QStringLiteral("f/2.xlsx"), folder.read(kSampleBefore).left(3000));
    folder.write(QStringLiteral("f/3.csv"), "色\n赤\n");
    folder.write(QStringLiteral("f/4.xls"),
                 QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0'));
    folder.write(QStringLiteral("f/~$1.xlsx"), "lock of Excel");
    const CliRun run = folder.analyze(QStringLiteral("f"), kSampleAfter, kOut, kTablesOnly);
    REQUIRE(run.code == 0);
    for (const char *name : {"2.xlsx", "3.csv", "4.xls"})
        CHECK(linesAt(run, QLatin1String(name)).size() == 1);
    CHECK(!run.err.contains(QStringLiteral("~$")));
    CHECK(run.out.contains(QStringLiteral("読めないファイル：3 件")));

    const CliRun strict = folder.analyze(QStringLiteral("f"), kSampleAfter, QStringLiteral("strict"),
                                         {QStringLiteral("--strict")});
    CHECK(strict.code == 3);
    CHECK(!QFileInfo::exists(folder(QStringLiteral("strict"))));
}

TEST_CASE("with --strict it refuses what could not be read, with the cell and what stands in it")
{
    CliFolder folder;
    folder.writeSample();
    const CliRun run = folder.analyze(kSampleBefore, kSampleAfter, kOut, {QStringLiteral("--strict")});
    CHECK(run.code == 3);
    CHECK(run.out.isEmpty());
    REQUIRE(linesAt(run, QStringLiteral("before.xlsx:回答!R10")).size() == 1);
    CHECK(
        linesAt(run, QStringLiteral("before.xlsx:回答!R10")).first().contains(QStringLiteral("a と b の間")));
    CHECK(!QFileInfo::exists(folder(kOut)));
}

TEST_CASE("the results of an earlier run are untouched when a later one fails")
{
    CliFolder folder;
    folder.writeSample();
    REQUIRE(folder.analyze(kSampleBefore, kSampleAfter, kOut, kTablesOnly).code == 0);
    const QByteArray earlier = snapshot(folder, kOut);
    folder.write(QStringLiteral("cut.xlsx"), folder.read(kSampleBefore).left(3000));
    CHECK(folder.analyze(QStringLiteral("cut.xlsx"), kSampleAfter, kOut).code == 3);
    CHECK(snapshot(folder, kOut) == earlier);
}

TEST_CASE("when one of the results cannot be put in place, none is")
{
    CliFolder folder;
    folder.writeSample();
    REQUIRE(folder.analyze(kSampleBefore, kSampleAfter, kOut, kTablesOnly).code == 0);
    REQUIRE(QDir().mkpath(folder(QStringLiteral("out/report.pdf/in the way")))); // the last of the files
    folder.write(QStringLiteral("out/charts/change-1-group9.png"), "of an earlier run");
    const QByteArray earlier = snapshot(folder, kOut);
    const CliRun run = folder.analyze(kSampleAfter, kSampleBefore, kOut);
    CHECK(run.code == 1);
    CHECK(linesAt(run, QStringLiteral("report.pdf")).size() == 1);
    CHECK(snapshot(folder, kOut) == earlier);
}

TEST_CASE("a place that cannot be written to gives exit code 1 and stays as it was")
{
    CliFolder folder;
    folder.writeSample();
    folder.write(QStringLiteral("file"), "mine");
    for (const char *out : {"file", "file/below"}) {
        const CliRun run = folder.analyze(kSampleBefore, kSampleAfter, QLatin1String(out), kTablesOnly);
        CHECK(run.code == 1);
        CHECK(run.out.isEmpty());
        CHECK(run.err.contains(QStringLiteral("--out")));
    }
    CHECK(folder.read(QStringLiteral("file")) == "mine");
}

TEST_CASE("files of decisions that do not fit are refused or named")
{
    CliFolder folder;
    folder.writeSample();
    const auto analyze = [&folder](const char *name, const QByteArray &bytes) {
        return folder.analyze(
            kSampleBefore, kSampleAfter, kOut,
            kTablesOnly + QStringList{QStringLiteral("--links"), folder.write(QLatin1String(name), bytes)});
    };
    const CliRun other = analyze("other.csv", "a,b\n1,2\n");
    CHECK(other.code == 3);
    CHECK(linesAt(other, QStringLiteral("other.csv:A1")).size() == 1);
    const CliRun bad =
        analyze("bad.csv", "before,after,decision\nbefore.xlsx:回答!43,after.xlsx:回答!54,多分\n");
    CHECK(bad.code == 3);
    CHECK(linesAt(bad, QStringLiteral("bad.csv:C2")).size() == 1);
    CHECK(!QFileInfo::exists(folder(kOut)));
    const CliRun unknown =
        analyze("unknown.csv", "before,after,decision\nbefore.xlsx:回答!999,after.xlsx:回答!2,accept\n");
    CHECK(unknown.code == 0);
    CHECK(linesAt(unknown, QStringLiteral("unknown.csv")).size() == 1);
    const CliRun none =
        analyze("none.csv", "before,after,decision\nbefore.xlsx:回答!43,after.xlsx:回答!54,\n");
    CHECK(none.code == 0);
    CHECK(linesAt(none, QStringLiteral("none.csv")).size() == 1);
}

TEST_CASE("a questionnaire that is missing or broken is refused with its place")
{
    CliFolder folder;
    folder.writeSample();
    const auto analyze = [&folder](const QString &questionnaire) {
        return folder.analyze(kSampleBefore, kSampleAfter, kOut,
                              {QStringLiteral("--questionnaire"), questionnaire});
    };
    CHECK(analyze(folder(QStringLiteral("none.json"))).code == 3);
    CHECK(analyze(QStringLiteral("trial99")).code == 3);
    const CliRun cut = analyze(folder.write(QStringLiteral("cut.json"), "{\n\"id\":"));
    CHECK(cut.code == 3);
    CHECK(linesAt(cut, QStringLiteral("cut.json:2行目")).size() == 1);
    const CliRun noSets = analyze(folder.write(QStringLiteral("q.json"), R"({"id":"x","title":"t"})"));
    CHECK(noSets.code == 3);
    CHECK(linesAt(noSets, QStringLiteral("q.json:sets")).size() == 1);
    CHECK(!QFileInfo::exists(folder(kOut)));
}

TEST_CASE("wrong usage gives exit code 2 and says so in Japanese")
{
    CliFolder folder;
    folder.writeSample();
    const QString before = folder(kSampleBefore);
    const QString after = folder(kSampleAfter);
    const QStringList wrong[] = {
        {},
        {QStringLiteral("analyse")},
        {QStringLiteral("analyze")},
        {QStringLiteral("analyze"), QStringLiteral("--before"), before},
        {QStringLiteral("analyze"), QStringLiteral("--before")},
        {QStringLiteral("analyze"), QStringLiteral("--befor"), before},
        {QStringLiteral("analyze"), QStringLiteral("--before"), before, QStringLiteral("--after"), after},
        {QStringLiteral("new")},
        {QStringLiteral("check")},
        {QStringLiteral("import"), QStringLiteral("a.tane")},
        {QStringLiteral("sample")},
    };
    for (const QStringList &arguments : wrong) {
        INFO(arguments.join(u' ').toStdString());
        const CliRun run = runCli(arguments);
        CHECK(run.code == 2);
        CHECK(run.out.isEmpty());
        CHECK(run.err.contains(QStringLiteral("tane-cli")));
        CHECK(!run.err.contains(QStringLiteral("nknown")));
        CHECK(!run.err.contains(QStringLiteral("issing")));
    }
    for (const char *more : {"--by=colour", "--link=mail", "--twice=first", "extra", "--tables-only=yes"}) {
        INFO(more);
        const CliRun run = folder.analyze(kSampleBefore, kSampleAfter, kOut, {QLatin1String(more)});
        CHECK(run.code == 2);
        CHECK(!QFileInfo::exists(folder(kOut)));
    }
}
