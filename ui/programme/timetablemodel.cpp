#include "programme/timetablemodel.h"

#include "programme/blocklook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QString clock(QTime time)
{
    return time.isValid() ? time.toString(u"H:mm"_s) : u"--:--"_s;
}

bool sameRows(const Timetable &a, const Timetable &b)
{
    return std::ranges::equal(
        a.rows, b.rows, {}, [](const Timetable::Row &row) { return row.row.id; },
        [](const Timetable::Row &row) { return row.row.id; });
}

} // namespace

void TimetableModel::setTimetable(const Timetable &timetable)
{
    if (sameRows(m_timetable, timetable)) {
        m_timetable = timetable;
        if (!m_timetable.rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_timetable = timetable;
    endResetModel();
}

const TimetableRow *TimetableModel::find(qint64 id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &at(row).row;
}

int TimetableModel::rowOf(qint64 id) const
{
    const auto found =
        std::ranges::find(m_timetable.rows, id, [](const Timetable::Row &row) { return row.row.id; });
    return found == m_timetable.rows.end() ? -1 : static_cast<int>(found - m_timetable.rows.begin());
}

int TimetableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_timetable.rows.size());
}

int TimetableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimetableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Timetable::Row &row = at(index.row());
    const bool edits = role == Qt::EditRole;
    if (role == HintRole)
        return row.hint;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(index.column() == Minutes ? Qt::AlignRight | Qt::AlignVCenter
                                                             : Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Title)
        return row.hint.isEmpty() ? row.row.title : row.row.title + u"。"_s + row.hint;
    if (role == Qt::ToolTipRole)
        return row.hint.isEmpty() ? row.row.content : row.hint;
    if (role != Qt::DisplayRole && !edits)
        return {};
    switch (index.column()) {
    case Time:
        return tr("%1–%2").arg(clock(row.start), clock(row.end));
    case Minutes:
        return edits ? QVariant(row.row.minutes) : QVariant(tr("%1分").arg(row.row.minutes));
    case Block:
        return edits ? QVariant(static_cast<int>(row.row.block)) : QVariant(blockShortTitle(row.row.block));
    case Title:
        return row.row.title;
    case Lecturer:
        return row.row.lecturer;
    default:
        return {};
    }
}

QVariant TimetableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Minutes)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("開始–終了");
    case Minutes:
        return tr("時間");
    case Block:
        return tr("区分");
    case Title:
        return tr("項目・内容");
    case Lecturer:
        return tr("講師");
    default:
        return {};
    }
}

Qt::ItemFlags TimetableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return m_editable && index.column() != Time ? flags | Qt::ItemIsEditable : flags;
}

bool TimetableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    TimetableRow row = at(index.row()).row;
    const TimetableRow before = row;
    switch (index.column()) {
    case Minutes:
        row.minutes = value.toInt();
        break;
    case Block:
        row.block = static_cast<TimetableRow::Block>(value.toInt());
        // Themes are those of the group work.
        row.isTheme = row.isTheme && row.block == TimetableRow::Block::GroupWork;
        break;
    case Title:
        row.title = value.toString().trimmed();
        break;
    case Lecturer:
        row.lecturer = value.toString().trimmed();
        break;
    default:
        return false;
    }
    if (row != before)
        Q_EMIT edited(row);
    return true;
}

} // namespace tane
