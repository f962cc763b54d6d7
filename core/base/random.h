#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tane {

/// Pseudo-random numbers that are the same on every machine and compiler (std::uniform_int_distribution is
/// not): SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). A draw by lot can be shown to others by its seed.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    /// 0 to n - 1, each as likely; n > 0.
    std::size_t below(std::size_t n)
    {
        // Values of the incomplete last round are drawn anew.
        const std::uint64_t rest = (0 - std::uint64_t(n)) % n;
        std::uint64_t value = next();
        while (value < rest)
            value = next();
        return static_cast<std::size_t>(value % n);
    }
    template<class T>
    void shuffle(std::vector<T> &list)
    {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::uint64_t m_state;
};

} // namespace tane
