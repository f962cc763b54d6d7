#include "clirun.h"
#include "storage/document.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QFileInfo>

using namespace tane;
using namespace tane::testing;

namespace {

CliRun import(const CliFolder &folder, const QString &file, const QString &answers,
              const QStringList &more = {})
{
    return runCli(QStringList{QStringLiteral("import"), folder(file), QStringLiteral("answers"),
                              folder(answers), QStringLiteral("--wave"), QStringLiteral("before")} +
                  more);
}

CliRun check(const CliFolder &folder, const QString &file)
{
    return runCli({QStringLiteral("check"), folder(file)});
}

const QString kFile = QStringLiteral("研修.tane");

/// The sample as a .tane file.
void makeSample(const CliFolder &folder)
{
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--sample")}).code == 0);
}

} // namespace

TEST_CASE("table-check names the cells that do not follow from their counts")
{
    // The rows Ⅰ-2 and Ⅰ-3 for all of the published table of trial 1: Ⅰ-3 was printed with 66 instead of 67.
    CliFolder folder;
    QFile file(folder(QStringLiteral("表.csv")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("項目,up,stay,down,計,up,stay,down\n"
               "2,9,39,18,66,13.6%,59.1%,27.3%\n"
               "3,15,38,14,67,22.7%,57.6%,21.2%\n");
    file.close();
    const CliRun run = runCli({QStringLiteral("table-check"), folder(QStringLiteral("表.csv"))});
    CHECK(run.code == 0);
    CHECK(run.out.contains(QStringLiteral("2行のうち1行")));
    CHECK(run.out.contains(QStringLiteral("F3　22.7% と書かれていますが、15 ÷ 67 は 22.4% です。")));
    CHECK(run.out.contains(QStringLiteral("母数 66")));
    const CliRun other = runCli({QStringLiteral("table-check"), folder(QStringLiteral("表.csv")),
                                 QStringLiteral("--base"), QStringLiteral("66")});
    CHECK(other.out.contains(QStringLiteral("2行すべて")));
    CHECK(runCli({QStringLiteral("table-check"), folder(QStringLiteral("表.csv")), QStringLiteral("--base"),
                  QStringLiteral("x")})
              .code == 2);
    QFile empty(folder(QStringLiteral("人数だけ.csv")));
    REQUIRE(empty.open(QIODevice::WriteOnly));
    empty.write("a,1,2\n");
    empty.close();
    CHECK(runCli({QStringLiteral("table-check"), folder(QStringLiteral("人数だけ.csv"))}).code == 3);
}

TEST_CASE("new makes a whole file and never writes over one")
{
    CliFolder folder;
    makeSample(folder);
    CHECK(check(folder, kFile).code == 0);
    const QByteArray bytes = folder.read(kFile);
    for (const QStringList &more : {QStringList{}, QStringList{QStringLiteral("--sample")}}) {
        const CliRun again = runCli(QStringList{QStringLiteral("new"), folder(kFile)} + more);
        CHECK(again.code == 1);
        CHECK(again.err.startsWith(kFile + QStringLiteral(": ")));
    }
    CHECK(folder.read(kFile) == bytes);
    CHECK(runCli({QStringLiteral("new"), folder(QStringLiteral("none/a.tane"))}).code == 1);
    CHECK(folder.names(QString()) == QStringList{kFile});
}

TEST_CASE("new fills the register of a prefecture, and says so when it knows none of that name")
{
    CliFolder folder;
    const auto municipalities = [&](const char *prefecture, const QString &file) {
        const CliRun made = runCli({QStringLiteral("new"), folder(file), QStringLiteral("--prefecture"),
                                    QString::fromUtf8(prefecture)});
        CHECK(made.code == 0);
        CHECK(made.out.contains(QStringLiteral("市町村は登録していません")) ==
              (QString::fromUtf8(prefecture) == QStringLiteral("架空県")));
        const auto document = Document::open(folder(file));
        REQUIRE(document);
        return (*document)->database().integer(QStringLiteral("SELECT count(*) FROM municipality")).value();
    };
    CHECK(municipalities("群馬県", QStringLiteral("g.tane")) == 35); // 2024 research report
    CHECK(municipalities("架空県", QStringLiteral("k.tane")) == 0);
}

TEST_CASE("the same answers are not imported twice, and those who are in part are named")
{
    CliFolder folder;
    makeSample(folder);
    const QByteArray one = "氏名,所属,Ⅰ-1\n新田 葵,北部医師会,a\n新田 奏,北部医師会,b\n";
    folder.write(QStringLiteral("one.csv"), one);
    folder.write(QStringLiteral("renamed.csv"), one);
    folder.write(QStringLiteral("more.csv"), one + "新田 蓮,北部医師会,c\n");
    CHECK(import(folder, kFile, QStringLiteral("one.csv"), {QStringLiteral("--dry-run")}).code == 0);
    CHECK(import(folder, kFile, QStringLiteral("one.csv")).code == 0);
    const QByteArray stored = folder.read(kFile);
    for (const char *name : {"one.csv", "renamed.csv"}) {
        const CliRun again = import(folder, kFile, QLatin1String(name));
        CHECK(again.code == 1);
        CHECK(again.err.contains(QStringLiteral("同じ内容の回答を")));
        CHECK(again.err.contains(QStringLiteral("「one.csv」")));
        CHECK(again.out.isEmpty());
    }
    CHECK(folder.read(kFile) == stored);
    const CliRun more = import(folder, kFile, QStringLiteral("more.csv"));
    CHECK(more.code == 0);
    CHECK(more.err.contains(QStringLiteral("more.csv: 2 名は")));
}

TEST_CASE("answers go to the only workshop that asks something, and with two of them one has to be named")
{
    CliFolder folder;
    makeSample(folder); // its second workshop has no questionnaire yet
    folder.write(QStringLiteral("one.csv"), "氏名,所属,Ⅰ-1\n新田 葵,北部医師会,a\n");
    CHECK(import(folder, kFile, QStringLiteral("one.csv"), {QStringLiteral("--dry-run")}).code == 0);
    {
        const auto document = Document::open(folder(kFile));
        REQUIRE(document);
        REQUIRE((*document)->database().execute(QStringLiteral("UPDATE workshop SET questionnaire = 1")));
    }
    const CliRun unclear = import(folder, kFile, QStringLiteral("one.csv"));
    CHECK(unclear.code == 2);
    CHECK(unclear.err.contains(QStringLiteral("1（コーディネーター研修（見本））")));
    CHECK(unclear.err.contains(QStringLiteral("2（コーディネーター研修 第2回（見本））")));
    CHECK(
        import(folder, kFile, QStringLiteral("one.csv"), {QStringLiteral("--workshop"), QStringLiteral("2")})
            .code == 0);
}

TEST_CASE("what cannot be imported leaves the file as it was")
{
    CliFolder folder;
    makeSample(folder);
    const QByteArray stored = folder.read(kFile);
    folder.write(QStringLiteral("colours.csv"), "色\n赤\n");
    CHECK(import(folder, kFile, QStringLiteral("colours.csv")).code == 3);
    CHECK(import(folder, kFile, QStringLiteral("none.csv")).code == 3);
    folder.write(QStringLiteral("good.csv"), "氏名,Ⅰ-1\n新田 葵,a\n");
    CHECK(
        import(folder, kFile, QStringLiteral("good.csv"), {QStringLiteral("--workshop"), QStringLiteral("9")})
            .code == 2);
    CHECK(folder.read(kFile) == stored);
}

TEST_CASE("check and import tell damaged, foreign and newer files apart")
{
    CliFolder folder;
    makeSample(folder);
    const QByteArray good = folder.read(kFile);
    folder.write(QStringLiteral("answers.csv"), "氏名,Ⅰ-1\n新田 葵,a\n");
    QByteArray newer = good;
    newer[60] = 1; // user_version, big endian
    QByteArray foreign = good;
    foreign[68] = 'X'; // application_id
    QByteArray damaged = good;
    for (qsizetype i = 4096 * 2; i < damaged.size(); ++i)
        damaged[i] = static_cast<char>(damaged[i] * 7 + 13);
    struct Case
    {
        const char *name;
        QByteArray bytes;
        int code;
    };
    const Case cases[] = {{"newer.tane", newer, 4},           {"foreign.tane", foreign, 3},
                          {"damaged.tane", damaged, 3},       {"empty.tane", {}, 3},
                          {"cut.tane", good.left(20'000), 3}, {"words.tane", "words", 3}};
    for (const Case &file : cases) {
        INFO(file.name);
        const QString name = QLatin1String(file.name);
        folder.write(name, file.bytes);
        for (const CliRun &run : {check(folder, name), import(folder, name, QStringLiteral("answers.csv"))}) {
            INFO(run.err.toStdString());
            CHECK(run.code == file.code);
            CHECK(run.err.startsWith(name + u':'));
            CHECK(run.out.isEmpty());
        }
        CHECK(folder.read(name) == file.bytes);
    }
    CHECK(check(folder, QStringLiteral("none.tane")).code == 3);
}

TEST_CASE("a file that another program holds is not changed: exit code 4")
{
    CliFolder folder;
    makeSample(folder);
    folder.write(QStringLiteral("answers.csv"), "氏名,Ⅰ-1\n新田 葵,a\n");
    const auto held = Document::open(folder(kFile));
    REQUIRE(held);
    const CliRun run = import(folder, kFile, QStringLiteral("answers.csv"));
    CHECK(run.code == 4);
    CHECK(run.err.startsWith(kFile + QStringLiteral(": ")));
    CHECK(import(folder, kFile, QStringLiteral("answers.csv"), {QStringLiteral("--dry-run")}).code == 0);
}
