#pragma once

#include "exchange/table.h"
#include "exchange/xlsxpackage.h"
#include "exchange/xlsxstrings.h"

namespace tane {

/// What a sheet needs from its workbook.
struct SheetContext
{
    std::shared_ptr<const SharedStrings> strings; ///< may be null
    std::vector<NumberKind> kinds;                ///< by cell style; empty when the workbook has no styles
    bool date1904 = false;
    std::uint64_t cells = 0; ///< how many more may be read
};

/// Reads one worksheet. Nothing is given for a part that turns out to be another kind of sheet. Errors:
/// BadFormat, with the cell where it is known; TooLarge; Cancelled. `sheet` and `file` are filled in.
[[nodiscard]] Result<std::optional<Table>> readSheet(ZipArchive &archive, const XlsxSheet &sheet,
                                                     const SheetContext &context,
                                                     const XmlProgress &progress);

} // namespace tane
