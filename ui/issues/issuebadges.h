#pragma once

#include <QString>

namespace tane {

class Document;

// What the navigation says of the regional issues, counted from the file so that it is right before a page
// was opened and after an undo elsewhere. Empty: nothing to say.

[[nodiscard]] QString consultationsBadge(Document &document); ///< how many
[[nodiscard]] QString pipelineBadge(Document &document);      ///< cards not closed
[[nodiscard]] QString councilsBadge(Document &document);      ///< "期限切れ1": actions past their day
[[nodiscard]] QString messagesBadge(Document &document);
[[nodiscard]] QString scenariosBadge(Document &document);
[[nodiscard]] QString controlSheetsBadge(Document &document);

} // namespace tane
