#pragma once

#include "programme/timetable.h"

#include <QAbstractTableModel>

namespace tane {

/// The chained rows of a timetable for the view. It does not save: an edit is announced, and what was stored
/// comes back with setTimetable().
class TimetableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Minutes, Block, Title, Lecturer, ColumnCount };
    static constexpr int HintRole = Qt::UserRole + 1; ///< text; empty when all is well

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay keep selection and editor.
    void setTimetable(const Timetable &timetable);
    void setEditable(bool editable) { m_editable = editable; }
    [[nodiscard]] const Timetable &timetable() const { return m_timetable; }
    [[nodiscard]] const Timetable::Row &at(int row) const
    {
        return m_timetable.rows.at(static_cast<std::size_t>(row));
    }
    /// Null when the row is not there.
    [[nodiscard]] const TimetableRow *find(qint64 id) const;
    [[nodiscard]] int rowOf(qint64 id) const; ///< -1 when it is not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    /// A cell was edited: the whole row with the new value.
    void edited(const tane::TimetableRow &row);

private:
    Timetable m_timetable;
    bool m_editable = true;
};

} // namespace tane
