#pragma once

#include "exchange/table.h"
#include "people/registerfiles.h"
#include "shell/page.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace tane {

class GridModel;
class GridView;
class NoticeBar;

/// Compares the registers with the yearly survey of municipalities: what differs, where it stands, and
/// taking it over line by line.
class SurveyCompareDialog : public QDialog
{
    Q_OBJECT
public:
    SurveyCompareDialog(PageContext &context, QWidget *parent = nullptr);
    ~SurveyCompareDialog() override;

    void setSource(const QString &path);
    [[nodiscard]] GridView *table() const { return m_view; }
    [[nodiscard]] QPushButton *takeOverButton() const { return m_take; }
    [[nodiscard]] QPushButton *exportButton() const { return m_export; }

private:
    void makeTable();
    void makeButtons();
    void compare();
    void showError(const Error &error);
    void takeOver();
    void exportTable();

    PageContext &m_context;
    std::vector<Table> m_tables;
    QString m_file;
    std::vector<SurveyMismatch> m_mismatches;
    QLabel *m_title = nullptr;
    QLabel *m_note = nullptr;
    QComboBox *m_sheets = nullptr;
    NoticeBar *m_message = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_view = nullptr;
    QPushButton *m_take = nullptr;
    QPushButton *m_export = nullptr;
};

} // namespace tane
