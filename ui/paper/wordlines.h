#pragma once

#include "paper/papertext.h"

namespace tane {

/// A text with line feeds where its lines end between words at a width, so that a narrow paper tears none
/// apart. Drawn with the same style, or a smaller one, it takes these lines.
[[nodiscard]] QString wordLines(const QString &text, const TextStyle &style, double widthMm);

} // namespace tane
