#pragma once

#include "exchange/textarena.h"
#include "exchange/xmlparser.h"

namespace tane {

/// The table of texts that cells of type "s" point into.
struct SharedStrings
{
    TextArena arena;
    std::vector<std::string_view> texts;
};

/// Reads the shared strings: rich text is joined, readings (furigana) are left out. Errors: BadFormat;
/// TooLarge for more than `most` texts.
[[nodiscard]] Result<std::shared_ptr<const SharedStrings>>
readSharedStrings(ZipArchive &archive, std::uint64_t part, std::uint64_t most, const XmlProgress &progress);

/// Turns the escapes _xHHHH_ of the text being built into characters, in place. U+0000 disappears, half a
/// surrogate pair becomes U+FFFD.
void decodeEscapes(TextArena &arena);

} // namespace tane
