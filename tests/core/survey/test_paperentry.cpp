#include "participants/paperentry.h"

#include "core/storage/storagetest.h"
#include "programme/workshop.h"
#include "survey/surveyrepository.h"

using namespace tane;
using namespace storagetest;

namespace {

struct Desk
{
    Folder folder;
    std::unique_ptr<Document> document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    Questionnaire questionnaire = valueOf(loadQuestionnaire(QStringLiteral("study-meeting")));
    qint64 workshop = 0;
    qint64 hanako = 0;

    Desk()
    {
        const qint64 asked = valueOf(SurveyRepository(*document).addQuestionnaire(questionnaire));
        workshop = valueOf(
            WorkshopRepository(*document).save({.questionnaire = asked, .title = QStringLiteral("勉強会")}));
        Participant participant;
        participant.workshop = workshop;
        participant.number = QStringLiteral("7");
        participant.name = QStringLiteral("架空 花子");
        participant.role = QStringLiteral("コーディネーター");
        hanako = valueOf(RecordTable<Participant>(*document).add(participant, QStringLiteral("追加")));
    }
    [[nodiscard]] PaperAnswer answer(qint64 participant, int mark) const
    {
        PaperAnswer result;
        result.participant = participant;
        result.items.resize(questionnaire.items().size());
        result.items[0].mark = static_cast<Mark>(mark);
        result.items[8].several = {1, 5};
        result.items[9].text = QStringLiteral("夜間の連絡");
        return result;
    }
    PaperState state() { return valueOf(paperState(*document, workshop, questionnaire, Wave::Before)); }
    AnswerSheet sheet()
    {
        return valueOf(SurveyRepository(*document).answers(workshop, questionnaire, Wave::Before));
    }
};

} // namespace

TEST_CASE("answers typed from paper are one import, each person one step, and find their participant")
{
    Desk desk;
    succeeds(storePaperAnswer(*desk.document, desk.workshop, Wave::Before, desk.answer(desk.hanako, 2)));
    PaperAnswer nameless = desk.answer(0, 1);
    nameless.role = QStringLiteral("市町村担当者");
    succeeds(storePaperAnswer(*desk.document, desk.workshop, Wave::Before, nameless));
    const auto imports = valueOf(SurveyRepository(*desk.document).imports(desk.workshop));
    REQUIRE(imports.size() == 1);
    CHECK(imports[0].responses == 2);
    CHECK(imports[0].source == paperSource());
    const AnswerSheet sheet = desk.sheet();
    CHECK(sheet.text(Field::Name, 0) == QStringLiteral("架空 花子"));
    CHECK(sheet.text(Field::Number, 0) == QStringLiteral("7"));
    CHECK(sheet.mark(0, 0) == 2);
    CHECK(sheet.several(0, 8) == QList<Mark>{1, 5});
    CHECK(sheet.freeText(0, 9) == QStringLiteral("夜間の連絡"));
    CHECK(sheet.text(Field::Name, 1).isEmpty());
    CHECK(sheet.text(Field::Role, 1) == QStringLiteral("市町村担当者"));
    const PaperState state = desk.state();
    CHECK(state.nameless == 1);
    CHECK(state.answered == QSet<qint64>{desk.hanako});
    CHECK(state.typed.value(desk.hanako) == desk.answer(desk.hanako, 2));

    succeeds(desk.document->undo());
    CHECK(desk.sheet().size() == 1);
    succeeds(desk.document->undo());
    CHECK(valueOf(SurveyRepository(*desk.document).imports(desk.workshop)).empty());
    succeeds(desk.document->redo());
    CHECK(desk.state().typed.contains(desk.hanako));
}

TEST_CASE("typed a second time, an answer says where it differs and takes the place of the first")
{
    Desk desk;
    const PaperAnswer first = desk.answer(desk.hanako, 2);
    PaperAnswer second = desk.answer(desk.hanako, 1);
    second.items[8].several = {1};
    CHECK(differences(first, first).empty());
    CHECK(differences(first, second) == std::vector<int>{0, 8});
    succeeds(storePaperAnswer(*desk.document, desk.workshop, Wave::Before, first));
    succeeds(storePaperAnswer(*desk.document, desk.workshop, Wave::After, first));
    succeeds(replacePaperAnswer(*desk.document, desk.workshop, Wave::Before, second));
    CHECK(desk.sheet().size() == 1);
    CHECK(desk.state().typed.value(desk.hanako) == second);
    const auto after = paperState(*desk.document, desk.workshop, desk.questionnaire, Wave::After);
    CHECK(valueOf(after).typed.value(desk.hanako) == first);
    succeeds(desk.document->undo());
    CHECK(desk.state().typed.value(desk.hanako) == first);
}

TEST_CASE("an empty sheet of paper is not an answer")
{
    Desk desk;
    PaperAnswer empty;
    empty.items.resize(desk.questionnaire.items().size());
    CHECK(errorOf(storePaperAnswer(*desk.document, desk.workshop, Wave::Before, empty)) ==
          ErrorCode::NothingUnderstood);
    PaperAnswer other = desk.answer(0, 1);
    other.items.pop_back();
    CHECK(errorOf(storePaperAnswer(*desk.document, desk.workshop, Wave::Before, other)) ==
          ErrorCode::Conflict);
    CHECK(valueOf(SurveyRepository(*desk.document).imports(desk.workshop)).empty());
}
