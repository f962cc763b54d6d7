#pragma once

#include "paper/palette.h"

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

/// A number in a circle, as steps are marked: filled when it is the current one, outlined otherwise.
void paintStep(QPainter &painter, const QRectF &rect, int number, bool filled, Scheme scheme);

/// An icon that takes the colour of its role in the scheme shown when it is painted.
[[nodiscard]] QIcon symbolIcon(Symbol symbol, ColorRole role = ColorRole::Text);

/// The program's icon: a sprouting seed on the accent colour.
[[nodiscard]] QIcon appIcon();
void paintAppIcon(QPainter &painter, const QRectF &rect);

} // namespace tane
