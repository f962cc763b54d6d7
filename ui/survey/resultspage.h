#pragma once

#include "survey/surveypage.h"

class QBoxLayout;
class QLabel;
class QPushButton;

namespace tane {

class Card;
class ChangeTable;
class ChangeTableModel;
class DetailsCard;
class EmptyState;
class FollowUpView;
class GroupPicker;
class LookBackCard;
class NoticeBar;
class ReadingCard;
class ResultsFigure;
class SatisfactionView;
class SegmentedControl;
class TransitionCard;
class UnpairedCard;

/// 研修前後の変化: what changed, item by item, with its reading always beside it.
class ResultsPage : public SurveyPage
{
    Q_OBJECT
public:
    explicit ResultsPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }

    [[nodiscard]] ChangeTable *table() const { return m_table; }
    [[nodiscard]] TransitionCard *transition() const { return m_transition; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeHeader();
    void makeBody();
    void makeMore();
    void makeExportActions();
    void showAll();
    void showTabs();
    void showSummary();
    [[nodiscard]] QString basesText(const GroupPeople &people, const DistributionRow *once) const;
    void showSet();
    void showLegend();
    void showItem();
    void showMore();
    void showDetails(bool shown);
    void arrange();
    void saveReading(const QString &key, const QString &text);
    void copyFigure();
    void exportAs(int kind);
    void showExported(const QString &path);
    void openFolder();

    [[nodiscard]] int currentSet() const; ///< index into the questionnaire's sets; kSatisfaction, kFollowUp
    void showFollowUp();
    [[nodiscard]] ChartSpec currentChart() const;
    [[nodiscard]] QString figureName() const;

    SegmentedControl *m_tabs = nullptr;
    GroupPicker *m_groups = nullptr;
    NoticeBar *m_exported = nullptr;
    QString m_exportedPath;
    QLabel *m_summary = nullptr;
    QWidget *m_hint = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_export = nullptr;
    QList<QAction *> m_exportActions;
    QWidget *m_controls = nullptr;

    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    Card *m_tableCard = nullptr;
    ChangeTable *m_table = nullptr;
    ChangeTableModel *m_model = nullptr;
    QLabel *m_legend = nullptr;
    QPushButton *m_details = nullptr;
    QLabel *m_detailsNote = nullptr;
    TransitionCard *m_transition = nullptr;
    ReadingCard *m_reading = nullptr;
    SatisfactionView *m_satisfaction = nullptr;
    FollowUpView *m_followUp = nullptr;
    ResultsFigure *m_figure = nullptr;
    DetailsCard *m_detailsCard = nullptr;
    LookBackCard *m_lookBack = nullptr;
    UnpairedCard *m_unpaired = nullptr;
    EmptyState *m_empty = nullptr;

    static constexpr int kSatisfaction = -1, kFollowUp = -2;
    std::vector<int> m_sets; ///< what each tab shows
    QStringList m_labels;    ///< of the tabs
    int m_item = -1;
    bool m_detailsShown = false;
    bool m_filling = false;
};

} // namespace tane
