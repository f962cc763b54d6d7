#pragma once

#include "participants/chasing.h"
#include "programme/steppage.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tane {

class AnswerOwnersCard;
class ChartCard;
class EmptyState;
class ReminderCard;
class SegmentedControl;

/// 回答状況と督促: how many of those who are asked have answered, who has not, and what to write to them.
class ChasingPage : public StepPage
{
    Q_OBJECT
public:
    ChasingPage(PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] SegmentedControl *waves() const { return m_waves; }
    [[nodiscard]] SegmentedControl *by() const { return m_by; }
    [[nodiscard]] SegmentedControl *tabs() const { return m_tabs; }
    [[nodiscard]] ReminderCard *reminder() const { return m_reminder; }
    [[nodiscard]] AnswerOwnersCard *owners() const { return m_owners; }
    [[nodiscard]] ChartCard *chart() const { return m_chart; }
    /// "64 / 78名（82.1%）".
    [[nodiscard]] QString total() const;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] QList<QAction *> exportActions() const override;

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showWave();
    void showRates();
    void showTab();
    [[nodiscard]] Wave wave() const;

    ChasingState m_state;
    QString m_prefecture;
    EmptyState *m_empty = nullptr;
    QStackedWidget *m_stack = nullptr;
    QBoxLayout *m_columns = nullptr;
    SegmentedControl *m_tabs = nullptr;
    SegmentedControl *m_waves = nullptr;
    SegmentedControl *m_by = nullptr;
    QLabel *m_total = nullptr;
    QLabel *m_totalNote = nullptr;
    ChartCard *m_chart = nullptr;
    ReminderCard *m_reminder = nullptr;
    AnswerOwnersCard *m_owners = nullptr;
    QPushButton *m_answers = nullptr;
    QPushButton *m_decide = nullptr;
};

} // namespace tane
