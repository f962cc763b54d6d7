#pragma once

#include "storage/document.h"

namespace tane {

/// Stores the sample's issues (resources/sample/issues.json): boards of three groups of `workshop`, a
/// pipeline with councils, consultations, a scenario, control sheets, a logic model, indicators. Needs the
/// registers.
[[nodiscard]] Result<> addSampleIssues(Document &document, qint64 workshop);

} // namespace tane
