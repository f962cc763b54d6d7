#pragma once

#include "survey/questionnaire.h"

#include <QLatin1String>

#include <array>
#include <optional>

namespace tane {

/// The words that stand for enums in the .tane file. A file outlives the order of an enum, so numbers are
/// never stored.
inline constexpr std::array<const char *, 3> kWaveWords{"before", "after", "followup"};
inline constexpr std::array<const char *, 4> kKindWords{"practice", "explain", "satisfaction", "other"};
inline constexpr std::array<const char *, 4> kAnswerTypeWords{"single", "multiple", "text", "number"};

template<class Enum, std::size_t N>
[[nodiscard]] QString storedWord(const std::array<const char *, N> &words, Enum value)
{
    return QLatin1String(words[static_cast<std::size_t>(value)]);
}

/// The schema admits these words only; an unknown one gives the first.
template<class Enum, std::size_t N>
[[nodiscard]] Enum fromStoredWord(const std::array<const char *, N> &words, const QString &word)
{
    for (std::size_t i = 0; i < N; ++i)
        if (word == QLatin1String(words[i]))
            return static_cast<Enum>(i);
    return static_cast<Enum>(0);
}

} // namespace tane
