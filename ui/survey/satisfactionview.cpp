#include "survey/satisfactionview.h"

#include "charts/chartview.h"
#include "shell/widgets.h"
#include "survey/changereport.h"

#include <QVBoxLayout>

namespace tane {

SatisfactionView::SatisfactionView(QWidget *parent)
    : QWidget(parent)
{
    m_cards = new QVBoxLayout(this);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(metrics::m);
}

void SatisfactionView::show(const ChangeAnalysis &analysis, const QString &group)
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<Questionnaire::ItemRef> items = analysis.questionnaire.items();
    for (const DistributionRow &row : analysis.distributions) {
        if (row.group != group)
            continue;
        const Item &item = *items[static_cast<std::size_t>(row.item)].item;
        auto *card = new Card(item.code, this);
        auto *question = new QLabel(item.text, card);
        question->setWordWrap(true);
        auto *chart = new ChartView(card);
        chart->setRowHeight(metrics::rowHeight);
        int widest = 0;
        for (const Option &option : item.options)
            widest = std::max(widest, fontMetrics().horizontalAdvance(option.text));
        chart->setLabelWidth(std::min(widest + metrics::l, 260));
        const ChartSpec spec = distributionChart(analysis, row);
        chart->setSpec(spec);
        chart->setFixedHeight(chart->sizeHint().height());
        auto *note = secondaryLabel(spec.note, card);
        note->setWordWrap(true);
        card->body()->addWidget(question);
        card->body()->addWidget(chart);
        card->body()->addWidget(note);
        m_cards->addWidget(card);
    }
    m_cards->addStretch(1);
}

} // namespace tane
