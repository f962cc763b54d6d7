#include "issues/mentionscard.h"

#include "issues/cardtext.h"
#include "issues/linklist.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::size_t kMostShown = 12;

std::pair<QString, QString> placeOf(IssueMention::Kind kind)
{
    using Kind = IssueMention::Kind;
    switch (kind) {
    case Kind::Card:
        return {u"pipeline"_s, u"issue_card"_s};
    case Kind::Consultation:
        return {u"consultations"_s, u"consultation"_s};
    case Kind::Council:
        return {u"councils"_s, u"council_record"_s};
    case Kind::Message:
        return {u"message"_s, u"issue_message"_s};
    case Kind::Scenario:
        return {u"scenario"_s, u"scenario"_s};
    case Kind::ControlSheet:
        return {u"control-sheets"_s, u"control_sheet"_s};
    }
    return {};
}

} // namespace

MentionsCard::MentionsCard(const QString &title, const QString &empty, QWidget *parent)
    : Card(title, parent)
{
    setObjectName(u"mentions"_s);
    m_list = new LinkList(title, this);
    m_list->setEmptyText(empty);
    body()->addWidget(m_list);
    connect(m_list, &LinkList::opened, this, &MentionsCard::openRow);
}

void MentionsCard::show(const std::vector<IssueMention> &mentions)
{
    std::vector<LinkList::Item> items;
    for (const IssueMention &one : mentions) {
        if (items.size() == kMostShown) {
            items.push_back(
                {QString(), QString(), 0, tr("ほかに%1件").arg(mentions.size() - kMostShown), QString(), 0});
            break;
        }
        const auto [page, table] = placeOf(one.kind);
        QStringList note{one.what, dayText(one.day), one.state};
        note.removeAll(QString());
        items.push_back({page, table, one.id, one.text.isEmpty() ? one.what : one.text,
                         note.join(u'・').simplified(), 0});
    }
    m_list->setItems(items, false);
    setSubtitle(mentions.empty() ? QString() : tr("%1件").arg(mentions.size()));
}

} // namespace tane
