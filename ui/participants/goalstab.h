#pragma once

#include "participants/participantgoal.h"
#include "parts/gridview.h"
#include "shell/widgets.h"

namespace tane {

class ColumnScroll;
class GoalEditor;
class RecordPicker;
struct PageContext;
struct Workshop;

/// What the participants set themselves: written in after the workshop, brought back to each for the
/// follow-up. Ctrl+↓ goes on to the next person.
class GoalsTab : public QWidget
{
    Q_OBJECT
public:
    enum Column { NumberColumn, NameColumn, AffiliationColumn, GoalColumn, FollowUpColumn };
    explicit GoalsTab(PageContext &context, QWidget *parent = nullptr);
    Result<> load(const Workshop &workshop, bool writable);
    [[nodiscard]] GridView *people() const { return m_table; }
    [[nodiscard]] GoalEditor *editor() const { return m_editor; }
    [[nodiscard]] SegmentedControl *mode() const { return m_mode; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void notice(const tane::Notice &notice);

private:
    void makeList();
    void makeSide();
    void showPerson();
    void step(int by);
    void printOne();
    void printAll();
    void printList();
    void writeWorkbook();
    [[nodiscard]] const std::vector<ParticipantGoal> &goalsOf(qint64 participant) const;
    [[nodiscard]] const Participant &at(int row) const { return m_people[static_cast<std::size_t>(row)]; }
    [[nodiscard]] struct GoalSheetOptions options();
    /// The sheets of everybody who wrote a goal, in the order of the list.
    [[nodiscard]] std::vector<FormSheet> allSheets();

    PageContext &m_context;
    bool m_writable = true;
    QString m_workshop; ///< title and day
    std::vector<Participant> m_people;
    std::map<qint64, std::vector<ParticipantGoal>> m_goals;
    QLabel *m_summary = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    Card *m_side = nullptr;
    ColumnScroll *m_scroll = nullptr;
    SegmentedControl *m_mode = nullptr;
    RecordPicker *m_find = nullptr;
    QPushButton *m_output = nullptr;
    GoalEditor *m_editor = nullptr;
    QWidget *m_room = nullptr;
};

} // namespace tane
