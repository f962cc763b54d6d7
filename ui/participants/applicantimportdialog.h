#pragma once

#include "participants/applicantimport.h"
#include "parts/importpreview.h"

class QProgressBar;

namespace tane {

/// Reads applications (a workbook, a folder of them, or a list) and shows what taking them in would do,
/// before it is done: who is new, what changes, who is known already, and what cannot be read.
class ApplicantImportDialog : public ImportPreview
{
    Q_OBJECT
public:
    ApplicantImportDialog(PageContext &context, qint64 workshop, QWidget *parent = nullptr);
    ~ApplicantImportDialog() override;

    void reject() override;

protected:
    void read(const QString &path) override;
    Result<QString> store() override;
    void forget() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeSources();
    void makeHeads();
    [[nodiscard]] std::vector<GridColumn> columns() const;
    void readAgain();
    void showImport();
    [[nodiscard]] QString numbers() const;
    void showHeads();
    void addHead(const QString &head);
    void showReading(bool reading);

    qint64 m_workshop;
    QString m_path;
    ApplicantColumns m_columns; ///< what the officer said heads mean
    ApplicantImport m_read;
    bool m_reading = false, m_stop = false;
    QPushButton *m_file = nullptr;
    QPushButton *m_folder = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_headsTitle = nullptr;
    QWidget *m_heads = nullptr;
};

} // namespace tane
