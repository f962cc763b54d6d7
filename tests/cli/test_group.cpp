#include "clirun.h"
#include "exchange/tablereader.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

using namespace tane;
using namespace tane::testing;

namespace {

const QString kOut = QStringLiteral("班.xlsx");

/// Trial ②: 20 coordinators and 14 officers of seven areas, with an observer, a lecturer and somebody absent.
/// All invented.
QByteArray people(int coordinators = 20, int officers = 14)
{
    QByteArray csv = "受付番号,氏名,ふりがな,立場,所属,所属種別,圏域,経験年数,資格,参加区分\n";
    const char *areas[] = {"北部", "南部", "東部", "西部", "中部", "湖東", "湖西"};
    const char *kinds[] = {"病院", "医師会", "地域包括支援センター", "訪問看護事業所"};
    const char *trades[] = {"看護師", "看護師、介護支援専門員", "社会福祉士", "保健師", "特になし"};
    for (int i = 0; i < coordinators + officers; ++i) {
        const bool officer = i >= coordinators;
        const auto number = [&](int value) { return QByteArray::number(value); };
        csv += number(101 + i) + ",参加 " + number(i + 1) + "子,さんか" + number(i + 1) + "," +
               (officer ? "市町村担当者" : "コーディネーター") + ",架空" + number(i % 9) +
               (officer ? "市" : "センター") + "," + (officer ? "市町村" : kinds[i % 4]) + "," +
               areas[(i * 3 + i / 7) % 7] + "," + number(i % 8) + "," + trades[i % 5] + ",受講\n";
    }
    return csv + "901,見学 花子,けんがく,その他,架空県,都道府県,,,,オブザーバー\n"
                 "902,講話 太郎,こうわ,その他,架空大学,,,,,講師\n"
                 "903,休 次郎,やすみ,コーディネーター,架空1センター,病院,北部,3,看護師,欠席\n";
}

CliRun group(const CliFolder &folder, const QString &file, const QStringList &more = {})
{
    return runCli(QStringList{QStringLiteral("group"), QStringLiteral("--people"), folder(file),
                              QStringLiteral("--out"), folder(kOut)} +
                  more);
}

QString cell(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString allText(const Table &table)
{
    QStringList text;
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < table.columnCount(); ++column)
            text << cell(table, row, column);
    }
    return text.join(u'|');
}

const Table &sheet(const std::vector<Table> &book, const QString &name)
{
    for (const Table &table : book) {
        if (table.sheet == name)
            return table;
    }
    FAIL("no sheet " << name.toStdString());
    return book.front();
}

std::vector<Table> written(const CliFolder &folder)
{
    auto book = readWorkbook(folder(kOut));
    REQUIRE(book.has_value());
    return std::move(*book);
}

/// Group by 受付番号, from the sheet 名簿.
QMap<QString, int> seats(const std::vector<Table> &book)
{
    QMap<QString, int> seats;
    const Table &roster = sheet(book, QStringLiteral("名簿"));
    for (int row = 0; row < roster.rowCount(); ++row) {
        bool isGroup = false;
        const int number = cell(roster, row, 0).toInt(&isGroup);
        if (isGroup)
            seats.insert(cell(roster, row, 1), number);
    }
    return seats;
}

} // namespace

TEST_CASE("group seats everybody but observers, lecturers and absent people, and writes five sheets")
{
    CliFolder folder;
    folder.write(QStringLiteral("名簿.csv"), people());
    const CliRun run = group(folder, QStringLiteral("名簿.csv"));
    INFO(run.err.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.out.contains(QStringLiteral("どの班にも進行・書記になる市町村担当者が2人  6/6 班")));
    CHECK(run.out.contains(QStringLiteral("班に入らない方：3人")));
    const std::vector<Table> book = written(folder);
    QStringList names;
    for (const Table &table : book)
        names << table.sheet;
    CHECK(names == QStringList{QStringLiteral("班分け"), QStringLiteral("名簿"), QStringLiteral("評価"),
                               QStringLiteral("理由"), QStringLiteral("満たせない条件")});
    const QMap<QString, int> seated = seats(book);
    CHECK(seated.size() == 34);
    QMap<int, int> sizes, officers;
    for (auto it = seated.begin(); it != seated.end(); ++it) {
        ++sizes[it.value()];
        officers[it.value()] += it.key().toInt() > 120;
    }
    CHECK(sizes.size() == 6); // 34 people in groups of five to six
    for (auto it = sizes.begin(); it != sizes.end(); ++it) {
        CHECK((it.value() == 5 || it.value() == 6));
        CHECK(officers[it.key()] >= 2);
    }
    const QString wall = allText(sheet(book, QStringLiteral("班分け")));
    CHECK(wall.contains(QStringLiteral("6班（")));
    CHECK(wall.count(QStringLiteral("【進行】")) == 6);
    CHECK(wall.count(QStringLiteral("【書記】")) == 6);
    CHECK_FALSE(wall.contains(QStringLiteral("講話 太郎")));
    CHECK(allText(sheet(book, QStringLiteral("名簿")))
              .contains(QStringLiteral("|903|休 次郎|やすみ|コーディネーター|架空1センター|北部||欠席")));
    const QString reasons = allText(sheet(book, QStringLiteral("理由")));
    for (int i = 1; i <= 34; ++i)
        CHECK(reasons.contains(QStringLiteral("|参加 %1子|").arg(i)));
    CHECK(reasons.count(QStringLiteral("入れ替えても")) + reasons.count(QStringLiteral("入れ替えでも")) ==
          34);
    CHECK(allText(sheet(book, QStringLiteral("評価"))).contains(QStringLiteral("証明済み")));
}

