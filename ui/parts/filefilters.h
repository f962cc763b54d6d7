#pragma once

#include <QString>

namespace tane {

/// What file dialogs offer to read as a list: Excel and CSV.
[[nodiscard]] QString listFilter();
/// What they offer to write: an Excel workbook.
[[nodiscard]] QString workbookFilter();

} // namespace tane
