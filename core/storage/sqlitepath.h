#pragma once

#include <QString>

namespace tane {

/// The path as SQLite must be given it to open the file wherever Qt can.
[[nodiscard]] QString sqlitePath(const QString &path);

} // namespace tane
