#pragma once

#include "storage/document.h"

namespace tane {

/// Stores the people of the sample's workshop (those who answered before it, and the lecturer, adviser and
/// observers of resources/sample/participants.json), all of them present, and the groups they sat in.
[[nodiscard]] Result<> addSampleGroups(Document &document, qint64 workshop);

} // namespace tane
