#pragma once

#include "issues/controlsheet.h"
#include "people/registrypage.h"

class QComboBox;
class QMenu;
class QPushButton;

namespace tane {

class ControlImportDialog;
class ControlOverview;
class ControlSheetEditor;
class EmptyState;

/// 課題管理シート: how far the municipalities are with theirs, scene by scene, and each sheet to be written.
class ControlSheetsPage : public RegistryPage
{
    Q_OBJECT
public:
    ControlSheetsPage(PageContext &context, QWidget *parent);

    /// ("control_sheet", id) opens the sheet, ("municipality", id) selects its row.
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }

    [[nodiscard]] ControlOverview *overview() const { return m_overview; }
    [[nodiscard]] ControlSheetEditor *editor() const { return m_editor; }
    [[nodiscard]] QComboBox *years() const { return m_years; }
    [[nodiscard]] bool showsSheet() const { return m_sheet != 0; }
    ControlImportDialog *openImport();

    /// What the menus do; for tests the paths come from the dialogs.
    void exportForm();
    void exportAllForms();
    void exportTable();

protected:
    void fill() override;

private:
    void makeHeader();
    void makeSheetButtons();
    [[nodiscard]] int year() const;
    [[nodiscard]] qint64 municipality() const;
    [[nodiscard]] QString nameOf(qint64 municipality) const;
    [[nodiscard]] const ControlContent *shownSheet() const;
    void fillYears(const std::vector<ControlSheet> &sheets);
    void showView();
    void showButtons();
    void open();
    void openSheet(qint64 sheet);
    void closeSheet();
    void step(int by);
    void begin(bool carry);
    void carryAll();
    void removeSheet();
    void print();
    void written(const QString &path);

    std::vector<ControlSheet> m_sheets;     ///< of all years
    std::vector<ControlContent> m_contents; ///< of the year shown
    qint64 m_sheet = 0;                     ///< shown in the editor; 0 = the overview
    QComboBox *m_years = nullptr;
    EmptyState *m_empty = nullptr;
    ControlOverview *m_overview = nullptr;
    ControlSheetEditor *m_editor = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_previous = nullptr;
    QPushButton *m_next = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_import = nullptr;
    QPushButton *m_export = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_carry = nullptr;
    QPushButton *m_open = nullptr;
    QAction *m_carryOne = nullptr;
    QAction *m_carryAll = nullptr;
    QAction *m_exportForm = nullptr;
    QList<QAction *> m_exports;
};

} // namespace tane
