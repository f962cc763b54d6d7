#pragma once

#include "survey/answersheet.h"

#include <array>
#include <string>
#include <unordered_map>

namespace tane {

/// Reads marks of one item, remembering what each distinct cell meant: 100,000 rows hold a handful of
/// different cells.
class MarkReader
{
public:
    explicit MarkReader(const Item &item);
    [[nodiscard]] Mark read(std::string_view cell)
    {
        if (cell.empty())
            return kUnanswered;
        if (cell.size() == 1 && static_cast<unsigned char>(cell.front()) < m_single.size()) {
            const Mark mark = m_single[static_cast<unsigned char>(cell.front())];
            if (mark != kUnknown)
                return mark;
        }
        return readNew(cell);
    }

    /// What a cell of one ASCII character meant before; negative when that is no option, or not known yet.
    [[nodiscard]] Mark known(char c) const
    {
        const auto index = static_cast<unsigned char>(c);
        return index < m_single.size() ? m_single[index] : kUnknown;
    }

private:
    [[nodiscard]] Mark readNew(std::string_view cell);

    const Item *m_item;
    static constexpr Mark kUnknown = -128; ///< not looked up yet
    std::array<Mark, 128> m_single;        ///< by ASCII character
    std::unordered_map<std::string, Mark> m_known;
};

/// Without white space (also U+3000 and U+00A0) at both ends.
[[nodiscard]] std::string_view trimmedSlowly(std::string_view text);
[[nodiscard]] inline std::string_view trimmed(std::string_view text)
{
    if (text.empty())
        return text;
    // Nearly all cells begin and end with something that cannot be part of a space.
    const auto first = static_cast<unsigned char>(text.front());
    const auto last = static_cast<unsigned char>(text.back());
    const bool plain =
        first > ' ' && first != 0xC2 && first != 0xE3 && last > ' ' && last != 0x80 && last != 0xA0;
    return plain ? text : trimmedSlowly(text);
}

} // namespace tane
