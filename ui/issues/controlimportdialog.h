#pragma once

#include "issues/controldifference.h"
#include "issues/controlsheetfiles.h"
#include "parts/importpreview.h"

namespace tane {

/// Shows what reading control sheets would do before it is done: which are new, what changes from what to
/// what, and which are left out because of what, each with its place.
class ControlImportDialog : public ImportPreview
{
    Q_OBJECT
public:
    ControlImportDialog(PageContext &context, QWidget *parent = nullptr);

    /// One of those stored, to show it; empty before.
    [[nodiscard]] const ControlSheet &first() const { return m_first; }

protected:
    void read(const QString &path) override;
    Result<QString> store() override;
    void forget() override;

private:
    struct Row
    {
        QString who;
        ControlDifference difference;
    };
    [[nodiscard]] std::vector<GridColumn> columns() const;
    [[nodiscard]] Result<> compare(const Registry &registry);
    void showImport();

    ReadControlSheets m_read;
    ControlImport m_change;
    ControlSheet m_first;
    std::vector<Row> m_rows;
};

} // namespace tane
