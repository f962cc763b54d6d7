#pragma once

#include "report/goaldrafts.h"
#include "shell/widgets.h"

class QVBoxLayout;

namespace tane {

/// Goals for the next cycle that the results propose, each with what it rests on and a button to take it.
class GoalDraftsCard : public Card
{
    Q_OBJECT
public:
    explicit GoalDraftsCard(QWidget *parent = nullptr);
    /// Hides itself when there is nothing to propose.
    void show(const std::vector<GoalDraft> &drafts, const std::vector<TargetGroup> &groups, bool writable);
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void accepted(const tane::GoalDraft &draft);
    void openPage(const QString &pageId);

private:
    QWidget *makeRow(const GoalDraft &draft, const QString &group, bool writable);
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_column = nullptr;
    int m_count = 0;
};

} // namespace tane
