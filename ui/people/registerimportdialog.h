#pragma once

#include "parts/importpreview.h"
#include "people/registerfiles.h"

namespace tane {

struct RegisterDifference;

/// Shows what reading a list would do before it is done: what is added and what changes from what to what,
/// and what cannot be read, with its place.
class RegisterImportDialog : public ImportPreview
{
    Q_OBJECT
public:
    RegisterImportDialog(PageContext &context, RegisterKind kind, QWidget *parent = nullptr);
    ~RegisterImportDialog() override;

protected:
    void read(const QString &path) override;
    Result<QString> store() override;
    void forget() override;

private:
    [[nodiscard]] std::vector<GridColumn> columns() const;
    [[nodiscard]] Result<std::vector<RegisterDifference>> preview();
    void showImport();

    RegisterKind m_kind;
    RegisterImport m_read;
    std::vector<RegisterDifference> m_differences;
};

/// "市町村", "センター", "人材".
[[nodiscard]] QString registerKindText(RegisterKind kind);

} // namespace tane
