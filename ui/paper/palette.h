#pragma once

#include "chart/chartspec.h"

#include <QColor>

namespace tane {

/// What a colour is for. Pages, charts and prints ask for a role; values live in palette.cpp only.
enum class ColorRole {
    Window,
    Card,
    Line,
    Text,
    SecondaryText,
    Accent,
    AccentText,
    WeakAccent,
    HintBackground,
    HintLine,
    HintText,
    ErrorBackground,
    ErrorText,
    Up,
    Stay,
    Down,
    OnUp,
    OnStay,
    OnDown
};

enum class Scheme { Light, Dark, Paper };

/// The colour of a role in a scheme. `Paper` is Light on pure white with darker lines.
[[nodiscard]] QColor color(ColorRole role, Scheme scheme);
/// Of a series whose role alone says its colour; one of a step has levelColor().
[[nodiscard]] QColor seriesColor(SeriesRole role, Scheme scheme);
[[nodiscard]] QColor seriesColor(const ChartSeries &series, Scheme scheme);
/// Text put on a bar of that role.
[[nodiscard]] QColor onSeriesColor(SeriesRole role, Scheme scheme);
[[nodiscard]] QColor onSeriesColor(const ChartSeries &series, Scheme scheme);
/// The colour of a step of a ladder with `steps` steps, the lowest being 0: higher is deeper.
[[nodiscard]] QColor levelColor(int step, int steps, Scheme scheme);
/// Text put on it.
[[nodiscard]] QColor onLevelColor(int step, int steps, Scheme scheme);

/// `a` mixed into `b`; amount 1 gives `a`.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double amount);

/// Spacing and sizes in pixels at 100 %.
namespace metrics {
inline constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 20;
inline constexpr int cardRadius = 8, cardPadding = 16, rowHeight = 32, navWidth = 216;
} // namespace metrics

/// Type scale in points, at the system's scale (13, 11, 14 and 19 px at 96 dpi).
namespace type {
inline constexpr double body = 9.75, secondary = 8.25, cardTitle = 10.5, pageTitle = 14.25;
} // namespace type

/// Family for screen and paper: BIZ UDPGothic where it can be found (it is loaded from the program's or the
/// system's font folder at first use), else the best Japanese family there is. Needs a QGuiApplication.
[[nodiscard]] QString japaneseFamily();

} // namespace tane
