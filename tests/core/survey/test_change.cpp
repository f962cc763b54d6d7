#include "survey/change.h"

#include "survey/sheetbuilder.h"

#include <catch2/catch.hpp>

using namespace tane;
using tane::test::SheetBuilder;

namespace {

Questionnaire twoItems()
{
    const auto questionnaire = parseQuestionnaire(R"({"id":"t","title":"t","sets":[
        {"code":"Ⅰ","title":"s","kind":"practice","options":[{"code":"a","text":"A"},{"code":"b","text":"B"},{"code":"c","text":"C"}],
         "items":[{"code":"Ⅰ-1","text":"一つ目の問い"},{"code":"Ⅰ-2","text":"二つ目の問い"},{"code":"Ⅰ-3","text":"後だけ","asked":"after"}]}]})",
                                                  QStringLiteral("t.json"));
    REQUIRE(questionnaire);
    return *questionnaire;
}

} // namespace

TEST_CASE("a better option afterwards is up, a worse one down, and blanks leave the base")
{
    SheetBuilder before(Wave::Before, 3);
    SheetBuilder after(Wave::After, 3);
    const auto person = [&](const char *number, const char *role, std::initializer_list<int> b,
                            std::initializer_list<int> a) {
        before.add({{Field::Number, number}, {Field::Role, role}}, b);
        after.add({{Field::Number, number}, {Field::Role, role}}, a);
    };
    person("1", "コーディネーター", {1, 0}, {0, 0, 0});       // up, stay
    person("2", "コーディネーター", {0, 2}, {2, 1, 1});       // down, up
    person("3", "市町村担当者", {1, kUnanswered}, {1, 1, 0}); // stay, only after
    person("4", "市町村担当者", {2, 1},
           {kNotUnderstood, kUnanswered, kUnanswered}); // only before, only before
    before.add({{Field::Number, "9"}, {Field::Role, "市町村担当者"}}, {0, 0});
    const LinkOptions options;
    const Linking linking = linkAnswers(before.sheet(), after.sheet(), options);
    const ChangeAnalysis analysis =
        analyseChange(twoItems(), before.sheet(), after.sheet(), linking, options, GroupBy::Role);

    CHECK(analysis.groups == QStringList{QStringLiteral("all"), QStringLiteral("市町村担当者"),
                                         QStringLiteral("コーディネーター")});
    const ChangeRow *first = analysis.row(0, QStringLiteral("all"));
    REQUIRE(first);
    CHECK(first->up == 1);
    CHECK(first->stay == 1);
    CHECK(first->down == 1);
    CHECK(first->n() == 3);
    CHECK(first->unpairedBefore == 2); // 4 and 9
    CHECK(first->unpairedAfter == 0);
    const ChangeRow *second = analysis.row(1, QStringLiteral("all"));
    REQUIRE(second);
    CHECK(second->n() == 2);
    CHECK(second->unpairedBefore == 2);
    CHECK(second->unpairedAfter == 1);
    CHECK(analysis.notUnderstood == 1);
    CHECK(analysis.onlyBefore == 1);
    REQUIRE(analysis.distributions.size() == 3);
    CHECK(analysis.distributions[0].counts == std::vector<int>{2, 1, 0});
    CHECK(analysis.distributions[0].unanswered == 1);
}

TEST_CASE("the transition table and the people in its cells agree with the counts")
{
    SheetBuilder before(Wave::Before, 3);
    SheetBuilder after(Wave::After, 3);
    for (int i = 0; i < 12; ++i) {
        const QByteArray number = QByteArray::number(i + 1);
        const char *role = i % 2 ? "ｺｰﾃﾞｨﾈｰﾀｰ" : "コーディネーター"; // one role, two spellings
        before.add({{Field::Number, number.constData()}, {Field::Role, role}}, {i % 3, 0});
        after.add({{Field::Number, number.constData()}, {Field::Role, role}}, {(i / 3) % 3, 0});
    }
    const LinkOptions options;
    const Linking linking = linkAnswers(before.sheet(), after.sheet(), options);
    const ChangeAnalysis analysis =
        analyseChange(twoItems(), before.sheet(), after.sheet(), linking, options, GroupBy::Role);
    CHECK(analysis.groups.size() == 2);
    for (const QString &group : analysis.groups) {
        const TransitionTable *table = analysis.transition(0, group);
        REQUIRE(table);
        int total = 0;
        for (int b = 0; b < 3; ++b) {
            for (int a = 0; a < 3; ++a) {
                const int count = table->counts[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)];
                total += count;
                CHECK(static_cast<int>(peopleInCell(analysis, before.sheet(), after.sheet(), linking, 0,
                                                    group, static_cast<Mark>(b), static_cast<Mark>(a))
                                           .size()) == count);
            }
        }
        CHECK(total == 12);
    }
}

