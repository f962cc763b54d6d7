#pragma once

// Private to the drawn sheets of the kit: what they share.

#include "paper/kitpaper.h"
#include "paper/palette.h"

#include <QCoreApplication>

namespace tane::kitdrawing {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::KitPaper)
};

/// Text in at most so many lines of `width`: made smaller, down to `smallest`, until it fits.
[[nodiscard]] PaperText fitted(const QString &text, TextStyle style, double width, int lines = 1,
                               double smallest = 2.2);
/// In two lines of about the same length, broken where one breathes: after a mark or a particle.
[[nodiscard]] QString inTwoLines(const QString &title);
/// Puts a text into the middle of an area, across as its style says and along in the middle.
void centred(PaperDrawing &page, const PaperText &text, const QRectF &area, const QColor &colour);
/// A broken line.
void dashed(PaperDrawing &page, QPointF from, QPointF to, const QColor &colour, double width);
/// Filled with the colour of a group; groups beyond the eighth carry white lines in it, so that the colour
/// alone never has to do.
void groupBlock(PaperDrawing &page, const QRectF &area, int number);
[[nodiscard]] QColor ink(ColorRole role);

} // namespace tane::kitdrawing
