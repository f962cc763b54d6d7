#include "programme/cycle.h"
#include "programme/evidence.h"
#include "survey/sample.h"
#include "survey/sampleearlier.h"
#include "survey/surveyrepository.h"
#include "survey/years.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

using namespace tane;

namespace {

struct Published
{
    int up, stay, down, n;
};

// 2024 research report on supporting home-care coordinators, trial 1, counts of both questionnaire sets.
constexpr Published kAllPeople[] = {{9, 40, 17, 66},  {9, 39, 18, 66},  {15, 38, 14, 67},
                                    {15, 36, 14, 65}, {15, 35, 15, 65}, {10, 41, 14, 65},
                                    {16, 46, 5, 67},  {24, 36, 7, 67},  {24, 33, 10, 67}};
constexpr Published kCoordinators[] = {{6, 26, 9, 41},  {6, 22, 13, 41}, {8, 24, 9, 41},
                                       {9, 23, 7, 39},  {9, 20, 10, 39}, {5, 26, 8, 39},
                                       {11, 27, 3, 41}, {16, 21, 4, 41}, {13, 22, 6, 41}};
constexpr Published kOfficers[] = {{3, 14, 8, 25}, {3, 17, 5, 25}, {7, 14, 5, 26},
                                   {6, 13, 7, 26}, {6, 15, 5, 26}, {5, 15, 6, 26},
                                   {5, 19, 2, 26}, {8, 15, 3, 26}, {11, 11, 4, 26}};

void compare(const ChangeAnalysis &analysis, const QString &group, const Published (&published)[9])
{
    for (int item = 0; item < 9; ++item) {
        const ChangeRow *row = analysis.row(item, group);
        REQUIRE(row);
        INFO(row->itemCode.toStdString() << " " << group.toStdString());
        CHECK(row->up == published[item].up);
        CHECK(row->stay == published[item].stay);
        CHECK(row->down == published[item].down);
        CHECK(row->n() == published[item].n);
    }
}

} // namespace

TEST_CASE("the sample gives the published counts of trial 1 in all three views, from the file on disk")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("見本.tane"));
    REQUIRE(createSample(path));
    const auto document = Document::open(path);
    REQUIRE(document);
    const auto workshops = WorkshopRepository(**document).all();
    REQUIRE(workshops);
    REQUIRE(workshops->size() == 2); // the first is the one that was held
    const auto state = loadSurveyState(**document, workshops->front().id, GroupBy::Role);
    REQUIRE(state);
    CHECK(state->analysis.groups == QStringList{QStringLiteral("all"), QStringLiteral("コーディネーター"),
                                                QStringLiteral("市町村担当者")});
    compare(state->analysis, QStringLiteral("all"), kAllPeople);
    compare(state->analysis, QStringLiteral("コーディネーター"), kCoordinators);
    compare(state->analysis, QStringLiteral("市町村担当者"), kOfficers);
}

TEST_CASE(
    "the sample shows every path: all ways of linking, waiting links, a double answer, unreadable cells")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.tane"));
    REQUIRE(createSample(path));
    const auto document = Document::open(path);
    REQUIRE(document);
    const auto state = loadSurveyState(**document, 1, GroupBy::Role);
    REQUIRE(state);
    CHECK(state->linking.peopleBefore == 78);
    CHECK(state->linking.peopleAfter == 75);
    CHECK(state->linking.pairs() == 67);
    CHECK(state->linking.countOf(LinkState::Waiting) == 3);
    CHECK(state->linking.undecidedTwice() == 1);
    CHECK(state->analysis.notUnderstood == 2);
    for (const LinkMethod method : {LinkMethod::Number, LinkMethod::Email, LinkMethod::NameAffiliation}) {
        CHECK(std::any_of(state->linking.links.begin(), state->linking.links.end(),
                          [method](const Link &link) { return link.method == method && link.counts(); }));
    }
}

TEST_CASE("the sample is not written over a file that is there")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.tane"));
    REQUIRE(createSample(path));
    const auto again = createSample(path);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
    CHECK(Document::open(path)); // the first one is still whole
}

