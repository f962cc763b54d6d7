#pragma once

#include "storage/document.h"

namespace tane {

/// Stores the sample's registers (resources/sample/registers.json): places, people with two years of
/// assessments, supports. The answers of `workshop` that are certainly somebody's are tied to her.
[[nodiscard]] Result<> addSampleRegisters(Document &document, qint64 workshop);

} // namespace tane
