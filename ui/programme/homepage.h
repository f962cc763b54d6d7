#pragma once

#include "programme/nextactions.h"
#include "shell/scrollpage.h"

class QBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace tane {

class Card;
class CycleRing;
class DeadlineCard;
class ElidedLabel;
class EmptyState;
class NoticeBar;
class PageHeader;

/// Where the programme stands, what to do next, the days ahead and how many have answered.
class HomePage : public ScrollPage
{
    Q_OBJECT
public:
    HomePage(PageContext &context, QWidget *parent);
    void refresh() override;

    [[nodiscard]] CycleRing *ring() const { return m_ring; }
    [[nodiscard]] DeadlineCard *deadlines() const { return m_deadlines; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    /// What is proposed now, in the order of the rows.
    [[nodiscard]] const std::vector<NextAction> &actions() const { return m_actions; }
    /// The day that counts as today; for tests and pictures.
    void setToday(QDate today) { m_today = today; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeRing(QWidget *parent);
    void makeCards(QWidget *parent);
    void showCycle(const Cycle &cycle);
    void showActions();
    void showAnswers(const Cycle &cycle);
    void showStep(Step step);
    void sayState(StepState state);
    void openStep(Step step);
    void arrange();

    QLabel *m_title = nullptr;
    EmptyState *m_empty = nullptr;
    QBoxLayout *m_upper = nullptr;
    Card *m_ringCard = nullptr;
    CycleRing *m_ring = nullptr;
    ElidedLabel *m_stepText = nullptr;
    QToolButton *m_stepState = nullptr;
    QPushButton *m_stepOpen = nullptr;
    Card *m_next = nullptr;
    QVBoxLayout *m_nextRows = nullptr;
    Card *m_answers = nullptr;
    QVBoxLayout *m_answerRows = nullptr;
    DeadlineCard *m_deadlines = nullptr;
    std::vector<NextAction> m_actions;
    std::map<qint64, AnswerCounts> m_counts;
    std::map<qint64, PeopleToDo> m_people;
    IssuesToDo m_issues;
    std::optional<Cycle> m_cycle;
    std::optional<Programme> m_following; ///< the cycle after this one
    qint64 m_shownProgramme = 0;
    QDate m_today;
};

} // namespace tane
