#pragma once

#include "programme/evaluation.h"
#include "programme/programme.h"
#include "programme/steppage.h"

#include <array>
#include <map>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tane {

class Card;
class GoalDraftsCard;
class InitiativeCard;
class LineList;
class MeetingCard;

/// 評価シート: what was achieved and what not, how it is read, what follows for the next short-term goals,
/// and the councils it is shared with; initiatives and reflection meetings; and the next cycle.
class EvaluationPage : public StepPage
{
    Q_OBJECT
public:
    explicit EvaluationPage(PageContext &context, QWidget *parent = nullptr);

    bool reveal(const QString &table, qint64 row) override;

    /// The list of a kind; 次の短期目標への反映 has one for each target group (0: for none).
    [[nodiscard]] LineList *lines(EvaluationLine::Kind kind, qint64 targetGroup = 0) const;
    [[nodiscard]] GoalDraftsCard *drafts() const { return m_drafts; }
    [[nodiscard]] const std::vector<InitiativeCard *> &initiatives() const { return m_initiatives; }
    [[nodiscard]] const std::vector<MeetingCard *> &meetings() const { return m_meetings; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeLists();
    QVBoxLayout *makeSection(const QString &title, const QString &sentence, QPushButton *button,
                             QLabel **empty);
    void dropLists();
    void makeKindLists();
    void makeGoalColumn(qint64 group);
    void ensureLists(const std::vector<TargetGroup> &groups);
    void showLines(const std::vector<EvaluationLine> &lines, const std::vector<TargetGroup> &groups);
    void showDrafts(const std::vector<TargetGroup> &groups);
    [[nodiscard]] Result<> showInitiatives();
    [[nodiscard]] Result<> showMeetings();
    void addInitiative();
    void addMeeting();
    void makeNextCycle();

    QPushButton *m_next = nullptr;
    std::array<Card *, 5> m_cards{}; ///< by kind
    GoalDraftsCard *m_drafts = nullptr;
    std::array<LineList *, 5> m_lists{};
    std::map<qint64, QWidget *> m_goalColumns; ///< by target group
    std::map<qint64, QLabel *> m_goalTitles;
    std::map<qint64, LineList *> m_goalLists;
    std::vector<qint64> m_goalOrder;
    QBoxLayout *m_goals = nullptr;
    std::vector<QBoxLayout *> m_pairs;
    qint64 m_listsOf = 0; ///< programme the lists were made for
    QVBoxLayout *m_initiativeColumn = nullptr;
    QLabel *m_noInitiatives = nullptr;
    QPushButton *m_addInitiative = nullptr;
    std::vector<InitiativeCard *> m_initiatives;
    QVBoxLayout *m_meetingColumn = nullptr;
    QLabel *m_noMeetings = nullptr;
    QPushButton *m_addMeeting = nullptr;
    std::vector<MeetingCard *> m_meetings;
};

} // namespace tane
