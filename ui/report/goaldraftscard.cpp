#include "report/goaldraftscard.h"

#include <QBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

GoalDraftsCard::GoalDraftsCard(QWidget *parent)
    : Card(tr("次の短期目標の下書き"), parent)
{
    setSubtitle(tr("結果から作った案です。採ったものだけが上の欄に入ります"));
    setObjectName(u"goalDrafts"_s);
    m_column = new QVBoxLayout;
    m_column->setSpacing(metrics::m);
    body()->addLayout(m_column);
    hide();
}

QWidget *GoalDraftsCard::makeRow(const GoalDraft &draft, const QString &group, bool writable)
{
    auto *row = new QWidget(m_rows);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::m);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(metrics::xs);
    auto *text = new QLabel(row);
    setParagraph(text, group.isEmpty() ? draft.text : tr("【%1】%2").arg(group, draft.text));
    text->setWordWrap(true);
    auto *evidence = secondaryLabel(tr("根拠：%1").arg(draft.evidence.join(u"／"_s)), row);
    evidence->setWordWrap(true);
    texts->addWidget(text);
    texts->addWidget(evidence);
    layout->addLayout(texts, 1);
    auto *look = new QPushButton(tr("根拠を見る"), row);
    look->setAccessibleName(tr("「%1」の根拠を見る").arg(draft.text));
    makePlain(look);
    connect(look, &QPushButton::clicked, this, [this, page = draft.page] { Q_EMIT openPage(page); });
    auto *take = new QPushButton(tr("採る"), row);
    take->setObjectName(u"take:"_s + draft.key);
    take->setAccessibleName(tr("「%1」を次の短期目標に採る").arg(draft.text));
    take->setEnabled(writable);
    connect(take, &QPushButton::clicked, this, [this, draft] { Q_EMIT accepted(draft); });
    layout->addWidget(look, 0, Qt::AlignTop);
    layout->addWidget(take, 0, Qt::AlignTop);
    return row;
}

void GoalDraftsCard::show(const std::vector<GoalDraft> &drafts, const std::vector<TargetGroup> &groups,
                          bool writable)
{
    if (m_rows != nullptr) {
        m_rows->hide();
        m_rows->deleteLater();
    }
    m_rows = new QWidget(this);
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::m);
    for (const GoalDraft &draft : drafts) {
        const auto group = std::ranges::find(groups, draft.targetGroup, &TargetGroup::id);
        column->addWidget(makeRow(draft, group != groups.end() ? group->name : QString(), writable));
    }
    m_column->addWidget(m_rows);
    m_count = static_cast<int>(drafts.size());
    setVisible(m_count > 0);
}

} // namespace tane
