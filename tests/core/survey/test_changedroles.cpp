#include "survey/changedroles.h"

#include "core/storage/storagetest.h"
#include "programme/workshop.h"

using namespace tane;
using namespace storagetest;

namespace {

struct Survey
{
    Folder folder;
    std::unique_ptr<Document> document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    Questionnaire questionnaire = valueOf(loadQuestionnaire(QStringLiteral("trial1")));
    qint64 asked = valueOf(SurveyRepository(*document).addQuestionnaire(questionnaire));
    qint64 workshop = valueOf(
        WorkshopRepository(*document).save({.questionnaire = asked, .title = QStringLiteral("研修会")}));

    void import(Wave wave, std::initializer_list<std::pair<const char *, const char *>> people, int mark)
    {
        ReadAnswers read;
        AnswerSheet sheet(static_cast<int>(questionnaire.items().size()));
        sheet.wave = wave;
        const int source = sheet.addSource(QStringLiteral("f.csv"));
        for (const auto &[number, role] : people) {
            const int person = sheet.addPerson(0, source, sheet.size() + 2);
            sheet.setField(person, Field::Number, number);
            sheet.setField(person, Field::Role, role);
            sheet.setMark(person, 0, static_cast<Mark>(mark));
        }
        read.sheet = std::move(sheet);
        (void)valueOf(SurveyRepository(*document).importAnswers(workshop, asked, read, QStringLiteral("f")));
    }
    SurveyState state() { return valueOf(loadSurveyState(*document, workshop, GroupBy::Role)); }
    /// Pairs of the first item in a group.
    int pairs(const QString &group)
    {
        const SurveyState now = state();
        for (const ChangeRow &row : now.analysis.rows)
            if (row.item == 0 && row.group == group)
                return row.n();
        return 0;
    }
};

} // namespace

TEST_CASE("who changed the role is listed, and counts with the one that the officer chooses")
{
    const QString coordinator = QStringLiteral("コーディネーター"), officer = QStringLiteral("市町村担当者");
    Survey survey;
    survey.import(Wave::Before,
                  {{"1", "コーディネーター"}, {"2", "コーディネーター"}, {"3", "ｺｰﾃﾞｨﾈｰﾀｰ"}, {"4", ""}}, 1);
    survey.import(
        Wave::After,
        {{"1", "市町村担当者"}, {"2", "コーディネーター"}, {"3", "コーディネーター"}, {"4", "その他"}}, 0);
    const auto changed = valueOf(changedRoles(*survey.document, survey.state()));
    REQUIRE(changed.size() == 1);
    CHECK(changed[0].before == coordinator);
    CHECK(changed[0].after == officer);
    CHECK(changed[0].counted.isEmpty());
    CHECK(survey.pairs(coordinator) == 3);
    CHECK(survey.pairs(officer) == 0);

    succeeds(decideRole(*survey.document, changed[0].response, officer));
    CHECK(survey.pairs(coordinator) == 2);
    CHECK(survey.pairs(officer) == 1);
    CHECK(survey.pairs(QStringLiteral("all")) == 4);
    CHECK(valueOf(changedRoles(*survey.document, survey.state()))[0].counted == officer);
    // What she wrote is still there.
    CHECK(survey.state().before.text(Field::Role, 0) == coordinator);

    succeeds(survey.document->undo());
    CHECK(survey.pairs(officer) == 0);
    succeeds(survey.document->redo());
    succeeds(decideRole(*survey.document, changed[0].response, {}));
    CHECK(survey.pairs(coordinator) == 3);
}
