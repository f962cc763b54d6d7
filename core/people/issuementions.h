#pragma once

// Private to privacy: where a person stands among the issues, which belong to a later room. The
// tables are asked as they are stored.

#include "people/privacy.h"

namespace tane {

/// A card of the way from trouble to policy that somebody raised.
struct RaisedCard
{
    qint64 id = 0;
    QDate day; ///< may be invalid
    QString title;
    QString detail;
    QString who; ///< who raised it, in words
};
/// Oldest first.
[[nodiscard]] Result<std::vector<RaisedCard>> raisedCards(Document &document, qint64 person);
/// The fields in which people are named in words (raised by, taken care of by, a message's sender and
/// recipient, who does what a council agreed): where this name stands in one of them, "（匿名）" stands there
/// instead. Gives how many changed. Names of less than two characters are left alone.
[[nodiscard]] Result<int> clearNameFromIssues(Document &document, const QString &name);

} // namespace tane
