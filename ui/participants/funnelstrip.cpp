#include "participants/funnelstrip.h"

#include "base/rounding.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

FunnelStrip::FunnelStrip(QWidget *parent)
    : Card({}, parent)
{
    setObjectName(u"funnel"_s);
    setAccessibleName(tr("申込みから回答までの人数"));
}

void FunnelStrip::setStages(const std::vector<FunnelStage> &stages)
{
    m_stages = stages;
    if (m_steps.empty()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::m);
        for (const FunnelStage &stage : stages) {
            if (!m_steps.empty()) {
                auto *arrow = new QLabel(u"›"_s, this);
                arrow->setFont(scaledFont(arrow, 16));
                arrow->setProperty("tone", u"secondary"_s);
                row->addWidget(arrow, 0, Qt::AlignVCenter);
            }
            auto *column = new QVBoxLayout;
            column->setSpacing(0);
            Step step;
            step.number = new QLabel(this);
            step.number->setFont(scaledFont(step.number, 16, true));
            step.base = new ElidedLabel({}, this);
            step.base->setProperty("tone", u"secondary"_s);
            step.base->setFont(scaledFont(step.base, type::secondary));
            column->addWidget(secondaryLabel(stage.title, this));
            column->addWidget(step.number);
            column->addWidget(step.base);
            row->addLayout(column, 1);
            m_steps.push_back(step);
        }
        body()->addLayout(row);
    }
    for (std::size_t i = 0; i < stages.size() && i < m_steps.size(); ++i) {
        const FunnelStage &stage = stages[i];
        m_steps[i].number->setText(QString::number(stage.count));
        m_steps[i].base->setText(
            stage.base > 0 ? tr("%1名の%2").arg(stage.base).arg(Percent::of(stage.count, stage.base).text())
                           : tr("対象なし"));
        m_steps[i].base->setToolTip(
            tr("%1 %2名のうち%3名").arg(stage.baseText).arg(stage.base).arg(stage.count));
    }
    setAccessibleDescription(summary());
}

QString FunnelStrip::summary() const
{
    QStringList parts;
    for (const FunnelStage &stage : m_stages)
        parts << tr("%1 %2名（%3 %4名のうち）")
                     .arg(stage.title)
                     .arg(stage.count)
                     .arg(stage.baseText)
                     .arg(stage.base);
    return parts.join(u"、"_s);
}

} // namespace tane
