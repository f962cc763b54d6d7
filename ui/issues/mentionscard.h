#pragma once

#include "issues/pipeline.h"
#include "shell/widgets.h"

namespace tane {

class LinkList;

/// 関わる地域課題: the issues somebody raised or a municipality has to do with, each opened by a click.
class MentionsCard : public Card
{
    Q_OBJECT
public:
    MentionsCard(const QString &title, const QString &empty, QWidget *parent = nullptr);
    void show(const std::vector<IssueMention> &mentions);
    [[nodiscard]] LinkList *list() const { return m_list; }

Q_SIGNALS:
    void openRow(const QString &pageId, const QString &table, qint64 row);

private:
    LinkList *m_list = nullptr;
};

} // namespace tane
