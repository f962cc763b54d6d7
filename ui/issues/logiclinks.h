#pragma once

#include "issues/logicmodel.h"

#include <QWidget>

#include <array>

class QLabel;
class QListWidget;
class QListWidgetItem;

namespace tane {

/// What one box of a logic model is linked to: the boxes of the columns beside it, to be ticked.
class LogicLinks : public QWidget
{
    Q_OBJECT
public:
    LogicLinks(Document &document, QWidget *parent);

    /// 0: none is chosen.
    void showNode(const LogicContent &content, qint64 node, bool writable);
    /// The list of a kind; hidden where the box cannot be linked to it.
    [[nodiscard]] QListWidget *listOf(LogicNode::Kind kind) const
    {
        return m_sides[static_cast<std::size_t>(kind)].list;
    }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

private:
    struct Side
    {
        QWidget *box = nullptr;
        QLabel *title = nullptr;
        QListWidget *list = nullptr;
    };
    void changed(QListWidgetItem *item);
    bool eventFilter(QObject *watched, QEvent *event) override;

    Document &m_document;
    qint64 m_node = 0;
    LogicNode::Kind m_kind = LogicNode::Kind::Measure;
    std::array<Side, kLogicKinds> m_sides;
    QLabel *m_title = nullptr;
    QLabel *m_prompt = nullptr;
};

} // namespace tane
