#include "chart/levelramp.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tane {

namespace {

constexpr int kAnchors = 5;
using Ramp = std::array<std::uint32_t, kAnchors>;
constexpr Ramp kLight{0xe8ecea, 0xcfe3dc, 0x9fcabc, 0x5aa38f, 0x17695a};
constexpr Ramp kDark{0x39423f, 0x35544c, 0x37705f, 0x459480, 0x6fd0ba};
constexpr Ramp kGrey{0xffffff, 0xd9d9d9, 0xadadad, 0x7a7a7a, 0x404040};
constexpr std::uint32_t kDarkText = 0x1d2522, kLightText = 0xffffff;

const Ramp &anchorsOf(LevelRamp ramp)
{
    return ramp == LevelRamp::Light ? kLight : ramp == LevelRamp::Dark ? kDark : kGrey;
}

int channel(std::uint32_t color, int shift)
{
    return static_cast<int>((color >> shift) & 0xff);
}

/// Relative luminance as in WCAG 2.
double luminance(std::uint32_t color)
{
    const auto linear = [](int value) {
        const double part = value / 255.0;
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(channel(color, 16)) + 0.7152 * linear(channel(color, 8)) +
           0.0722 * linear(channel(color, 0));
}

double contrast(double a, double b)
{
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

std::uint32_t levelColor(LevelRamp ramp, int step, int steps)
{
    const Ramp &anchors = anchorsOf(ramp);
    if (steps < 2)
        return anchors.back();
    const double at = static_cast<double>(std::clamp(step, 0, steps - 1)) * (kAnchors - 1) / (steps - 1);
    const auto low = static_cast<std::size_t>(at);
    const std::size_t high = std::min<std::size_t>(low + 1, kAnchors - 1);
    const double share = at - static_cast<double>(low);
    std::uint32_t color = 0;
    for (const int shift : {16, 8, 0}) {
        const double mixed =
            channel(anchors[low], shift) * (1 - share) + channel(anchors[high], shift) * share;
        color |= static_cast<std::uint32_t>(std::lround(mixed)) << shift;
    }
    return color;
}

std::uint32_t onLevelColor(LevelRamp ramp, int step, int steps)
{
    const double ground = luminance(levelColor(ramp, step, steps));
    return contrast(ground, luminance(kDarkText)) >= contrast(ground, luminance(kLightText)) ? kDarkText
                                                                                             : kLightText;
}

} // namespace tane
