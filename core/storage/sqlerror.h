#pragma once

#include "base/error.h"

class QSqlError;

namespace tane {

/// What SQLite said, as the officer should read it. The detail holds the result code and SQLite's own words,
/// never the statement, because a statement may carry people's data.
[[nodiscard]] Error sqlError(const QSqlError &error);
[[nodiscard]] inline std::unexpected<Error> sqlFailure(const QSqlError &error)
{
    return std::unexpected(sqlError(error));
}

} // namespace tane
