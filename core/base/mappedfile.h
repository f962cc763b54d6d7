#pragma once

#include "base/error.h"

#include <QFile>

#include <memory>
#include <string_view>

namespace tane {

/// The bytes of a file, readable as long as the object lives. Large files are mapped, small ones are copied:
/// a copy of a small file costs nothing and leaves Excel free to save over it meanwhile.
class MappedFile
{
public:
    /// Errors: NotFound, CannotRead (a folder, no permission, locked), TooLarge (over maxBytes). `file` is
    /// filled in.
    [[nodiscard]] static Result<std::shared_ptr<const MappedFile>> open(const QString &path,
                                                                        std::uint64_t maxBytes);

    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// File name without its folder.
    [[nodiscard]] const QString &name() const { return m_name; }

private:
    MappedFile() = default;

    QFile m_file;
    QByteArray m_copy;
    QString m_name;
    std::string_view m_bytes;
};

} // namespace tane
