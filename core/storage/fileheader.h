#pragma once

#include "base/error.h"

namespace tane {

/// "Tane" in ASCII: bytes 68–71 of every .tane file (PRAGMA application_id).
inline constexpr qint64 kApplicationId = 0x54616e65;

/// Looks at the first 100 bytes before SQLite touches the file
/// (https://www.sqlite.org/fileformat2.html#the_database_header): SQLite would create what is missing and
/// accept what is not a Tane file. Gives the schema version. Errors: NotFound, CannotRead, NotOurs, and Newer
/// when the version is above `newestVersion`.
[[nodiscard]] Result<int> readFileHeader(const QString &path, int newestVersion);

/// The refusal of a file written by a newer Tane.
[[nodiscard]] Error newerFileError(qint64 version);

} // namespace tane
