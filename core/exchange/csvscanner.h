#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tane {

/// Finds separators and line ends, 64 bytes at a time: fields are short, so that memchr per field would cost
/// more than the fields themselves. Never reads beyond the end (the bytes may be a mapped file).
class CsvScanner
{
public:
    CsvScanner(const char *begin, const char *end, char separator)
        : m_end(end)
        , m_separator(separator)
    {
        seek(begin);
    }

    /// Goes on from p.
    void seek(const char *p)
    {
        m_base = p;
        m_mask = maskAt(p);
    }

    /// The next separator, CR or LF not yet given; the end when there is none.
    const char *next()
    {
        while (m_mask == 0) {
            if (m_end - m_base <= blockSize)
                return m_end;
            m_base += blockSize;
            m_mask = maskAt(m_base);
        }
        const char *found = m_base + std::countr_zero(m_mask);
        m_mask &= m_mask - 1;
        return found;
    }

private:
    static constexpr int blockSize = 64;

    [[nodiscard]] std::uint64_t maskAt(const char *p) const
    {
        if (m_end - p >= blockSize)
            return fullMask(p);
        char tail[blockSize] = {};
        if (m_end > p)
            std::memcpy(tail, p, static_cast<std::size_t>(m_end - p));
        return fullMask(tail);
    }

#ifdef __SSE2__
    [[nodiscard]] std::uint64_t fullMask(const char *p) const
    {
        const __m128i separator = _mm_set1_epi8(m_separator);
        const __m128i lf = _mm_set1_epi8('\n'), cr = _mm_set1_epi8('\r');
        std::uint64_t mask = 0;
        for (int i = 0; i < 4; ++i) {
            __m128i part;
            std::memcpy(&part, p + 16 * i, sizeof part);
            const __m128i hit =
                _mm_or_si128(_mm_cmpeq_epi8(part, separator),
                             _mm_or_si128(_mm_cmpeq_epi8(part, lf), _mm_cmpeq_epi8(part, cr)));
            mask |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(hit)))
                    << (16 * i);
        }
        return mask;
    }
#else
    [[nodiscard]] std::uint64_t fullMask(const char *p) const
    {
        std::uint64_t mask = 0;
        for (int i = 0; i < blockSize; ++i)
            mask |= static_cast<std::uint64_t>(p[i] == m_separator || p[i] == '\n' || p[i] == '\r') << i;
        return mask;
    }
#endif

    const char *m_end;
    char m_separator;
    const char *m_base = nullptr;
    std::uint64_t m_mask = 0;
};

} // namespace tane
