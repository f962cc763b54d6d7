#include "survey/samplecycle.h"

#include "base/sampledata.h"
#include "programme/cycletemplate.h"
#include "programme/evidence.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace tane {

using namespace sampledata;

namespace {

/// Rows divided by line feeds, cells by tabs.
QString tableCells(const QJsonArray &rows)
{
    QStringList lines;
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const QJsonValue &cell : row.toArray())
            cells << cell.toString();
        lines << cells.join(u'\t');
    }
    return lines.join(u'\n');
}

/// Writes one cycle of the sample into a programme that is there.
class CycleFiller
{
public:
    CycleFiller(Document &document, const QJsonObject &content, qint64 questionnaire)
        : m_document(document)
        , m_content(content)
        , m_questionnaire(questionnaire)
    {
    }

    Result<> fill(qint64 programme);
    [[nodiscard]] qint64 workshop() const { return m_workshop; }

private:
    Result<> addTargetGroups();
    Result<> addSituation();
    Result<> addGoals();
    Result<> addPlan();
    Result<> addWorkshop();
    Result<> addChecklist();
    Result<> addEvaluation();
    Result<> addLinks();
    Result<> markSteps();

    template<class T>
    Result<qint64> add(const T &record)
    {
        return RecordTable<T>(m_document).add(record, label());
    }
    Result<qint64> group(const QJsonObject &object) const { return known("group", text(object, "group")); }
    /// The row that was stored under this name.
    Result<qint64> known(const char *kind, const QString &key) const
    {
        const auto found = m_ids.find(QLatin1String(kind) + u'/' + key);
        return found == m_ids.end() ? Result<qint64>(damaged(key)) : found->second;
    }
    void remember(const char *kind, const QString &key, qint64 id)
    {
        m_ids[QLatin1String(kind) + u'/' + key] = id;
    }
    Result<qint64> itemId(const QString &code);

    Document &m_document;
    QJsonObject m_content;
    qint64 m_questionnaire;
    qint64 m_programme = 0;
    qint64 m_workshop = 0;
    std::map<QString, qint64> m_ids; ///< by kind and name
};

Result<> CycleFiller::fill(qint64 programme)
{
    m_programme = programme;
    TANE_TRY(const Cycle cycle, CycleRepository(m_document).load(programme));
    for (const TargetGroup &group : cycle.targetGroups)
        remember("group", group.name, group.id);
    for (const Viewpoint &viewpoint : cycle.viewpoints)
        remember("viewpoint", viewpoint.code, viewpoint.id);
    m_workshop = cycle.workshops.empty() ? 0 : cycle.workshops.front().id;
    TANE_CHECK(addTargetGroups());
    TANE_CHECK(addSituation());
    TANE_CHECK(addGoals());
    TANE_CHECK(addPlan());
    TANE_CHECK(addWorkshop());
    TANE_CHECK(addChecklist());
    TANE_CHECK(addEvaluation());
    TANE_CHECK(addLinks());
    return markSteps();
}

Result<> CycleFiller::addTargetGroups()
{
    for (const QJsonObject &object : objects(m_content, "targetGroups")) {
        TargetGroup group;
        group.programme = m_programme;
        group.name = text(object, "name");
        group.isEnvironment = object.value(QLatin1String("environment")).toBool();
        TANE_TRY(const qint64 id, add(group));
        remember("group", group.name, id);
    }
    return {};
}

