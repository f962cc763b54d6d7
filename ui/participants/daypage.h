#pragma once

#include "grouping/groupdraft.h"
#include "participants/attendance.h"
#include "parts/gridview.h"
#include "programme/steppage.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tane {

class AttendanceCounter;
class AttendeeCard;
class EmptyState;
class SegmentedControl;
class WalkInCard;

/// 当日の受付: who has come. A few letters and Enter are enough; no mouse is needed.
class DayPage : public StepPage
{
    Q_OBJECT
public:
    enum Column { StateColumn, NumberColumn, NameColumn, RoleColumn, AffiliationColumn, GroupColumn };
    DayPage(PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *search() const { return m_search; }
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] AttendeeCard *card() const { return m_card; }
    [[nodiscard]] WalkInCard *walkIn() const { return m_walkIn; }
    [[nodiscard]] AttendanceCounter *counter() const { return m_counter; }
    /// ("participant", id).
    bool reveal(const QString &table, qint64 row) override;

protected:
    void fill() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeSearch();
    void makeList();
    void makeSide();
    void makeKeys();
    void makeColumns();
    void find();
    void showCurrent();
    void mark(Participant::Attendance attendance);
    void toggle();
    void beginWalkIn();
    void addWalkIn(const Participant &participant);
    void endWalkIn();
    [[nodiscard]] const Participant &at(int row) const
    {
        return m_people[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
    }
    [[nodiscard]] const Participant *current() const;
    [[nodiscard]] QString groupOf(qint64 participant) const;

    std::vector<Participant> m_people;
    std::vector<int> m_rows; ///< places in m_people
    std::optional<GroupSeating> m_groups;
    QWidget *m_content = nullptr;
    EmptyState *m_empty = nullptr;
    QBoxLayout *m_columns = nullptr;
    QLineEdit *m_search = nullptr;
    QLabel *m_hint = nullptr;
    SegmentedControl *m_which = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    AttendeeCard *m_card = nullptr;
    WalkInCard *m_walkIn = nullptr;
    AttendanceCounter *m_counter = nullptr;
    QPushButton *m_addWalkIn = nullptr;
};

} // namespace tane
