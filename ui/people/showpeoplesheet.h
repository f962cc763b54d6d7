#pragma once

#include "people/peoplesheets.h"
#include "shell/page.h"

namespace tane {

class PreviewDialog;

/// Opens the preview of the sheet of a person or a municipality over `parent`'s window. It shows what is
/// stored now and stays open by itself. Errors: those of loading; NotFound when there is no such record.
[[nodiscard]] Result<PreviewDialog *> showPeopleSheet(PageContext &context, PeopleSheetKind kind, qint64 id,
                                                      QWidget *parent);

} // namespace tane
