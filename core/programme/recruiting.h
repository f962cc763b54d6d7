#pragma once

#include "programme/task.h"

namespace tane {

/// The day the design of the workshop gives for a built-in task ("recruit-open", "recruit-close"); invalid
/// when it gives none.
[[nodiscard]] QDate recruitingDay(const Workshop &workshop, const Task &task);

/// schedule() for a workshop whose design may say from when until when it recruits: these days go before the
/// counted ones, and the note says where they are from. A day given by hand stays; when the design says
/// another one, the note says so.
[[nodiscard]] std::vector<ScheduledTask> scheduleFor(const Workshop &workshop, const std::vector<Task> &tasks,
                                                     QDate today);

} // namespace tane
