#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tane {

/// True for well-formed UTF-8 (no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// Text of a file as UTF-8: UTF-8 with or without BOM, UTF-16 with BOM, or else Shift_JIS (code page 932).
/// When it already is UTF-8, the result is a view into `bytes`; otherwise into `storage`. Nothing when it is
/// none of these, strictly.
[[nodiscard]] std::optional<std::string_view> asUtf8(std::string_view bytes, std::string &storage);

} // namespace tane
