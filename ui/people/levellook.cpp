#include "people/levellook.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tane {

namespace {

constexpr std::array<QRgb, 5> kLight{0xffe8ecea, 0xffcfe3dc, 0xff9fcabc, 0xff5aa38f, 0xff17695a};
constexpr std::array<QRgb, 5> kDark{0xff303836, 0xff2c4a43, 0xff326a5d, 0xff3f9280, 0xff5cb8a3};

/// WCAG 2 relative luminance.
double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

QColor levelColor(int step, int steps, Scheme scheme)
{
    const auto &ramp = scheme == Scheme::Dark ? kDark : kLight;
    if (steps <= 1)
        return QColor::fromRgba(ramp.front());
    // Another number of steps takes its colours from the same ramp.
    const double at = std::clamp(static_cast<double>(step) / (steps - 1), 0.0, 1.0) * 4; // the last of five
    const auto below = static_cast<std::size_t>(at);
    const std::size_t above = std::min(below + 1, ramp.size() - 1);
    return mixed(QColor::fromRgba(ramp.at(above)), QColor::fromRgba(ramp.at(below)), at - std::floor(at));
}

QColor onLevelColor(int step, int steps, Scheme scheme)
{
    const QColor dark(0x10, 0x1f, 0x1b);
    const double back = luminance(levelColor(step, steps, scheme));
    const auto contrast = [back](double ink) {
        return (std::max(back, ink) + 0.05) / (std::min(back, ink) + 0.05);
    };
    return contrast(1.0) >= contrast(luminance(dark)) ? QColor(Qt::white) : dark;
}

} // namespace tane
