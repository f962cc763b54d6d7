#pragma once

#include "paper/papertext.h"

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace tane {

/// What is to be drawn, as a list in millimetres. Laid out once, it knows its extent before anything is
/// painted (pages are broken by it) and paints the same on any device. No clipping is used: QSvgGenerator
/// would ignore it.
class PaperDrawing
{
public:
    void fill(const QRectF &area, const QColor &colour);
    void fill(const QPainterPath &path, const QColor &colour);
    /// The line lies inside the area.
    void outline(const QRectF &area, const QColor &colour, double width);
    void line(QPointF from, QPointF to, const QColor &colour, double width);
    void polyline(const QPolygonF &points, const QColor &colour, double width);
    void text(const PaperText &text, QPointF topLeft, const QColor &colour);
    void append(const PaperDrawing &other, QPointF offset = {});
    /// Turned upside down about a point: the far side of a sign that is folded.
    void appendTurned(const PaperDrawing &other, QPointF about);
    /// What of it gets ink in an area; whole items, nothing is cut.
    [[nodiscard]] PaperDrawing touching(const QRectF &area) const;

    /// All that gets ink, with the width of lines.
    [[nodiscard]] QRectF bounds() const;
    /// The room it takes, set by who lays it out: may be more than the ink.
    [[nodiscard]] QSizeF size() const { return m_size; }
    void setSize(const QSizeF &size) { m_size = size; }

    /// Paints with the painter's unit being a millimetre.
    void paint(QPainter &painter, QPointF offset = {}) const;

private:
    struct Item
    {
        QPainterPath path; ///< empty for text
        QColor colour;
        double penWidth = 0; ///< 0: filled
        PaperText text;
        QPointF position;
        bool turned = false; ///< the text stands on its head; its position is the box's lower right corner
        [[nodiscard]] QRectF bounds() const;
    };

    std::vector<Item> m_items;
    QSizeF m_size;
};

} // namespace tane
