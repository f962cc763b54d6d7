#include "clirun.h"
#include "exchange/tablereader.h"
#include "people/peoplesheets.h"
#include "people/registerfiles.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFileInfo>

using namespace tane;
using namespace tane::testing;

namespace {

const QString kFile = QStringLiteral("研修.tane");

CliRun import(const CliFolder &folder, const char *kind, const QString &list, const QStringList &more = {})
{
    return runCli(QStringList{QStringLiteral("import"), folder(kFile), QLatin1String(kind), folder(list)} +
                  more);
}

CliRun forms(const CliFolder &folder, const char *kind, const QString &out, const QStringList &more = {})
{
    return runCli(QStringList{QStringLiteral("forms"), folder(kFile), QLatin1String(kind),
                              QStringLiteral("--out"), folder(out)} +
                  more);
}

Registry registryOf(const CliFolder &folder)
{
    const auto document = Document::open(folder(kFile));
    REQUIRE(document.has_value());
    auto registry = loadRegistry(**document);
    REQUIRE(registry.has_value());
    return std::move(*registry);
}

/// 群馬県 with two centres and two people, from lists.
void fill(const CliFolder &folder)
{
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--prefecture"),
                    QStringLiteral("群馬県")})
                .code == 0);
    folder.write(QStringLiteral("centres.csv"),
                 "センター,市町村\n東部センター,前橋市\n西部センター,\"高崎市、安中市\"\n");
    folder.write(QStringLiteral("people.csv"),
                 "氏名,センター,立場,メール\n青木 はる,東部センター,コーディネーター,haru@example.jp\n石田 "
                 "奏,西部センター,コーディネーター,\n");
    const CliRun centres = import(folder, "centres", QStringLiteral("centres.csv"));
    INFO(centres.err.toStdString());
    REQUIRE(centres.code == 0);
    REQUIRE(import(folder, "people", QStringLiteral("people.csv")).code == 0);
}

} // namespace

TEST_CASE("lists of centres and people go into a new file one after the other, and once only")
{
    CliFolder folder;
    fill(folder);
    const Registry registry = registryOf(folder);
    CHECK(registry.municipalities.size() == 35); // 002:562-718
    CHECK(registry.centres.size() == 2);
    CHECK(registry.people.size() == 2);
    const QByteArray stored = folder.read(kFile);
    const CliRun again = import(folder, "people", QStringLiteral("people.csv"));
    CHECK(again.code == 0);
    CHECK(again.out.trimmed() ==
          QStringLiteral(
              "追加 0 件、変更 0 件、変わらないもの 2 件を取り込みました。読み取れないところは 0 件です。"));
    CHECK(folder.read(kFile) == stored);
}

TEST_CASE("a dry run of a list says what it would do and changes nothing")
{
    CliFolder folder;
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile), QStringLiteral("--prefecture"),
                    QStringLiteral("群馬県")})
                .code == 0);
    folder.write(QStringLiteral("c.csv"),
                 "センター,市町村,謎の列\n東部センター,前橋市,1\n西部センター,幻の町,2\n");
    const QByteArray stored = folder.read(kFile);
    const CliRun run = import(folder, "centres", QStringLiteral("c.csv"), {QStringLiteral("--dry-run")});
    CHECK(run.code == 0);
    CHECK(run.out.startsWith(QStringLiteral("追加 2 件")));
    CHECK(run.err.contains(QStringLiteral("c.csv:B3: ")));
    CHECK(run.err.contains(QStringLiteral("謎の列")));
    CHECK(folder.read(kFile) == stored);
    CHECK(import(folder, "centres", QStringLiteral("c.csv")).code == 0);
    CHECK(registryOf(folder).centres.size() == 2);
}

TEST_CASE("a list that cannot be used gives exit code 3 and leaves the file alone")
{
    CliFolder folder;
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile)}).code == 0);
    folder.write(QStringLiteral("x.csv"), "番号,住所\n1,どこか\n");
    folder.write(QStringLiteral("x.xlsx"), "PK\x03\x04 broken");
    const QByteArray stored = folder.read(kFile);
    for (const char *list : {"x.csv", "x.xlsx", "none.csv"}) {
        const CliRun run = import(folder, "people", QLatin1String(list));
        INFO(list);
        CHECK(run.code == 3);
        CHECK(run.err.startsWith(QLatin1String(list) + QStringLiteral(": ")));
        CHECK(run.out.isEmpty());
    }
    CHECK(folder.read(kFile) == stored);
}

TEST_CASE("a list is not read into a file that another program holds")
{
    CliFolder folder;
    fill(folder);
    folder.write(QStringLiteral("more.csv"), "氏名,センター\n上原 湊,東部センター\n");
    const auto held = Document::open(folder(kFile));
    REQUIRE(held.has_value());
    CHECK(import(folder, "people", QStringLiteral("more.csv")).code == 4);
    CHECK(import(folder, "people", QStringLiteral("more.csv"), {QStringLiteral("--dry-run")}).code == 0);
}

TEST_CASE("options of answers are wrong usage for lists")
{
    CliFolder folder;
    fill(folder);
    CHECK(import(folder, "people", QStringLiteral("people.csv"),
                 {QStringLiteral("--wave"), QStringLiteral("before")})
              .code == 2);
    CHECK(import(folder, "persons", QStringLiteral("people.csv")).code == 2);
}