TEST_CASE("the roster of a workbook of groups can be grouped again")
{
    CliFolder folder;
    folder.write(QStringLiteral("a.csv"), people());
    REQUIRE(group(folder, QStringLiteral("a.csv")).code == 0);
    const QMap<QString, int> first = seats(written(folder));
    const CliRun again = group(folder, kOut, {QStringLiteral("--groups"), QStringLiteral("7")});
    INFO(again.err.toStdString());
    REQUIRE(again.code == 0);
    CHECK(again.out.contains(QStringLiteral("班に入らない方：3人")));
    const QMap<QString, int> second = seats(written(folder));
    CHECK(second.keys() == first.keys());
    CHECK(QSet<int>(second.begin(), second.end()).size() == 7);
}

TEST_CASE("the same seed gives the same groups, and the areas are kept together when asked for")
{
    CliFolder folder;
    folder.write(QStringLiteral("a.csv"), people());
    const QStringList area{QStringLiteral("--preset"), QStringLiteral("area"), QStringLiteral("--seed"),
                           QStringLiteral("5")};
    REQUIRE(group(folder, QStringLiteral("a.csv"), area).code == 0);
    const QMap<QString, int> first = seats(written(folder));
    REQUIRE(group(folder, QStringLiteral("a.csv"), area).code == 0);
    CHECK(seats(written(folder)) == first);
    // In the file the areas have 5, 5, 5, 5, 5, 5 and 4 people (i * 3 + i / 7 modulo 7 runs through all of
    // them): five or six to a group, so the four, or one more area, must be dealt out.
    QMap<QString, QSet<int>> groupsOf;
    for (const QByteArray &line : people().split('\n')) {
        const QList<QByteArray> cells = line.split(',');
        if (first.contains(QString::fromUtf8(cells.first())))
            groupsOf[QString::fromUtf8(cells.at(6))].insert(first.value(QString::fromUtf8(cells.first())));
    }
    REQUIRE(groupsOf.size() == 7);
    int further = 0;
    for (const QSet<int> &groups : groupsOf)
        further += static_cast<int>(groups.size()) - 1;
    const CliRun json = group(folder, QStringLiteral("a.csv"), area + QStringList{QStringLiteral("--json")});
    REQUIRE(json.code == 0);
    CHECK(json.err.contains(QStringLiteral("班分けを計算しています… 20%")));
    const QJsonObject object = QJsonDocument::fromJson(json.out.toUtf8()).object();
    const QJsonObject together = object.value(QStringLiteral("rules")).toArray().first().toObject();
    CHECK(together.value(QStringLiteral("title")).toString() == QStringLiteral("同じ圏域の方を同じ班に"));
    CHECK(together.value(QStringLiteral("missed")).toInt() == further);
    CHECK(together.value(QStringLiteral("bound")).toInt() == further);
    CHECK(object.value(QStringLiteral("groups")).toArray().size() == 6);
}

