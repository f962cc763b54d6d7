#include "programme/cycle.h"

#include <algorithm>

namespace tane {

namespace {

template<class T>
bool hasAny(const std::map<qint64, std::vector<T>> &lists)
{
    return std::ranges::any_of(lists, [](const auto &list) { return !list.second.empty(); });
}

bool hasEntries(const Cycle &cycle, Step step)
{
    switch (step) {
    case Step::Situation:
        return hasAny(cycle.findings) || hasAny(cycle.reviewIssues) ||
               std::ranges::any_of(cycle.viewpoints,
                                   [](const Viewpoint &viewpoint) { return viewpoint.code.isEmpty(); });
    case Step::Goals:
        return !cycle.goals.empty();
    case Step::Plan:
        return !cycle.purposes.empty() || !cycle.planLines.empty() || !cycle.planLevels.empty() ||
               !cycle.workshops.empty();
    case Step::Execution:
        return !cycle.answeredWorkshops.empty() || std::ranges::any_of(cycle.tasks, [](const auto &list) {
            return std::ranges::any_of(list.second, [](const Task &task) { return task.doneOn.isValid(); });
        });
    case Step::Evaluation:
        return !cycle.evaluation.empty() || !cycle.initiatives.empty() || !cycle.meetings.empty();
    }
    Q_UNREACHABLE();
}

/// A query with one value, run.
Result<Statement> rowsOf(Document &document, const QString &sql, qint64 programme)
{
    TANE_TRY(Statement query, document.database().prepare(sql));
    TANE_CHECK(query.bind(programme).run());
    return query;
}

/// The records of every parent, each list in its order.
template<class T, class Parent>
Result<std::map<qint64, std::vector<T>>> listsOf(Document &document, const char *column,
                                                 const std::vector<Parent> &parents)
{
    std::map<qint64, std::vector<T>> lists;
    for (const Parent &parent : parents) {
        TANE_TRY(lists[parent.id], RecordTable<T>(document).all(QLatin1String(column), parent.id));
    }
    return lists;
}

template<class T>
std::vector<T> joined(std::map<qint64, std::vector<T>> lists, const std::vector<TargetGroup> &groups)
{
    std::vector<T> all;
    for (const TargetGroup &group : groups)
        std::ranges::move(lists[group.id], std::back_inserter(all));
    return all;
}

Result<> loadSituation(Document &document, Cycle &cycle)
{
    const qint64 id = cycle.programme.id;
    TANE_TRY(cycle.viewpoints, RecordTable<Viewpoint>(document).all(QStringLiteral("programme"), id));
    TANE_TRY(cycle.findings, listsOf<Finding>(document, "viewpoint", cycle.viewpoints));
    TANE_TRY(cycle.reviewIssues, listsOf<ReviewIssue>(document, "target_group", cycle.targetGroups));
    TANE_TRY(Statement query, rowsOf(document,
                                     QStringLiteral("SELECT f.review_issue, f.finding "
                                                    "FROM review_issue_finding AS f "
                                                    "JOIN review_issue AS i ON i.id = f.review_issue "
                                                    "JOIN target_group AS g ON g.id = i.target_group "
                                                    "WHERE g.programme = ? ORDER BY 1, 2"),
                                     id));
    while (query.next())
        cycle.issueFindings[query.integer(0)].push_back(query.integer(1));
    return {};
}

Result<> loadPlan(Document &document, Cycle &cycle)
{
    TANE_TRY(auto goals, listsOf<Goal>(document, "target_group", cycle.targetGroups));
    TANE_TRY(auto lines, listsOf<PlanLine>(document, "target_group", cycle.targetGroups));
    for (const TargetGroup &group : cycle.targetGroups) {
        std::ranges::stable_sort(goals[group.id], {}, &Goal::term);
        std::ranges::stable_sort(lines[group.id], {}, &PlanLine::field);
        for (const PlanField field : {PlanField::Entry, PlanField::Outcome, PlanField::Action}) {
            TANE_TRY(const LevelRange level, planLevel(document, group.id, field));
            if (!level.isEmpty())
                cycle.planLevels[{group.id, field}] = level;
        }
    }
    cycle.goals = joined(std::move(goals), cycle.targetGroups);
    cycle.planLines = joined(std::move(lines), cycle.targetGroups);
    TANE_TRY(cycle.purposes,
             RecordTable<Purpose>(document).all(QStringLiteral("programme"), cycle.programme.id));
    return {};
}

Result<> loadWorkshops(Document &document, Cycle &cycle)
{
    TANE_TRY(cycle.workshops, WorkshopRepository(document).of(cycle.programme.id));
    TANE_TRY(cycle.timetables, listsOf<TimetableRow>(document, "workshop", cycle.workshops));
    TANE_TRY(cycle.tasks, listsOf<Task>(document, "workshop", cycle.workshops));
    TANE_TRY(Statement query,
             rowsOf(document,
                    QStringLiteral("SELECT DISTINCT b.workshop FROM import_batch AS b "
                                   "JOIN workshop AS w ON w.id = b.workshop WHERE w.programme = ?"),
                    cycle.programme.id));
    while (query.next())
        cycle.answeredWorkshops.insert(query.integer(0));
    return {};
}

Result<> loadEvaluation(Document &document, Cycle &cycle)
{
    const QString column = QStringLiteral("programme");
    const qint64 id = cycle.programme.id;
    TANE_TRY(cycle.evaluation, RecordTable<EvaluationLine>(document).all(column, id));
    std::ranges::stable_sort(cycle.evaluation, {}, &EvaluationLine::kind);
    TANE_TRY(cycle.initiatives, RecordTable<Initiative>(document).all(column, id));
    TANE_TRY(cycle.meetings, RecordTable<ReflectionMeeting>(document).all(column, id));
    TANE_TRY(
        Statement query,
        rowsOf(document, QStringLiteral("SELECT step, state FROM programme_step WHERE programme = ?"), id));
    while (query.next())
        cycle.said[static_cast<Step>(query.integer(0))] =
            query.text(1) == QLatin1String("done") ? StepState::Done : StepState::Stopped;
    return {};
}

} // namespace

StepState Cycle::state(Step step) const
{
    if (const auto found = said.find(step); found != said.end())
        return found->second;
    return hasEntries(*this, step) ? StepState::Started : StepState::Empty;
}

Result<std::vector<Programme>> CycleRepository::programmes()
{
    TANE_TRY(std::vector<Programme> all, RecordTable<Programme>(m_document).all());
    // One whose year is not fixed is being planned: it stands with the newest.
    std::ranges::stable_sort(all, [](const Programme &a, const Programme &b) {
        const auto rank = [](const Programme &programme) {
            return std::tuple(programme.archived, programme.firstYear.has_value(),
                              -programme.firstYear.value_or(0), -programme.id);
        };
        return rank(a) < rank(b);
    });
    return all;
}

Result<Cycle> CycleRepository::load(qint64 programme)
{
    Cycle cycle;
    TANE_TRY(cycle.programme, RecordTable<Programme>(m_document).load(programme));
    TANE_TRY(cycle.targetGroups,
             RecordTable<TargetGroup>(m_document).all(QStringLiteral("programme"), programme));
    TANE_CHECK(loadSituation(m_document, cycle));
    TANE_CHECK(loadPlan(m_document, cycle));
    TANE_CHECK(loadWorkshops(m_document, cycle));
    TANE_CHECK(loadEvaluation(m_document, cycle));
    return cycle;
}

} // namespace tane
