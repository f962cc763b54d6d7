#include "survey/changetablemodel.h"

#include "survey/disclosureparts.h"

namespace tane {

namespace {

QString probability(double p)
{
    return p < 0.001 ? QStringLiteral("<0.001") : QString::number(p, 'f', 3);
}

/// A share in points with its sign; U+2212 because a hyphen is read over too easily.
QString points(double share)
{
    const double value = share * 100;
    const QString digits = QString::number(std::abs(value), 'f', 1);
    return (value < -0.05 ? QStringLiteral("−") : value > 0.05 ? QStringLiteral("+") : QString()) + digits;
}

/// For the ear and the tool tip, where "up" would be a riddle.
QString inWords(const ChangeRow &row)
{
    return ChangeTableModel::tr("上がった（up） %1名、変わらない（stay） %2名、下がった（down） %3名")
        .arg(row.up)
        .arg(row.stay)
        .arg(row.down);
}

} // namespace

void ChangeTableModel::setAnalysis(const ChangeAnalysis &analysis, int set, const QString &group)
{
    beginResetModel();
    m_rows.clear();
    m_items.clear();
    const std::vector<Questionnaire::ItemRef> items = analysis.questionnaire.items();
    if (set >= 0 && set < static_cast<int>(analysis.questionnaire.sets.size())) {
        const ItemSet *wanted = &analysis.questionnaire.sets[static_cast<std::size_t>(set)];
        for (const ChangeRow &row : analysis.rows) {
            const Questionnaire::ItemRef &item = items[static_cast<std::size_t>(row.item)];
            if (item.set == wanted && row.group == group) {
                m_rows.push_back(row);
                m_items.push_back(*item.item);
            }
        }
    }
    endResetModel();
}

int ChangeTableModel::rowOfItem(int item) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].item == item)
            return static_cast<int>(row);
    }
    return -1;
}

int ChangeTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChangeTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangeTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ChangeRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const Item &item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == ItemColumn ? QVariant(item.label()) : display(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == ItemColumn   ? QVariant(item.code + u' ' + item.text)
               : index.column() == BarsColumn ? QVariant(inWords(row))
                                              : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == ItemColumn   ? QVariant(item.code + u' ' + item.label())
               : index.column() == BarsColumn ? QVariant(inWords(row))
                                              : display(row, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= PairsColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                             : int(Qt::AlignLeft | Qt::AlignVCenter);
    case ValueRole:
        return value(row, index.column());
    case CodeRole:
        return item.code;
    case ItemIndexRole:
        return row.item;
    case UpRole:
        return row.up;
    case StayRole:
        return row.stay;
    case DownRole:
        return row.down;
    default:
        return {};
    }
}

QVariant ChangeTableModel::display(const ChangeRow &row, int column) const
{
    const QString none = QStringLiteral("–");
    if (column >= NetColumn && disclosureOf(row.group, row.n(), false) != Disclosure::Full)
        return none; // few people are counts
    switch (column) {
    case BarsColumn:
        return tr("up %1、stay %2、down %3").arg(row.up).arg(row.stay).arg(row.down);
    case NetColumn:
        return row.statistics ? points(row.statistics->net) : none;
    case IntervalColumn:
        return row.statistics
                   ? tr("%1 ～ %2").arg(points(row.statistics->netLow), points(row.statistics->netHigh))
                   : none;
    case SignColumn:
        return row.statistics ? probability(row.statistics->signP) : none;
    case HolmColumn:
        return row.statistics ? probability(row.statistics->holmP) : none;
    default:
        return value(row, column).toString();
    }
}

QVariant ChangeTableModel::value(const ChangeRow &row, int column) const
{
    switch (column) {
    case ItemColumn:
        return row.itemCode;
    case BarsColumn:
        return row.up;
    case PairsColumn:
        return row.n();
    case OnlyBeforeColumn:
        return row.unpairedBefore;
    case OnlyAfterColumn:
        return row.unpairedAfter;
    default:
        break;
    }
    if (!row.statistics)
        return {};
    const ChangeStatistics &s = *row.statistics;
    return column == NetColumn        ? s.net
           : column == IntervalColumn ? s.netLow
           : column == SignColumn     ? s.signP
                                      : s.holmP;
}

QVariant ChangeTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= PairsColumn ? int(Qt::AlignRight | Qt::AlignVCenter)
                                      : int(Qt::AlignLeft | Qt::AlignVCenter);
    const QStringList names = {tr("設問"),    tr("up / stay / down"), tr("対"),
                               tr("前のみ"),  tr("後のみ"),           tr("差(up−down)"),
                               tr("95%区間"), tr("符号検定 p"),       tr("Holm p")};
    const QStringList tips = {{},
                              tr("up＝上がった、stay＝変わらない、down＝下がった方の数"),
                              tr("研修前と研修後の両方に答えた方の数（割合の分母）"),
                              tr("研修前だけ、または同じ方と確かめられていない回答の数"),
                              tr("研修後だけ、または同じ方と確かめられていない回答の数"),
                              tr("対に対する差（ポイント）"),
                              tr("差の95%信頼区間（Tango 1998、スコア法）"),
                              tr("変化した方についての両側正確検定"),
                              tr("同じ設問群の中での Holm の調整後")};
    if (role == Qt::DisplayRole)
        return names.value(section);
    if (role == Qt::ToolTipRole)
        return tips.value(section);
    if (role == Qt::AccessibleTextRole)
        return section == BarsColumn ? tips.value(section) : names.value(section);
    return {};
}

} // namespace tane
