#pragma once

#include "issues/issuesheets.h"
#include "shell/page.h"

#include <functional>

namespace tane {

class PreviewDialog;

/// Makes a sheet of the regional issues with the prefecture, day and paper it is given.
using IssueSheetSource = std::function<Result<FormSheet>(const IssueSheetOptions &options)>;

/// Opens the preview of a sheet over `parent`'s window; it can be printed or saved as PDF, workbook or
/// document from there and stays open by itself. `fileName`: without ending. Errors: those of `make`.
[[nodiscard]] Result<PreviewDialog *> showIssueForm(PageContext &context, const IssueSheetSource &make,
                                                    const QString &fileName, QWidget *parent);
/// The same for a sheet as it is stored now; `id` as makeIssueSheet takes it. A logic model is shown drawn,
/// as a workbook or document it is a table.
[[nodiscard]] Result<PreviewDialog *> showIssueSheet(PageContext &context, IssueSheetKind kind, qint64 id,
                                                     QWidget *parent);

} // namespace tane
