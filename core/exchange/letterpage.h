#pragma once

// Private to the writers of letters.

#include "exchange/formgrid.h"
#include "exchange/letterdocument.h"

namespace tane {

/// Measures that both writers share, in millimetres.
namespace letterpage {
inline constexpr double body = 3.7;     ///< 10.5 points
inline constexpr double leading = 1.62; ///< lines of 17 points
inline constexpr double title = 4.4, lead = 4.1, heading = 4.5, small = 3.1;
inline constexpr double bandTitle = 8.2, bandText = 4.0;
inline constexpr double box = 92; ///< width
/// Columns of 記: number, label, text. The labels take what the longest needs.
inline constexpr double number = 5, afterNumber = 3, afterLabel = 4.5;
/// A little more than the longest label, so that it never wraps.
inline constexpr double slack = 1.5;
/// Of the page, and of the tables. A leaflet uses more of its page.
[[nodiscard]] inline FormMetrics metrics(const LetterDocument &letter, double shrink = 1)
{
    FormMetrics all;
    all.side = letter.mincho ? 25 : 20;
    all.top = letter.mincho ? 25 : 15;
    all.bottom = letter.mincho ? 20 : 14;
    all.body = body * 0.92 * shrink;
    return all;
}
} // namespace letterpage

} // namespace tane
