#pragma once

#include "base/error.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <functional>
#include <vector>

namespace tane {

/// One column of a GridModel. `row` is the number of a row; what it stands for is the page's to know.
struct GridColumn
{
    using Choices = std::vector<std::pair<QString, QVariant>>;
    QString title;
    std::function<QString(int row)> text;
    std::function<QVariant(int row)> sort = {}; ///< what rows are sorted by; invalid: last. Missing: the text
    std::function<Result<>(int row, const QVariant &value)> save = {}; ///< missing: cannot be edited
    std::function<QVariant(int row)> edited = {}; ///< the value to edit; missing: the text
    std::function<Choices()> choices = {};        ///< edited by choosing one of these
    bool free = false;                            ///< or by writing anything else
    bool number = false;                          ///< stands at the right
    QString tip = {};                             ///< of the head
    std::function<QString(int row)> spoken = {};  ///< the text in full, where it is short; missing: the text
};

/// A table whose columns say how they read and write their rows. Rows are known by an id, so that selection
/// and the cell being edited stay when only values changed.
class GridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    static constexpr int sortRole = Qt::UserRole;
    static constexpr int idRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;
    void setColumns(std::vector<GridColumn> columns);
    [[nodiscard]] const GridColumn &column(int index) const
    {
        return m_columns.at(static_cast<std::size_t>(index));
    }
    /// The rows; call it after the values changed.
    void setRows(std::vector<qint64> ids);
    [[nodiscard]] qint64 idAt(int row) const; ///< 0 outside
    [[nodiscard]] int rowOf(qint64 id) const; ///< −1: not there
    void setEditable(bool editable) { m_editable = editable; }
    /// Rows drawn in the secondary colour.
    void setFaded(std::function<bool(int row)> faded) { m_faded = std::move(faded); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void failed(const tane::Error &error);
    void saved();

private:
    std::vector<GridColumn> m_columns;
    std::vector<qint64> m_ids;
    std::function<bool(int)> m_faded;
    bool m_editable = true;
};

/// Sorts by GridModel::sortRole, what is not known always last, and shows the rows a condition holds for.
class GridFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit GridFilter(QObject *parent = nullptr);
    /// `accepts` is given the row of the GridModel.
    void setCondition(std::function<bool(int row)> accepts);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    std::function<bool(int)> m_accepts;
};

} // namespace tane
