#include "programme/task.h"

namespace tane {

std::vector<RecordColumn<Task>> RecordSchema<Task>::columns()
{
    return {referenceColumn("workshop", &Task::workshop),
            recordColumn("code", &Task::code),
            recordColumn("title", &Task::title),
            recordColumn("offset_months", &Task::offsetMonths),
            recordColumn("offset_days", &Task::offsetDays),
            recordColumn("due_on", &Task::dueOn),
            recordColumn("owner", &Task::owner),
            recordColumn("note", &Task::note),
            recordColumn("done_on", &Task::doneOn)};
}

} // namespace tane
