#pragma once

#include "issues/chaintext.h"

#include <QWidget>

class QPushButton;

namespace tane {

/// One quiet line below a text that was begun with a 深掘り, when that was thought on since: says so and
/// offers to take what it says now.
class ChainNews : public QWidget
{
    Q_OBJECT
public:
    explicit ChainNews(QWidget *parent);

    /// Compares a text with the chain behind it; hides itself where there is nothing new.
    void compare(const QString &text, const std::optional<IssueChain> &chain, bool writable);

Q_SIGNALS:
    void takeRequested();

private:
    QPushButton *m_take = nullptr;
};

} // namespace tane
