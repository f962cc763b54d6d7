#pragma once

#include "grouping/groupboard.h"
#include "grouping/groupconflicts.h"
#include "grouping/workshopgroups.h"
#include "programme/steppage.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QScrollArea;

namespace tane {

class BackgroundJob;
class ConflictCard;
class DraftBar;
class GroupCompareDialog;
class PairsCard;
class RepairCard;
class RulesCard;
class WhyCard;

/// 班分け: rules with how well each is kept, the groups as cards, the reason for every seat, several drafts,
/// and repair on the day.
class GroupsPage : public StepPage
{
    Q_OBJECT
public:
    explicit GroupsPage(PageContext &context, QWidget *parent = nullptr);
    ~GroupsPage() override;

    [[nodiscard]] QString badge() const override { return m_badge; }
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] GroupBoard *board() const { return m_board; }
    [[nodiscard]] RulesCard *rules() const { return m_rules; }
    [[nodiscard]] PairsCard *pairs() const { return m_pairs; }
    [[nodiscard]] WhyCard *why() const { return m_why; }
    [[nodiscard]] RepairCard *repair() const { return m_repair; }
    [[nodiscard]] ConflictCard *conflict() const { return m_conflictCard; }
    [[nodiscard]] NoticeBar *absenceBar() const { return m_absence; }
    [[nodiscard]] DraftBar *drafts() const { return m_drafts; }
    [[nodiscard]] const WorkshopGroups &groups() const { return m_groups; }
    [[nodiscard]] const JudgedGroups &judged() const { return m_judged; }
    [[nodiscard]] qint64 draft() const { return m_groups.seating.draft.id; }
    /// Something is being computed.
    [[nodiscard]] bool isBusy() const;
    /// Writes the groups shown as a workbook.
    Result<> exportGroups(const QString &path);

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What is known of groups that were just made, beyond what the bounds say.
    struct Solved
    {
        qint64 draft = 0;
        QString rules;
        std::vector<GroupSeat> seats;
        bool proven = false;
        GroupCost bound;
    };

    /// A repair, and what it was made for.
    struct Proposal
    {
        Repair repair;
        qint64 draft = 0;
        std::vector<qint64> people;
        std::vector<GroupSeat> seats;
    };

    void makeHeader();
    void makeTop();
    void makeBoard(QWidget *parent);
    void makePanel(QWidget *parent);
    [[nodiscard]] QScrollArea *makeArea(QWidget *inside, const QString &name);
    void connectBoard();
    void makeEmpty();
    void fillRules();
    void fillBoard();
    void fillBanners();
    [[nodiscard]] std::vector<GroupBoard::Group> boardGroups() const;
    [[nodiscard]] GroupBoard::Card cardOf(const Participant &participant, const QString &duty) const;
    [[nodiscard]] QString verdict() const;
    [[nodiscard]] QString absenceText() const;
    void showWhy(qint64 participant);
    void fitWhy();
    void showEffect(qint64 participant, GroupBoard::Target target);
    void showPreview(const std::vector<int> &group);
    void showMenu(qint64 participant, QPoint globalPos);
    void arrange();

    // groupspageactions.cpp
    /// The draft shown; stored first when there is none yet. Inside perform().
    [[nodiscard]] Result<qint64> storedDraft();
    void makeGroups(bool reseed = false);
    void groupsMade(const Grouping &grouping, const std::vector<qint64> &participants, qint64 seed);
    void findWhy();
    void ease(int index);
    void proposeRepair();
    /// Nobody came or went, and nobody was moved, since it was made.
    [[nodiscard]] bool proposalHolds() const;
    void dropProposal();
    void acceptRepair();
    void savePlan(const GroupPlan &plan, const QString &label);
    void saveEarlier(qint64 workshop);
    void move(qint64 participant, int number);
    void swap(qint64 first, qint64 second);
    void pin(qint64 participant);
    void setDuty(qint64 participant, GroupDuty duty);
    void renameGroup(int number);
    void addDraft();
    void duplicateDraft();
    void renameDraft();
    void removeDraft();
    void compareDrafts();
    void chooseExport();
    [[nodiscard]] QString easedText(const HardRule &rule) const;
    void showBusy(bool busy);

    qint64 m_shown = 0; ///< the draft chosen; 0: the one in use
    std::vector<GroupDraft> m_all;
    WorkshopGroups m_groups;
    JudgedGroups m_judged;
    Solved m_solved;
    std::optional<Conflict> m_conflict;
    GroupProblem m_conflictProblem;
    std::vector<int> m_conflictPlanned;
    std::vector<qint64> m_conflictPeople;
    QString m_conflictRules;
    std::optional<Proposal> m_proposal;
    std::pair<qint64, qint64> m_jobFor; ///< workshop and draft that something is computed for
    QString m_badge;

    BackgroundJob *m_job = nullptr;
    QPushButton *m_make = nullptr;
    QPushButton *m_output = nullptr;
    QList<QAction *> m_exportActions;
    DraftBar *m_drafts = nullptr;
    QWidget *m_busyRow = nullptr;
    QProgressBar *m_progress = nullptr;
    NoticeBar *m_absence = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    GroupBoard *m_board = nullptr;
    QLabel *m_effect = nullptr;
    QWidget *m_side = nullptr;
    QScrollArea *m_panel = nullptr;
    QScrollArea *m_whyArea = nullptr;
    ConflictCard *m_conflictCard = nullptr;
    RepairCard *m_repair = nullptr;
    RulesCard *m_rules = nullptr;
    PairsCard *m_pairs = nullptr;
    WhyCard *m_why = nullptr;
    GroupCompareDialog *m_compare = nullptr;
};

} // namespace tane
