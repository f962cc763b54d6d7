#include "programme/workshop.h"
#include "survey/changedroles.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

namespace tane {

Result<SurveyState> loadSurveyState(Document &document, qint64 workshop, GroupBy groupBy)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    if (held.questionnaire == 0)
        return fail(ErrorCode::NotFound, QCoreApplication::translate(
                                             "tane::SurveyRepository",
                                             "この研修会には、アンケートの調査票がまだ選ばれていません。"));
    SurveyRepository repository(document);
    SurveyState state;
    TANE_TRY(state.questionnaire, repository.questionnaire(held.questionnaire));
    TANE_TRY(state.before, repository.answers(workshop, state.questionnaire, Wave::Before));
    TANE_TRY(state.after, repository.answers(workshop, state.questionnaire, Wave::After));
    TANE_TRY(state.options.twice, repository.twiceRule(workshop));
    TANE_TRY(state.options.decisions, repository.decisions(workshop));
    TANE_TRY(const std::vector<ImportInfo> imports, repository.imports(workshop));
    for (const ImportInfo &import : imports)
        state.problems += import.problems;
    state.linking = linkAnswers(state.before, state.after, state.options);
    TANE_TRY(const auto roles, roleDecisions(document, workshop));
    state.analysis =
        analyseChange(state.questionnaire, roles.isEmpty() ? state.before : withRoles(state.before, roles),
                      state.after, state.linking, state.options, groupBy);
    return state;
}

} // namespace tane
