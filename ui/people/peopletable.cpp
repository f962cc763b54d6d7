#include "people/peopletable.h"

#include "base/fiscalyear.h"
#include "parts/rowdelegate.h"
#include "people/peopletext.h"
#include "shell/settings.h"
#include "shell/widgets.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>

using namespace Qt::StringLiterals;

namespace tane {

void PeopleTableModel::setPeople(const Registry *registry, std::vector<const PersonRecord *> people, QDate on)
{
    beginResetModel();
    m_registry = registry;
    m_people = std::move(people);
    m_on = on;
    endResetModel();
}

int PeopleTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

int PeopleTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PeopleTableModel::sortKey(int row, int column) const
{
    const PersonRecord &person = *m_people[static_cast<std::size_t>(row)];
    const Assessment *assessment = person.assessmentOn(m_on);
    switch (column) {
    case NameColumn:
        return row; // the registry's order is that of the kana
    case LevelColumn:
        return assessment ? assessment->level : -1;
    case SinceColumn:
        return assessment ? person.atStepSince(m_registry->ladder, m_on) : QDate();
    case AssessedColumn:
        return assessment ? assessment->assessedOn : QDate();
    case SupportColumn: {
        const Support *support = lastSupport(*m_registry, person, m_on);
        return support ? support->heldOn : QDate();
    }
    default:
        return data(index(row, column), Qt::DisplayRole);
    }
}

QVariant PeopleTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const PersonRecord &person = *m_people[static_cast<std::size_t>(index.row())];
    if (role == PersonRole)
        return person.person.id;
    if (role == SortRole)
        return sortKey(index.row(), index.column());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Assessment *assessment = person.assessmentOn(m_on);
    switch (index.column()) {
    case NameColumn:
        return role == Qt::ToolTipRole ? person.person.kana : personName(person);
    case WorkplaceColumn:
        return m_registry->workplace(person, m_on);
    case MunicipalityColumn:
        return m_registry->municipalityText(person, m_on);
    case AreaColumn:
        return areaText(*m_registry, person, m_on);
    case LevelColumn:
        return assessment ? m_registry->ladder.levelText(assessment->level) : tr("未評価");
    case SinceColumn:
        return eraMonth(person.atStepSince(m_registry->ladder, m_on));
    case AssessedColumn:
        return assessment
                   ? tr("%1（%2）").arg(eraDate(assessment->assessedOn), assessorText(assessment->assessor))
                   : QString();
    default:
        return supportText(lastSupport(*m_registry, person, m_on));
    }
}

QVariant PeopleTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("氏名"),   tr("所属"),     tr("市町村"),     tr("圏域"),
                       tr("レベル"), tr("いつから"), tr("最後の評価"), tr("最後の支援")}
        .value(section);
}

PeopleTable::PeopleTable(Settings &settings, QWidget *parent)
    : QTableView(parent)
    , m_settings(settings)
{
    setObjectName(u"people"_s);
    setAccessibleName(tr("人材の一覧"));
    m_model = new PeopleTableModel(this);
    m_sorted = new QSortFilterProxyModel(this);
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(PeopleTableModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    setModel(m_sorted);
    styleTable(this, new RowDelegate(this));
    setSortingEnabled(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSortIndicator(PeopleTableModel::NameColumn, Qt::AscendingOrder);
    connect(this, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT personRequested(index.data(PeopleTableModel::PersonRole).toLongLong());
    });
}

void PeopleTable::setPeople(const Registry *registry, std::vector<const PersonRecord *> people, QDate on)
{
    const qint64 current = currentPerson();
    m_model->setPeople(registry, std::move(people), on);
    if (!m_fitted && m_model->rowCount() > 0) {
        m_fitted = true;
        if (!m_settings.restoreColumns(u"people"_s, horizontalHeader())) {
            const int widths[] = {104, 190, 110, 90, 72, 104, 206, 150};
            for (int column = 0; column < PeopleTableModel::ColumnCount; ++column)
                setColumnWidth(column, widths[column]);
        }
    }
    if (!showPerson(current) && m_model->rowCount() > 0)
        selectRow(0);
}

qint64 PeopleTable::currentPerson() const
{
    return currentIndex().isValid() ? currentIndex().data(PeopleTableModel::PersonRole).toLongLong() : 0;
}

bool PeopleTable::showPerson(qint64 person)
{
    for (int row = 0; person != 0 && row < m_sorted->rowCount(); ++row) {
        if (m_sorted->index(row, 0).data(PeopleTableModel::PersonRole).toLongLong() == person) {
            selectRow(row);
            scrollTo(m_sorted->index(row, 0));
            return true;
        }
    }
    return false;
}

std::vector<qint64> PeopleTable::order() const
{
    std::vector<qint64> people;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        people.push_back(m_sorted->index(row, 0).data(PeopleTableModel::PersonRole).toLongLong());
    return people;
}

void PeopleTable::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    if (m_fitted)
        m_settings.saveColumns(u"people"_s, horizontalHeader());
}

} // namespace tane