Result<> CycleFiller::addSituation()
{
    constexpr std::array kinds{"", "quantitative", "qualitative"};
    for (const QJsonObject &object : objects(m_content, "findings")) {
        Finding finding;
        TANE_TRY(finding.viewpoint, known("viewpoint", text(object, "viewpoint")));
        TANE_TRY(finding.kind, wordIn<Finding::Kind>(text(object, "kind"), kinds));
        finding.text = text(object, "text");
        finding.source = text(object, "source");
        finding.foundOn = day(object, "foundOn");
        finding.tableTitle = text(object, "tableTitle");
        finding.tableCells = tableCells(object.value(QLatin1String("table")).toArray());
        TANE_TRY(const qint64 id, add(finding));
        remember("finding", text(object, "key"), id);
    }
    for (const QJsonObject &object : objects(m_content, "issues")) {
        ReviewIssue issue;
        TANE_TRY(issue.targetGroup, group(object));
        issue.text = text(object, "text");
        TANE_TRY(const qint64 id, add(issue));
        std::vector<qint64> sources;
        for (const QJsonValue &key : object.value(QLatin1String("findings")).toArray()) {
            TANE_TRY(const qint64 source, known("finding", key.toString()));
            sources.push_back(source);
        }
        TANE_CHECK(setFindingsOf(m_document, id, sources));
    }
    return {};
}

Result<> CycleFiller::addGoals()
{
    constexpr std::array terms{"long", "middle", "short"};
    for (const QJsonObject &object : objects(m_content, "goals")) {
        Goal goal;
        TANE_TRY(goal.targetGroup, group(object));
        TANE_TRY(goal.term, wordIn<Goal::Term>(text(object, "term"), terms));
        goal.text = text(object, "text");
        TANE_TRY(const qint64 id, add(goal));
        remember("goal", text(object, "key"), id);
    }
    return {};
}

Result<> CycleFiller::addPlan()
{
    constexpr std::array fields{"entry", "outcome", "action"};
    for (const QJsonValue &value : m_content.value(QLatin1String("purposes")).toArray())
        TANE_CHECK(add(Purpose{.programme = m_programme, .text = value.toString()}));
    for (const QJsonObject &object : objects(m_content, "planLines")) {
        PlanLine line;
        TANE_TRY(line.targetGroup, group(object));
        TANE_TRY(line.field, wordIn<PlanField>(text(object, "field"), fields));
        line.text = text(object, "text");
        TANE_TRY(const qint64 id, add(line));
        remember("planLine", text(object, "key"), id);
    }
    for (const QJsonObject &object : objects(m_content, "planLevels")) {
        TANE_TRY(const qint64 owner, group(object));
        TANE_TRY(const PlanField field, wordIn<PlanField>(text(object, "field"), fields));
        const auto level = LevelRange::parse(text(object, "text"));
        if (!level)
            return damaged(text(object, "text"));
        TANE_CHECK(setPlanLevel(m_document, owner, field, *level));
    }
    return {};
}

Result<> CycleFiller::addWorkshop()
{
    TANE_TRY(Workshop workshop, workshopFromJson(m_content.value(QLatin1String("workshop")).toObject()));
    workshop.id = m_workshop;
    workshop.programme = m_programme;
    workshop.questionnaire = m_questionnaire;
    TANE_TRY(m_workshop, WorkshopRepository(m_document).save(workshop));
    TANE_TRY(const std::vector<TimetableRow> rows,
             timetableFromJson(m_content.value(QLatin1String("timetable")).toArray()));
    for (TimetableRow row : rows) {
        row.workshop = m_workshop;
        TANE_TRY(const qint64 id, add(row));
        remember("timetableRow", row.title, id);
    }
    return {};
}

/// Everything on its day, or what is listed.
Result<> CycleFiller::addChecklist()
{
    TANE_CHECK(CycleRepository(m_document).applyChecklist(m_workshop));
    TANE_TRY(const auto tasks, scheduleOf(m_document, m_workshop, QDate()));
    const QJsonValue done = m_content.value(QLatin1String("done"));
    for (const ScheduledTask &scheduled : tasks) {
        Task task = scheduled.task;
        task.doneOn = done.isString()
                          ? scheduled.due
                          : QDate::fromString(done.toObject().value(task.code).toString(), Qt::ISODate);
        TANE_CHECK(RecordTable<Task>(m_document).update(task, label()));
        remember("task", task.code, task.id);
    }
    return {};
}

