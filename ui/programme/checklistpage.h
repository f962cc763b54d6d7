#pragma once

#include "programme/steppage.h"
#include "programme/task.h"

#include <QDate>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tane {

class Card;
class SegmentedControl;
class TaskCard;
class TaskModel;
class TaskView;

/// 準備の一覧: what has to be done before and after a workshop, in the order of the days, counted from the
/// day of the workshop.
class ChecklistPage : public StepPage
{
    Q_OBJECT
public:
    explicit ChecklistPage(PageContext &context, QWidget *parent = nullptr);

    bool reveal(const QString &table, qint64 row) override;

    /// Another day than today, for tests; invalid: today.
    void setToday(QDate today);
    [[nodiscard]] TaskView *view() const { return m_view; }
    [[nodiscard]] TaskCard *card() const { return m_card; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeEmpty();
    void makeNoDay();
    void makeList();
    [[nodiscard]] QDate today() const;
    void showSummary(const std::vector<ScheduledTask> &tasks, const Workshop &workshop);
    void showCurrent();
    void toggle(int row);
    void addTask();
    void removeTask();
    void applyChecklist();
    void select(qint64 id);

    QDate m_fixedToday;
    Workshop m_workshop; ///< as stored
    QPushButton *m_standard = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_noDay = nullptr;
    QWidget *m_content = nullptr;
    QLabel *m_summary = nullptr;
    SegmentedControl *m_which = nullptr;
    QBoxLayout *m_columns = nullptr;
    TaskModel *m_model = nullptr;
    TaskView *m_view = nullptr;
    QToolButton *m_add = nullptr;
    QToolButton *m_remove = nullptr;
    TaskCard *m_card = nullptr;
};

} // namespace tane
