#include "programme/evidence.h"

#include "programme/recruiting.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::EvidenceThread)
};

constexpr std::array kColumns{"plan_line", "timetable_row", "item", "evaluation_line", "task"};

QString columnOf(EvidenceKind kind)
{
    return QLatin1String(kColumns.at(static_cast<std::size_t>(kind)));
}

/// A questionnaire item that is asked in one or more workshops of the programme.
struct AskedItem
{
    qint64 id = 0;
    qint64 questionnaire = 0;
    int index = 0; ///< in Questionnaire::items()
    QString code, label, setTitle;
    bool isText = false;
    bool isSatisfaction = false;
};

/// In the order of the questionnaires, which is that of Questionnaire::items().
Result<std::vector<AskedItem>> askedItems(Document &document, qint64 programme)
{
    TANE_TRY(
        Statement query,
        document.database().prepare(QStringLiteral(
            "SELECT i.id, s.questionnaire, i.code, i.short_text, i.text, s.code, s.title, i.answer_type, "
            "s.kind FROM item AS i JOIN item_set AS s ON s.id = i.item_set WHERE s.questionnaire IN "
            "(SELECT questionnaire FROM workshop WHERE programme = ?) "
            "ORDER BY s.questionnaire, s.position, i.position")));
    TANE_CHECK(query.bind(programme).run());
    std::vector<AskedItem> items;
    while (query.next()) {
        AskedItem item;
        item.id = query.integer(0);
        item.questionnaire = query.integer(1);
        const bool sameSheet = !items.empty() && items.back().questionnaire == item.questionnaire;
        item.index = sameSheet ? items.back().index + 1 : 0;
        const QString label = query.text(3).isEmpty() ? query.text(4) : query.text(3);
        item.code = query.text(2);
        item.label = item.code + u' ' + label;
        item.setTitle = query.text(5) + u' ' + query.text(6);
        item.isText = query.text(7) == QLatin1String("text");
        item.isSatisfaction = query.text(8) == QLatin1String("satisfaction");
        items.push_back(std::move(item));
    }
    return items;
}

/// "とてもよい 40・よい 28（68人）".
QString distributionText(const Item &item, const DistributionRow &row)
{
    QStringList parts;
    for (std::size_t i = 0; i < row.counts.size() && i < item.options.size(); ++i)
        if (row.counts[i] > 0)
            parts << QStringLiteral("%1 %2").arg(item.options[i].text).arg(row.counts[i]);
    return Texts::tr("%1（%2人）").arg(parts.join(u'・')).arg(row.n());
}

/// The result of one item in one workshop; empty when nobody answered it.
QString resultText(const ChangeAnalysis &analysis, int index)
{
    const QString all = QStringLiteral("all");
    if (const ChangeRow *row = analysis.row(index, all); row && row->n() > 0)
        return Texts::tr("上がった %1・変わらない %2・下がった %3（%4対）")
            .arg(row->up)
            .arg(row->stay)
            .arg(row->down)
            .arg(row->n());
    const auto items = analysis.questionnaire.items();
    for (const DistributionRow &row : analysis.distributions)
        if (row.item == index && row.group == all && row.n() > 0)
            return distributionText(*items.at(static_cast<std::size_t>(index)).item, row);
    return {};
}

/// Results by item id. Those of several workshops stand one below the other, each with its title.
Result<std::map<qint64, QString>> results(Document &document, const Cycle &cycle,
                                          const std::vector<AskedItem> &items)
{
    std::map<qint64, QStringList> lines;
    for (const Workshop &workshop : cycle.workshops) {
        if (workshop.questionnaire == 0 || !cycle.answeredWorkshops.contains(workshop.id))
            continue;
        TANE_TRY(const SurveyState state, loadSurveyState(document, workshop.id, GroupBy::None));
        for (const AskedItem &item : items) {
            const QString result = item.questionnaire == workshop.questionnaire
                                       ? resultText(state.analysis, item.index)
                                       : QString();
            if (!result.isEmpty())
                lines[item.id] << (cycle.answeredWorkshops.size() > 1
                                       ? QStringLiteral("%1：%2").arg(workshop.title, result)
                                       : result);
        }
    }
    std::map<qint64, QString> texts;
    for (const auto &[item, list] : lines)
        texts[item] = list.join(u'\n');
    return texts;
}

/// Puts the picture together; knows which things goals are linked to.
class ThreadBuilder
{
public:
    ThreadBuilder(const Cycle &cycle, EvidenceThread &thread)
        : m_cycle(cycle)
        , m_thread(thread)
    {
        for (const GoalLink &link : thread.links)
            m_linked.insert({link.kind, link.target});
    }

    void addPlanLines();
    void addTimetable();
    void addItems(const std::vector<AskedItem> &items, const std::map<qint64, QString> &results);
    void addEvaluation();
    void addFollowUp();
    void findLooseEnds(const std::vector<AskedItem> &items);

private:
    [[nodiscard]] bool isLinked(EvidenceKind kind, qint64 id) const { return m_linked.contains({kind, id}); }
    [[nodiscard]] QString groupName(qint64 id) const;
    void add(EvidenceKind kind, qint64 id, const QString &label, const QString &detail)
    {
        m_thread.nodes.push_back({kind, id, label, detail});
    }

    const Cycle &m_cycle;
    EvidenceThread &m_thread;
    std::set<std::pair<EvidenceKind, qint64>> m_linked;
};

QString ThreadBuilder::groupName(qint64 id) const
{
    const auto found = std::ranges::find(m_cycle.targetGroups, id, &TargetGroup::id);
    return found == m_cycle.targetGroups.end() ? QString() : found->name;
}

