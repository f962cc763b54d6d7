#pragma once

#include "participants/chasing.h"
#include "parts/filterbar.h"

namespace tane {

/// Which participants the table shows: state, role, care area, part, answers, and words.
class ParticipantFilterBar : public FilterBar
{
    Q_OBJECT
public:
    /// What is asked of somebody's answers and attendance.
    enum class Answers { Any, NoBefore, NoAfter, NoFollowUp, Came, Absent };
    explicit ParticipantFilterBar(QWidget *parent = nullptr);
    /// Offers what these people have; what is chosen stays where it is still there.
    void setPeople(const std::vector<Participant> &people);
    [[nodiscard]] bool accepts(const Participant &participant, const ChasingState &state) const;
    [[nodiscard]] QLineEdit *text() const { return m_words; }
    [[nodiscard]] QComboBox *state() const { return m_state; }
    [[nodiscard]] QComboBox *role() const { return m_role; }
    [[nodiscard]] QComboBox *answers() const { return m_answers; }

private:
    QLineEdit *m_words = nullptr;
    QComboBox *m_state = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_area = nullptr;
    QComboBox *m_part = nullptr;
    QComboBox *m_answers = nullptr;
};

} // namespace tane
