#include "shell/icons.h"

#include "shell/theme.h"

#include <QApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace tane {

namespace {

// All shapes live in a 16 × 16 box, strokes 1.5 wide: one look for the whole set.
struct Shape
{
    QPainterPath lines;
    QPainterPath fill;
};

void polyline(QPainterPath &path, std::initializer_list<QPointF> points)
{
    bool first = true;
    for (const QPointF &point : points) {
        if (first)
            path.moveTo(point);
        else
            path.lineTo(point);
        first = false;
    }
}

// A stem with two leaves above a seed; shared by the symbol and the program's icon.
QPainterPath leafPath(bool left)
{
    QPainterPath path;
    if (left) {
        path.moveTo(8, 8.2);
        path.cubicTo(4.6, 8.4, 2.6, 6.6, 2.2, 3.4);
        path.cubicTo(5.6, 3.2, 7.8, 4.8, 8, 8.2);
    } else {
        path.moveTo(8, 6.6);
        path.cubicTo(8, 3.2, 10, 1.4, 13.8, 1.4);
        path.cubicTo(13.8, 4.8, 11.8, 6.7, 8, 6.6);
    }
    return path;
}

QPainterPath seedPath()
{
    QPainterPath path;
    path.moveTo(8, 10.6);
    path.cubicTo(10.6, 10.8, 11.4, 12.4, 10.6, 13.6);
    path.cubicTo(9.6, 15, 6.4, 15, 5.4, 13.6);
    path.cubicTo(4.6, 12.4, 5.4, 10.8, 8, 10.6);
    return path;
}

Shape documentShape(bool plus)
{
    Shape shape;
    polyline(shape.lines, {{9.5, 1.75}, {3.5, 1.75}, {3.5, 14.25}, {12.5, 14.25}, {12.5, 4.75}, {9.5, 1.75}});
    polyline(shape.lines, {{9.5, 1.75}, {9.5, 4.75}, {12.5, 4.75}});
    if (plus) {
        polyline(shape.lines, {{8, 7.25}, {8, 11.75}});
        polyline(shape.lines, {{5.75, 9.5}, {10.25, 9.5}});
    }
    return shape;
}

Shape arrowBack(bool mirrored)
{
    Shape shape;
    polyline(shape.lines, {{5.5, 2.75}, {2.5, 5.75}, {5.5, 8.75}});
    shape.lines.moveTo(2.75, 5.75);
    shape.lines.lineTo(9.5, 5.75);
    shape.lines.arcTo(QRectF(6, 5.75, 7.5, 7.5), 90, -180);
    shape.lines.lineTo(6, 13.25);
    if (mirrored)
        shape.lines = QTransform(-1, 0, 0, 1, 16, 0).map(shape.lines);
    return shape;
}

Shape folderShape(bool open)
{
    Shape shape;
    polyline(shape.lines, {{1.75, 13.25}, {1.75, 3.25}, {6, 3.25}, {7.5, 5.25}, {13.25, 5.25}, {13.25, 7.5}});
    if (open)
        polyline(shape.lines, {{1.75, 13.25}, {4, 7.5}, {15, 7.5}, {12.75, 13.25}, {1.75, 13.25}});
    else
        polyline(shape.lines, {{13.25, 7.5}, {13.25, 13.25}, {1.75, 13.25}});
    return shape;
}

Shape markShape(bool warning)
{
    Shape shape;
    if (warning) {
        polyline(shape.lines, {{8, 2}, {14.5, 13.5}, {1.5, 13.5}, {8, 2}});
        polyline(shape.lines, {{8, 6.25}, {8, 9.5}});
        shape.fill.addEllipse(QPointF(8, 11.5), 0.9, 0.9);
    } else {
        shape.lines.addEllipse(QPointF(8, 8), 6.25, 6.25);
        polyline(shape.lines, {{8, 7.25}, {8, 11.25}});
        shape.fill.addEllipse(QPointF(8, 4.9), 0.9, 0.9);
    }
    return shape;
}

Shape shapeOf(Symbol symbol)
{
    Shape shape;
    switch (symbol) {
    case Symbol::Seed:
        shape.fill = leafPath(true) | leafPath(false) | seedPath();
        polyline(shape.lines, {{8, 6.6}, {8, 11}});
        return shape;
    case Symbol::Check:
        polyline(shape.lines, {{3, 8.25}, {6.5, 11.75}, {13, 4.5}});
        return shape;
    case Symbol::ChevronDown:
        polyline(shape.lines, {{4, 6}, {8, 10}, {12, 6}});
        return shape;
    case Symbol::ChevronUp:
        polyline(shape.lines, {{4, 10}, {8, 6}, {12, 10}});
        return shape;
    case Symbol::ChevronRight:
        polyline(shape.lines, {{6, 4}, {10, 8}, {6, 12}});
        return shape;
    case Symbol::Open:
        return folderShape(true);
    case Symbol::Folder:
        return folderShape(false);
    case Symbol::New:
        return documentShape(true);
    case Symbol::File:
        return documentShape(false);
    case Symbol::Plus:
        polyline(shape.lines, {{8, 2.5}, {8, 13.5}});
        polyline(shape.lines, {{2.5, 8}, {13.5, 8}});
        return shape;
    case Symbol::Calendar:
        shape.lines.addRoundedRect(QRectF(1.75, 3, 12.5, 11.25), 1.5, 1.5);
        polyline(shape.lines, {{1.75, 6.5}, {14.25, 6.5}});
        polyline(shape.lines, {{5, 1.5}, {5, 4.25}});
        polyline(shape.lines, {{11, 1.5}, {11, 4.25}});
        shape.fill.addRect(QRectF(4.5, 8.75, 2, 2));
        return shape;
    case Symbol::Search:
        shape.lines.addEllipse(QPointF(6.75, 6.75), 4.75, 4.75);
        polyline(shape.lines, {{10.25, 10.25}, {14.25, 14.25}});
        return shape;
    case Symbol::Print:
        polyline(shape.lines, {{4, 5.5}, {4, 1.75}, {12, 1.75}, {12, 5.5}});
        polyline(shape.lines,
                 {{4, 11.5}, {1.75, 11.5}, {1.75, 5.5}, {14.25, 5.5}, {14.25, 11.5}, {12, 11.5}});
        shape.lines.addRect(QRectF(4, 9, 8, 5.25));
        return shape;
    case Symbol::Table:
        shape.lines.addRoundedRect(QRectF(1.75, 2.75, 12.5, 10.5), 1, 1);
        polyline(shape.lines, {{1.75, 6.25}, {14.25, 6.25}});
        polyline(shape.lines, {{1.75, 9.75}, {14.25, 9.75}});
        polyline(shape.lines, {{6, 2.75}, {6, 13.25}});
        return shape;
    case Symbol::Link:
        shape.lines.addEllipse(QPointF(3.75, 8), 2.25, 2.25);
        shape.lines.addEllipse(QPointF(12.25, 8), 2.25, 2.25);
        polyline(shape.lines, {{6, 8}, {10, 8}});
        return shape;
    case Symbol::Copy:
        shape.lines.addRoundedRect(QRectF(5.25, 5.25, 9, 9), 1.5, 1.5);
        polyline(shape.lines, {{10.75, 5}, {10.75, 1.75}, {1.75, 1.75}, {1.75, 10.75}, {5, 10.75}});
        return shape;
    case Symbol::Export:
        polyline(shape.lines, {{8, 1.75}, {8, 10}});
        polyline(shape.lines, {{4.75, 7}, {8, 10.25}, {11.25, 7}});
        polyline(shape.lines, {{2, 10.75}, {2, 14}, {14, 14}, {14, 10.75}});
        return shape;
    case Symbol::Undo:
        return arrowBack(false);
    case Symbol::Redo:
        return arrowBack(true);
    case Symbol::Warning:
        return markShape(true);
    case Symbol::Info:
        return markShape(false);
    case Symbol::Close:
        polyline(shape.lines, {{4, 4}, {12, 12}});
        polyline(shape.lines, {{12, 4}, {4, 12}});
        return shape;
    }
    return shape;
}

QTransform boxTo(const QRectF &rect, double box)
{
    const double side = qMin(rect.width(), rect.height());
    const QPointF corner = rect.center() - QPointF(side / 2, side / 2);
    QTransform transform;
    transform.translate(corner.x(), corner.y());
    transform.scale(side / box, side / box);
    return transform;
}

class SymbolEngine : public QIconEngine
{
public:
    SymbolEngine(Symbol symbol, ColorRole role)
        : m_symbol(symbol)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const Scheme scheme = schemeOf(QApplication::palette());
        QColor ink = color(m_role, scheme);
        if (mode == QIcon::Disabled)
            ink = mixed(ink, color(ColorRole::Card, scheme), 0.4);
        paintSymbol(*painter, rect, m_symbol, ink);
    }
    // The base class fills only what paint() covers when the pixmap is transparent to begin with.
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(*this); }

