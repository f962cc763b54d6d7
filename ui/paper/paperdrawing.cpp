#include "paper/paperdrawing.h"

#include <QPainter>
#include <QPen>
#include <QTransform>

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

void PaperDrawing::appendTurned(const PaperDrawing &other, QPointF about)
{
    const QTransform turn = QTransform::fromTranslate(2 * about.x(), 2 * about.y()).scale(-1, -1);
    for (const Item &item : other.m_items) {
        Item moved = item;
        moved.path = turn.map(item.path);
        moved.position = turn.map(item.position);
        moved.turned = !item.turned;
        m_items.push_back(std::move(moved));
    }
}

PaperDrawing PaperDrawing::touching(const QRectF &area) const
{
    PaperDrawing part;
    part.m_size = m_size;
    for (const Item &item : m_items)
        if (item.bounds().intersects(area))
            part.m_items.push_back(item);
    return part;
}

QRectF PaperDrawing::Item::bounds() const
{
    if (text.isEmpty()) {
        const double half = penWidth / 2;
        return path.boundingRect().adjusted(-half, -half, half, half);
    }
    const QRectF box(position, QSizeF(text.boxWidth(), text.height()));
    return turned ? box.translated(-box.width(), -box.height()) : box;
}

QRectF PaperDrawing::bounds() const
{
    QRectF all;
    for (const Item &item : m_items)
        all |= item.bounds();
    return all;
}

void PaperDrawing::paint(QPainter &painter, QPointF offset) const
{
    painter.save();
    painter.translate(offset);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Item &item : m_items) {
        if (!item.text.isEmpty() && item.turned) {
            painter.save();
            painter.translate(item.position);
            painter.rotate(180);
            item.text.paint(painter, {}, item.colour);
            painter.restore();
        } else if (!item.text.isEmpty()) {
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
