#pragma once

#include "programme/workshop.h"

namespace tane {

/// One line of the checklist around a workshop. Its day is counted from the day of the workshop.
struct Task
{
    qint64 id = 0;
    qint64 workshop = 0;
    QString code; ///< what it is, for the built-in ones: "notice", "followup" …; own ones have none
    QString title;
    int offsetMonths = 0; ///< before (negative) or after the workshop; months first, then days
    int offsetDays = 0;
    QDate dueOn; ///< a day given by hand; invalid: counted
    QString owner;
    QString note;
    QDate doneOn; ///< invalid: open
    friend bool operator==(const Task &, const Task &) = default;
};

/// A task with its day.
struct ScheduledTask
{
    Task task;
    QDate due; ///< invalid while the workshop has no date and none was given
    /// Why `due` is not the counted day: "敬老の日のため前の開庁日に" or "土日祝日です" for one given by
    /// hand.
    QString dayNote;
    bool isLate = false; ///< open, and the day has passed
};

/// The tasks of a workshop in order of their days (those without a day last). Counted days on a weekend or a
/// Japanese holiday or in 12-29..01-03 go to the last working day before (before the workshop) or the next
/// one after it. `today` decides what is late.
[[nodiscard]] std::vector<ScheduledTask> schedule(QDate heldOn, const std::vector<Task> &tasks, QDate today);
[[nodiscard]] Result<std::vector<ScheduledTask>> scheduleOf(Document &document, qint64 workshop, QDate today);

template<>
struct RecordSchema<Task>
{
    static QString table() { return QStringLiteral("task"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<Task>> columns();
};

} // namespace tane