TEST_CASE("the sample holds a finished cycle with every step filled, and its half-planned successor")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.tane"));
    REQUIRE(createSample(path));
    const auto document = Document::open(path);
    REQUIRE(document);
    CHECK_FALSE((*document)->canUndo());
    CycleRepository cycles(**document);
    const auto programmes = cycles.programmes();
    REQUIRE(programmes);
    REQUIRE(programmes->size() == 2);
    const auto next = cycles.load(programmes->front().id);
    const auto finished = cycles.load(programmes->back().id);
    REQUIRE(next);
    REQUIRE(finished);

    CHECK(programmeYears(finished->programme) == QStringLiteral("令和7年度"));
    for (const Step step : allSteps())
        CHECK(finished->state(step) == StepState::Done);
    REQUIRE(finished->workshops.size() == 1);
    const Workshop &held = finished->workshops.front();
    CHECK(finished->answeredWorkshops.contains(held.id));
    CHECK(chainTimes(held.startsAt, finished->timetables.at(held.id)).hints.isEmpty());
    for (const Task &task : finished->tasks.at(held.id))
        CHECK(task.doneOn.isValid());
    int tables = 0;
    for (const auto &[viewpoint, findings] : finished->findings)
        for (const Finding &finding : findings)
            tables += finding.tableCells.isEmpty() ? 0 : 1;
    CHECK(tables >= 2);
    CHECK(finished->targetGroups.size() == 4);
    const qint64 coordinators = finished->targetGroups.front().id;
    CHECK(finished->planLevels.at({coordinators, PlanField::Entry}).highest == 4);  // level 0～1
    CHECK(finished->planLevels.at({coordinators, PlanField::Outcome}).lowest == 5); // level1.5程度
    for (const Initiative &initiative : finished->initiatives)
        for (const QString &answer : initiative.answers)
            CHECK_FALSE(answer.isEmpty());
    CHECK(finished->meetings.size() == 1);
    const auto links = goalLinks(**document, finished->programme.id);
    REQUIRE(links);
    CHECK(links->size() >= 15);

    CHECK(programmeYears(next->programme) == QStringLiteral("令和8年度"));
    CHECK(next->programme.previous == finished->programme.id);
    CHECK(next->workshops.front().heldOn == QDate(2027, 2, 17));
    CHECK(next->answeredWorkshops.empty());
    for (const Step step : {Step::Situation, Step::Goals, Step::Plan})
        CHECK(next->state(step) == StepState::Started);
    CHECK(next->state(Step::Evaluation) == StepState::Empty);
    int taken = 0;
    for (const Goal &goal : next->goals)
        taken += goal.evaluationLine != 0 ? 1 : 0;
    CHECK(taken == 3); // one for every 次の短期目標への反映
}

// Counted in earlier-before.csv and earlier-after.csv, joined by number with Python's csv module: 30 pairs,
// Ⅱ-2 6/22/2, 4 of them "a" after. Those of the year after are the published ones.
TEST_CASE("the sample of the window has the year before it, too, with one item worded otherwise")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("s.tane"));
    REQUIRE(createSampleOfYears(path));
    const auto document = Document::open(path);
    REQUIRE(document);
    const auto years = loadYears(**document);
    REQUIRE(years);
    REQUIRE(years->columns.size() == 2);
    CHECK(years->columns[0].yearText == QStringLiteral("令和6年度"));
    CHECK(years->columns[1].yearText == QStringLiteral("令和7年度"));
    const ChangeRow *former = years->columns[0].analysis.row(7, QStringLiteral("all"));
    REQUIRE(former);
    CHECK(former->itemCode == QStringLiteral("Ⅱ-2"));
    CHECK(former->up == 6);
    CHECK(former->stay == 22);
    CHECK(former->down == 2);
    compare(years->columns[1].analysis, QStringLiteral("all"), kAllPeople);
    REQUIRE(years->changes.size() == 1);
    REQUIRE(years->changes.front().changes.size() == 1);
    CHECK(years->changes.front().changes.front().kind == QuestionnaireChange::Kind::Reworded);
    CHECK(years->changes.front().changes.front().item == QStringLiteral("Ⅱ-3"));
    for (const YearItem &item : years->items)
        for (const YearItem::Cell &cell : item.cells)
            CHECK(cell.comparable);

    const auto programmes = CycleRepository(**document).programmes();
    REQUIRE(programmes);
    REQUIRE(programmes->size() == 3);
    CHECK((*programmes)[1].previous == programmes->back().id);
    const auto first = CycleRepository(**document).load(programmes->back().id);
    REQUIRE(first);
    for (const Step step : allSteps())
        CHECK(first->state(step) == StepState::Done);
    CHECK_FALSE((*document)->canUndo());
}
