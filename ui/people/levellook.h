#pragma once

#include "paper/palette.h"

namespace tane {

/// The ramp of the ladder: a higher step is deeper (in the dark: brighter). `steps` is how many there are.
[[nodiscard]] QColor levelColor(int step, int steps, Scheme scheme);
/// Text on it.
[[nodiscard]] QColor onLevelColor(int step, int steps, Scheme scheme);

} // namespace tane
