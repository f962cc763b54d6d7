#pragma once

#include <cstdint>

namespace tane {

/// The colours of the steps of a ladder, one ramp for all that show it: higher is deeper. `Grey` is for black
/// and white; its steps stay apart on a photocopy.
enum class LevelRamp { Light, Dark, Grey };

/// 0xRRGGBB of a step of a ladder with `steps` steps, the lowest being 0.
[[nodiscard]] std::uint32_t levelColor(LevelRamp ramp, int step, int steps);
/// Black-like or white-like text, whichever is read better on that colour.
[[nodiscard]] std::uint32_t onLevelColor(LevelRamp ramp, int step, int steps);

} // namespace tane
