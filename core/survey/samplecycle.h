#pragma once

#include "storage/document.h"

#include <QJsonObject>

namespace tane {

/// Stores the sample's two cycles (resources/sample/programme.json): a finished one, whose workshop uses the
/// stored `questionnaire`, and the half-planned one after it, whose workshop has none yet. Gives the workshop
/// the answers belong to.
[[nodiscard]] Result<qint64> addSampleCycles(Document &document, qint64 questionnaire);

/// Makes a programme of what a resource says (as programme.json) and fills it; its workshop uses the stored
/// `questionnaire`. Gives the workshop; several records, not one undo step of its own.
[[nodiscard]] Result<qint64> addSampleCycle(Document &document, const QJsonObject &content,
                                            qint64 questionnaire);

} // namespace tane
