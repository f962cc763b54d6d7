#pragma once

#include "parts/gridview.h"
#include "people/crosstable.h"
#include "people/registrypage.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QPushButton;

namespace tane {

class ChartCard;
class EmptyState;
class SegmentedControl;

/// Counts people, municipalities or the rows of one's own table by one or two of their attributes.
class CrossTablePage : public RegistryPage
{
    Q_OBJECT
public:
    enum class What { People, Municipalities, OwnTable };

    CrossTablePage(PageContext &context, QWidget *parent);

    [[nodiscard]] QList<QAction *> exportActions() const override;
    /// Counts the rows of a workbook or CSV; an empty path asks for the file.
    void openOwnTable(const QString &path);

    [[nodiscard]] SegmentedControl *what() const { return m_what; }
    [[nodiscard]] QComboBox *rowChoice() const { return m_row; }
    [[nodiscard]] QComboBox *columnChoice() const { return m_column; }
    [[nodiscard]] QComboBox *baseChoice() const { return m_base; }
    [[nodiscard]] GridView *table() const { return m_view; }
    [[nodiscard]] ChartCard *chart() const { return m_chart; }
    [[nodiscard]] QString note() const;

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeControls();
    void makeBody();
    [[nodiscard]] What kind() const;
    [[nodiscard]] CrossBase base() const;
    void chooseWhat();
    void loadCases();
    void fillChoices();
    void fillBases();
    void count();
    void showTable();
    void fitColumns();
    void arrange();
    void exportWorkbook();
    void copy();

    CaseTable m_cases;
    CaseTable m_own;
    QString m_ownName;
    CrossTable m_table;
    std::vector<QStringList> m_rows;
    QWidget *m_controls = nullptr;
    SegmentedControl *m_what = nullptr;
    QPushButton *m_choose = nullptr;
    QComboBox *m_row = nullptr;
    QComboBox *m_column = nullptr;
    QComboBox *m_base = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_export = nullptr;
    QList<QAction *> m_exports;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_view = nullptr;
    QLabel *m_note = nullptr;
    ChartCard *m_chart = nullptr;
};

} // namespace tane
