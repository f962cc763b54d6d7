#pragma once

#include "issues/controldifference.h"
#include "issues/controlsheetfiles.h"
#include "shell/page.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace tane {

class GridModel;
class GridView;
class NoticeBar;
class ProblemModel;

/// Shows what reading control sheets would do before it is done: which are new, what changes from what to
/// what, and which are left out because of what, each with its place.
class ControlImportDialog : public QDialog
{
    Q_OBJECT
public:
    ControlImportDialog(PageContext &context, QWidget *parent = nullptr);

    /// Reads a workbook, a table or a folder of them; nothing is stored.
    void setSource(const QString &path);
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    [[nodiscard]] GridView *changes() const { return m_table; }
    [[nodiscard]] ProblemModel *problems() const { return m_problems; }
    [[nodiscard]] QString message() const;

Q_SIGNALS:
    /// `sheet`: one of those stored, by municipality and year.
    void imported(const QString &summary, qint64 municipality, int year);

private:
    struct Row
    {
        QString who;
        ControlDifference difference;
    };
    void makeTop();
    void makeTables();
    void makeButtons();
    void showError(const Error &error);
    [[nodiscard]] Result<> compare(const Registry &registry);
    void showImport();
    void importNow();

    PageContext &m_context;
    ReadControlSheets m_read;
    ControlImport m_change;
    std::vector<Row> m_rows;
    QLabel *m_path = nullptr;
    NoticeBar *m_message = nullptr;
    QLabel *m_summary = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLabel *m_problemTitle = nullptr;
    ProblemModel *m_problems = nullptr;
    QTableView *m_problemTable = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace tane
