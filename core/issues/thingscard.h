#pragma once

#include "issues/card.h"
#include "issues/recurrence.h"

namespace tane {

/// A card of what came up again: linked to the notes of the headings, to the lone notes, to the consultations
/// of the topics, and to the cards among them as their result (those of a later stage are left out). Where
/// all agree, municipality, area and scene are taken over. With a `theme` the card belongs to it. Gives its
/// id. Conflict: nothing to link. One undo step.
[[nodiscard]] Result<qint64> cardFromThings(Document &document, const QString &heading,
                                            const std::vector<RaisedThing> &things, qint64 theme,
                                            IssueStage stage, QDate today, const QString &label);
/// Two headings are one thing: everything under either comes under one theme, which has the name of the
/// first, or the one that either had; of two themes the first stays. Gives its id. Conflict: neither is
/// there. One undo step.
[[nodiscard]] Result<qint64> joinHeadings(Document &document, const std::vector<RaisedThing> &things,
                                          const QString &first, const QString &second, const QString &label);

} // namespace tane
