#pragma once

#include "survey/change.h"

#include <QAbstractTableModel>

namespace tane {

/// Up / stay / down of the items of one set in one group, one row an item. `ValueRole` holds the raw number
/// (double or int), the display role the text: sorting and copying never parse text.
class ChangeTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        ItemColumn,
        BarsColumn,
        PairsColumn,
        OnlyBeforeColumn,
        OnlyAfterColumn,
        NetColumn,
        IntervalColumn,
        SignColumn,
        HolmColumn,
        ColumnCount
    };
    enum Role { ValueRole = Qt::UserRole, CodeRole, ItemIndexRole, UpRole, StayRole, DownRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setAnalysis(const ChangeAnalysis &analysis, int set, const QString &group);
    [[nodiscard]] const ChangeRow &changeRow(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOfItem(int item) const; ///< -1 when not shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant display(const ChangeRow &row, int column) const;
    [[nodiscard]] QVariant value(const ChangeRow &row, int column) const;

    std::vector<ChangeRow> m_rows;
    std::vector<Item> m_items; ///< of each row
};

} // namespace tane
