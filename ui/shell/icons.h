#pragma once

#include "paper/palette.h"
#include "programme/programme.h"

#include <QIcon>

class QPainter;

namespace tane {

/// Icons are drawn, not loaded: they follow light and dark, every scale, and need no image plugin.
enum class Symbol {
    Seed,
    Check,
    ChevronDown,
    ChevronRight,
    ChevronUp,
    Open,
    New,
    Folder,
    Copy,
    Export,
    Undo,
    Redo,
    Warning,
    Info,
    Close,
    File,
    Plus,
    Calendar,
    Search,
    Print,
    Table,
    Link
};

/// Draws a symbol into `rect` (made square, centred) in one colour.
void paintSymbol(QPainter &painter, const QRectF &rect, Symbol symbol, const QColor &color);

/// A step of the cycle as a circle: its number outlined while nothing was entered, tinted once it is begun; a
/// tick when it is done, a bar where the cycle stops. Told apart by shape, not by colour alone.
void paintStep(QPainter &painter, const QRectF &rect, Step step, StepState state, Scheme scheme);

/// An icon that takes the colour of its role in the scheme shown when it is painted.
[[nodiscard]] QIcon symbolIcon(Symbol symbol, ColorRole role = ColorRole::Text);

/// The program's icon: a sprouting seed on the accent colour.
[[nodiscard]] QIcon appIcon();
void paintAppIcon(QPainter &painter, const QRectF &rect);

} // namespace tane
