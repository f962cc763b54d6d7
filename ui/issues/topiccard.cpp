#include "issues/topiccard.h"

#include "issues/linklist.h"
#include "shell/page.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace tane {

TopicCard::TopicCard(PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_form(context.document, tr("相談の見出し"), [this](const Result<> &result) { report(result); })
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    auto *grid = new FieldGrid(56);
    column->addLayout(grid);
    auto *heading = m_form.line(this, tr("見出し"), &ConsultationTopic::heading, true);
    heading->setObjectName(u"topicHeading"_s);
    m_make = new QPushButton(tr("課題のカードを作る"), this);
    m_make->setObjectName(u"cardFromTopic"_s);
    m_make->setToolTip(tr("この見出しの相談をすべて結んだ、個別課題のカードを作ります。"));
    grid->addField(tr("見出し"), {heading, m_make});
    auto *view = m_form.text(this, tr("考察"), &ConsultationTopic::view, 2);
    view->setObjectName(u"topicView"_s);
    view->setPlaceholder(tr("相談内容の考察、課題や対応"));
    grid->addField(tr("考察"), {view});
    m_cards = new LinkList(tr("この相談から生まれた課題"), this);
    m_cards->setObjectName(u"topicCards"_s);
    grid->addField(tr("課題"), {m_cards});
    m_cards->setEmptyText(tr("まだカードになっていません。"));
    connect(m_make, &QPushButton::clicked, this, &TopicCard::cardRequested);
    connect(m_cards, &LinkList::opened, this, &TopicCard::openRow);
}

void TopicCard::showTopic(const ConsultationTopic *topic, const Consultations &all, const Pipeline &pipeline,
                          bool writable)
{
    setVisible(topic != nullptr);
    if (topic == nullptr)
        return m_form.leave();
    const ConsultationTopic shown = *topic;
    m_form.show(shown, writable);
    const auto consultations = all.of(shown.id);
    std::set<qint64> ids;
    for (const CardConsultation &link : pipeline.consultations)
        if (std::ranges::any_of(consultations,
                                [&](const Consultation *one) { return one->id == link.consultation; }))
            ids.insert(link.card);
    std::vector<LinkList::Item> items;
    for (const qint64 id : ids)
        if (const IssueCard *card = pipeline.card(id))
            items.push_back({u"pipeline"_s, u"issue_card"_s, id, card->title,
                             QString(issueStageText(card->stage) + u'・' + issueStatusText(card->status)),
                             0});
    m_cards->setItems(items, writable);
    m_make->setEnabled(writable && !consultations.empty());
}

void TopicCard::report(const Result<> &result)
{
    if (result)
        Q_EMIT succeeded();
    else
        Q_EMIT failed(result.error());
}

} // namespace tane
