#pragma once

#include "participants/chasing.h"
#include "parts/gridview.h"
#include "people/registry.h"
#include "programme/steppage.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tane {

class ColumnScroll;
class CapacityCard;
class Card;
class EmptyState;
class FileNotice;
class FunnelStrip;
class ParticipantDetails;
class ParticipantFilterBar;

/// 参加者: everybody who was invited to a workshop or applied for it, and how far each has come.
class ParticipantsPage : public StepPage
{
    Q_OBJECT
public:
    /// How far somebody is stands beside her name; who she is may need scrolling on a small screen.
    enum Column {
        NumberColumn,
        NameColumn,
        StateColumn,
        BeforeColumn,
        PresentColumn,
        AfterColumn,
        FollowUpColumn,
        RoleColumn,
        AffiliationColumn,
        PlaceColumn,
        PartColumn,
        ColumnCount
    };
    ParticipantsPage(PageContext &context, QWidget *parent = nullptr);
    ~ParticipantsPage() override;

    /// ("participant", id).
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }

    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] ParticipantDetails *details() const { return m_details; }
    [[nodiscard]] ParticipantFilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] FunnelStrip *funnel() const { return m_funnel; }
    [[nodiscard]] CapacityCard *capacity() const { return m_capacity; }
    [[nodiscard]] QMenu *changeMenu() const { return m_changes; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // participantspage.cpp
    void makeHeader();
    void makeEmptyState();
    void makeList();
    void makeColumns();
    void makeDetails();
    void makeAdding(Card *side);
    void showSeveral(int people);
    void applyFilter();
    void showDetails();
    void updateTools();
    [[nodiscard]] const Participant &at(int row) const
    {
        return m_state.participants[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] QString mark(int row, Wave wave) const;
    // participantactions.cpp
    void makeMenus();
    void makeChangeMenu();
    void importApplications();
    void makeForms(bool each, bool withQuestionnaire);
    void invite();
    void fromAnswers();
    void addByHand();
    void storeByHand();
    void endByHand();
    void removeSelected();
    void registerSelected();
    void changeSelected(const QString &label, const std::function<void(Participant &)> &change);
    void exportList();

    ChasingState m_state;
    Registry m_registry;
    FileNotice *m_written = nullptr; ///< where the last file went
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    FunnelStrip *m_funnel = nullptr;
    CapacityCard *m_capacity = nullptr;
    ParticipantFilterBar *m_filter = nullptr;
    QBoxLayout *m_columns = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    ColumnScroll *m_scroll = nullptr;
    ParticipantDetails *m_details = nullptr;
    QWidget *m_adding = nullptr; ///< where somebody new is named; nobody is added before that
    QLineEdit *m_newName = nullptr;
    QWidget *m_several = nullptr; ///< instead of the details while several are selected
    QLabel *m_severalText = nullptr;
    QPushButton *m_changeSeveral = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_output = nullptr;
    QPushButton *m_change = nullptr;
    QPushButton *m_fromAnswers = nullptr;
    QMenu *m_changes = nullptr;
    QLabel *m_selected = nullptr;
    QList<QAction *> m_exports, m_writing;
    QList<QAction *> m_withQuestionnaire; ///< for a workshop that has one
};

} // namespace tane
