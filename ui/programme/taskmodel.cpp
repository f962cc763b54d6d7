#include "programme/taskmodel.h"

#include "base/fiscalyear.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

QString shortDate(QDate date, QDate today)
{
    if (!date.isValid())
        return {};
    static const QString days = TaskModel::tr("月火水木金土日");
    const QString day =
        TaskModel::tr("%1月%2日(%3)").arg(date.month()).arg(date.day()).arg(days.at(date.dayOfWeek() - 1));
    return date.year() == today.year() ? day : eraDateWithWeekday(date);
}

QString daysLeft(const ScheduledTask &task, QDate today)
{
    if (task.task.doneOn.isValid())
        return TaskModel::tr("済み");
    if (!task.due.isValid())
        return TaskModel::tr("日が未定");
    const qint64 days = today.daysTo(task.due);
    if (days == 0)
        return TaskModel::tr("今日");
    return days > 0 ? TaskModel::tr("あと%1日").arg(days) : TaskModel::tr("%1日遅れ").arg(-days);
}

void TaskModel::setTasks(std::vector<ScheduledTask> tasks, QDate today)
{
    const auto id = [](const ScheduledTask &each) { return each.task.id; };
    const bool same = std::ranges::equal(m_tasks, tasks, {}, id, id);
    if (!same)
        beginResetModel();
    m_tasks = std::move(tasks);
    m_today = today;
    if (!same)
        endResetModel();
    else if (!m_tasks.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int TaskModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_tasks, id, [](const ScheduledTask &each) { return each.task.id; });
    return found == m_tasks.end() ? -1 : static_cast<int>(found - m_tasks.begin());
}

int TaskModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int TaskModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TaskModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ScheduledTask &task = at(index.row());
    if (role == Qt::CheckStateRole && index.column() == Done)
        return static_cast<int>(task.task.doneOn.isValid() ? Qt::Checked : Qt::Unchecked);
    if (role == Qt::ToolTipRole && index.column() == Due)
        return task.dayNote;
    if (role == Qt::AccessibleTextRole && index.column() == Done)
        return task.task.doneOn.isValid() ? tr("済み") : tr("まだ");
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Due:
        return task.due.isValid() ? shortDate(task.due, m_today) : tr("未定");
    case Title:
        return task.task.title;
    case Owner:
        return task.task.owner;
    case Left:
        return daysLeft(task, m_today);
    default:
        return {};
    }
}

QVariant TaskModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Done:
        return tr("済");
    case Due:
        return tr("期限");
    case Title:
        return tr("すること");
    case Owner:
        return tr("担当");
    case Left:
        return tr("残り");
    default:
        return {};
    }
}

} // namespace tane
