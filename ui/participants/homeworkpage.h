#pragma once

#include "programme/steppage.h"

class QStackedWidget;

namespace tane {

class GoalsTab;
class HomeworkTab;
class SegmentedControl;
class VotesTab;

/// 課題・目標・投票: what the people of a workshop hand in, set themselves and vote on.
class HomeworkPage : public StepPage
{
    Q_OBJECT
public:
    enum class Tab { Homework, Goals, Votes };
    HomeworkPage(PageContext &context, QWidget *parent = nullptr);

    void showTab(Tab tab);
    [[nodiscard]] HomeworkTab *homework() const { return m_homework; }
    [[nodiscard]] GoalsTab *goals() const { return m_goals; }
    [[nodiscard]] VotesTab *votes() const { return m_votes; }
    [[nodiscard]] QList<QAction *> exportActions() const override;

protected:
    void fill() override;

private:
    void fitShown();
    void loadShown();

    Workshop m_workshop;
    SegmentedControl *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    HomeworkTab *m_homework = nullptr;
    GoalsTab *m_goals = nullptr;
    VotesTab *m_votes = nullptr;
};

} // namespace tane
