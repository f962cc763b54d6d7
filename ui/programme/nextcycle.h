#pragma once

#include "programme/cycle.h"

namespace tane {

/// What to ask before the cycle after `programme` is made: what it will be called and taken over, and that
/// there is one already. NotFound: no such programme.
[[nodiscard]] Result<QString> nextCycleQuestion(Document &document, qint64 programme);
/// "「連携研修」（令和9年度）"; the year is left out where the title begins with it.
[[nodiscard]] QString nameWithYears(const Programme &programme);

} // namespace tane
