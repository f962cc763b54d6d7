#pragma once

#include "people/registerfiles.h"
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
struct RegisterDifference;

/// Shows what reading a list would do before it is done: what is added and what changes from what to what,
/// and what cannot be read, with its place.
class RegisterImportDialog : public QDialog
{
    Q_OBJECT
public:
    RegisterImportDialog(PageContext &context, RegisterKind kind, QWidget *parent = nullptr);
    ~RegisterImportDialog() override;

    /// Reads a workbook or CSV; nothing is stored.
    void setSource(const QString &path);
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    [[nodiscard]] GridView *changes() const { return m_table; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void imported(const QString &summary);

private:
    void makeTop();
    void makeTables();
    void makeButtons();
    void chooseFile();
    void showError(const Error &error);
    [[nodiscard]] Result<std::vector<RegisterDifference>> preview();
    void showImport();
    void importNow();

    PageContext &m_context;
    RegisterKind m_kind;
    RegisterImport m_read;
    bool m_ready = false;
    std::vector<RegisterDifference> m_differences;
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

/// "市町村", "センター", "人材".
[[nodiscard]] QString registerKindText(RegisterKind kind);
/// What file dialogs offer to read, and to write.
[[nodiscard]] QString listFilter();
[[nodiscard]] QString workbookFilter();

} // namespace tane
