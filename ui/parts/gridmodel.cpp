#include "parts/gridmodel.h"

#include "shell/widgets.h"

#include <algorithm>

namespace tane {

void GridModel::setColumns(std::vector<GridColumn> columns)
{
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

void GridModel::setRows(std::vector<qint64> ids)
{
    if (ids == m_ids) {
        if (!m_ids.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_ids = std::move(ids);
    endResetModel();
}

qint64 GridModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_ids[static_cast<std::size_t>(row)] : 0;
}

int GridModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_ids, id);
    return found == m_ids.end() ? -1 : static_cast<int>(found - m_ids.begin());
}

int GridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int GridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant GridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const GridColumn &shown = column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shown.text(index.row());
    case Qt::AccessibleTextRole:
        return shown.spoken ? shown.spoken(index.row()) : shown.text(index.row());
    case Qt::ToolTipRole: {
        if (shown.spoken)
            return shown.spoken(index.row());
        const QString text = shown.text(index.row());
        return text.size() > 12 ? text : QString();
    }
    case Qt::EditRole:
        return shown.edited ? shown.edited(index.row()) : QVariant(shown.text(index.row()));
    case Qt::TextAlignmentRole:
        return static_cast<int>((shown.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return m_faded && m_faded(index.row())
                   ? QVariant(QBrush(color(ColorRole::SecondaryText, currentScheme(nullptr))))
                   : QVariant();
    case sortRole:
        if (shown.sort)
            return shown.sort(index.row());
        if (const QString text = shown.text(index.row()); !text.isEmpty())
            return text;
        return {};
    case idRole:
        return idAt(index.row());
    default:
        return {};
    }
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const GridColumn &shown = column(section);
    if (role == Qt::DisplayRole)
        return shown.title;
    if (role == Qt::ToolTipRole)
        return shown.tip;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((shown.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

Qt::ItemFlags GridModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && m_editable && column(index.column()).save)
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool GridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable) ||
        value == data(index, Qt::EditRole))
        return false;
    if (const Result<> done = column(index.column()).save(index.row(), value); !done) {
        Q_EMIT failed(done.error());
        return false;
    }
    Q_EMIT saved();
    return true;
}

GridFilter::GridFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(GridModel::sortRole);
    setDynamicSortFilter(true);
}

void GridFilter::setCondition(std::function<bool(int)> accepts)
{
    m_accepts = std::move(accepts);
    invalidateFilter();
}

bool GridFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return !m_accepts || m_accepts(row);
}

bool GridFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool known = left.data(sortRole()).isValid();
    if (known != right.data(sortRole()).isValid())
        return known == (sortOrder() == Qt::AscendingOrder);
    return QSortFilterProxyModel::lessThan(left, right);
}

} // namespace tane
