#pragma once

#include "participants/applicantimport.h"

#include <QDialog>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace tane {

class ElidedLabel;
class GridModel;
class GridView;
class NoticeBar;
class ProblemModel;
struct PageContext;

/// Reads applications (a workbook, a folder of them, or a list) and shows what taking them in would do,
/// before it is done: who is new, what changes, who is known already, and what cannot be read.
class ApplicantImportDialog : public QDialog
{
    Q_OBJECT
public:
    ApplicantImportDialog(PageContext &context, qint64 workshop, QWidget *parent = nullptr);
    ~ApplicantImportDialog() override;

    /// A .xlsx or .csv file, or a folder of them; nothing is stored.
    void setSource(const QString &path);
    [[nodiscard]] QPushButton *importButton() const { return m_import; }
    [[nodiscard]] GridView *rows() const { return m_table; }
    [[nodiscard]] QString summary() const;
    void reject() override;

Q_SIGNALS:
    void imported(const QString &summary);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeTop();
    void makeTables();
    void makeButtons();
    void read();
    void showImport();
    void showHeads();
    void showError(const Error &error);
    void showReading(bool reading);
    void importNow();

    PageContext &m_context;
    qint64 m_workshop;
    QString m_path;
    ApplicantColumns m_columns; ///< what the officer said heads mean
    ApplicantImport m_read;
    bool m_reading = false, m_stop = false;
    ElidedLabel *m_pathLabel = nullptr;
    QPushButton *m_file = nullptr;
    QPushButton *m_folder = nullptr;
    QProgressBar *m_progress = nullptr;
    NoticeBar *m_message = nullptr;
    QLabel *m_summary = nullptr;
    QLabel *m_headsTitle = nullptr;
    QWidget *m_heads = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLabel *m_problemTitle = nullptr;
    ProblemModel *m_problems = nullptr;
    QTableView *m_problemTable = nullptr;
    QPushButton *m_import = nullptr;
};

} // namespace tane
