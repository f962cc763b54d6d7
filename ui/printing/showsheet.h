#pragma once

#include "programme/sheets.h"
#include "shell/page.h"

namespace tane {

class PreviewDialog;

/// Opens the preview of a sheet of the programme shown, over `parent`'s window; `workshop` for the sheets of
/// a workshop, 0 for the one shown. It shows what is stored now and stays open by itself. Errors: those of
/// loading; NotFound when there is no such workshop.
[[nodiscard]] Result<PreviewDialog *> showSheet(PageContext &context, SheetKind kind, qint64 workshop,
                                                QWidget *parent);

/// The name for a file with at most thirty letters of a title behind it, without what file names may not
/// hold: "次第_令和8年度_第1回研修会".
[[nodiscard]] QString withTitle(const QString &name, const QString &title);

} // namespace tane