TEST_CASE("somebody whose role changed counts in the role before, and is mentioned")
{
    SheetBuilder before(Wave::Before, 3);
    SheetBuilder after(Wave::After, 3);
    before.add({{Field::Number, "1"}, {Field::Role, "市町村担当者"}}, {0, 0});
    after.add({{Field::Number, "1"}, {Field::Role, "コーディネーター"}}, {0, 0});
    const LinkOptions options;
    const ChangeAnalysis analysis =
        analyseChange(twoItems(), before.sheet(), after.sheet(),
                      linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::Role);
    CHECK(analysis.changedGroup == 1);
    CHECK(analysis.peopleOf(QStringLiteral("市町村担当者")).after == 1);
    CHECK(analysis.peopleOf(QStringLiteral("市町村担当者")).changedGroup == 1);
    CHECK_FALSE(analysis.groups.contains(QStringLiteral("コーディネーター"))); // nobody counts there
    REQUIRE(analysis.row(0, QStringLiteral("市町村担当者")));
    CHECK(analysis.row(0, QStringLiteral("市町村担当者"))->n() == 1);
}

TEST_CASE("every group knows its people, with those who answered twice and those who wait")
{
    SheetBuilder before(Wave::Before, 3);
    SheetBuilder after(Wave::After, 3);
    const auto role = Field::Role;
    const auto number = Field::Number;
    const auto name = Field::Name;
    before.add({{number, "1"}, {name, "青木 葵"}, {role, "コーディネーター"}}, {0, 0});
    after.add({{number, "1"}, {name, "青木 葵"}, {role, "コーディネーター"}}, {0, kNotUnderstood});
    before.add({{number, "2"}, {name, "石田 奏"}, {role, "コーディネーター"}}, {0, 0});
    after.add({{number, "2"}, {name, "石田 奏"}, {role, "コーディネーター"}}, {0, 0});
    after.add({{number, "2"}, {name, "石田 奏"}, {role, "コーディネーター"}}, {1, 0}); // answered twice
    before.add({{number, "3"}, {name, "森 結"}, {role, "市町村担当者"}}, {0, 0});
    after.add({{number, "3"}, {name, "花岡 葵"}, {role, "市町村担当者"}}, {0, 0}); // waits
    const LinkOptions options;
    const ChangeAnalysis analysis =
        analyseChange(twoItems(), before.sheet(), after.sheet(),
                      linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::Role);
    const GroupPeople &coordinators = analysis.peopleOf(QStringLiteral("コーディネーター"));
    CHECK(coordinators.before == 2);
    CHECK(coordinators.after == 2); // people, not sheets
    CHECK(coordinators.pairs == 1);
    CHECK(coordinators.twiceOpen == 1);
    CHECK(coordinators.waiting == 0);
    CHECK(coordinators.notUnderstood == 1);
    const GroupPeople &officers = analysis.peopleOf(QStringLiteral("市町村担当者"));
    CHECK(officers.before == 1);
    CHECK(officers.after == 1);
    CHECK(officers.pairs == 0);
    CHECK(officers.waiting == 1);
    const GroupPeople &all = analysis.peopleOf(QStringLiteral("all"));
    CHECK(all.before == analysis.peopleBefore);
    CHECK(all.after == analysis.peopleAfter);
    CHECK(all.pairs == analysis.pairs);
}

TEST_CASE("a practice item is never said to have improved or failed")
{
    ChangeAnalysis analysis;
    for (int up = 0; up <= 40; up += 4) {
        for (int down = 0; up + down <= 40; down += 4) {
            ChangeRow row;
            row.kind = ItemKind::Practice;
            row.up = up;
            row.down = down;
            row.stay = 40 - up - down;
            row.statistics = ChangeStatistics{0, 0, 0, 0.001, up > 2 * down || down > 2 * up ? 0.001 : 0.5};
            const QString text = readingDraft(analysis, row);
            for (const QString &word : {QStringLiteral("改善"), QStringLiteral("悪化"),
                                        QStringLiteral("失敗"), QStringLiteral("できるようになった")})
                CHECK_FALSE(text.contains(word));
            CHECK((up + down == 0 || text.contains(QStringLiteral("見え方"))));
        }
    }
}

TEST_CASE("an analysis of nobody gives rows without a base instead of failing")
{
    const LinkOptions options;
    const AnswerSheet none(3);
    const ChangeAnalysis analysis =
        analyseChange(twoItems(), none, none, linkAnswers(none, none, options), options, GroupBy::Role);
    REQUIRE(analysis.rows.size() == 2);
    CHECK(analysis.rows[0].n() == 0);
    CHECK_FALSE(analysis.rows[0].statistics);
    CHECK_FALSE(analysis.rows[0].upPercent().isDefined());
}
