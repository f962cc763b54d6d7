#include "survey/unpaired.h"

#include "survey/sheetbuilder.h"
#include "survey/statistics.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::test;

// Reference values from R: tests/core/evaluation/reference_unpaired.R.
#include "evaluation/reference_unpaired.inc"

namespace {

Item scale(const QString &code, int options)
{
    Item item;
    item.code = item.text = code;
    for (int i = 0; i < options; ++i)
        item.options.push_back({QString::number(i + 1), QStringLiteral("選択肢%1").arg(i + 1), {}});
    return item;
}

/// "1 of 3" and the box of its own.
Questionnaire resourceQuestionnaire()
{
    Questionnaire questionnaire;
    ItemSet set;
    set.code = QStringLiteral("1");
    set.title = QStringLiteral("地域資源");
    set.items.push_back(scale(QStringLiteral("1-1"), 3));
    Item tick;
    tick.code = QStringLiteral("1-1x");
    tick.text = QStringLiteral("知りたい・活用してみたい");
    tick.type = AnswerType::Multiple;
    tick.ordered = false;
    tick.options = {{QStringLiteral("4"), QStringLiteral("知りたい・活用してみたい"), {}}};
    set.items.push_back(tick);
    questionnaire.sets.push_back(set);
    return questionnaire;
}

AnswerSheet answersOf(Wave wave, const std::vector<int> &counts, int ticked)
{
    AnswerSheet sheet(2);
    sheet.wave = wave;
    const int source = sheet.addSource(QStringLiteral("x.csv"));
    for (std::size_t option = 0; option < counts.size(); ++option) {
        for (int i = 0; i < counts[option]; ++i) {
            const int person = sheet.addPerson(0, source, sheet.size() + 2);
            sheet.setMark(person, 0, static_cast<Mark>(option));
            sheet.setMark(person, 1, kUnanswered);
            if (person < ticked)
                sheet.setSeveral(person, 1, {0});
        }
    }
    return sheet;
}

} // namespace

TEST_CASE("Fisher's exact test agrees with R")
{
    for (const auto &reference : kFisherReference) {
        INFO(reference.x1 << "/" << reference.n1 << " and " << reference.x2 << "/" << reference.n2);
        CHECK(fisherTest(reference.x1, reference.n1, reference.x2, reference.n2) ==
              Approx(reference.p).epsilon(1e-9));
    }
}

TEST_CASE("Holm's adjustment agrees with R's p.adjust, ties and ones too")
{
    for (const auto &reference : kHolmReference) {
        const std::vector<double> adjusted = holm(reference.p);
        REQUIRE(adjusted.size() == reference.adjusted.size());
        for (std::size_t i = 0; i < adjusted.size(); ++i)
            CHECK(adjusted[i] == Approx(reference.adjusted[i]).epsilon(1e-9));
    }
}

TEST_CASE("where nobody gave a name, 34 before and 33 after are compared as two groups")
{
    const Questionnaire questionnaire = resourceQuestionnaire();
    for (const auto &reference : kResourceReference) {
        const AnswerSheet before = answersOf(Wave::Before, reference.before, reference.tickedBefore);
        const AnswerSheet after = answersOf(Wave::After, reference.after, reference.tickedAfter);
        const LinkOptions options;
        const ChangeAnalysis analysis =
            analyseChange(questionnaire, before, after, linkAnswers(before, after, options), options, GroupBy::Role);
        CHECK(analysis.pairs == 0);
        const std::vector<UnpairedRow> rows = compareUnpaired(analysis, 0, QStringLiteral("all"));
        REQUIRE(rows.size() == 1);
        const UnpairedRow &row = rows.front();
        CHECK(row.before == reference.before);
        CHECK(row.after == reference.after);
        CHECK(row.baseBefore() == 34);
        CHECK(row.baseAfter() == 33);
        CHECK(row.reachedBefore == reference.before[0]); // the better half of three is the first
        CHECK(row.ranks.p == Approx(reference.rankSum).epsilon(1e-9));
        CHECK(row.fisherP == Approx(reference.fisher).epsilon(1e-9));
        CHECK(row.interval.low == Approx(reference.low).margin(1e-9));
        CHECK(row.interval.high == Approx(reference.high).margin(1e-9));
        const std::vector<UnpairedRow> ticks = compareUnpaired(analysis, 1, QStringLiteral("all"));
        REQUIRE(ticks.size() == 1);
        CHECK(ticks.front().option == 0);
        CHECK(ticks.front().baseBefore() == 34); // one box: who left it empty did not tick it
        CHECK(ticks.front().reachedBefore == reference.tickedBefore);
        CHECK(ticks.front().reachedAfter == reference.tickedAfter);
        CHECK(ticks.front().fisherP == Approx(reference.tickFisher).epsilon(1e-9));
    }
}

TEST_CASE("who answered both times counts in the unpaired comparison with both answers, and who left with one")
{
    SheetBuilder before(Wave::Before), after(Wave::After);
    before.add({{Field::Number, "1"}}, {2});
    before.add({{Field::Number, "2"}}, {1});
    before.add({{Field::Number, "3"}}, {1});
    after.add({{Field::Number, "1"}}, {0});
    after.add({{Field::Number, "2"}}, {1});
    after.add({{Field::Number, "9"}}, {0});
    Questionnaire questionnaire;
    questionnaire.sets.push_back({QStringLiteral("Ⅱ"), QStringLiteral("説明"), ItemKind::Explain,
                                  {scale(QStringLiteral("Ⅱ-1"), 4)}});
    const LinkOptions options;
    const ChangeAnalysis analysis =
        analyseChange(questionnaire, before.sheet(), after.sheet(),
                      linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::None);
    const TransitionTable &table = analysis.transitions.front();
    CHECK(table.before(TransitionTable::Whose::Pairs) == std::vector{0, 1, 1, 0});
    CHECK(table.before(TransitionTable::Whose::Everyone) == std::vector{0, 2, 1, 0});
    CHECK(table.after(TransitionTable::Whose::Everyone) == std::vector{2, 1, 0, 0});
    const UnpairedRow row = compareUnpaired(analysis).front();
    CHECK(row.reachedBefore == 2);
    CHECK(row.reachedAfter == 3);
    CHECK(row.difference == Approx(1.0 - 2.0 / 3));
}

TEST_CASE("without answers on a side nothing is compared")
{
    const UnpairedRow row = compareDistributions({3, 4}, {0, 0});
    CHECK_FALSE(row.isComparable());
    CHECK(row.fisherP == 1);
}
