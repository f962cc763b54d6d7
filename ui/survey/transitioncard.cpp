#include "survey/transitioncard.h"

#include "charts/heatmap.h"
#include "parts/rowdelegate.h"
#include "survey/peoplemodel.h"
#include "survey/surveyrepository.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace tane {

TransitionCard::TransitionCard(QWidget *parent)
    : Card(QString(), parent)
{
    m_map = new HeatMap(this);
    m_note = secondaryLabel({}, this);
    m_cell = new QLabel(this);
    m_cell->setWordWrap(true);
    m_people = new PeopleModel(this);
    m_list = new QTableView(this);
    m_list->setModel(m_people);
    m_list->setAccessibleName(tr("選んだ欄の方々"));
    styleTable(m_list, new RowDelegate(m_list));
    m_list->horizontalHeader()->setStretchLastSection(true);
    body()->addWidget(m_map);
    body()->addWidget(m_cell);
    body()->addWidget(m_list);
    body()->addWidget(m_note);
    hidePeople();
    connect(m_map, &HeatMap::cellActivated, this, &TransitionCard::showPeople);
}

void TransitionCard::show(const SurveyState *state, int item, const QString &group)
{
    const bool same = item == m_item && group == m_group;
    m_state = state;
    m_item = item;
    m_group = group;
    const TransitionTable *table = state && item >= 0 ? state->analysis.transition(item, group) : nullptr;
    setVisible(table != nullptr);
    if (!table)
        return;
    setTitle(tr("%1　前 → 後").arg(state->questionnaire.items()[static_cast<std::size_t>(item)].item->code));
    const ChartSpec spec = transitionChart(state->analysis, item, group);
    const bool unchanged = same && spec.cells == m_map->spec().cells;
    m_map->setSpec(spec);
    if (!unchanged)
        hidePeople();
}

void TransitionCard::showPeople(int before, int after)
{
    if (!m_state)
        return;
    const std::vector<int> links =
        peopleInCell(m_state->analysis, m_state->before, m_state->after, m_state->linking, m_item, m_group,
                     static_cast<Mark>(before), static_cast<Mark>(after));
    std::vector<int> people;
    for (const int link : links)
        people.push_back(m_state->linking.links[static_cast<std::size_t>(link)].before);
    m_people->setPeople(m_state->before, people);
    setParagraph(m_cell, m_map->cellText(before, after));
    m_cell->show();
    m_list->setVisible(!people.empty());
    setParagraph(m_note, people.empty() ? tr("この欄に当てはまる方はいません。")
                                        : tr("氏名は内部での確認用です。図や報告書には載りません。"));
    m_list->resizeColumnsToContents();
    fitHeight(m_list, 6);
}

void TransitionCard::hidePeople()
{
    m_people->clear();
    m_cell->hide();
    m_list->hide();
    setParagraph(m_note, tr("行＝研修前、列＝研修後。数字を選ぶと、その方々を表示します。"));
}

} // namespace tane
