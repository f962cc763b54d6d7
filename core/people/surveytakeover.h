#pragma once

#include "people/registerfiles.h"

namespace tane {

/// Stores in the registers what the yearly survey says about these differences; one undo step for all. Errors
/// (nothing is stored then): Conflict when it cannot be known which record is meant (the number of
/// coordinators of a municipality with several centres); BadFormat for what the survey says in no known way.
[[nodiscard]] Result<> takeOverSurvey(Document &document, const std::vector<SurveyMismatch> &mismatches);

} // namespace tane