TEST_CASE("sheets about people are written one by one, or for everybody into a folder")
{
    CliFolder folder;
    fill(folder);
    const QString id = QString::number(registryOf(folder).people.front().person.id);
    const CliRun one = forms(folder, "person", QStringLiteral("a.pdf"), {QStringLiteral("--person"), id});
    INFO(one.err.toStdString());
    CHECK(one.code == 0);
    CHECK(folder.read(QStringLiteral("a.pdf")).startsWith("%PDF-"));
    CHECK(forms(folder, "municipality", QStringLiteral("b.docx"),
                {QStringLiteral("--municipality"), QStringLiteral("前橋市")})
              .code == 0);
    CHECK(forms(folder, "municipality", QStringLiteral("c.xlsx"),
                {QStringLiteral("--municipality"), QStringLiteral("102016")})
              .code == 0);
    CHECK(forms(folder, "ladder", QStringLiteral("d.pdf"),
                {QStringLiteral("--since"), QStringLiteral("令和8年4月1日")})
              .code == 0);
    // ISO 216: A3 on its side, 420 by 297 mm, is 1190.55 by 841.89 points.
    CHECK(folder.read(QStringLiteral("d.pdf")).contains("1191"));
    CHECK(forms(folder, "self-assessment", QStringLiteral("e.pdf")).code == 0);
    const CliRun all = forms(folder, "person", QStringLiteral("全員"));
    CHECK(all.code == 0);
    CHECK(folder.names(QStringLiteral("全員")) ==
          QStringList{QStringLiteral("支援訪問票-001.pdf"), QStringLiteral("支援訪問票-002.pdf")});
    CHECK(all.out.count(u'\n') == 2);
    CHECK(forms(folder, "self-assessment", QStringLiteral("配布")).code == 0);
    CHECK(folder.names(QStringLiteral("配布")) ==
          QStringList{QStringLiteral("自己評価シート-001.xlsx"), QStringLiteral("自己評価シート-002.xlsx")});
}

TEST_CASE("masked sheets hold numbers instead of names")
{
    CliFolder folder;
    fill(folder);
    REQUIRE(forms(folder, "person", QStringLiteral("全員"),
                  {QStringLiteral("--masked"), QStringLiteral("--format"), QStringLiteral("xlsx")})
                .code == 0);
    REQUIRE(forms(folder, "ladder", QStringLiteral("全員/ladder.xlsx"), {QStringLiteral("--masked")}).code ==
            0);
    for (const QString &name : folder.names(QStringLiteral("全員"))) {
        const auto tables = readTables(folder(QStringLiteral("全員/") + name));
        REQUIRE(tables.has_value());
        QByteArray all;
        for (const Table &table : *tables)
            for (int row = 0; row < table.rowCount(); ++row)
                for (const std::string_view text : table.cells(row))
                    all += QByteArray(text.data(), static_cast<qsizetype>(text.size())) + '\n';
        INFO(name.toStdString());
        CHECK(all.contains("M0"));
        CHECK_FALSE(all.contains("青木"));
        CHECK_FALSE(all.contains("石田"));
        CHECK_FALSE(all.contains("haru@"));
    }
}

TEST_CASE("wrong usage of the sheets about people is refused, and nothing is written")
{
    CliFolder folder;
    fill(folder);
    const QString file = folder(kFile), out = folder(QStringLiteral("a.pdf"));
    const QString at = QStringLiteral("--out");
    const QStringList wrong[] = {
        {QStringLiteral("person"), at, out},
        {QStringLiteral("person"), at, out, QStringLiteral("--person"), QStringLiteral("9999")},
        {QStringLiteral("municipality"), at, out, QStringLiteral("--municipality"), QStringLiteral("幻の町")},
        {QStringLiteral("ladder"), at, folder(QStringLiteral("folder"))},
        {QStringLiteral("ladder"), at, out, QStringLiteral("--since"), QStringLiteral("いつか")},
        {QStringLiteral("ladder"), at, out, QStringLiteral("--area"), QStringLiteral("幻の圏域")},
        {QStringLiteral("ladder"), at, out, QStringLiteral("--workshop"), QStringLiteral("1")},
        {QStringLiteral("goals"), at, out, QStringLiteral("--masked")},
        {QStringLiteral("person"), at, folder(QStringLiteral("folder")), QStringLiteral("--format"),
         QStringLiteral("txt")},
        {QStringLiteral("person")},
    };
    const QStringList before = folder.names(QString());
    for (const QStringList &arguments : wrong) {
        INFO(arguments.join(u' ').toStdString());
        const CliRun run = runCli(QStringList{QStringLiteral("forms"), file} + arguments);
        CHECK(run.code == 2);
        CHECK_FALSE(run.err.isEmpty());
    }
    CHECK(folder.names(QString()) == before);
}

TEST_CASE("a file without people has no sheets for them: exit code 3")
{
    CliFolder folder;
    REQUIRE(runCli({QStringLiteral("new"), folder(kFile)}).code == 0);
    const CliRun run = forms(folder, "person", QStringLiteral("folder"));
    CHECK(run.code == 3);
    CHECK(run.err.startsWith(kFile + QStringLiteral(": ")));
    CHECK(forms(folder, "municipality", QStringLiteral("folder")).code == 3);
}

TEST_CASE("the help of forms lists the sheets about people, too")
{
    const CliRun help = runCli({QStringLiteral("forms"), QStringLiteral("--help")});
    for (const PeopleSheetKind kind : allPeopleSheetKinds()) {
        CHECK(help.out.contains(peopleSheetCode(kind)));
        CHECK(help.out.contains(peopleSheetTitle(kind)));
    }
}
