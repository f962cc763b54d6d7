#pragma once

#include "shell/scrollpage.h"
#include "survey/years.h"

class QComboBox;
class QPushButton;
class QTableWidget;

namespace tane {

class ChartCard;
class EmptyState;
class FactRows;
class SegmentedControl;

/// 年度の比較: the same items over several workshops side by side, and what changed in the questionnaire.
class YearsPage : public ScrollPage
{
    Q_OBJECT
public:
    explicit YearsPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }

    [[nodiscard]] QTableWidget *table() const { return m_table; }
    [[nodiscard]] ChartCard *chart() const { return m_chart; }
    [[nodiscard]] FactRows *changes() const { return m_changes; }

private:
    void makeHeader();
    void makeBody();
    void showTable();
    void showChart();
    void showChanges();
    void write();
    [[nodiscard]] YearMeasure measure() const;
    [[nodiscard]] QString group() const;

    YearsComparison m_years;
    bool m_stale = true;
    QPushButton *m_export = nullptr;
    QList<QAction *> m_exportActions;
    QWidget *m_controls = nullptr;
    SegmentedControl *m_measure = nullptr;
    QComboBox *m_group = nullptr;
    QWidget *m_content = nullptr;
    QTableWidget *m_table = nullptr;
    ChartCard *m_chart = nullptr;
    FactRows *m_changes = nullptr;
    EmptyState *m_empty = nullptr;
    bool m_filling = false;
};

} // namespace tane
