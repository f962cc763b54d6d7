#pragma once

#include "participants/attendance.h"
#include "shell/widgets.h"

class QGridLayout;

namespace tane {

/// Who stands at the door: her name and where she sits, large enough to be read out, and what to do with
/// her.
class AttendeeCard : public Card
{
    Q_OBJECT
public:
    explicit AttendeeCard(QWidget *parent = nullptr);
    /// Null: nobody is chosen. `group`: "3班（テーブル3）"; empty when nothing is known.
    void setParticipant(const Participant *participant, const QString &group, bool writable);
    [[nodiscard]] QString nameText() const { return m_name->text(); }
    [[nodiscard]] QString groupText() const { return m_group->text(); }
    [[nodiscard]] QString stateText() const { return m_state->text(); }
    [[nodiscard]] QPushButton *button(Participant::Attendance attendance) const;

Q_SIGNALS:
    void marked(tane::Participant::Attendance attendance);
    void detailsRequested();

private:
    QPushButton *addButton(const QString &text, const QString &name, Participant::Attendance attendance);

    QLabel *m_state = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_kana = nullptr;
    QLabel *m_group = nullptr;
    QLabel *m_where = nullptr;
    QLabel *m_note = nullptr;
    QWidget *m_actions = nullptr;
    QPushButton *m_present = nullptr;
    QPushButton *m_late = nullptr;
    QPushButton *m_absent = nullptr;
    QPushButton *m_details = nullptr;
};

/// How many are there, are awaited and stay away: large for all, in a small table for each role.
class AttendanceCounter : public Card
{
    Q_OBJECT
public:
    explicit AttendanceCounter(QWidget *parent = nullptr);
    void setCounts(const AttendanceCount &all, const std::vector<AttendanceCount> &roles);
    /// "出席 52名（うち遅刻 2名）、未確認 22名、欠席 4名（全78名）", as a screen reader says it.
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] const std::vector<AttendanceCount> &roles() const { return m_roles; }

private:
    QString m_summary;
    std::vector<AttendanceCount> m_roles;
    QLabel *m_present = nullptr;
    QLabel *m_open = nullptr;
    QLabel *m_absent = nullptr;
    QLabel *m_base = nullptr;
    QLabel *m_table = nullptr;
};

} // namespace tane
