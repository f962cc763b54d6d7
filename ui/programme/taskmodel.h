#pragma once

#include "programme/task.h"

#include <QAbstractTableModel>

namespace tane {

/// The checklist as it is listed: in the order of its days, with what is left until then.
class TaskModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Done, Due, Title, Owner, Left, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setTasks(std::vector<ScheduledTask> tasks, QDate today);
    [[nodiscard]] const ScheduledTask &at(int row) const { return m_tasks.at(static_cast<std::size_t>(row)); }
    [[nodiscard]] int rowOf(qint64 id) const; ///< -1 when it is not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ScheduledTask> m_tasks;
    QDate m_today;
};

/// "11月19日(木)", or "令和9年1月19日(火)" when it is not in the year of `today`.
[[nodiscard]] QString shortDate(QDate date, QDate today);
/// "あと4日", "今日", "3日遅れ", "済み"; "日が未定" while there is no day.
[[nodiscard]] QString daysLeft(const ScheduledTask &task, QDate today);

} // namespace tane
