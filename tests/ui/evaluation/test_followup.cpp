#include "evaluationfixture.h"

#include "parts/chartcard.h"
#include "shell/widgets.h"
#include "survey/factrows.h"
#include "survey/followup.h"
#include "survey/followupview.h"
#include "survey/questionnaireedit.h"
#include "survey/questionnairelibrary.h"
#include "survey/resultspage.h"

using namespace tane;
using namespace tane::cycletest;
using namespace tane::evaluationtest;

TEST_CASE("some months later the goals are shown as their people and as the officers see them")
{
    Evaluation office;
    auto questionnaire = loadQuestionnaire(u"trial1"_s);
    REQUIRE(questionnaire.has_value());
    const QString goal = u"月に1回、市町村担当者と話す場を持つ"_s;
    REQUIRE(addFollowUp(*questionnaire, {goal}, u"コーディネーター"_s) == 1);
    REQUIRE(addFollowUpViews(*questionnaire, {goal}, u"コーディネーター"_s, u"市町村担当者"_s) == 2);
    questionnaire->id = u"later"_s;
    QuestionnaireLibrary library(office.document());
    const auto id = library.add(*questionnaire, u"準備"_s);
    REQUIRE(id.has_value());
    REQUIRE(library.assign(office.workshop, *id).has_value());
    auto *page = office.show<ResultsPage>(u"results"_s);
    settle();
    auto *tabs = page->findChild<SegmentedControl *>(u"sets"_s);
    tabs->setCurrentIndex(3);
    settle();
    auto *view = page->findChild<FollowUpView *>();
    REQUIRE(view->isVisible());
    CHECK(view->findChild<EmptyState *>()->isVisible()); // nobody answered yet

    const auto refs = questionnaire->items();
    const QString own = refs[refs.size() - 3].item->code, view2 = refs[refs.size() - 2].item->code,
                  hindered = refs[refs.size() - 1].item->code;
    office.import(office.workshop, *questionnaire, Wave::FollowUp,
                  u"受付番号,立場,%1,%2,%3\n"
                  "1,コーディネーター,a,,\n2,コーディネーター,b,,\n3,コーディネーター,d,,時間がとれない\n"
                  "8,市町村担当者,,a,\n9,市町村担当者,,d,\n"_s.arg(own, view2, hindered));
    office.reopen();
    page = office.show<ResultsPage>(u"results"_s);
    settle();
    page->findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(3);
    settle();
    view = page->findChild<FollowUpView *>();
    CHECK(view->facts()->count() == 1);
    CHECK(view->facts()->figure(u"%1（コーディネーター）"_s.arg(goal)) == u"本人 2/3名　市町村 1/2名"_s);
    CHECK(view->hindrances()->count() == 1);
    REQUIRE(view->figure() != nullptr);
    CHECK(view->figure()->spec().categories.size() == 2);
}