TEST_CASE("a rules file is followed: pairs, fixed seats, numbers of a kind")
{
    CliFolder folder;
    folder.write(QStringLiteral("a.csv"), people());
    const QString rules = folder.write(QStringLiteral("rules.json"), R"({
        "groups": 6,
        "rules": [
            {"kind": "atLeast", "column": "資格", "value": "保健師", "rank": "must"},
            {"kind": "spread", "column": "立場"},
            {"kind": "apart", "column": "所属", "title": "同じ職場の方は別の班"}
        ],
        "together": [["101", "参加 2子", "103"]],
        "apart": [["104", "105"]],
        "fixed": [{"person": "106", "group": 4}]
    })");
    const CliRun run = group(folder, QStringLiteral("a.csv"), {QStringLiteral("--rules"), rules});
    INFO(run.err.toStdString());
    REQUIRE(run.code == 0);
    CHECK(run.out.startsWith(QStringLiteral("必須  どの班にも保健師が1人以上  6/6 班")));
    CHECK(run.out.contains(QStringLiteral("2  同じ職場の方は別の班  6/6 班")));
    CHECK(run.out.contains(QStringLiteral("これより良い班分けはありません")));
    const QMap<QString, int> seated = seats(written(folder));
    CHECK(seated.value(QStringLiteral("101")) == seated.value(QStringLiteral("102")));
    CHECK(seated.value(QStringLiteral("101")) == seated.value(QStringLiteral("103")));
    CHECK(seated.value(QStringLiteral("104")) != seated.value(QStringLiteral("105")));
    CHECK(seated.value(QStringLiteral("106")) == 4);
}

TEST_CASE("rules that cannot hold are told in words, with the smallest set to relax")
{
    CliFolder folder;
    QByteArray csv = people();
    csv.replace("103,参加 3子,さんか3,コーディネーター,架空2センター,地域包括支援センター,",
                "103,参加 3子,さんか3,コーディネーター,架空2センター,歯科医師会,");
    REQUIRE(csv.contains("歯科医師会"));
    folder.write(QStringLiteral("a.csv"), csv);
    const QString rules = folder.write(
        QStringLiteral("r.json"),
        R"({"rules": [{"kind": "atLeast", "column": "所属種別", "value": "歯科医師会", "rank": "must"}]})");
    const CliRun run = group(folder, QStringLiteral("a.csv"), {QStringLiteral("--rules"), rules});
    CHECK(run.code == 0);
    const QString why = QStringLiteral("歯科医師会は1人なので、6班すべてには入れられません");
    CHECK(run.err.contains(why));
    const QString unmet = allText(sheet(written(folder), QStringLiteral("満たせない条件")));
    CHECK(unmet.contains(why));
    CHECK(
        unmet.contains(QStringLiteral("「どの班にも歯科医師会が1人以上」を外すか「できるだけ」に変えると")));
}

TEST_CASE("groups with fewer than two municipal officers say who moderates and who writes")
{
    CliFolder folder;
    folder.write(QStringLiteral("a.csv"), people(26, 4));
    const CliRun run =
        group(folder, QStringLiteral("a.csv"), {QStringLiteral("--groups"), QStringLiteral("5")});
    REQUIRE(run.code == 0);
    CHECK(run.out.count(QStringLiteral("案です。")) == 5); // four officers: no group has two
    CHECK(run.out.contains(QStringLiteral("市町村担当者が1人です。進行は参加 ")));
    CHECK(allText(sheet(written(folder), QStringLiteral("班分け")))
              .contains(QStringLiteral("市町村担当者が1人です。進行は")));
    CHECK(run.err.contains(QStringLiteral("市町村担当者は4人なので、5班すべてに2人ずつは入れられません")));
}

