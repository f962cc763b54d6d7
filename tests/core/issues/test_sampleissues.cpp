#include "core/issues/issuesoffice.h"
#include "issues/controlsheet.h"
#include "issues/indicator.h"
#include "issues/issuesheets.h"
#include "issues/logicmodel.h"
#include "issues/namehint.h"
#include "issues/recurrence.h"
#include "issues/scenario.h"
#include "survey/sample.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

TEST_CASE("the sample shows the way from three posters to a measure, and every sheet has something to show")
{
    Folder folder;
    const QString path = folder(QStringLiteral("見本.tane"));
    succeeds(createSample(path));
    auto document = valueOf(Document::open(path));
    const auto workshops = valueOf(WorkshopRepository(*document).all());
    int boards = 0, notes = 0;
    for (const Workshop &workshop : workshops)
        for (const BoardSummary &one : valueOf(boardsOf(*document, workshop.id))) {
            ++boards;
            notes += one.notes;
        }
    CHECK(boards == 3);
    CHECK(notes == 60); // counted by the program that wrote resources/sample/issues.json
    const Pipeline pipeline = valueOf(loadPipeline(*document));
    for (int stage = 0; stage < kIssueStages; ++stage)
        CHECK_FALSE(pipeline.at(static_cast<IssueStage>(stage)).empty());
    CHECK(pipeline.councils.size() == 2);
    // The measure leads back to the very notes of a poster and to consultations.
    const IssueCard *measure = pipeline.at(IssueStage::Policy).front();
    CHECK(measure->status == IssueStatus::Solved);
    CHECK(pipeline.notesOf(measure->id, true).size() == 4);
    CHECK(pipeline.consultationsOf(measure->id, true).size() == 2);
    std::vector<ThemeName> themes;
    for (const IssueTheme &theme : pipeline.themes)
        themes.push_back({theme.id, theme.heading});
    CHECK(findRecurrences(valueOf(raisedThings(*document)), themes).size() >= 4);
    const Consultations consultations = valueOf(loadConsultations(*document));
    CHECK(consultations.all.size() == 11);
    for (const Consultation &one : consultations.all)
        CHECK(nameHints(one.excerpt).empty());
    const auto scenarios = valueOf(RecordTable<Scenario>(*document).all());
    REQUIRE(scenarios.size() == 1);
    CHECK(scenarioGaps(scenarios.front()).isEmpty());
    CHECK(valueOf(controlSheets(*document)).size() == 2);
    CHECK(valueOf(indicatorsOf(*document, 0)).size() == 6);
    const auto models = valueOf(RecordTable<LogicModel>(*document).all());
    REQUIRE(models.size() == 1);
    const LogicRows rows = logicRows(valueOf(loadLogicModel(*document, models.front().id)));
    CHECK(rows.blocks.size() == 4);
    CHECK(std::ranges::any_of(rows.blocks, [](const LogicRows::Block &block) {
        return std::ranges::any_of(block.measures, &LogicRows::Entry::again);
    }));
    succeeds(document->check());
}
