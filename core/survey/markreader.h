#pragma once

#include "survey/answersheet.h"

#include <array>
#include <string>
#include <unordered_map>

namespace tane {

/// Reads marks of one item, remembering what each distinct cell meant: 100,000 rows hold a handful of different cells.
class MarkReader
{
public:
    explicit MarkReader(const Item &item);
    [[nodiscard]] Mark read(std::string_view cell);

private:
    const Item *m_item;
    static constexpr Mark kUnknown = -128; ///< not looked up yet
    std::array<Mark, 128> m_single;        ///< by ASCII character
    std::unordered_map<std::string, Mark> m_known;
};

/// Without white space (also U+3000 and U+00A0) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace tane
