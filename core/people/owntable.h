#pragma once

#include "exchange/table.h"
#include "people/crosstable.h"

namespace tane {

/// Somebody's own table as cases: the first row with at least two cells names the attributes, each row below
/// is a case. Several values of a cell are divided by 、 ； ; or a line break; an empty cell is 未回答.
/// Columns without a head are left out. NothingUnderstood: no head, or nothing below it.
[[nodiscard]] Result<CaseTable> casesOfTable(const Table &table);

} // namespace tane
