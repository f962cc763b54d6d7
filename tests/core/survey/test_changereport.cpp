#include "survey/changereport.h"

#include "survey/sheetbuilder.h"

#include <catch2/catch.hpp>

using namespace tane;
using tane::test::SheetBuilder;

namespace {

Questionnaire oneItem()
{
    Item item;
    item.code = QStringLiteral("Ⅱ-1");
    item.text = QStringLiteral("なぜ連携は必要なのか。");
    item.options = {{QStringLiteral("a"), QStringLiteral("説明できそうだ"), {}},
                    {QStringLiteral("b"), QStringLiteral("難しそうだ"), {}}};
    Questionnaire questionnaire;
    questionnaire.sets = {
        {QStringLiteral("Ⅱ"), QStringLiteral("他者に説明ができるか"), ItemKind::Explain, {item}}};
    return questionnaire;
}

/// Rows of the first table as "区分|内容|数".
QStringList firstTable(const ReportDocument &report)
{
    for (const ReportBlock &block : report.blocks) {
        if (const auto *table = std::get_if<TableBlock>(&block)) {
            QStringList lines;
            for (const QStringList &row : table->rows)
                lines << row.join(QLatin1Char('|'));
            return lines;
        }
    }
    return {};
}

const auto number = Field::Number;
const auto name = Field::Name;
const auto place = Field::Affiliation;

} // namespace

TEST_CASE("the report says what the pairs rest on, how double answers were settled and who has no pair")
{
    SheetBuilder before(Wave::Before);
    SheetBuilder after(Wave::After);
    before.add({{number, "1"}, {name, "青木 葵"}});
    after.add({{number, "1"}, {name, "青木 葵"}});
    before.add({{name, "斎藤 真央"}, {place, "東部医師会"}});
    after.add({{name, "齋藤 真央"}, {place, "東部医師会"}});
    before.add({{number, "3"}, {name, "石田 奏"}});
    after.add({{number, "3"}, {name, "石田 奏"}}, {1});
    after.add({{number, "3"}, {name, "石田 奏"}}, {0});
    before.add({{name, "森 結"}, {place, "北部病院"}}); // at another place: waits
    after.add({{name, "森 結"}, {place, "南部病院"}});
    before.add({{name, "前野 ひとり"}});

    LinkOptions options;
    const auto tableOf = [&] {
        const Linking linking = linkAnswers(before.sheet(), after.sheet(), options);
        return firstTable(changeReport(
            analyseChange(oneItem(), before.sheet(), after.sheet(), linking, options, GroupBy::None), {}));
    };
    SECTION("as long as nothing is decided")
    {
        const QStringList expected{
            QStringLiteral("回答した方|研修前|5 名"),
            QStringLiteral("|研修後|4 名"),
            QStringLiteral("対にした根拠|受付番号|1 組"),
            QStringLiteral("|氏名の表記ゆれ（斎・齋など）と所属|1 組"),
            QStringLiteral("|合計（研修前と研修後を結びつけた対）|2 組"),
            QStringLiteral("2回以上回答した方|使う回答が未決定（集計に含まない）|1 名"),
            QStringLiteral("対にしていない|研修前だけの方|3 名"),
            QStringLiteral("|研修後だけの方|1 名"),
            QStringLiteral("|同じ方か確認待ちの組（上の「だけの方」に含む）|1 組")};
        CHECK(tableOf() == expected);
    }
    SECTION("by the rule of the later answer")
    {
        options.twice = LinkOptions::Twice::Latest;
        const QStringList table = tableOf();
        CHECK(table.contains(QStringLiteral("対にした根拠|受付番号|2 組")));
        CHECK(table.contains(QStringLiteral("2回以上回答した方|決まりにより新しい回答を使用|1 名")));
        CHECK(table.contains(QStringLiteral("|使う回答が未決定（集計に含まない）|0 名")));
    }
    SECTION("by hand")
    {
        options.decisions = {{{}, QStringLiteral("after.csv:4"), true},
                             {QStringLiteral("before.csv:5"), QStringLiteral("after.csv:6"), true}};
        const QStringList table = tableOf();
        CHECK(table.contains(QStringLiteral("2回以上回答した方|担当者が使う回答を選択|1 名")));
        CHECK(table.contains(QStringLiteral("|担当者の判断（同じ方と確認）|1 組")));
        CHECK(table.contains(QStringLiteral("|合計（研修前と研修後を結びつけた対）|4 組")));
        CHECK(table.contains(QStringLiteral("|同じ方か確認待ちの組（上の「だけの方」に含む）|0 組")));
    }
}
