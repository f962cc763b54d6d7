#include "survey/resultsfigure.h"

#include "parts/chartcard.h"
#include "survey/changecharts.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

ResultsFigure::ResultsFigure(PageContext &context, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_card = new ChartCard(tr("ほかの図"), tr("図_回答の分布と移り変わり"), context, this);
    m_card->setObjectName(u"resultsFigure"_s);
    m_kinds = new SegmentedControl(m_card);
    m_kinds->setObjectName(u"figureKinds"_s);
    m_kinds->setAccessibleName(tr("図の種類"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_kinds);
    row->addStretch(1);
    m_title = secondaryLabel({}, m_card);
    m_card->controls()->addLayout(row);
    m_card->controls()->addWidget(m_title);
    layout->addWidget(m_card);
    connect(m_kinds, &SegmentedControl::currentIndexChanged, this, &ResultsFigure::draw);
    connect(m_card, &ChartCard::notice, this, &ResultsFigure::notice);
}

void ResultsFigure::show(const SurveyState &state, int set, int item, const QString &group)
{
    const bool first = !m_state;
    const bool satisfaction = set < 0;
    m_state = &state;
    m_set = set;
    m_item = item;
    m_group = group;
    if (first || satisfaction != m_satisfaction) {
        const QSignalBlocker quiet(m_kinds);
        m_kinds->setItems(satisfaction ? QStringList{tr("評価のまとめ"), tr("立場などの別")}
                                       : QStringList{tr("分布の前後"), tr("回答の移り変わり"),
                                                     tr("立場などの別"), tr("分布（結びつけない）")});
        m_kinds->setCurrentIndex(0);
    }
    m_satisfaction = satisfaction;
    draw();
}

ChartSpec ResultsFigure::chart() const
{
    const int kind = m_kinds->currentIndex();
    if (m_satisfaction) {
        const ChartSpec together = satisfactionChart(m_state->analysis, m_group);
        return kind == 1 || together.categories.empty() ? distributionByGroupChart(m_state->analysis, m_item)
                                                        : together;
    }
    if (m_set < 0)
        return {};
    const ItemSet &set = m_state->questionnaire.sets[static_cast<std::size_t>(m_set)];
    switch (kind) {
    case 1:
        return flowChart(m_state->analysis, m_item, m_group);
    case 2:
        return changeByGroupChart(m_state->analysis, m_item);
    case 3:
        return distributionsChart(m_state->analysis, set, m_group, TransitionTable::Whose::Everyone);
    default:
        return distributionsChart(m_state->analysis, set, m_group, TransitionTable::Whose::Pairs);
    }
}

void ResultsFigure::draw()
{
    if (!m_state)
        return;
    const ChartSpec spec = chart();
    m_card->setSpec(spec);
    setParagraph(m_title, spec.categories.empty() ? tr("この図にする回答がありません。") : spec.title);
}

} // namespace tane
