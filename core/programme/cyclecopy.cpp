// Copies of a programme: the same once more, and the next turn of the cycle.
#include "programme/cycle.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::CycleRepository)
};

using Ids = std::map<qint64, qint64>; ///< of the original -> of the copy

/// The copy's id; 0 when it was not copied.
qint64 copyOf(const Ids &ids, qint64 original)
{
    const auto found = ids.find(original);
    return found == ids.end() ? 0 : found->second;
}

/// Writes parts of one programme into another, and remembers what became what.
class CycleCopier
{
public:
    CycleCopier(Document &document, const Cycle &from, qint64 to, const QString &label)
        : m_document(document)
        , m_from(from)
        , m_to(to)
        , m_label(label)
    {
    }

    Result<> copyTargetGroups()
    {
        return copy(m_from.targetGroups, m_groups, [this](TargetGroup &group) { group.programme = m_to; });
    }
    Result<> copyViewpoints(const std::vector<Viewpoint> &viewpoints)
    {
        return copy(viewpoints, m_viewpoints, [this](Viewpoint &viewpoint) { viewpoint.programme = m_to; });
    }
    Result<> copyFindings();
    Result<> copyGoals(const std::vector<Goal> &goals)
    {
        return copy(goals, m_goals, [this](Goal &goal) { goal.targetGroup = newGroup(goal.targetGroup); });
    }
    Result<> copyPlan();
    Result<> copyWorkshops();
    Result<> copyLinks();

    [[nodiscard]] qint64 newGroup(qint64 original) const { return copyOf(m_groups, original); }

private:
    template<class T, class Adapt>
    Result<> copy(const std::vector<T> &records, Ids &ids, Adapt adapt)
    {
        RecordTable<T> table(m_document);
        for (T record : records) {
            adapt(record);
            TANE_TRY(ids[record.id], table.add(record, m_label));
        }
        return {};
    }
    [[nodiscard]] const Ids *idsOf(const QString &column) const;

    Document &m_document;
    const Cycle &m_from;
    qint64 m_to;
    QString m_label;
    Ids m_groups, m_viewpoints, m_findings, m_issues, m_goals, m_planLines, m_workshops, m_rows, m_tasks;
};

Result<> CycleCopier::copyFindings()
{
    for (const auto &[viewpoint, findings] : m_from.findings) {
        TANE_CHECK(copy(findings, m_findings, [this](Finding &finding) {
            finding.viewpoint = copyOf(m_viewpoints, finding.viewpoint);
        }));
    }
    for (const auto &[group, issues] : m_from.reviewIssues) {
        TANE_CHECK(copy(issues, m_issues,
                        [this](ReviewIssue &issue) { issue.targetGroup = newGroup(issue.targetGroup); }));
    }
    for (const auto &[issue, sources] : m_from.issueFindings) {
        std::vector<qint64> copies;
        for (const qint64 finding : sources)
            copies.push_back(copyOf(m_findings, finding));
        TANE_CHECK(setFindingsOf(m_document, copyOf(m_issues, issue), copies));
    }
    return {};
}

Result<> CycleCopier::copyPlan()
{
    Ids purposes;
    TANE_CHECK(copy(m_from.purposes, purposes, [this](Purpose &purpose) { purpose.programme = m_to; }));
    TANE_CHECK(copy(m_from.planLines, m_planLines,
                    [this](PlanLine &line) { line.targetGroup = newGroup(line.targetGroup); }));
    for (const auto &[cell, level] : m_from.planLevels)
        TANE_CHECK(setPlanLevel(m_document, newGroup(cell.first), cell.second, level));
    return {};
}

Result<> CycleCopier::copyWorkshops()
{
    TANE_CHECK(copy(m_from.workshops, m_workshops, [this](Workshop &workshop) {
        workshop.programme = m_to;
        workshop.heldOn = workshop.recruitFrom = workshop.recruitUntil = {};
        workshop.dateNote.clear();
        workshop.recruitNote.clear();
    }));
    for (const auto &[workshop, rows] : m_from.timetables) {
        TANE_CHECK(copy(rows, m_rows,
                        [this](TimetableRow &row) { row.workshop = copyOf(m_workshops, row.workshop); }));
    }
    for (const auto &[workshop, tasks] : m_from.tasks) {
        TANE_CHECK(copy(tasks, m_tasks, [this](Task &task) {
            task.workshop = copyOf(m_workshops, task.workshop);
            task.dueOn = task.doneOn = {};
        }));
    }
    return {};
}

const Ids *CycleCopier::idsOf(const QString &column) const
{
    if (column == QLatin1String("plan_line"))
        return &m_planLines;
    if (column == QLatin1String("timetable_row"))
        return &m_rows;
    if (column == QLatin1String("task"))
        return &m_tasks;
    return nullptr; // items belong to the questionnaire and stay the same
}

