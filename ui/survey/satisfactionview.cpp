#include "survey/satisfactionview.h"

#include "survey/satisfactioncard.h"
#include "survey/surveyrepository.h"

#include <QVBoxLayout>

#include <algorithm>

namespace tane {

SatisfactionView::SatisfactionView(QWidget *parent)
    : QWidget(parent)
{
    m_cards = new QVBoxLayout(this);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(metrics::m);
}

void SatisfactionView::show(const SurveyState &state, const QString &group)
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_shown.clear();
    m_rows.clear();
    for (const DistributionRow &row : state.analysis.distributions) {
        if (row.group != group)
            continue;
        auto *card = new SatisfactionCard(
            state.analysis, row, reasonsOf(state.analysis, state.after, state.linking, row.item, group),
            this);
        connect(card, &SatisfactionCard::picked, this, [this, item = row.item] {
            choose(item);
            Q_EMIT chosen();
        });
        m_cards->addWidget(card);
        m_shown.push_back(card);
        m_rows.push_back(row);
    }
    m_cards->addStretch(1);
    if (!m_rows.empty())
        choose(current() ? m_item : m_rows.front().item);
}

const DistributionRow *SatisfactionView::current() const
{
    const auto found = std::ranges::find(m_rows, m_item, &DistributionRow::item);
    return found == m_rows.end() ? nullptr : &*found;
}

void SatisfactionView::choose(int item)
{
    m_item = item;
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_shown[i]->setChosen(m_rows[i].item == item);
}

} // namespace tane