TEST_CASE("lists that cannot be used give exit code 3, every problem with its place, and nothing is written")
{
    CliFolder folder;
    folder.write(QStringLiteral("a.csv"),
                 "受付番号,氏名,立場,班の指定\n1,青木 葉,コーディネーター,9\n1,石井 空,市町村担当者,\n"
                 "3,,コーディネーター,\n4,上野 海,コーディネーター,\n5,江口 里,市町村担当者,\n");
    const QStringList two{QStringLiteral("--groups"), QStringLiteral("2")};
    const CliRun run = group(folder, QStringLiteral("a.csv"), two);
    CHECK(run.code == 3);
    CHECK(run.err.contains(QStringLiteral("a.csv:A3: 受付番号が重なっています。")));
    CHECK(run.err.contains(QStringLiteral("a.csv:B4: 氏名がありません。")));
    folder.write(QStringLiteral("b.csv"), "氏名,班の指定\n青木 葉,9\n石井 空,\n上野 海,二\n江口 里,２班\n");
    const CliRun fixed = group(folder, QStringLiteral("b.csv"), two);
    CHECK(fixed.code == 3);
    CHECK(fixed.err.contains(QStringLiteral("b.csv:B2: 班の番号は1から2までの数字で書いてください。")));
    CHECK(fixed.err.contains(QStringLiteral("b.csv:B4: ")));
    CHECK_FALSE(fixed.err.contains(QStringLiteral("b.csv:B5: ")));
    folder.write(QStringLiteral("c.csv"), "番号,名\n1,青木\n");
    const CliRun none = group(folder, QStringLiteral("c.csv"));
    CHECK(none.code == 3);
    CHECK(none.err.startsWith(QStringLiteral("c.csv: 「氏名」の列が見つかりません。")));
    CHECK(group(folder, QStringLiteral("none.csv")).code == 3);
    folder.write(QStringLiteral("a.csv"), people());
    for (const char *text :
         {R"({"rules": [{"kind": "spread", "column": "血液型"}]})", R"({"rules": [{"kind": "even"}]})",
          R"({"rule": []})", R"({"together": [["101", "999"]]})", R"({"apart": [["101", "101"]]})",
          R"({"fixed": [{"person": "901", "group": 1}]})", R"({"fixed": [{"person": "101", "group": 7}]})",
          R"({"rules": [{"kind": "spread", "column": "立場", "rank": 9}]})", R"([)",
          R"({"groups": "six"})"}) {
        const QString rules = folder.write(QStringLiteral("r.json"), text);
        const CliRun wrong = group(folder, QStringLiteral("a.csv"), {QStringLiteral("--rules"), rules});
        INFO(text << ": " << wrong.err.toStdString());
        CHECK(wrong.code == 3);
        CHECK(wrong.err.startsWith(QStringLiteral("r.json:")));
    }
    CHECK_FALSE(folder.names(QString()).contains(kOut));
}

TEST_CASE("wrong usage of group is refused")
{
    CliFolder folder;
    folder.write(QStringLiteral("a.csv"), people());
    const QStringList wrong[] = {{QStringLiteral("--size"), QStringLiteral("6-5")},
                                 {QStringLiteral("--size"), QStringLiteral("many")},
                                 {QStringLiteral("--groups"), QStringLiteral("0")},
                                 {QStringLiteral("--preset"), QStringLiteral("other")},
                                 {QStringLiteral("--seed"), QStringLiteral("-1")},
                                 {QStringLiteral("--seconds"), QStringLiteral("0")},
                                 {QStringLiteral("--together"), QStringLiteral("色")},
                                 {QStringLiteral("--groups"), QStringLiteral("40")},
                                 {QStringLiteral("--size"), QStringLiteral("20-21")},
                                 {QStringLiteral("more")},
                                 {QStringLiteral("--rules")}};
    for (const QStringList &arguments : wrong) {
        INFO(arguments.join(u' ').toStdString());
        const CliRun run = group(folder, QStringLiteral("a.csv"), arguments);
        CHECK(run.code == 2);
        CHECK_FALSE(run.err.isEmpty());
    }
    CHECK(runCli({QStringLiteral("group"), QStringLiteral("--people"), folder(QStringLiteral("a.csv")),
                  QStringLiteral("--out"), folder(QStringLiteral("a.pdf"))})
              .code == 2);
    CHECK(runCli({QStringLiteral("group"), QStringLiteral("--out"), folder(kOut)}).code == 2);
    CHECK(runCli({QStringLiteral("group"), QStringLiteral("--people"), folder(QStringLiteral("a.csv")),
                  QStringLiteral("--out"), folder(QStringLiteral("none/a.xlsx"))})
              .code == 1);
    CHECK(folder.names(QString()) == QStringList{QStringLiteral("a.csv")});
    CHECK(runCli({QStringLiteral("group"), QStringLiteral("--help")})
              .out.contains(QStringLiteral("tane-cli group")));
}

TEST_CASE("nobody sits again with the people of her last table when that can be avoided")
{
    CliFolder folder;
    QByteArray csv = "氏名,立場,前回の班\n";
    for (int i = 0; i < 20; ++i)
        csv += "参加" + QByteArray::number(i + 1) + (i < 8 ? ",市町村担当者," : ",コーディネーター,") +
               "ABCD"[i / 5] + "\n";
    folder.write(QStringLiteral("a.csv"), csv);
    const CliRun run = group(folder, QStringLiteral("a.csv"),
                             {QStringLiteral("--size"), QStringLiteral("4"), QStringLiteral("--apart"),
                              QStringLiteral("前回の班")});
    REQUIRE(run.code == 0);
    CHECK(run.out.contains(QStringLiteral("前回と同じ顔ぶれを避ける  5/5 班")));
    CHECK(run.out.contains(QStringLiteral("必須  同じ前回の班の方を別の班に  5/5 班")));
    CHECK(run.err.contains(QStringLiteral("「圏域」の列がないので、この条件は使いません。")));
}
