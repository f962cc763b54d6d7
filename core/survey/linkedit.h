#pragma once

#include "storage/document.h"
#include "survey/linking.h"

namespace tane {

/// Corrections of who is who, made later: each is decisions of the officer, one undo step.

/// The answers were taken for one person's but are two people's.
[[nodiscard]] Result<> splitPair(Document &document, qint64 workshop, qint64 before, qint64 after);
/// `response` belongs to `partner` (of the other wave) and to nobody else; what either was joined to before
/// is set apart. NotFound: not two answers of this workshop and of both waves.
[[nodiscard]] Result<> moveToPartner(Document &document, qint64 workshop, qint64 response, qint64 partner);
/// Forgets every decision about an answer: the rules decide again.
[[nodiscard]] Result<> leaveToRules(Document &document, qint64 workshop, qint64 response);

} // namespace tane
