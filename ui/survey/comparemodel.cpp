#include "survey/comparemodel.h"

#include "base/textfold.h"
#include "shell/widgets.h"

#include <algorithm>

namespace tane {

namespace {

template<class Fold>
bool allEqual(const QStringList &values, Fold fold)
{
    const QString first = fold(values.first());
    return std::all_of(values.begin(), values.end(),
                       [&](const QString &value) { return fold(value) == first; });
}

QString agreementText(CompareModel::Agreement agreement)
{
    switch (agreement) {
    case CompareModel::Agreement::Equal:
        return CompareModel::tr("同じ");
    case CompareModel::Agreement::Similar:
        return CompareModel::tr("表記の違い");
    case CompareModel::Agreement::Different:
        return CompareModel::tr("異なる");
    case CompareModel::Agreement::OneSided:
        return CompareModel::tr("片方のみ");
    }
    return {};
}

} // namespace

CompareModel::Agreement agreementOf(const QStringList &values)
{
    using Agreement = CompareModel::Agreement;
    if (values.isEmpty() || allEqual(values, [](const QString &v) { return v; }))
        return Agreement::Equal;
    if (std::any_of(values.begin(), values.end(), [](const QString &v) { return v.isEmpty(); }))
        return Agreement::OneSided;
    return allEqual(values, [](const QString &v) { return foldName(v); }) ? Agreement::Similar
                                                                          : Agreement::Different;
}

CompareModel::CompareModel(const QWidget *schemeOf, QObject *parent)
    : QAbstractTableModel(parent)
    , m_schemeOf(schemeOf)
{
}

void CompareModel::addRow(const QString &field, const QStringList &values, bool compare)
{
    if (std::all_of(values.begin(), values.end(), [](const QString &v) { return v.isEmpty(); }))
        return;
    m_rows.push_back({field, values, compare ? agreementOf(values) : Agreement::Equal});
}

void CompareModel::setSides(const std::vector<Side> &sides)
{
    beginResetModel();
    m_rows.clear();
    m_heads = {QString()};
    for (const Side &side : sides)
        m_heads += side.head;
    m_heads += QString();
    for (int i = 0; i < kFieldCount && !sides.empty(); ++i) {
        const auto field = static_cast<Field>(i);
        QStringList values;
        for (const Side &side : sides)
            values += side.sheet->text(field, side.person);
        addRow(fieldName(field), values, field != Field::AnsweredAt);
    }
    QStringList places;
    for (const Side &side : sides)
        places += side.sheet->place(side.person);
    addRow(tr("読み取ったところ"), places, false);
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const bool last = index.column() + 1 == columnCount();
    const bool compared = row.field != tr("読み取ったところ") && row.field != fieldName(Field::AnsweredAt);
    const Scheme scheme = currentScheme(m_schemeOf);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == 0)
            return row.field;
        return last ? (compared ? agreementText(row.agreement) : QString())
                    : row.values.value(index.column() - 1);
    case AgreementRole:
        return static_cast<int>(row.agreement);
    case Qt::BackgroundRole:
        if (row.agreement == Agreement::Different || row.agreement == Agreement::Similar)
            return QBrush(color(ColorRole::HintBackground, scheme));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == 0 || (last && row.agreement == Agreement::Equal) || !compared)
            return QBrush(color(ColorRole::SecondaryText, scheme));
        if (row.agreement == Agreement::Different || row.agreement == Agreement::Similar)
            return QBrush(color(ColorRole::HintText, scheme));
        return {};
    case Qt::FontRole:
        if (row.agreement == Agreement::Different && index.column() > 0) {
            QFont bold = m_schemeOf->font();
            bold.setBold(true);
            return bold;
        }
        return {};
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(m_heads.value(section))
                                                                    : QVariant();
}

} // namespace tane
