#include "paper/paperdrawing.h"

#include <QPainter>
#include <QPen>

namespace tane {

void PaperDrawing::fill(const QRectF &area, const QColor &colour)
{
    QPainterPath path;
    path.addRect(area);
    fill(path, colour);
}

void PaperDrawing::fill(const QPainterPath &path, const QColor &colour)
{
    if (!path.isEmpty())
        m_items.push_back({path, colour, 0, {}, {}});
}

void PaperDrawing::outline(const QRectF &area, const QColor &colour, double width)
{
    const double half = width / 2;
    QPainterPath path;
    path.addRect(area.adjusted(half, half, -half, -half));
    m_items.push_back({path, colour, width, {}, {}});
}

void PaperDrawing::line(QPointF from, QPointF to, const QColor &colour, double width)
{
    polyline(QPolygonF({from, to}), colour, width);
}

void PaperDrawing::polyline(const QPolygonF &points, const QColor &colour, double width)
{
    QPainterPath path;
    path.addPolygon(points);
    m_items.push_back({path, colour, width, {}, {}});
}

void PaperDrawing::text(const PaperText &text, QPointF topLeft, const QColor &colour)
{
    if (!text.isEmpty())
        m_items.push_back({{}, colour, 0, text, topLeft});
}

void PaperDrawing::append(const PaperDrawing &other, QPointF offset)
{
    for (const Item &item : other.m_items) {
        Item moved = item;
        moved.path.translate(offset);
        moved.position += offset;
        m_items.push_back(std::move(moved));
    }
}

QRectF PaperDrawing::bounds() const
{
    QRectF all;
    for (const Item &item : m_items) {
        if (item.text.isEmpty()) {
            const double half = item.penWidth / 2;
            all |= item.path.boundingRect().adjusted(-half, -half, half, half);
        } else {
            all |= QRectF(item.position, QSizeF(item.text.boxWidth(), item.text.height()));
        }
    }
    return all;
}

void PaperDrawing::paint(QPainter &painter, QPointF offset) const
{
    painter.save();
    painter.translate(offset);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Item &item : m_items) {
        if (!item.text.isEmpty()) {
            item.text.paint(painter, item.position, item.colour);
        } else if (item.penWidth > 0) {
            painter.strokePath(item.path,
                               QPen(item.colour, item.penWidth, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        } else {
            painter.fillPath(item.path, item.colour);
        }
    }
    painter.restore();
}

} // namespace tane