private:
    Symbol m_symbol;
    ColorRole m_role;
};

class AppIconEngine : public QIconEngine
{
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        paintAppIcon(*painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    // Window managers ask which sizes there are.
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return {{16, 16}, {32, 32}, {48, 48}, {128, 128}};
    }
    [[nodiscard]] QIconEngine *clone() const override { return new AppIconEngine(*this); }
};

} // namespace

void paintSymbol(QPainter &painter, const QRectF &rect, Symbol symbol, const QColor &color)
{
    const Shape shape = shapeOf(symbol);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(boxTo(rect, 16), true);
    if (!shape.fill.isEmpty())
        painter.fillPath(shape.fill, color);
    painter.strokePath(shape.lines, QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.restore();
}

void paintStep(QPainter &painter, const QRectF &rect, Step step, StepState state, Scheme scheme)
{
    const QColor accent = color(ColorRole::Accent, scheme);
    const QColor secondary = color(ColorRole::SecondaryText, scheme);
    const bool filled = state == StepState::Done || state == StepState::Stopped;
    const QColor ink = state == StepState::Empty || state == StepState::Stopped ? secondary : accent;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(ink, state == StepState::Started ? 1.6 : 1.2));
    painter.setBrush(filled                        ? QBrush(ink)
                     : state == StepState::Started ? QBrush(color(ColorRole::WeakAccent, scheme))
                                                   : QBrush(Qt::NoBrush));
    painter.drawEllipse(rect.adjusted(0.8, 0.8, -0.8, -0.8));
    const QPointF centre = rect.center();
    if (state == StepState::Done) {
        const double size = rect.width() * 0.55;
        paintSymbol(painter, QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), Symbol::Check,
                    color(ColorRole::AccentText, scheme));
    } else if (state == StepState::Stopped) {
        painter.setBrush(color(ColorRole::Card, scheme));
        painter.drawRoundedRect(
            QRectF(centre.x() - rect.width() * 0.24, centre.y() - 1.25, rect.width() * 0.48, 2.5), 1, 1);
    } else {
        QFont font = painter.font();
        font.setPointSizeF(type::secondary);
        font.setBold(state == StepState::Started);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(rect, Qt::AlignCenter, QString::number(static_cast<int>(step)));
    }
    painter.restore();
}

QIcon symbolIcon(Symbol symbol, ColorRole role)
{
    return QIcon(new SymbolEngine(symbol, role));
}

void paintAppIcon(QPainter &painter, const QRectF &rect)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setTransform(boxTo(rect, 24), true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Accent, Scheme::Light));
    painter.drawRoundedRect(QRectF(0, 0, 24, 24), 5.5, 5.5);
    painter.translate(4, 3.8);
    painter.fillPath(leafPath(true), color(ColorRole::WeakAccent, Scheme::Light).darker(112));
    painter.fillPath(leafPath(false), Qt::white);
    painter.fillPath(seedPath(), color(ColorRole::HintLine, Scheme::Light));
    QPainterPath stem;
    polyline(stem, {{8, 6.6}, {8, 11}});
    painter.strokePath(stem, QPen(Qt::white, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.restore();
}

QIcon appIcon()
{
    return QIcon(new AppIconEngine);
}

} // namespace tane
