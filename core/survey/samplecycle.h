#pragma once

#include "storage/document.h"

namespace tane {

/// Stores the sample's two cycles (resources/sample/programme.json): a finished one, whose workshop uses the
/// stored `questionnaire`, and the half-planned one after it, whose workshop has none yet. Gives the workshop
/// the answers belong to.
[[nodiscard]] Result<qint64> addSampleCycles(Document &document, qint64 questionnaire);

} // namespace tane
