#pragma once

#include "paper/papertext.h"

namespace tane {

/// A text with line feeds where its lines end.
struct WordLines
{
    QString text;
    bool torn = false; ///< a word was wider than the paper
};
/// Ends the lines between words at a width, so that a narrow paper tears none apart. Drawn with the same
/// style, or a smaller one, the text takes these lines.
[[nodiscard]] WordLines wordLines(const QString &text, const TextStyle &style, double widthMm);

} // namespace tane
