#pragma once

#include "people/peoplesheets.h"

namespace tane {

/// What the sheet of a person (the cards she raised) or of a municipality (its cards, councils, messages,
/// scenarios and control sheets; no consultations) says of issues, newest first. Nothing for other sheets.
[[nodiscard]] Result<std::vector<SheetMention>> sheetMentions(Document &document, PeopleSheetKind kind,
                                                              qint64 id);

} // namespace tane