/// Threads whose two ends are there in the copy.
Result<> CycleCopier::copyLinks()
{
    for (const char *name : {"plan_line", "timetable_row", "task", "item"}) {
        const QString column = QLatin1String(name);
        TANE_TRY(Statement query,
                 m_document.database().prepare(
                     QStringLiteral("SELECT l.goal, l.%1 FROM goal_link AS l JOIN goal AS g ON g.id = l.goal "
                                    "JOIN target_group AS t ON t.id = g.target_group "
                                    "WHERE t.programme = ? AND l.%1 IS NOT NULL")
                         .arg(column)));
        TANE_CHECK(query.bind(m_from.programme.id).run());
        std::vector<std::pair<qint64, qint64>> links;
        while (query.next())
            links.emplace_back(query.integer(0), query.integer(1));
        TANE_TRY(Statement insert,
                 m_document.database().prepare(
                     QStringLiteral("INSERT INTO goal_link(goal, %1) VALUES (?, ?)").arg(column)));
        const Ids *ids = idsOf(column);
        for (const auto &[goal, target] : links) {
            const qint64 newGoal = copyOf(m_goals, goal);
            const qint64 newTarget = ids ? copyOf(*ids, target) : target;
            if (newGoal != 0 && newTarget != 0)
                TANE_CHECK(insert.bind(newGoal).bind(newTarget).run());
        }
    }
    return {};
}

/// Those of the last cycle; the guided ones where it had none.
std::vector<Viewpoint> viewpointsOfNext(const Cycle &cycle)
{
    std::vector<Viewpoint> viewpoints = cycle.viewpoints;
    const bool guided =
        std::ranges::any_of(viewpoints, [](const Viewpoint &viewpoint) { return !viewpoint.code.isEmpty(); });
    if (!guided) {
        const std::vector<Viewpoint> all = guidedViewpoints();
        viewpoints.insert(viewpoints.begin(), all.begin(), all.end());
    }
    return viewpoints;
}

/// What the evaluation asked for, as short-term goals: of the group it names, or of the first that people
/// belong to.
std::vector<Goal> goalsOfNext(const Cycle &cycle)
{
    std::vector<Goal> goals;
    std::ranges::copy_if(cycle.goals, std::back_inserter(goals),
                         [](const Goal &goal) { return goal.term != Goal::Term::Short; });
    for (Goal &goal : goals)
        goal.evaluationLine = 0;
    const auto people = std::ranges::find_if(cycle.targetGroups, [](const TargetGroup &group) {
        return !group.isEnvironment && !group.isObserver;
    });
    const qint64 everybody = people != cycle.targetGroups.end() ? people->id : cycle.targetGroups.front().id;
    for (const EvaluationLine &line : cycle.evaluation) {
        if (line.kind != EvaluationLine::Kind::NextGoal)
            continue;
        Goal goal;
        goal.targetGroup = line.targetGroup != 0 ? line.targetGroup : everybody;
        goal.term = Goal::Term::Short;
        goal.text = line.text;
        goal.evaluationLine = line.id;
        goals.push_back(goal);
    }
    return goals;
}

} // namespace

Programme nextProgramme(const Programme &last)
{
    Programme next;
    next.title = last.title;
    if (const std::optional<int> year = last.lastYear ? last.lastYear : last.firstYear) {
        next.firstYear = next.lastYear = *year + 1;
        const QString own = programmeYears(last);
        if (!own.isEmpty() && next.title.startsWith(own))
            next.title = programmeYears(next) + next.title.sliced(own.size());
    }
    next.owner = last.owner;
    next.previous = last.id;
    next.longLabel = last.longLabel;
    next.middleLabel = last.middleLabel;
    next.shortLabel = last.shortLabel;
    return next;
}

Result<qint64> CycleRepository::duplicate(qint64 programme)
{
    TANE_TRY(const Cycle cycle, load(programme));
    const QString label = Texts::tr("プログラムの複製");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        Programme record = cycle.programme;
        record.title = Texts::tr("%1（複製）").arg(record.title);
        record.firstYear = record.lastYear = std::nullopt;
        record.archived = false;
        TANE_TRY(id, RecordTable<Programme>(m_document).add(record, label));
        CycleCopier copier(m_document, cycle, id, label);
        TANE_CHECK(copier.copyTargetGroups());
        TANE_CHECK(copier.copyViewpoints(cycle.viewpoints));
        TANE_CHECK(copier.copyFindings());
        TANE_CHECK(copier.copyGoals(cycle.goals));
        TANE_CHECK(copier.copyPlan());
        TANE_CHECK(copier.copyWorkshops());
        return copier.copyLinks();
    };
    TANE_CHECK(m_document.perform(label, work));
    return id;
}

Result<qint64> CycleRepository::next(qint64 programme)
{
    TANE_TRY(Cycle cycle, load(programme));
    const QString label = Texts::tr("次のサイクルの作成");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(id, RecordTable<Programme>(m_document).add(nextProgramme(cycle.programme), label));
        if (cycle.targetGroups.empty()) { // the goals need somebody
            cycle.targetGroups = guidedTargetGroups();
            for (std::size_t i = 0; i < cycle.targetGroups.size(); ++i)
                cycle.targetGroups[i].id = static_cast<qint64>(i) + 1;
        }
        CycleCopier copier(m_document, cycle, id, label);
        TANE_CHECK(copier.copyTargetGroups());
        TANE_CHECK(copier.copyViewpoints(viewpointsOfNext(cycle)));
        TANE_CHECK(copier.copyGoals(goalsOfNext(cycle)));
        return copier.copyWorkshops();
    };
    TANE_CHECK(m_document.perform(label, work));
    return id;
}

Result<std::optional<Programme>> CycleRepository::following(qint64 programme)
{
    TANE_TRY(const std::vector<Programme> all, programmes());
    const auto found = std::ranges::find(all, programme, &Programme::previous);
    return programme == 0 || found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace tane
