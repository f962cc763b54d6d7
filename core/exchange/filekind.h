#pragma once

#include "base/error.h"

#include <string_view>

namespace tane {

/// What a file is by its first bytes. Names lie: a mail program may have renamed it.
enum class FileKind { Empty, Zip, Text, Other };

[[nodiscard]] FileKind fileKind(std::string_view bytes);

/// Why a file that is neither a workbook nor a text cannot be read, and what to do: old .xls, a workbook with
/// a password, PDF, HTML and the like each have their own message.
[[nodiscard]] Error notReadable(std::string_view bytes, const QString &file);

/// For readers whose memory ran out.
[[nodiscard]] Error outOfMemory(const QString &path);

} // namespace tane
