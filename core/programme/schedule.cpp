// When the tasks around a workshop are due.
#include "base/holidays.h"
#include "programme/task.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ScheduledTask)
};

/// Why the office is closed on a day: "敬老の日", "土曜日", "年末年始".
QString closedBecause(QDate day)
{
    if (const QString holiday = holidayName(day); !holiday.isEmpty())
        return holiday;
    if (day.dayOfWeek() == Qt::Saturday)
        return Texts::tr("土曜日");
    return day.dayOfWeek() == Qt::Sunday ? Texts::tr("日曜日") : Texts::tr("年末年始");
}

void count(ScheduledTask &scheduled, QDate heldOn)
{
    const Task &task = scheduled.task;
    const QDate counted = heldOn.addMonths(task.offsetMonths).addDays(task.offsetDays);
    scheduled.due = counted;
    if (counted == heldOn || isOfficeDay(counted))
        return; // the day of the workshop is what it is
    if (counted < heldOn) {
        scheduled.due = officeDayOnOrBefore(counted);
        scheduled.dayNote = Texts::tr("%1のため前の開庁日に").arg(closedBecause(counted));
    } else {
        scheduled.due = officeDayOnOrAfter(counted);
        scheduled.dayNote = Texts::tr("%1のため次の開庁日に").arg(closedBecause(counted));
    }
}

QString noteOfGivenDay(QDate day)
{
    if (isOfficeDay(day))
        return {};
    const bool yearEnd = day.dayOfWeek() < Qt::Saturday && holidayName(day).isEmpty();
    return yearEnd ? Texts::tr("年末年始の閉庁日です") : Texts::tr("土日祝日です");
}

} // namespace

std::vector<ScheduledTask> schedule(QDate heldOn, const std::vector<Task> &tasks, QDate today)
{
    std::vector<ScheduledTask> all;
    all.reserve(tasks.size());
    for (const Task &task : tasks) {
        ScheduledTask scheduled;
        scheduled.task = task;
        if (task.dueOn.isValid()) {
            scheduled.due = task.dueOn;
            scheduled.dayNote = noteOfGivenDay(task.dueOn);
        } else if (heldOn.isValid()) {
            count(scheduled, heldOn);
        }
        scheduled.isLate = !task.doneOn.isValid() && scheduled.due.isValid() && scheduled.due < today;
        all.push_back(std::move(scheduled));
    }
    std::ranges::stable_sort(
        all, {}, [](const ScheduledTask &task) { return std::pair(!task.due.isValid(), task.due); });
    return all;
}

Result<std::vector<ScheduledTask>> scheduleOf(Document &document, qint64 workshop, QDate today)
{
    TANE_TRY(const Workshop record, WorkshopRepository(document).load(workshop));
    TANE_TRY(const std::vector<Task> tasks,
             RecordTable<Task>(document).all(QStringLiteral("workshop"), workshop));
    return schedule(record.heldOn, tasks, today);
}

} // namespace tane
