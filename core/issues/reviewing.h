#pragma once

#include "issues/card.h"

#include <vector>

namespace tane {

/// Records what a later workshop says of issues, one undo step for all. What was said at the same workshop
/// before is replaced. An issue that was solved is closed on the day of the review (`today` where it has
/// none); one that still comes up although it was closed is open again (対応中). NotFound: a card is gone.
[[nodiscard]] Result<> recordReviews(Document &document, const std::vector<IssueReview> &reviews, QDate today,
                                     const QString &label);

} // namespace tane
