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

/// People who answered the study meeting's questionnaire: eight resources "1 of 3", and a box for each.
AnswerSheet answersOf(Wave wave, const Questionnaire &questionnaire)
{
    const bool isBefore = wave == Wave::Before;
    const int people = isBefore ? 34 : 33;
    AnswerSheet sheet(static_cast<int>(questionnaire.items().size()));
    sheet.wave = wave;
    const int source = sheet.addSource(QStringLiteral("x.csv"));
    const int boxes = questionnaire.indexOf(QStringLiteral("問2"));
    for (int person = 0; person < people; ++person) {
        sheet.addPerson(0, source, person + 2);
        for (int item = 0; item < sheet.itemCount(); ++item)
            sheet.setMark(person, item, kUnanswered);
        QList<Mark> ticked;
        for (int resource = 0; resource < 8; ++resource) {
            const auto &reference = kResourceReference[static_cast<std::size_t>(resource)];
            const std::vector<int> &counts = isBefore ? reference.before : reference.after;
            const int mark = person < counts[0] ? 0 : person < counts[0] + counts[1] ? 1 : 2;
            sheet.setMark(person, resource, static_cast<Mark>(mark));
            if (person < (isBefore ? reference.tickedBefore : reference.tickedAfter))
                ticked << static_cast<Mark>(resource);
        }
        if (!ticked.isEmpty())
            sheet.setSeveral(person, boxes, ticked);
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
    const auto questionnaire = loadQuestionnaire(QStringLiteral("study-meeting"));
    REQUIRE(questionnaire.has_value());
    const AnswerSheet before = answersOf(Wave::Before, *questionnaire);
    const AnswerSheet after = answersOf(Wave::After, *questionnaire);
    const LinkOptions options;
    const ChangeAnalysis analysis = analyseChange(
        *questionnaire, before, after, linkAnswers(before, after, options), options, GroupBy::Role);
    CHECK(analysis.pairs == 0);
    const std::vector<UnpairedRow> ticks =
        compareUnpaired(analysis, questionnaire->indexOf(QStringLiteral("問2")), QStringLiteral("all"));
    REQUIRE(ticks.size() == 8);
    for (int resource = 0; resource < 8; ++resource) {
        const auto &reference = kResourceReference[static_cast<std::size_t>(resource)];
        INFO("resource " << resource + 1);
        const std::vector<UnpairedRow> rows = compareUnpaired(analysis, resource, QStringLiteral("all"));
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
        const UnpairedRow &tick = ticks[static_cast<std::size_t>(resource)];
        CHECK(tick.option == resource);
        CHECK(tick.baseBefore() == 34); // who left the box empty answered, too
        CHECK(tick.baseAfter() == 33);
        CHECK(tick.reachedBefore == reference.tickedBefore);
        CHECK(tick.reachedAfter == reference.tickedAfter);
        CHECK(tick.fisherP == Approx(reference.tickFisher).epsilon(1e-9));
    }
}

TEST_CASE(
    "who answered both times counts in the unpaired comparison with both answers, and who left with one")
{
    SheetBuilder before(Wave::Before), after(Wave::After);
    before.add({{Field::Number, "1"}}, {2});
    before.add({{Field::Number, "2"}}, {1});
    before.add({{Field::Number, "3"}}, {1});
    after.add({{Field::Number, "1"}}, {0});
    after.add({{Field::Number, "2"}}, {1});
    after.add({{Field::Number, "9"}}, {0});
    Questionnaire questionnaire;
    questionnaire.sets.push_back(
        {QStringLiteral("Ⅱ"), QStringLiteral("説明"), ItemKind::Explain, {scale(QStringLiteral("Ⅱ-1"), 4)}});
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
