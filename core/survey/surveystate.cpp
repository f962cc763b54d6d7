#include "programme/workshop.h"
#include "survey/changedroles.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace tane {

namespace {

/// What the officer said about whose answers are whose says, too, which of before and after are one
/// person's. Where she decided about the two themselves, that holds.
Result<> addParticipants(Document &document, qint64 workshop, std::vector<LinkDecision> &decisions)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT p.participant, p.response, b.wave, p.decided FROM participant_response AS p "
                 "JOIN response AS r ON r.id = p.response JOIN import_batch AS b ON b.id = r.import_batch "
                 "WHERE b.workshop = ? AND p.participant IS NOT NULL AND b.wave <> 'followup' "
                 "ORDER BY p.participant, p.response")));
    TANE_CHECK(query.bind(workshop).run());
    struct Answers
    {
        QStringList before, after;
        bool decided = false;
    };
    std::map<qint64, Answers> people;
    while (query.next()) {
        Answers &answers = people[query.integer(0)];
        (query.text(2) == QLatin1String("before") ? answers.before : answers.after) << query.text(1);
        answers.decided = answers.decided || query.integer(3) != 0;
    }
    const std::vector<LinkDecision> own = decisions;
    for (const auto &[participant, answers] : people) {
        if (!answers.decided || answers.before.size() != 1 || answers.after.size() != 1)
            continue;
        const LinkDecision implied{answers.before.front(), answers.after.front(), true};
        const bool contradicted = std::ranges::any_of(own, [&](const LinkDecision &one) {
            const bool same = one.before == implied.before && one.after == implied.after;
            const bool touches = one.before == implied.before || one.after == implied.after;
            return same || (one.accept && touches);
        });
        if (!contradicted)
            decisions.push_back(implied);
    }
    return {};
}

} // namespace

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
    TANE_CHECK(addParticipants(document, workshop, state.options.decisions));
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
