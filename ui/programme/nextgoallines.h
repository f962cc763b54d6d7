#pragma once

#include "programme/evaluation.h"
#include "shell/editors/linelist.h"

namespace tane {

/// The callbacks of a LineList that shows only the lines of one target group (0: those of none) out of the
/// ordered list 次の短期目標への反映 of a programme. Positions inside the group become positions in the whole
/// list; a line of another group can be adopted.
[[nodiscard]] LineList::Callbacks nextGoalLines(Document &document, qint64 programme, qint64 targetGroup);

} // namespace tane
