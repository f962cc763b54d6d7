#pragma once

#include "participants/participationview.h"
#include "parts/gridview.h"
#include "programme/steppage.h"

class QBoxLayout;
class QLabel;
class QComboBox;
class QPushButton;

namespace tane {

class ChartCard;
class EmptyState;
class PreviewDialog;
class SegmentedControl;

/// 参加の状況: which municipalities sent both their coordinator and their officer, and who the people were.
class ParticipationPage : public StepPage
{
    Q_OBJECT
public:
    enum Column { NameColumn, AreaColumn, CoordinatorColumn, OfficerColumn, OtherColumn, WhoColumn };
    ParticipationPage(PageContext &context, QWidget *parent = nullptr);

    [[nodiscard]] SegmentedControl *counted() const { return m_counted; }
    [[nodiscard]] SegmentedControl *which() const { return m_which; }
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] ChartCard *turnoutCard() const { return m_turnoutChart; }
    [[nodiscard]] ChartCard *roleCard() const { return m_roles; }
    [[nodiscard]] ChartCard *qualificationCard() const { return m_qualifications; }
    [[nodiscard]] ChartCard *experienceCard() const { return m_experience; }
    [[nodiscard]] QComboBox *roleChoice() const { return m_role; }
    [[nodiscard]] QComboBox *baseChoice() const { return m_base; }
    [[nodiscard]] QList<QAction *> exportActions() const override;
    /// The preview of the page to print; null when it cannot be made.
    PreviewDialog *print();

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeMatrix();
    void makeCharts();
    void makeColumns();
    void count();
    void applyFilter();
    void fillRoles();
    [[nodiscard]] Counted whom() const;
    [[nodiscard]] std::vector<CountTable> tables() const;
    [[nodiscard]] const MunicipalityTurnout &at(int row) const
    {
        return m_turnout[static_cast<std::size_t>(row)];
    }

    Workshop m_workshop;
    std::vector<Participant> m_participants; ///< all
    std::vector<Participant> m_people;       ///< those that are counted
    std::vector<MunicipalityTurnout> m_turnout;
    QStringList m_roleWords, m_qualificationWords;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    SegmentedControl *m_counted = nullptr;
    SegmentedControl *m_which = nullptr;
    QLabel *m_summary = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QPushButton *m_print = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_base = nullptr;
    ChartCard *m_turnoutChart = nullptr;
    ChartCard *m_roles = nullptr;
    ChartCard *m_qualifications = nullptr;
    ChartCard *m_experience = nullptr;
};

} // namespace tane
