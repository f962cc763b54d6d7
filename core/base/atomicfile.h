#pragma once

#include "base/error.h"

#include <QByteArrayView>
#include <QString>

namespace tane {

/// Writes `bytes` as the file `path`: first beside it, then renamed over it, so that nobody ever sees half a
/// file and an older file survives any failure. The folder must exist. Error: CannotWrite, with the file
/// name.
[[nodiscard]] Result<> writeFileAtomically(const QString &path, QByteArrayView bytes);

} // namespace tane
