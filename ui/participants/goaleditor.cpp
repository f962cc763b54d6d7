#include "participants/goaleditor.h"

#include "parts/savefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/recordlines.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

QVBoxLayout *plainColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    return column;
}

QLabel *termTitle(ParticipantGoal::Term term, QWidget *parent)
{
    auto *title = new QLabel(GoalEditor::tr("%1の目標").arg(goalTermText(term)), parent);
    title->setFont(scaledFont(title, type::body, true));
    return title;
}

/// The same goals with the same words: only what became of them may differ.
bool sameGoals(const std::vector<ParticipantGoal> &a, const std::vector<ParticipantGoal> &b)
{
    return std::ranges::equal(a, b, [](const ParticipantGoal &x, const ParticipantGoal &y) {
        return x.id == y.id && x.text == y.text && x.term == y.term;
    });
}

} // namespace

GoalEditor::GoalEditor(Document &document, qint64 participant, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_participant(participant)
{
    QVBoxLayout *column = plainColumn(this);
    m_written = new QWidget(this);
    QVBoxLayout *written = plainColumn(m_written);
    for (const ParticipantGoal::Term term : kGoalTerms) {
        written->addWidget(termTitle(term, m_written));
        ParticipantGoal prototype;
        prototype.participant = participant;
        prototype.term = term;
        auto *list =
            new LineList(tr("%1の%2の目標").arg(name, goalTermText(term)),
                         recordLines(document, prototype, &ParticipantGoal::text, tr("目標")), m_written);
        list->setObjectName(u"goals%1"_s.arg(static_cast<int>(term)));
        list->setPlaceholder(tr("書いて Enter で次の目標"));
        list->setAddText(tr("目標を加える"));
        written->addWidget(list);
        m_lists[static_cast<std::size_t>(term)] = list;
    }
    written->addStretch(1);
    m_after = new QWidget(this);
    m_afterColumn = plainColumn(m_after);
    m_after->hide();
    column->addWidget(m_written, 1);
    column->addWidget(m_after, 1);
}

void GoalEditor::setGoals(const std::vector<ParticipantGoal> &goals, bool writable)
{
    for (const ParticipantGoal::Term term : kGoalTerms) {
        std::vector<LineList::Line> lines;
        for (const ParticipantGoal &goal : goals)
            if (goal.term == term)
                lines.push_back({goal.id, goal.text, {}});
        list(term)->setLines(lines);
        list(term)->setReadOnly(!writable);
    }
    if (!sameGoals(goals, m_shown) || m_afterColumn->isEmpty())
        makeFollowUps(goals);
    for (std::size_t i = 0; i < goals.size() && i < m_followUps.size(); ++i) {
        m_followUps[i]->setValue(goals[i].followUp);
        m_followUps[i]->setReadOnly(!writable);
    }
}

void GoalEditor::makeFollowUps(const std::vector<ParticipantGoal> &goals)
{
    while (QLayoutItem *item = m_afterColumn->takeAt(0)) {
        if (item->widget() != nullptr) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_followUps.clear();
    m_shown = goals;
    for (const ParticipantGoal &goal : goals) {
        auto *what = new QLabel(m_after);
        what->setWordWrap(true);
        setParagraph(what, tr("【%1】%2").arg(goalTermText(goal.term), goal.text));
        auto *field = new SavedText(
            tr("「%1」のその後の様子").arg(goal.text),
            [this, id = goal.id](const QString &text) {
                return saveField<ParticipantGoal>(m_document, id, &ParticipantGoal::followUp, text,
                                                  tr("目標のその後の記入"));
            },
            m_after);
        field->setObjectName(u"followUp%1"_s.arg(m_followUps.size()));
        field->setPlaceholder(tr("できたこと、まだのこと、変えたこと"));
        m_afterColumn->addWidget(what);
        m_afterColumn->addWidget(field);
        m_followUps.push_back(field);
    }
    if (goals.empty())
        m_afterColumn->addWidget(secondaryLabel(tr("目標がまだ入っていません。"), m_after));
    m_afterColumn->addStretch(1);
}

void GoalEditor::showFollowUp(bool followUp)
{
    m_written->setVisible(!followUp);
    m_after->setVisible(followUp);
}

void GoalEditor::begin()
{
    if (m_after->isVisible()) {
        if (!m_followUps.empty())
            m_followUps.front()->edit()->setFocus();
        return;
    }
    list(ParticipantGoal::Term::Short)->beginLine();
}

} // namespace tane
