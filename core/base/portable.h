#pragma once

#include <QString>

namespace tane {

/// Is the program in this folder a portable copy, which leaves nothing outside its folder unless asked to? It
/// has tane-portable.txt beside it.
[[nodiscard]] bool isPortableCopy(const QString &programFolder);

/// Puts the program's temporary files, which hold what people answered, into a portable copy's folder. Where
/// nothing can be written there they stay with the system's.
void keepTemporaryFilesIn(const QString &folder);

} // namespace tane
