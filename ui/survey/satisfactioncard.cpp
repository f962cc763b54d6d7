#include "survey/satisfactioncard.h"

#include "charts/chartview.h"
#include "survey/changereport.h"

#include <QFocusEvent>
#include <QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

SatisfactionCard::SatisfactionCard(const ChangeAnalysis &analysis, const DistributionRow &row,
                                   const std::vector<Reason> &reasons, QWidget *parent)
    : Card(row.itemCode, parent)
{
    const Item &item = *analysis.questionnaire.items()[static_cast<std::size_t>(row.item)].item;
    setObjectName(u"satisfaction"_s + row.itemCode);
    setAccessibleName(item.code + u' ' + item.text);
    setFocusPolicy(Qt::StrongFocus);
    setSubtitle(reasons.empty() ? QString() : tr("自由記述 %1件").arg(reasons.size()));
    auto *question = new QLabel(this);
    setParagraph(question, item.text);
    auto *chart = new ChartView(this);
    chart->setRowHeight(metrics::rowHeight);
    int widest = 0;
    for (const Option &option : item.options)
        widest = std::max(widest, fontMetrics().horizontalAdvance(option.text));
    chart->setLabelWidth(std::min(widest + metrics::l, 260));
    const ChartSpec spec = distributionChart(analysis, row);
    chart->setSpec(spec);
    chart->setFixedHeight(chart->sizeHint().height());
    connect(chart, &ChartView::categoryClicked, this, &SatisfactionCard::picked);
    auto *note = secondaryLabel({}, this);
    setParagraph(note, spec.note);
    body()->addWidget(question);
    body()->addWidget(chart);
    body()->addWidget(note);
    addReasons(item, reasons);
    setChosen(false);
}

void SatisfactionCard::addReasons(const Item &item, const std::vector<Reason> &reasons)
{
    m_reasons = new QWidget(this);
    m_reasons->setObjectName(u"reasons"_s);
    auto *rows = new QGridLayout(m_reasons);
    rows->setContentsMargins(0, metrics::xs, 0, 0);
    rows->setHorizontalSpacing(metrics::l);
    rows->setVerticalSpacing(metrics::xs);
    rows->setColumnStretch(1, 1);
    auto *head = new QLabel(reasons.empty() ? tr("自由記述はありません。") : tr("自由記述"), m_reasons);
    head->setFont(scaledFont(this, type::body, !reasons.empty()));
    rows->addWidget(head, 0, 0, 1, 2);
    int line = 1;
    Mark before = kUnanswered;
    for (const Reason &reason : reasons) {
        const bool known = reason.mark >= 0 && reason.mark < static_cast<int>(item.options.size());
        QLabel *answer = secondaryLabel(
            known ? item.options[static_cast<std::size_t>(reason.mark)].text : tr("無回答"), m_reasons);
        answer->setVisible(line == 1 ||
                           reason.mark != before); // the answer once, its reasons below each other
        before = reason.mark;
        auto *text = new QLabel(m_reasons);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setFocusPolicy(Qt::NoFocus);
        setParagraph(text, reason.text);
        rows->addWidget(answer, line, 0, Qt::AlignTop);
        rows->addWidget(text, line++, 1);
    }
    body()->addWidget(m_reasons);
}

void SatisfactionCard::setChosen(bool chosen)
{
    m_chosen = chosen;
    setAccented(chosen);
    m_reasons->setVisible(chosen);
}

void SatisfactionCard::mousePressEvent(QMouseEvent *event)
{
    Card::mousePressEvent(event);
    Q_EMIT picked();
}

void SatisfactionCard::focusInEvent(QFocusEvent *event)
{
    Card::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        Q_EMIT picked();
}

} // namespace tane
