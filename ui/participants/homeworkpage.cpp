#include "participants/homeworkpage.h"

#include "participants/goalstab.h"
#include "participants/homeworktab.h"
#include "participants/votestab.h"
#include "parts/chartcard.h"
#include "shell/widgets.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

HomeworkPage::HomeworkPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("課題・目標・投票"), About::Workshop, pageContext, parent)
{
    m_tabs = new SegmentedControl(this);
    m_tabs->setObjectName(u"homeworkTabs"_s);
    m_tabs->setAccessibleName(tr("表示"));
    m_tabs->setItems({tr("課題"), tr("参加者の目標"), tr("投票")});
    addHeaderAction(m_tabs);
    m_stack = new QStackedWidget(this);
    m_homework = new HomeworkTab(context(), m_stack);
    m_goals = new GoalsTab(context(), m_stack);
    m_votes = new VotesTab(context(), m_stack);
    for (QWidget *tab : std::initializer_list<QWidget *>{m_homework, m_goals, m_votes})
        m_stack->addWidget(tab);
    body()->addWidget(m_stack, 1);
    connect(m_tabs, &SegmentedControl::currentIndexChanged, this, [this](int index) {
        m_stack->setCurrentIndex(index);
        fitShown();
        loadShown();
    });
    fitShown();
    const auto follow = [this](auto *tab) {
        using T = std::remove_pointer_t<decltype(tab)>;
        connect(tab, &T::failed, this, &HomeworkPage::showError);
        connect(tab, &T::notice, this, &HomeworkPage::notice);
    };
    follow(m_homework);
    follow(m_goals);
    follow(m_votes);
    connect(m_homework, &HomeworkTab::succeeded, this, &HomeworkPage::clearError);
    connect(m_votes, &VotesTab::succeeded, this, &HomeworkPage::clearError);
}

void HomeworkPage::fill()
{
    for (const Workshop &each : workshops())
        if (each.id == workshop())
            m_workshop = each;
    header()->setContext(workshopName(m_workshop));
    loadShown();
}

/// A taller tab must not make the others scroll.
void HomeworkPage::fitShown()
{
    for (int i = 0; i < m_stack->count(); ++i)
        m_stack->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == m_stack->currentIndex()
                                                                      ? QSizePolicy::Preferred
                                                                      : QSizePolicy::Ignored);
}

/// Only what is seen is loaded.
void HomeworkPage::loadShown()
{
    if (workshop() == 0)
        return;
    switch (static_cast<Tab>(m_stack->currentIndex())) {
    case Tab::Homework:
        report(m_homework->load(workshop(), isWritable()));
        break;
    case Tab::Goals:
        report(m_goals->load(m_workshop, isWritable()));
        break;
    case Tab::Votes:
        report(m_votes->load(workshop(), isWritable()));
        break;
    }
}

void HomeworkPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

QList<QAction *> HomeworkPage::exportActions() const
{
    return static_cast<Tab>(m_stack->currentIndex()) == Tab::Votes ? m_votes->chart()->exportActions()
                                                                   : QList<QAction *>();
}

} // namespace tane
