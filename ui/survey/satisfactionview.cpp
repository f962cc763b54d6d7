#include "survey/satisfactionview.h"

#include "charts/chartview.h"
#include "shell/widgets.h"

#include <QVBoxLayout>

namespace tane {

ChartSpec distributionBars(const ChangeAnalysis &analysis, const DistributionRow &row)
{
    const Item &item = *analysis.questionnaire.items()[static_cast<std::size_t>(row.item)].item;
    ChartSpec spec;
    spec.type = ChartSpec::Type::Bars;
    spec.title = SatisfactionView::tr("%1（%2）").arg(item.label(), groupLabel(row.group));
    ChartSeries series{SatisfactionView::tr("回答"), SeriesRole::Plain, row.counts};
    series.values.resize(item.options.size());
    for (const Option &option : item.options)
        spec.categories.push_back({QString(), option.text, row.n()});
    spec.series.push_back(std::move(series));
    spec.note = SatisfactionView::tr("n=%1（この設問に答えた方）。無回答 %2名は含みません。割合は四捨五入のため、合計が100.0%に"
                                     "ならないことがあります。")
                    .arg(row.n())
                    .arg(row.unanswered);
    return spec;
}

SatisfactionView::SatisfactionView(QWidget *parent) : QWidget(parent)
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
        const ChartSpec spec = distributionBars(analysis, row);
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
