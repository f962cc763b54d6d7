// What CycleRepository does to a whole programme or workshop, but for copying.
#include "programme/cycletemplate.h"

#include <QCoreApplication>
#include <QSet>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::CycleRepository)
};

/// Adds records to one list; each gets the parent first.
template<class T>
Result<> addAll(Document &document, std::vector<T> records, qint64 T::*parent, qint64 parentId,
                const QString &label)
{
    RecordTable<T> table(document);
    for (T &record : records) {
        record.*parent = parentId;
        TANE_CHECK(table.add(record, label));
    }
    return {};
}

Result<> addTimetable(Document &document, qint64 workshop, const std::vector<TimetableRow> &rows,
                      const QString &label)
{
    return addAll(document, rows, &TimetableRow::workshop, workshop, label);
}

} // namespace

std::vector<TargetGroup> guidedTargetGroups()
{
    std::vector<TargetGroup> groups(2);
    groups[0].name = Texts::tr("コーディネーター");
    groups[1].name = Texts::tr("市町村担当者");
    return groups;
}

Result<> addGuidedContents(Document &document, qint64 programme, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        TANE_CHECK(addAll(document, guidedTargetGroups(), &TargetGroup::programme, programme, label));
        return addAll(document, guidedViewpoints(), &Viewpoint::programme, programme, label);
    });
}

Result<qint64> CycleRepository::create(const Programme &programme, const QString &templateId)
{
    TemplateContents contents;
    std::vector<Task> checklist;
    if (!templateId.isEmpty()) {
        TANE_TRY(contents, loadTemplate(templateId));
        TANE_TRY(checklist, builtInChecklist(contents.tasks));
    }
    const QString label = Texts::tr("プログラムの作成");
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(id, RecordTable<Programme>(m_document).add(programme, label));
        TANE_CHECK(addGuidedContents(m_document, id, label));
        if (templateId.isEmpty())
            return {};
        contents.workshop.programme = id;
        TANE_TRY(const qint64 workshop, RecordTable<Workshop>(m_document).add(contents.workshop, label));
        TANE_CHECK(addTimetable(m_document, workshop, contents.timetable, label));
        return addAll(m_document, checklist, &Task::workshop, workshop, label);
    };
    TANE_CHECK(m_document.perform(label, work));
    return id;
}

Result<> CycleRepository::setArchived(qint64 programme, bool archived)
{
    RecordTable<Programme> table(m_document);
    TANE_TRY(Programme record, table.load(programme));
    record.archived = archived;
    return table.update(record,
                        archived ? Texts::tr("プログラムの保管") : Texts::tr("プログラムの保管の取り消し"));
}

Result<> CycleRepository::remove(qint64 programme)
{
    return RecordTable<Programme>(m_document).remove(programme, Texts::tr("プログラムの削除"));
}

Result<> CycleRepository::setState(qint64 programme, Step step, StepState state)
{
    return m_document.perform(Texts::tr("ステップの状態の変更"), [&](Database &database) -> Result<> {
        const auto number = static_cast<int>(step);
        if (state != StepState::Done && state != StepState::Stopped) {
            TANE_TRY(Statement remove, database.prepare(QStringLiteral(
                                           "DELETE FROM programme_step WHERE programme = ? AND step = ?")));
            return remove.bind(programme).bind(number).run();
        }
        TANE_TRY(Statement write,
                 database.prepare(QStringLiteral("INSERT INTO programme_step(programme, step, state) "
                                                 "VALUES (?, ?, ?) ON CONFLICT(programme, step) "
                                                 "DO UPDATE SET state = excluded.state")));
        return write.bind(programme)
            .bind(number)
            .bind(state == StepState::Done ? QStringLiteral("done") : QStringLiteral("stopped"))
            .run();
    });
}

Result<> CycleRepository::applyTimetable(qint64 workshop, const QString &templateId)
{
    TANE_TRY(const TemplateContents contents, loadTemplate(templateId));
    const QString label = Texts::tr("時間割の入れ替え");
    return m_document.perform(label, [&](Database &database) -> Result<> {
        RecordTable<Workshop> workshops(m_document);
        TANE_TRY(Workshop record, workshops.load(workshop));
        record.startsAt = contents.workshop.startsAt;
        TANE_CHECK(workshops.update(record, label));
        TANE_TRY(Statement remove,
                 database.prepare(QStringLiteral("DELETE FROM timetable_row WHERE workshop = ?")));
        TANE_CHECK(remove.bind(workshop).run());
        return addTimetable(m_document, workshop, contents.timetable, label);
    });
}

Result<> CycleRepository::applyChecklist(qint64 workshop)
{
    TANE_TRY(std::vector<Task> missing, builtInChecklist());
    const QString label = Texts::tr("チェックリストの追加");
    return m_document.perform(label, [&](Database &) -> Result<> {
        TANE_CHECK(RecordTable<Workshop>(m_document).load(workshop));
        TANE_TRY(const auto present, RecordTable<Task>(m_document).all(QStringLiteral("workshop"), workshop));
        QSet<QString> codes;
        for (const Task &task : present)
            codes << task.code;
        std::erase_if(missing, [&codes](const Task &task) { return codes.contains(task.code); });
        return addAll(m_document, missing, &Task::workshop, workshop, label);
    });
}

} // namespace tane
