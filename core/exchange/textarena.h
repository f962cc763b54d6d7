#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace tane {

/// Owns the text of many cells in a few large blocks. One text at a time is built by append() and closed by
/// finish() or discard(); views handed out stay valid as long as the arena lives.
class TextArena
{
public:
    TextArena() = default;
    TextArena(const TextArena &) = delete;
    TextArena &operator=(const TextArena &) = delete;

    void append(const char *text, std::size_t size)
    {
        if (m_capacity - m_end < size)
            grow(size);
        std::memcpy(m_block + m_end, text, size);
        m_end += size;
    }
    /// The text being built; it may be changed in place, and shortened by truncate().
    [[nodiscard]] char *data() { return m_block + m_start; }
    [[nodiscard]] std::size_t size() const { return m_end - m_start; }
    [[nodiscard]] std::string_view current() const { return {m_block + m_start, m_end - m_start}; }
    void truncate(std::size_t size) { m_end = m_start + size; }

    std::string_view finish()
    {
        const std::string_view text = current();
        m_start = m_end;
        return text;
    }
    void discard() { m_end = m_start; }

private:
    void grow(std::size_t more)
    {
        const std::size_t part = size();
        const std::size_t capacity = std::max(blockSize, 2 * (part + more));
        auto block = std::make_unique_for_overwrite<char[]>(capacity);
        if (part > 0)
            std::memcpy(block.get(), m_block + m_start, part);
        m_blocks.push_back(std::move(block));
        m_block = m_blocks.back().get();
        m_capacity = capacity;
        m_start = 0;
        m_end = part;
    }

    static constexpr std::size_t blockSize = 256 * 1024;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    // Never null, so that appending nothing to nothing is defined; a capacity of 0 makes the first text grow.
    char m_none[1] = {};
    char *m_block = m_none;
    std::size_t m_capacity = 0, m_start = 0, m_end = 0;
};

} // namespace tane
