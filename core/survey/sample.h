#pragma once

#include "base/error.h"

#include <QString>

namespace tane {

/// Makes a new .tane file filled with the built-in sample: an invented prefecture, a finished cycle with its
/// workshop and the answers before and after it (read through the same reader as any other file), and the
/// half-planned cycle after it. Errors: those of Document::create.
[[nodiscard]] Result<> createSample(const QString &path, const QString &prefecture = {});

/// Writes the sample's answers as before.xlsx and after.xlsx into a folder, as an officer would get them.
[[nodiscard]] Result<> writeSampleSheets(const QString &folder);

} // namespace tane
