#pragma once

#include <QString>

namespace tane {

// How the pages about results write their figures.

/// "0.008"; "0.001未満"; "1".
[[nodiscard]] QString pText(double p);
/// "+0.37", "−0.37".
[[nodiscard]] QString signedNumber(double value, int decimals);
/// A share as points of a percentage: "+13.6ポイント".
[[nodiscard]] QString points(double share);

} // namespace tane
