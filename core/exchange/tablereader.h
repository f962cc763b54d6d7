#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "exchange/table.h"

#include <vector>

namespace tane {

/// Limits against zip bombs and files that no officer could have meant.
struct ReadLimits
{
    std::uint64_t unpackedBytes = 1ULL << 30; ///< all parts of one workbook together
    std::uint64_t cells = 20'000'000;
};

/// Reads an .xlsx workbook (all visible and hidden worksheets in order) or a .csv file (UTF-8 with or without
/// BOM, UTF-16 with BOM, or Shift_JIS), decided by content, not by name. Errors: NotFound, CannotRead,
/// BadFormat (not a zip, truncated, bad XML, encrypted or old .xls), TooLarge, Cancelled. `file` of every
/// error is the file name.
[[nodiscard]] Result<std::vector<Table>> readTables(const QString &path, const ReadLimits &limits = {},
                                                    const Progress &progress = {});

/// Whether readTables takes the file for a workbook; anything else is a .csv. Errors: NotFound, CannotRead.
[[nodiscard]] Result<bool> isWorkbook(const QString &path, const ReadLimits &limits = {});

/// The two readers behind it.
[[nodiscard]] Result<std::vector<Table>> readWorkbook(const QString &path, const ReadLimits &limits = {},
                                                      const Progress &progress = {});
[[nodiscard]] Result<Table> readCsv(const QString &path, const ReadLimits &limits = {},
                                    const Progress &progress = {});

} // namespace tane
