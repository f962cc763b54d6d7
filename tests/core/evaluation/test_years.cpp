#include "survey/years.h"

#include "evaluation/evaluationfile.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::test;
using namespace storagetest;

namespace {

const QString kRole = QStringLiteral("コーディネーター");

Item question(const QString &code, const QString &text, const QStringList &options)
{
    Item item;
    item.code = code;
    item.text = text;
    char16_t letter = u'a';
    for (const QString &option : options)
        item.options.push_back({QString(QChar(letter++)), option, {}});
    return item;
}

YearColumn column(int year, const std::vector<Item> &items)
{
    YearColumn made;
    made.heldOn = QDate(year, 7, 1);
    made.title = made.yearText = QString::number(year);
    made.questionnaire.sets.push_back(
        {QStringLiteral("Ⅱ"), QStringLiteral("説明"), ItemKind::Explain, items});
    made.analysis.questionnaire = made.questionnaire;
    made.analysis.groups << QStringLiteral("all");
    return made;
}

} // namespace

TEST_CASE("items of several years are the same by their wording or an alias, not by their number")
{
    const QStringList scale{QStringLiteral("できる"), QStringLiteral("少し"), QStringLiteral("できない")};
    Item reworded = question(QStringLiteral("Ⅱ-9"), QStringLiteral("連携はなぜ必要なのですか"), scale);
    reworded.aliases << QStringLiteral("連携はなぜ必要か");
    const YearsComparison years = compareYears(
        {column(2026, {reworded, question(QStringLiteral("Ⅱ-2"), QStringLiteral("何が大事か"), scale)}),
         column(2025, {question(QStringLiteral("Ⅱ-1"), QStringLiteral("連携は なぜ必要か"), scale),
                       question(QStringLiteral("Ⅱ-2"), QStringLiteral("まったく別の問い"), scale)})});
    REQUIRE(years.columns.size() == 2);
    CHECK(years.columns[0].title == QStringLiteral("2025")); // oldest first
    REQUIRE(years.items.size() == 3);
    CHECK(years.items[0].code == QStringLiteral("Ⅱ-9"));
    CHECK(years.items[0].cells[0].item == 0);
    CHECK(years.items[0].cells[0].comparable);
    CHECK(years.items[0].cells[0].note.contains(QStringLiteral("記号は Ⅱ-1")));
    CHECK(years.items[1].cells[0].item == -1); // the same number, another question
    CHECK(years.items[1].cells[0].note.contains(QStringLiteral("文が違います")));
    CHECK(years.items[2].text == QStringLiteral("まったく別の問い"));
    CHECK(years.items[2].cells[1].item == -1);
    REQUIRE(years.changes.size() == 1);
    CHECK(years.changes[0].column == 1);
}

TEST_CASE("other options cannot be compared, and the reader is told")
{
    const YearsComparison years = compareYears(
        {column(2025, {question(QStringLiteral("Ⅱ-1"), QStringLiteral("問い"),
                                {QStringLiteral("はい"), QStringLiteral("いいえ")})}),
         column(2026,
                {question(QStringLiteral("Ⅱ-1"), QStringLiteral("問い"),
                          {QStringLiteral("はい"), QStringLiteral("少し"), QStringLiteral("いいえ")})})});
    REQUIRE(years.items.size() == 1);
    CHECK_FALSE(years.items[0].cells[0].comparable);
    CHECK(years.items[0].cells[0].note.contains(QStringLiteral("比べられません")));
    CHECK(yearCounts(years, years.items[0], 0, QStringLiteral("all"), YearMeasure::After).empty());
    CHECK(yearText(years, years.items[0], 0, QStringLiteral("all"), YearMeasure::After) ==
          QStringLiteral("–"));
}

TEST_CASE("two workshops of one file stand side by side, in the table and in Excel")
{
    EvaluationFile file;
    const auto people = [](int mark, int count) {
        std::vector<EvaluationFile::Person> list;
        for (int i = 0; i < count; ++i)
            list.push_back({QString::number(i), kRole, {{QStringLiteral("Ⅱ-1"), mark}}, {}});
        return list;
    };
    file.import(Wave::Before, people(2, 12));
    file.import(Wave::After, people(1, 12));
    file.workshop = valueOf(WorkshopRepository(*file.document)
                                .save({.questionnaire = file.asked,
                                       .title = QStringLiteral("次の研修会"),
                                       .heldOn = QDate(2026, 7, 1)}));
    file.import(Wave::Before, people(3, 20));
    file.import(Wave::After, people(3, 20));
    const YearsComparison years = valueOf(loadYears(*file.document));
    REQUIRE(years.columns.size() == 2);
    CHECK(years.columns[0].yearText == QStringLiteral("令和7年度"));
    CHECK(years.columns[1].yearText == QStringLiteral("令和8年度"));
    CHECK(years.changes.empty());
    const auto item = std::ranges::find(years.items, QStringLiteral("Ⅱ-1"), &YearItem::code);
    REQUIRE(item != years.items.end());
    const QString all = QStringLiteral("all");
    CHECK(yearText(years, *item, 0, all, YearMeasure::After) == QStringLiteral("12/12（100.0%）"));
    CHECK(yearText(years, *item, 0, all, YearMeasure::Before) == QStringLiteral("0/12（0.0%）"));
    CHECK(yearText(years, *item, 1, all, YearMeasure::After) == QStringLiteral("0/20（0.0%）"));
    CHECK(yearText(years, *item, 0, all, YearMeasure::Change) == QStringLiteral("up 12・stay 0・down 0"));
    CHECK(yearText(years, *item, 1, kRole, YearMeasure::Change) == QStringLiteral("up 0・stay 20・down 0"));
    const ChartSpec chart = yearsChart(years, *item, all, YearMeasure::After);
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[1].base == 20);
    CHECK(chart.series[3].values == std::vector{0, 20});
    const QString path = file.folder(QStringLiteral("years.xlsx"));
    succeeds(writeYears(path, years, all));
    const QString text = textOfWorkbook(path);
    CHECK(text.contains(QStringLiteral("12/12（100.0%）")));
    CHECK(text.contains(QStringLiteral("令和8年度 次の研修会")));
}
