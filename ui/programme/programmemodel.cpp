#include "programme/programmemodel.h"

#include "paper/palette.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kCircle = 20;
constexpr int kPitch = 26;
} // namespace

Result<> ProgrammeModel::load(Document &document)
{
    CycleRepository repository(document);
    TANE_TRY(const std::vector<Programme> programmes, repository.programmes());
    std::vector<Entry> entries;
    for (const Programme &programme : programmes) {
        TANE_TRY(const Cycle cycle, repository.load(programme.id));
        Entry entry{programme, {}};
        for (const Step step : allSteps())
            entry.states[static_cast<std::size_t>(step) - 1] = cycle.state(step);
        entries.push_back(std::move(entry));
    }
    if (entries == m_entries)
        return {};
    const auto ids = [](const std::vector<Entry> &list) {
        std::vector<qint64> found;
        std::ranges::transform(list, std::back_inserter(found),
                               [](const Entry &entry) { return entry.programme.id; });
        return found;
    };
    if (ids(entries) == ids(m_entries)) {
        m_entries = std::move(entries);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return {};
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
    return {};
}

void ProgrammeModel::setCurrent(qint64 programme)
{
    if (m_current == programme)
        return;
    m_current = programme;
    if (!m_entries.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ProgrammeModel::Entry *ProgrammeModel::at(int row) const
{
    return row >= 0 && row < rowCount() ? &m_entries[static_cast<std::size_t>(row)] : nullptr;
}

int ProgrammeModel::rowOf(qint64 programme) const
{
    const auto found = std::ranges::find_if(
        m_entries, [programme](const Entry &entry) { return entry.programme.id == programme; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int ProgrammeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ProgrammeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProgrammeModel::data(const QModelIndex &index, int role) const
{
    const Entry *entry = at(index.row());
    if (!entry)
        return {};
    const Programme &programme = entry->programme;
    if (role == Qt::FontRole && index.column() == Title && programme.id == m_current) {
        QFont font = QApplication::font();
        font.setBold(true);
        return font;
    }
    if (role == Qt::ForegroundRole && programme.archived)
        return color(ColorRole::SecondaryText, currentScheme(nullptr));
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    switch (index.column()) {
    case Years:
        return role == Qt::DisplayRole ? programmeYears(programme) : QVariant();
    case Title:
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return programme.archived ? tr("%1（しまってあります）").arg(programme.title) : programme.title;
        break;
    case Steps: {
        if (role == statesRole) {
            QList<int> states;
            for (const StepState state : entry->states)
                states << static_cast<int>(state);
            return QVariant::fromValue(states);
        }
        if (text && role != Qt::DisplayRole) {
            QStringList parts;
            for (const Step step : allSteps())
                parts << tr("%1：%2").arg(stepShortTitle(step),
                                          stepStateText(entry->states[static_cast<std::size_t>(step) - 1]));
            return parts.join(u"、"_s);
        }
        break;
    }
    case Owner:
        return role == Qt::DisplayRole ? programme.owner : QVariant();
    default:
        break;
    }
    return {};
}

QVariant ProgrammeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Years:
        return tr("年度");
    case Title:
        return tr("プログラム");
    case Steps:
        return tr("実態・目標・企画・実行・評価");
    case Owner:
        return tr("担当");
    default:
        return {};
    }
}

void StepsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto states = index.data(ProgrammeModel::statesRole).value<QList<int>>();
    const Scheme scheme = currentScheme(option.widget);
    double x = option.rect.left() + 6;
    const double y = option.rect.center().y() - kCircle / 2.0 + 0.5;
    painter->save();
    painter->setFont(option.font);
    for (int i = 0; i < states.size(); ++i) {
        paintStep(*painter, QRectF(x, y, kCircle, kCircle), static_cast<Step>(i + 1),
                  static_cast<StepState>(states[i]), scheme);
        x += kPitch;
    }
    painter->restore();
}

QSize StepsDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {5 * kPitch + 12, kCircle + 14};
}

} // namespace tane
