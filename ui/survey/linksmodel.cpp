#include "survey/linksmodel.h"

#include "base/textfold.h"
#include "survey/peoplemodel.h"
#include "survey/surveyrepository.h"

#include <algorithm>

namespace tane {

void LinksModel::setState(const SurveyState *state, const std::vector<LinkState> &states)
{
    beginResetModel();
    m_state = state;
    m_links.clear();
    for (std::size_t i = 0; state && i < state->linking.links.size(); ++i) {
        if (std::find(states.begin(), states.end(), state->linking.links[i].state) != states.end())
            m_links.push_back(static_cast<int>(i));
    }
    endResetModel();
}

int LinksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_links.size());
}

int LinksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LinksModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int number = m_links[static_cast<std::size_t>(index.row())];
    const Link &link = m_state->linking.links[static_cast<std::size_t>(number)];
    if (role == LinkRole)
        return number;
    if (role == ValueRole && index.column() == MethodColumn)
        return static_cast<int>(link.method);
    if (role == ValueRole && index.column() == StateColumn)
        return static_cast<int>(link.state);
    if (role == SearchRole) {
        return QStringList{personLabel(m_state->before, link.before),
                           personLabel(m_state->after, link.after),
                           m_state->before.text(Field::Affiliation, link.before),
                           m_state->after.text(Field::Affiliation, link.after),
                           m_state->before.text(Field::Number, link.before),
                           linkMethodName(link.method),
                           linkStateName(link.state)}
            .join(u'\n');
    }
    if (role != Qt::DisplayRole && role != ValueRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case BeforeColumn:
        return personLabel(m_state->before, link.before);
    case AfterColumn:
        return personLabel(m_state->after, link.after);
    case AffiliationColumn:
        return m_state->before.text(Field::Affiliation, link.before);
    case MethodColumn:
        return linkMethodName(link.method);
    case StateColumn:
        return linkStateName(link.state);
    default:
        return link.why();
    }
}

QVariant LinksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("研修前"), tr("研修後"), tr("所属"), tr("手がかり"), tr("状態"), tr("理由")}.value(
        section);
}

LinksFilter::LinksFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(LinksModel::ValueRole);
    setSortLocaleAware(true);
}

void LinksFilter::setSearch(const QString &text)
{
    m_search = foldName(text);
    invalidateFilter();
}

bool LinksFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_search.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(LinksModel::SearchRole).toString();
    return foldName(text).contains(m_search);
}

} // namespace tane
