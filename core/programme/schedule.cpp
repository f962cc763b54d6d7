// When the tasks around a workshop are due.
#include "base/fiscalyear.h"
#include "base/holidays.h"
#include "programme/recruiting.h"

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

QString joined(const QString &first, const QString &second)
{
    return second.isEmpty() ? first : first.isEmpty() ? second : QString(first + u'、' + second);
}

void give(ScheduledTask &scheduled, const Workshop &workshop)
{
    const Task &task = scheduled.task;
    const QDate designed = recruitingDay(workshop, task);
    if (task.dueOn.isValid()) {
        scheduled.due = task.dueOn;
        scheduled.dayNote = noteOfGivenDay(task.dueOn);
        if (designed.isValid() && designed != task.dueOn)
            scheduled.dayNote = joined(Texts::tr("研修会の設計の募集期間では%1です").arg(eraDate(designed)),
                                       scheduled.dayNote);
    } else if (designed.isValid()) {
        scheduled.due = designed;
        scheduled.dayNote = joined(Texts::tr("研修会の設計の募集期間から"), noteOfGivenDay(designed));
    } else if (workshop.heldOn.isValid()) {
        count(scheduled, workshop.heldOn);
    }
}

} // namespace

QDate recruitingDay(const Workshop &workshop, const Task &task)
{
    if (task.code == QLatin1String("recruit-open"))
        return workshop.recruitFrom;
    return task.code == QLatin1String("recruit-close") ? workshop.recruitUntil : QDate();
}

std::vector<ScheduledTask> scheduleFor(const Workshop &workshop, const std::vector<Task> &tasks, QDate today)
{
    std::vector<ScheduledTask> all;
    all.reserve(tasks.size());
    for (const Task &task : tasks) {
        ScheduledTask scheduled;
        scheduled.task = task;
        give(scheduled, workshop);
        scheduled.isLate = !task.doneOn.isValid() && scheduled.due.isValid() && scheduled.due < today;
        all.push_back(std::move(scheduled));
    }
    std::ranges::stable_sort(
        all, {}, [](const ScheduledTask &task) { return std::pair(!task.due.isValid(), task.due); });
    return all;
}

std::vector<ScheduledTask> schedule(QDate heldOn, const std::vector<Task> &tasks, QDate today)
{
    Workshop undesigned;
    undesigned.heldOn = heldOn;
    return scheduleFor(undesigned, tasks, today);
}

Result<std::vector<ScheduledTask>> scheduleOf(Document &document, qint64 workshop, QDate today)
{
    TANE_TRY(const Workshop record, WorkshopRepository(document).load(workshop));
    TANE_TRY(const std::vector<Task> tasks,
             RecordTable<Task>(document).all(QStringLiteral("workshop"), workshop));
    return scheduleFor(record, tasks, today);
}

} // namespace tane
