#pragma once

#include "issues/cardtext.h"
#include "people/registrypage.h"

class QBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace tane {

class CardPanel;
class EmptyState;
class GridModel;
class GridView;
class IssueBoard;
class IssueChartsTab;
class IssueFilterBar;
class RecurrenceTab;
class SegmentedControl;

/// 課題の流れ: from a trouble to policy, as a board of the seven stages and as a list; what comes up again;
/// charts.
class PipelinePage : public RegistryPage
{
    Q_OBJECT
public:
    enum class View { Board, List, Recurring, Charts };
    enum Column { Stage, Title, NotedOn, Where, Scenes, Source, Kind, Status, Review, Owner, Age, Behind };

    PipelinePage(PageContext &context, QWidget *parent);
    ~PipelinePage() override;

    /// ("issue_card", id); ("issue_theme", id) shows what recurs.
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override;

    void showView(View view);
    [[nodiscard]] View view() const;
    [[nodiscard]] IssueBoard *board() const { return m_board; }
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] CardPanel *panel() const { return m_panel; }
    [[nodiscard]] IssueFilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] RecurrenceTab *recurring() const { return m_recurring; }
    [[nodiscard]] IssueChartsTab *charts() const { return m_charts; }
    [[nodiscard]] const Pipeline &pipeline() const { return m_pipeline; }
    /// Writes the cards as they are filtered.
    Result<> writeList(const QString &path);

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeOutput();
    void makeContent();
    QWidget *makeBoardView();
    QWidget *makeListView();
    void makeColumns();
    void makeEmptyState();
    void showCards();
    void showBoard(const std::vector<const IssueCard *> &cards);
    void showList(std::vector<const IssueCard *> cards);
    void showSelection();
    void sayHowToChoose();
    [[nodiscard]] std::vector<qint64> selected() const;
    [[nodiscard]] const IssueCard &at(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    bool openCard(qint64 card);
    void closePanel();
    void move(const std::vector<qint64> &cards, IssueStage stage, qint64 before);
    void add(IssueStage stage);
    void remove(const std::vector<qint64> &cards);
    void join();
    void setStatus(IssueStatus status);
    void showMenu(QPoint globalPos);
    void recordReviews();
    void exportList();
    void arrange();

    Pipeline m_pipeline;
    std::vector<WorkshopChoice> m_workshops;
    std::vector<const IssueCard *> m_rows; ///< of the list
    SegmentedControl *m_tabs = nullptr;
    QPushButton *m_output = nullptr;
    QPushButton *m_review = nullptr;
    QPushButton *m_add = nullptr;
    QList<QAction *> m_exports;
    IssueFilterBar *m_filter = nullptr;
    QWidget *m_content = nullptr;
    QStackedWidget *m_views = nullptr;
    IssueBoard *m_board = nullptr;
    QWidget *m_tools = nullptr;
    QLabel *m_selection = nullptr;
    QPushButton *m_join = nullptr;
    QPushButton *m_state = nullptr;
    QPushButton *m_delete = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    CardPanel *m_panel = nullptr;
    RecurrenceTab *m_recurring = nullptr;
    IssueChartsTab *m_charts = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace tane
