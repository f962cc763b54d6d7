#pragma once

#include "shell/scrollpage.h"
#include "survey/tablecheck.h"

#include <QAbstractTableModel>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace tane {

class Card;
class EmptyState;
class GridModel;
class GridView;

/// A table as it was pasted, with the percentages that do not follow marked in their place.
class CheckedTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setTable(std::vector<QStringList> cells, const TableCheck &check);
    [[nodiscard]] const std::vector<QStringList> &cells() const { return m_cells; }
    [[nodiscard]] bool isWrong(int row, int column) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<QStringList> m_cells;
    int m_columns = 0;
    QHash<std::pair<int, int>, QString> m_wrong; ///< what counts give, by row and column
};

/// 表の検算: which percentages of a table do not follow from its counts, and which base would give them.
class TableCheckPage : public ScrollPage
{
    Q_OBJECT
public:
    explicit TableCheckPage(PageContext &context, QWidget *parent = nullptr);

    void refresh() override {}
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }
    /// Checks a table from the clipboard or a file.
    void paste();
    void open(const QString &path);

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] CheckedTableModel *model() const { return m_model; }
    [[nodiscard]] GridView *findings() const { return m_findings; }
    [[nodiscard]] QLabel *summary() const { return m_summary; }
    [[nodiscard]] QLineEdit *base() const { return m_base; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeHeader();
    void makeContent();
    void showTable(const QString &name, std::vector<QStringList> cells);
    void check();
    void copyFindings();
    void write();

    QString m_name;
    std::vector<QStringList> m_cells;
    std::vector<std::pair<QString, std::vector<QStringList>>> m_sheets; ///< of the opened file
    TableCheck m_check;
    std::vector<TableFinding> m_wrong;
    QList<QAction *> m_exportActions;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QLabel *m_summary = nullptr;
    QLineEdit *m_base = nullptr;
    QComboBox *m_sheet = nullptr;
    QTableView *m_table = nullptr;
    CheckedTableModel *m_model = nullptr;
    GridModel *m_rows = nullptr;
    GridView *m_findings = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_write = nullptr;
    QPushButton *m_paste = nullptr;
};

} // namespace tane
