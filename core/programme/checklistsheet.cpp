// 準備チェックリスト: the tasks around a workshop in the order of their days.
#include "programme/recruiting.h"
#include "programme/sheetparts.h"

namespace tane::sheets {

namespace {

constexpr int kColumns = 5, kBlankRows = 20;
constexpr double kRoom = 10;

/// "2か月前", "2か月と10日後", "当日".
QString offsetText(const Task &task)
{
    if (task.offsetMonths == 0 && task.offsetDays == 0)
        return Texts::tr("当日");
    const int months = std::abs(task.offsetMonths), days = std::abs(task.offsetDays);
    const bool opposite = task.offsetMonths * task.offsetDays < 0;
    QStringList parts;
    if (months != 0)
        parts << Texts::tr("%1か月%2")
                     .arg(months)
                     .arg(opposite ? (task.offsetMonths < 0 ? Texts::tr("前") : Texts::tr("後")) : QString());
    if (days != 0)
        parts << Texts::tr("%1日").arg(days);
    const int last = task.offsetDays != 0 ? task.offsetDays : task.offsetMonths;
    return parts.join(opposite ? Texts::tr("の") : Texts::tr("と")) +
           (last < 0 ? Texts::tr("前") : Texts::tr("後"));
}

enum class Phase { Before, Day, After };

Phase phaseOf(const ScheduledTask &task, QDate heldOn)
{
    if (heldOn.isValid() && task.due.isValid())
        return task.due < heldOn ? Phase::Before : task.due == heldOn ? Phase::Day : Phase::After;
    const int offset = task.task.offsetMonths != 0 ? task.task.offsetMonths : task.task.offsetDays;
    return offset < 0 ? Phase::Before : offset == 0 ? Phase::Day : Phase::After;
}

QString phaseTitle(Phase phase)
{
    switch (phase) {
    case Phase::Before:
        return Texts::tr("開催前");
    case Phase::Day:
        return Texts::tr("当日");
    case Phase::After:
        return Texts::tr("開催後");
    }
    Q_UNREACHABLE();
}

std::vector<FormTableCell> taskRow(const ScheduledTask &scheduled, const Workshop &workshop)
{
    const Task &task = scheduled.task;
    FormTableCell done = centred(task.doneOn.isValid() ? QStringLiteral("■") : QStringLiteral("□"));
    done.roomMm = kRoom;
    FormTableCell due = body(eraDateWithWeekday(scheduled.due));
    QStringList remarks;
    if (!task.dueOn.isValid() && !recruitingDay(workshop, task).isValid())
        remarks << offsetText(task);
    if (!scheduled.dayNote.isEmpty())
        remarks << scheduled.dayNote;
    if (scheduled.isLate)
        remarks.prepend(Texts::tr("▲ 期日を過ぎています"));
    due.remark = remarks.join(u'\n');
    FormTableCell title = body(task.title);
    if (task.doneOn.isValid())
        title.remark = Texts::tr("完了 %1").arg(eraDate(task.doneOn));
    return {done, due, title, body(task.owner), body(task.note)};
}

} // namespace

void fillChecklist(FormSheet &sheet, const Cycle &cycle, const Workshop &workshop, QDate today)
{
    FormTable occasion;
    occasion.widths = {20, 162};
    occasion.middle = true;
    occasion.rows.push_back({label(Texts::tr("研修会")), body(workshop.title, 8)});
    occasion.rows.push_back({label(Texts::tr("開催日時")), body(workshopTime(cycle, workshop), 8)});
    add(sheet, std::move(occasion));

    FormTable table;
    table.widths = {10, 44, 60, 24, 44};
    table.headRows = 1;
    table.middle = true;
    table.rows.push_back({head(Texts::tr("済")), head(Texts::tr("期日")), head(Texts::tr("準備すること")),
                          head(Texts::tr("担当")), head(Texts::tr("備考"))});
    const auto tasks = cycle.tasks.find(workshop.id);
    std::optional<Phase> phase;
    for (const ScheduledTask &task :
         scheduleFor(workshop, tasks == cycle.tasks.end() ? std::vector<Task>() : tasks->second, today)) {
        if (const Phase own = phaseOf(task, workshop.heldOn); phase != own) {
            phase = own;
            table.rows.push_back({band(phaseTitle(own), kColumns)});
        }
        table.rows.push_back(taskRow(task, workshop));
    }
    for (int i = 0; !phase && i < kBlankRows; ++i) {
        std::vector<FormTableCell> row(kColumns);
        row.front() = centred(QStringLiteral("□"));
        row.front().roomMm = kRoom;
        table.rows.push_back(std::move(row));
    }
    add(sheet, std::move(table));
    if (phase && today.isValid())
        sheet.subtitle += QStringLiteral("\u3000") + Texts::tr("%1現在").arg(eraDate(today));
}

} // namespace tane::sheets
