#pragma once

#include "base/error.h"

#include <QByteArrayView>
#include <QSaveFile>
#include <QString>

namespace tane {

/// A file written piece by piece beside its place and renamed over it at the end, so that nobody ever sees
/// half a file and an older file survives any failure. What is not committed vanishes. The folder must exist.
/// Error of all three: CannotWrite, with the file name.
class AtomicFile
{
public:
    explicit AtomicFile(const QString &path);
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> write(QByteArrayView bytes);
    [[nodiscard]] Result<> commit();

private:
    [[nodiscard]] std::unexpected<Error> failHere();
    QSaveFile m_file;
    qint64 m_written = 0;
};

/// Writes `bytes` as the file `path`, whole or not at all. Errors: those of AtomicFile.
[[nodiscard]] Result<> writeFileAtomically(const QString &path, QByteArrayView bytes);

} // namespace tane
