#pragma once

#include "people/ladderstatistics.h"
#include "people/registrypage.h"

class QBoxLayout;
class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;

namespace tane {

class AnswerReview;
class AssessmentPanel;
class DateField;
class EmptyState;
class LadderBoard;
class LadderTrends;
class NoticeBar;
class PeopleFilterBar;
class PeopleTable;
class SegmentedControl;

/// 人材とレベル: who stands where on the skill ladder, as a board, as a list, and over the years.
class LadderPage : public RegistryPage
{
    Q_OBJECT
public:
    enum class View { Board, List, Trends };
    explicit LadderPage(PageContext &context, QWidget *parent = nullptr);
    ~LadderPage() override;

    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }
    bool reveal(const QString &table, qint64 row) override;

    void showView(View view);
    [[nodiscard]] View view() const;
    [[nodiscard]] LadderBoard *board() const { return m_board; }
    [[nodiscard]] PeopleTable *table() const { return m_table; }
    [[nodiscard]] LadderTrends *trends() const { return m_trends; }
    [[nodiscard]] AssessmentPanel *panel() const { return m_panel; }
    [[nodiscard]] PeopleFilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] AnswerReview *review() const { return m_review; }
    /// Writes the list as it is shown, without the filter for people who did not move.
    Result<> writeList(const QString &path, bool masked);

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeMenus();
    void makeContent();
    QWidget *makeBoardView();
    void makeEmptyState();
    void showPeople();
    void showBoard();
    void showLegend();
    void showUnassigned();
    void showReview(bool shown);
    [[nodiscard]] PeopleFilter filter() const; ///< as shown
    [[nodiscard]] std::vector<const PersonRecord *> shownPeople() const;
    void beginAssessment(qint64 person, std::optional<int> level);
    bool closePanel(bool ask);
    void assessed(qint64 person, const QString &text);
    void showMenu(qint64 person, QPoint globalPos);
    void openPerson(qint64 person);
    void addPerson();
    void importPeople();
    void exportList(bool masked);
    void printBoard(bool masked);
    void writeSelfAssessments();
    void readSelfAssessments();
    void arrange();

    SegmentedControl *m_tabs = nullptr;
    QPushButton *m_output = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_assess = nullptr;
    QList<QAction *> m_exportActions, m_writing;
    NoticeBar *m_unassigned = nullptr;
    PeopleFilterBar *m_filter = nullptr;
    QWidget *m_content = nullptr;
    QStackedWidget *m_views = nullptr;
    QWidget *m_boardView = nullptr;
    LadderBoard *m_board = nullptr;
    QLabel *m_legend = nullptr;
    DateField *m_since = nullptr;
    QDate m_sinceDay;
    QCheckBox *m_unmoved = nullptr;
    PeopleTable *m_table = nullptr;
    QLabel *m_nobody = nullptr;
    LadderTrends *m_trends = nullptr;
    AssessmentPanel *m_panel = nullptr;
    AnswerReview *m_review = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace tane
