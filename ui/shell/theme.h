#pragma once

#include "paper/palette.h"

#include <QPalette>

class QApplication;

namespace tane {

enum class ThemeChoice { System, Light, Dark };

/// Stable keys of the settings file: "system", "light", "dark". Anything unknown is System.
[[nodiscard]] QString themeKey(ThemeChoice choice);
[[nodiscard]] ThemeChoice themeFromKey(const QString &key);

/// Light or dark, told from the window colour.
[[nodiscard]] Scheme schemeOf(const QPalette &palette);
/// What the desktop asks for: on Windows the setting of its apps, elsewhere the palette the program started
/// with.
[[nodiscard]] Scheme systemScheme();

[[nodiscard]] QPalette themePalette(Scheme scheme);
[[nodiscard]] QString themeStyleSheet(Scheme scheme);

/// Style, palette, font and style sheet of the whole program. Can be called again to change the scheme.
void applyTheme(QApplication &app, ThemeChoice choice);

} // namespace tane
