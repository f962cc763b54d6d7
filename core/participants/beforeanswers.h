#pragma once

// Private to the import: answers that come in the same workbooks as applications.

#include "exchange/table.h"
#include "participants/applicantimport.h"

namespace tane::applicants {

/// Reads the questionnaires of the workshop that stand in the workbooks of the applications and gives each to
/// the one who applied there. Those that are stored already are left out.
[[nodiscard]] Result<> readBeforeAnswers(Document &document, const std::vector<Table> &tables,
                                         ApplicantImport &import);
/// Stores them for participants whose ids are known by now (by row of the import).
[[nodiscard]] Result<> storeBeforeAnswers(Document &document, const ApplicantImport &import,
                                          const std::vector<qint64> &participants);

} // namespace tane::applicants