void ThreadBuilder::addPlanLines()
{
    for (const PlanLine &line : m_cycle.planLines)
        add(EvidenceKind::PlanLine, line.id, line.text,
            groupName(line.targetGroup) + u'・' + planFieldTitle(line.field));
}

/// Opening and breaks serve no goal, unless somebody said so.
void ThreadBuilder::addTimetable()
{
    for (const Workshop &workshop : m_cycle.workshops) {
        for (const Timetable::Row &chained :
             chainTimes(workshop.startsAt, m_cycle.timetables.at(workshop.id)).rows) {
            const TimetableRow &row = chained.row;
            if (row.block == TimetableRow::Block::Other && !isLinked(EvidenceKind::TimetableRow, row.id))
                continue;
            const QString start = chained.start.toString(QStringLiteral("H:mm"));
            QStringList detail{start, blockTitle(row.block), row.aim};
            detail.removeAll(QString());
            add(EvidenceKind::TimetableRow, row.id,
                row.content.isEmpty() ? row.title : QString(row.title + u' ' + row.content),
                detail.join(u'・'));
        }
    }
}

void ThreadBuilder::addItems(const std::vector<AskedItem> &items, const std::map<qint64, QString> &results)
{
    for (const AskedItem &item : items) {
        if (item.isText && !isLinked(EvidenceKind::Item, item.id))
            continue;
        const auto result = results.find(item.id);
        add(EvidenceKind::Item, item.id, item.label,
            result == results.end() ? item.setTitle : result->second);
    }
}

void ThreadBuilder::addEvaluation()
{
    for (const EvaluationLine &line : m_cycle.evaluation) {
        const QString group = groupName(line.targetGroup);
        const QString title = evaluationKindTitle(line.kind);
        add(EvidenceKind::EvaluationLine, line.id, line.text,
            group.isEmpty() ? title : QString(title + u'・' + group));
    }
}

/// What comes after the workshop shows whether a goal was reached; what comes before it only when linked.
void ThreadBuilder::addFollowUp()
{
    for (const Workshop &workshop : m_cycle.workshops) {
        for (const Task &task : m_cycle.tasks.at(workshop.id)) {
            const bool after = task.dueOn.isValid() && workshop.heldOn.isValid()
                                   ? task.dueOn > workshop.heldOn
                                   : 31 * task.offsetMonths + task.offsetDays > 0;
            if (!after && !isLinked(EvidenceKind::Task, task.id))
                continue;
            const auto scheduled = scheduleFor(workshop, {task}, QDate());
            const QString day = eraDate(scheduled.front().due);
            add(EvidenceKind::Task, task.id, task.title,
                task.doneOn.isValid() ? Texts::tr("済（%1）").arg(eraDate(task.doneOn)) : day);
        }
    }
}

void ThreadBuilder::findLooseEnds(const std::vector<AskedItem> &items)
{
    std::set<qint64> measured, serving;
    for (const GoalLink &link : m_thread.links) {
        if (link.kind != EvidenceKind::Item)
            continue;
        measured.insert(link.goal);
        serving.insert(link.target);
    }
    for (const Goal &goal : m_thread.goals)
        if (goal.term == Goal::Term::Short && !measured.contains(goal.id))
            m_thread.unmeasuredGoals.push_back(goal.id);
    for (const AskedItem &item : items)
        if (!item.isText && !item.isSatisfaction && !serving.contains(item.id))
            m_thread.aimlessItems.push_back(item.id);
}

} // namespace

Result<std::vector<GoalLink>> goalLinks(Document &document, qint64 programme)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT l.id, l.goal, l.plan_line, l.timetable_row, l.item, l.evaluation_line, l.task "
                 "FROM goal_link AS l JOIN goal AS g ON g.id = l.goal "
                 "JOIN target_group AS t ON t.id = g.target_group WHERE t.programme = ? ORDER BY l.id")));
    TANE_CHECK(query.bind(programme).run());
    std::vector<GoalLink> links;
    while (query.next()) {
        GoalLink link;
        link.id = query.integer(0);
        link.goal = query.integer(1);
        for (int kind = 0; kind < static_cast<int>(kColumns.size()); ++kind) {
            if (!query.isNull(2 + kind)) {
                link.kind = static_cast<EvidenceKind>(kind);
                link.target = query.integer(2 + kind);
            }
        }
        links.push_back(link);
    }
    return links;
}

Result<> setGoalLink(Document &document, qint64 goal, EvidenceKind kind, qint64 target, bool linked)
{
    const QString sql = linked ? QStringLiteral("INSERT OR IGNORE INTO goal_link(goal, %1) VALUES (?, ?)")
                               : QStringLiteral("DELETE FROM goal_link WHERE goal = ? AND %1 = ?");
    const QString label = linked ? Texts::tr("目標と結びつける") : Texts::tr("目標との結びつきを外す");
    return document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(Statement statement, database.prepare(sql.arg(columnOf(kind))));
        return statement.bind(goal).bind(target).run();
    });
}

Result<EvidenceThread> evidenceThread(Document &document, qint64 programme)
{
    TANE_TRY(const Cycle cycle, CycleRepository(document).load(programme));
    EvidenceThread thread;
    thread.goals = cycle.goals;
    std::ranges::stable_sort(thread.goals, std::ranges::greater{}, &Goal::term); // short ones first
    TANE_TRY(thread.links, goalLinks(document, programme));
    TANE_TRY(const std::vector<AskedItem> items, askedItems(document, programme));
    TANE_TRY(const auto resultTexts, results(document, cycle, items));
    ThreadBuilder builder(cycle, thread);
    builder.addPlanLines();
    builder.addTimetable();
    builder.addItems(items, resultTexts);
    builder.addEvaluation();
    builder.addFollowUp();
    builder.findLooseEnds(items);
    return thread;
}

} // namespace tane
