#include "survey/peoplemodel.h"

namespace tane {

QString personLabel(const AnswerSheet &sheet, int person)
{
    const QString name = sheet.text(Field::Name, person);
    if (!name.isEmpty())
        return name;
    const QString number = sheet.text(Field::Number, person);
    return number.isEmpty() ? PeopleModel::tr("（氏名なし）%1").arg(sheet.place(person))
                            : PeopleModel::tr("（氏名なし）受付番号 %1").arg(number);
}

void PeopleModel::setPeople(const AnswerSheet &sheet, const std::vector<int> &people)
{
    beginResetModel();
    m_people.clear();
    m_people.reserve(people.size());
    for (const int person : people) {
        m_people.push_back({person, personLabel(sheet, person), sheet.text(Field::Role, person),
                            sheet.text(Field::Affiliation, person)});
    }
    endResetModel();
}

void PeopleModel::clear()
{
    beginResetModel();
    m_people.clear();
    endResetModel();
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Entry &entry = m_people[static_cast<std::size_t>(index.row())];
    if (role == PersonRole)
        return entry.person;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case NameColumn:
        return entry.name;
    case RoleColumn:
        return entry.role;
    default:
        return entry.affiliation;
    }
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("氏名"), tr("立場"), tr("所属")}.value(section);
}

} // namespace tane
