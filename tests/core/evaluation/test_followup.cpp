#include "survey/followup.h"

#include "people/levelmoves.h"

#include "evaluation/evaluationfile.h"
#include "survey/questionnaireedit.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::test;
using namespace storagetest;
using namespace Qt::StringLiterals;

namespace {

const QString kCoordinator = QStringLiteral("コーディネーター");
const QString kOfficer = QStringLiteral("市町村担当者");
const QString kGoal = QStringLiteral("月に1回、市町村担当者と話す場を持つ");

Questionnaire withGoals()
{
    Questionnaire questionnaire = emptyQuestionnaire(QStringLiteral("追跡"));
    const QStringList goals{kGoal, QStringLiteral("タネを記録する")};
    CHECK(addFollowUp(questionnaire, goals, kCoordinator) == 2);
    CHECK(addFollowUpViews(questionnaire, goals, kCoordinator, kOfficer) == 3); // two views and what hindered
    return questionnaire;
}

} // namespace

TEST_CASE("the officers are asked the goals of the coordinators word for word, once")
{
    Questionnaire questionnaire = withGoals();
    succeeds(checkQuestionnaire(questionnaire));
    CHECK(addFollowUpViews(questionnaire, {kGoal, QStringLiteral("タネを記録する")}, kCoordinator,
                           kOfficer) == 0);
    const Questionnaire officers = askedPart(questionnaire, Wave::FollowUp, kOfficer);
    REQUIRE(officers.items().size() == 3);
    CHECK(officers.items()[0].item->text == kGoal);
    CHECK(officers.items()[0].item->note.contains(kCoordinator));
    CHECK(officers.items()[2].item->type == AnswerType::Text);
    const Questionnaire own = askedPart(questionnaire, Wave::FollowUp, kCoordinator);
    REQUIRE(own.items().size() == 3);
    CHECK(own.items()[0].item->text == kGoal);
    CHECK(own.items()[0].item->note.isEmpty());
    CHECK(askedPart(questionnaire, Wave::After).find(own.items()[0].item->code) == nullptr);
}

TEST_CASE("a goal is counted as its people and as the officers see it, beside the level that rose")
{
    const Questionnaire questionnaire = withGoals();
    const auto refs = questionnaire.items();
    int goal = -1, view = -1, hindered = -1;
    for (int i = 0; i < static_cast<int>(refs.size()); ++i) {
        const Item &item = *refs[static_cast<std::size_t>(i)].item;
        if (item.type == AnswerType::Text)
            hindered = i;
        else if (item.text == kGoal)
            (item.forRole == kOfficer ? view : goal) = i;
    }
    REQUIRE(goal >= 0);
    REQUIRE(view >= 0);
    REQUIRE(hindered >= 0);
    AnswerSheet sheet(static_cast<int>(refs.size()));
    sheet.wave = Wave::FollowUp;
    const int source = sheet.addSource(QStringLiteral("f.csv"));
    const auto add = [&](const QString &number, const QString &role, int item, int mark,
                         const QString &text) {
        const int person = sheet.addPerson(sheet.size() + 101, source, sheet.size() + 2);
        sheet.setField(person, Field::Number, sheet.store(number));
        sheet.setField(person, Field::Role, sheet.store(role));
        for (int i = 0; i < sheet.itemCount(); ++i)
            sheet.setMark(person, i, kUnanswered);
        sheet.setMark(person, item, static_cast<Mark>(mark));
        if (!text.isEmpty())
            sheet.setFreeText(person, hindered, text);
    };
    add(QStringLiteral("1"), kCoordinator, goal, 0, {});
    add(QStringLiteral("2"), kCoordinator, goal, 1, {});
    add(QStringLiteral("3"), kCoordinator, goal, 3, QStringLiteral("時間がとれない"));
    add(QStringLiteral("4"), kCoordinator, goal, 4, {});
    add(QStringLiteral("4"), kCoordinator, goal, 2, {}); // she answered again: this one counts
    add(QStringLiteral("8"), kOfficer, view, 2, {});
    add(QStringLiteral("9"), kOfficer, view, 0, {});
    // Responses 101 and 103 were assessed before and after: the first rose, the third did not.
    const FollowUpResults results = followUpResults(questionnaire, sheet, {{101, 2}, {103, 0}});
    CHECK(results.people == 6);
    REQUIRE(results.goals.size() == 2);
    const FollowUpGoal &one = results.goals[0];
    CHECK(one.text == kGoal);
    CHECK(one.self == std::vector{1, 1, 1, 1, 0});
    CHECK(one.officers == std::vector{1, 0, 1, 0, 0});
    CHECK(one.selfDoing() == 2);
    CHECK(one.officersDoing() == 1);
    CHECK(one.doingRose == 1);
    CHECK(one.doingKnown == 1);
    CHECK(one.otherRose == 0);
    CHECK(one.otherKnown == 1);
    REQUIRE(results.hindrances.size() == 1);
    CHECK(results.hindrances[0].text == QStringLiteral("時間がとれない"));
    CHECK(results.hindrances[0].role == kCoordinator);
    CHECK(followUpSentence(one).contains(QStringLiteral("4名のうち 2名")));
    const ChartSpec chart = followUpChart(results, kCoordinator);
    CHECK(chart.type == ChartSpec::Type::Diverging);
    REQUIRE(chart.categories.size() == 4); // both goals, each from both sides
    CHECK(chart.series[0].values[0] == 1);
    CHECK(chart.categories[0].countsOnly);
    CHECK(followUpChart(results, kOfficer).categories.empty());
}

TEST_CASE("a level rose when the last assessment after the workshop is above the last one up to its day")
{
    EvaluationFile file;
    const qint64 batch =
        file.import(Wave::FollowUp, {{u"1"_s, kCoordinator, {}, {}}, {u"2"_s, kCoordinator, {}, {}}});
    (void)batch;
    const auto run = [&](const QString &sql) {
        succeeds(file.document->perform(QStringLiteral("準備"), [&](Database &database) -> Result<> {
            TANE_TRY(Statement statement, database.prepare(sql));
            return statement.run();
        }));
    };
    for (int i = 1; i <= 2; ++i) {
        run(QStringLiteral("INSERT INTO person(id, name) VALUES (%1, '架空 %1')").arg(i));
        run(QStringLiteral("INSERT INTO participant(id, workshop, position, name, person) VALUES (%1, %2, "
                           "%1, '架空', %1)")
                .arg(i)
                .arg(file.workshop));
        run(QStringLiteral("INSERT INTO participant_response(response, participant) VALUES (%1, %1)").arg(i));
    }
    const auto assess = [&](int person, const QString &day, int level) {
        run(QStringLiteral(
                "INSERT INTO assessment(person, assessed_on, level, assessor) VALUES (%1, '%2', %3, 'self')")
                .arg(person)
                .arg(day)
                .arg(level));
    };
    assess(1, QStringLiteral("2024-05-01"), 6); // long before; the later one counts
    assess(1, QStringLiteral("2025-07-10"), 0); // on the very day
    assess(1, QStringLiteral("2025-08-01"), 1);
    assess(1, QStringLiteral("2025-10-01"), 4);
    assess(2, QStringLiteral("2025-09-01"), 2); // never before
    const QHash<qint64, int> moves = valueOf(levelMoves(*file.document, file.workshop));
    CHECK(moves.size() == 1);
    CHECK(moves.value(1) == 4);
}
