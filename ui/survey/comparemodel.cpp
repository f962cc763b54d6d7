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

void CompareModel::begin(const std::vector<Side> &sides)
{
    m_rows.clear();
    m_differingItems.clear();
    m_heads = {QString()};
    for (const Side &side : sides)
        m_heads += side.head;
    m_heads += QString();
}

void CompareModel::addRow(const QString &field, const QStringList &values, bool compare)
{
    if (std::all_of(values.begin(), values.end(), [](const QString &v) { return v.isEmpty(); }))
        return;
    m_rows.push_back({field, values, compare ? agreementOf(values) : Agreement::Equal, compare});
}

void CompareModel::addField(const std::vector<Side> &sides, Field field)
{
    QStringList values;
    for (const Side &side : sides)
        values += side.sheet->text(field, side.person);
    // Nobody answers two sheets in the same minute.
    addRow(fieldName(field), values, field != Field::AnsweredAt);
}

void CompareModel::addPlaces(const std::vector<Side> &sides)
{
    QStringList places;
    for (const Side &side : sides)
        places += side.sheet->place(side.person);
    addRow(tr("読み取ったところ"), places, false);
}

// A blank beside an answer is a difference of the answers, so it gets words of its own here.
void CompareModel::addItem(const std::vector<Side> &sides, int index, const Item &item)
{
    QStringList values;
    bool anybody = false;
    for (const Side &side : sides) {
        const Mark mark = side.sheet->mark(side.person, index);
        const QString text = side.sheet->freeText(side.person, index);
        QStringList parts;
        if (mark >= 0 && static_cast<std::size_t>(mark) < item.options.size()) {
            const Option &option = item.options[static_cast<std::size_t>(mark)];
            parts += option.shortText.isEmpty() ? option.text : option.shortText;
        } else if (mark == kNotUnderstood) {
            parts += tr("（読み取れない）");
        }
        if (!text.isEmpty())
            parts += text;
        anybody = anybody || !parts.isEmpty();
        values += parts.isEmpty() ? tr("（無回答）") : parts.join(tr("／"));
    }
    if (!anybody)
        return;
    addRow(item.code + QLatin1Char(' ') + item.label(), values);
    if (m_rows.back().agreement != Agreement::Equal)
        m_differingItems += item.code;
}

void CompareModel::setSides(const std::vector<Side> &sides)
{
    beginResetModel();
    begin(sides);
    for (int i = 0; i < kFieldCount && !sides.empty(); ++i)
        addField(sides, static_cast<Field>(i));
    addPlaces(sides);
    endResetModel();
}

void CompareModel::setAnswers(const std::vector<Side> &sides, const Questionnaire &questionnaire)
{
    beginResetModel();
    begin(sides);
    addField(sides, Field::AnsweredAt);
    addPlaces(sides);
    for (int i = 0; i < kFieldCount; ++i) {
        if (static_cast<Field>(i) != Field::AnsweredAt)
            addField(sides, static_cast<Field>(i));
    }
    int index = 0;
    for (const Questionnaire::ItemRef &ref : questionnaire.items())
        addItem(sides, index++, *ref.item);
    // Two sheets of one person agree in nearly everything: what does not must be seen without scrolling.
    std::stable_partition(m_rows.begin(), m_rows.end(),
                          [](const Row &row) { return !row.compared || row.agreement != Agreement::Equal; });
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
    const Scheme scheme = currentScheme(m_schemeOf);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == 0)
            return row.field;
        return last ? (row.compared ? agreementText(row.agreement) : QString())
                    : row.values.value(index.column() - 1);
    case AgreementRole:
        return static_cast<int>(row.agreement);
    case Qt::BackgroundRole:
        if (row.agreement == Agreement::Different || row.agreement == Agreement::Similar)
            return QBrush(color(ColorRole::HintBackground, scheme));
        return {};
    case Qt::ForegroundRole:
        if (index.column() == 0 || (last && row.agreement == Agreement::Equal) || !row.compared)
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