Result<> CycleFiller::addEvaluation()
{
    constexpr std::array kinds{"achieved", "not_achieved", "reading", "next_goal", "council"};
    for (const QJsonObject &object : objects(m_content, "evaluation")) {
        EvaluationLine line;
        line.programme = m_programme;
        TANE_TRY(line.kind, wordIn<EvaluationLine::Kind>(text(object, "kind"), kinds));
        line.text = text(object, "text");
        if (object.contains(QLatin1String("group"))) {
            TANE_TRY(line.targetGroup, group(object));
        }
        TANE_TRY(const qint64 id, add(line));
        remember("evaluationLine", text(object, "key"), id);
    }
    for (const QJsonObject &object : objects(m_content, "initiatives")) {
        Initiative initiative{.programme = m_programme, .name = text(object, "name")};
        const QJsonArray answers = object.value(QLatin1String("answers")).toArray();
        for (std::size_t i = 0; i < initiative.answers.size(); ++i)
            initiative.answers[i] = answers.at(static_cast<qsizetype>(i)).toString();
        TANE_CHECK(add(initiative));
    }
    for (const QJsonObject &object : objects(m_content, "meetings"))
        TANE_CHECK(add(ReflectionMeeting{.programme = m_programme,
                                         .heldOn = day(object, "heldOn"),
                                         .form = text(object, "form"),
                                         .attendees = text(object, "attendees"),
                                         .contents = text(object, "contents")}));
    return {};
}

Result<qint64> CycleFiller::itemId(const QString &code)
{
    TANE_TRY(Statement query,
             m_document.database().prepare(QStringLiteral("SELECT i.id FROM item AS i JOIN item_set AS s ON "
                                                          "s.id = i.item_set WHERE s.questionnaire = ? "
                                                          "AND i.code = ?")));
    TANE_CHECK(query.bind(m_questionnaire).bind(code).run());
    return query.next() ? Result<qint64>(query.integer(0)) : damaged(code);
}

Result<> CycleFiller::addLinks()
{
    constexpr std::array ends{"planLine", "timetableRow", "item", "evaluationLine", "task"};
    for (const QJsonObject &object : objects(m_content, "links")) {
        TANE_TRY(const qint64 goal, known("goal", text(object, "goal")));
        for (std::size_t kind = 0; kind < ends.size(); ++kind) {
            if (!object.contains(QLatin1String(ends[kind])))
                continue;
            const QString key = text(object, ends[kind]);
            const auto kindOfEnd = static_cast<EvidenceKind>(kind);
            TANE_TRY(const qint64 target,
                     kindOfEnd == EvidenceKind::Item ? itemId(key) : known(ends[kind], key));
            TANE_CHECK(setGoalLink(m_document, goal, kindOfEnd, target, true));
        }
    }
    return {};
}

Result<> CycleFiller::markSteps()
{
    if (text(m_content, "steps") != QLatin1String("done"))
        return {};
    for (const Step step : allSteps())
        TANE_CHECK(CycleRepository(m_document).setState(m_programme, step, StepState::Done));
    return {};
}

} // namespace

Result<qint64> addSampleCycle(Document &document, const QJsonObject &content, qint64 questionnaire)
{
    const QJsonObject about = content.value(QLatin1String("programme")).toObject();
    Programme programme;
    programme.title = text(about, "title");
    programme.firstYear = programme.lastYear = about.value(QLatin1String("firstYear")).toInt();
    programme.owner = text(about, "owner");
    programme.note = text(about, "note");
    TANE_TRY(const qint64 made, CycleRepository(document).create(programme));
    CycleFiller filler(document, content, questionnaire);
    TANE_CHECK(filler.fill(made));
    return filler.workshop();
}

Result<qint64> addSampleCycles(Document &document, qint64 questionnaire)
{
    TANE_TRY(const QJsonObject content, read(QStringLiteral("programme")));
    qint64 workshop = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(workshop, addSampleCycle(document, content, questionnaire));
        TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
        TANE_TRY(const qint64 following, CycleRepository(document).next(held.programme));
        // What the next workshop will ask is not decided yet.
        return CycleFiller(document, content.value(QLatin1String("next")).toObject(), 0).fill(following);
    };
    TANE_CHECK(document.perform(label(), work));
    return workshop;
}

} // namespace tane
