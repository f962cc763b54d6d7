#pragma once

#include "participants/chasing.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace tane {

/// Which participants the table shows: state, role, care area, part, answers, and words.
class ParticipantFilterBar : public QWidget
{
    Q_OBJECT
public:
    /// What is asked of somebody's answers and attendance.
    enum class Answers { Any, NoBefore, NoAfter, NoFollowUp, Came, Absent };
    explicit ParticipantFilterBar(QWidget *parent = nullptr);
    /// Offers what these people have; what is chosen stays where it is still there.
    void setPeople(const std::vector<Participant> &people);
    [[nodiscard]] bool accepts(const Participant &participant, const ChasingState &state) const;
    [[nodiscard]] bool isFiltering() const;
    /// "受講決定・東部圏域"; empty when nothing is filtered.
    [[nodiscard]] QString description() const;
    void clear();
    [[nodiscard]] QLineEdit *text() const { return m_text; }
    [[nodiscard]] QComboBox *state() const { return m_state; }
    [[nodiscard]] QComboBox *role() const { return m_role; }
    [[nodiscard]] QComboBox *answers() const { return m_answers; }

Q_SIGNALS:
    void changed();

private:
    QComboBox *addBox(const QString &name, const QString &objectName);
    static void fill(QComboBox *box, const QString &all, const QList<std::pair<QString, QVariant>> &items);
    void update();

    QComboBox *m_state = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_area = nullptr;
    QComboBox *m_part = nullptr;
    QComboBox *m_answers = nullptr;
    QLineEdit *m_text = nullptr;
    QToolButton *m_clear = nullptr;
};

} // namespace tane
