#pragma once

#include "participants/participantgoal.h"

#include <QWidget>

#include <array>

class QVBoxLayout;

namespace tane {

class LineList;
class SavedText;

/// The goals of one participant: a list for each term, and below it what became of each. Enter begins the
/// next goal.
class GoalEditor : public QWidget
{
    Q_OBJECT
public:
    GoalEditor(Document &document, qint64 participant, const QString &name, QWidget *parent = nullptr);
    [[nodiscard]] qint64 participant() const { return m_participant; }
    void setGoals(const std::vector<ParticipantGoal> &goals, bool writable);
    /// What is written at the workshop, or what became of it.
    void showFollowUp(bool followUp);
    /// The caret into the first list (or the first follow-up).
    void begin();
    [[nodiscard]] LineList *list(ParticipantGoal::Term term) const
    {
        return m_lists[static_cast<std::size_t>(term)];
    }
    [[nodiscard]] const std::vector<SavedText *> &followUps() const { return m_followUps; }

private:
    void makeFollowUps(const std::vector<ParticipantGoal> &goals);

    Document &m_document;
    qint64 m_participant;
    std::array<LineList *, 3> m_lists{};
    QWidget *m_written = nullptr;
    QWidget *m_after = nullptr;
    QVBoxLayout *m_afterColumn = nullptr;
    std::vector<ParticipantGoal> m_shown; ///< those the follow-ups were made for
    std::vector<SavedText *> m_followUps;
};

} // namespace tane
