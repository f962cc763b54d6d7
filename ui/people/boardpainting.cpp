// What LadderBoard looks like.
#include "people/ladderboard.h"
#include "shell/widgets.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace tane {

namespace {

constexpr int kPadding = 10;

QPainterPath roundedTop(const QRectF &box, double radius)
{
    QPainterPath path;
    path.moveTo(box.bottomLeft());
    path.lineTo(box.left(), box.top() + radius);
    path.arcTo(QRectF(box.left(), box.top(), 2 * radius, 2 * radius), 180, -90);
    path.lineTo(box.right() - radius, box.top());
    path.arcTo(QRectF(box.right() - 2 * radius, box.top(), 2 * radius, 2 * radius), 90, -90);
    path.lineTo(box.bottomRight());
    path.closeSubpath();
    return path;
}

} // namespace

void LadderBoard::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
        if (columnRect(column).intersects(event->rect()))
            drawColumn(painter, column, event->rect());
    }
    if (const Card *pulled = card(dragged())) {
        painter.setOpacity(0.92);
        drawCard(painter, draggedBox(), *pulled, true, false);
    }
}

void LadderBoard::drawColumn(QPainter &painter, int column, const QRect &area) const
{
    const Scheme scheme = currentScheme(this);
    const bool target = column == m_drop;
    const QRectF frame = QRectF(columnRect(column)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(color(target ? ColorRole::Accent : ColorRole::Line, scheme));
    painter.setBrush(color(target ? ColorRole::WeakAccent : ColorRole::Card, scheme));
    painter.drawRoundedRect(frame, metrics::cardRadius, metrics::cardRadius);

    painter.save();
    painter.setClipRect(columnRect(column).adjusted(0, m_head, 0, -1));
    for (int row = 0; row < cardsIn(column); ++row) {
        const Place place{column, row};
        const QRect box = cardRect(place);
        if (box.top() > area.bottom())
            break;
        if (box.bottom() >= std::max(area.top(), m_head))
            drawCard(painter, box, *card(place), place == current(), place == dragged());
    }
    painter.restore();
    drawHead(painter, column);
}

void LadderBoard::drawHead(QPainter &painter, int column) const
{
    const Scheme scheme = currentScheme(this);
    const Column &shown = m_columns[static_cast<std::size_t>(column)];
    const QRect box(columnRect(column).topLeft(), QSize(m_columnWidth, m_head));
    const bool open = shown.step < 0;
    const QColor ink = open ? color(ColorRole::Text, scheme) : onLevelColor(shown.step, m_steps, scheme);
    painter.setPen(Qt::NoPen);
    painter.setBrush(open ? color(ColorRole::Card, scheme) : levelColor(shown.step, m_steps, scheme));
    painter.drawPath(roundedTop(open ? QRectF(box).adjusted(1, 1, -1, 0) : QRectF(box), metrics::cardRadius));
    if (open) { // nobody stands there: outlined only
        painter.setPen(QPen(color(ColorRole::Line, scheme), 1, Qt::DashLine));
        painter.drawLine(box.bottomLeft(), box.bottomRight());
    }
    const QFont title = scaledFont(this, type::cardTitle, true);
    const QFont small = scaledFont(this, type::secondary);
    const QFontMetrics titleSize(title);
    QRect line(box.left() + 12, box.top() + 8, box.width() - 24, titleSize.height());
    painter.setPen(ink);
    painter.setFont(title);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, shown.name);
    const int used = titleSize.horizontalAdvance(shown.name) + metrics::s;
    painter.setFont(scaledFont(this, type::body));
    painter.drawText(line.adjusted(used, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1名").arg(shown.cards.size()));
    painter.setFont(small);
    const QFontMetrics smallSize(small);
    line = QRect(line.left(), line.bottom() + 4, line.width(), smallSize.height());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     smallSize.elidedText(shown.title, Qt::ElideRight, line.width()));
}

void LadderBoard::drawCard(QPainter &painter, const QRect &box, const Card &shown, bool current,
                           bool faint) const
{
    const Scheme scheme = currentScheme(this);
    const bool focused = current && hasFocus();
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor edge = color(focused ? ColorRole::Accent : ColorRole::Line, scheme);
    painter.setPen(QPen(edge, focused ? 2 : 1, faint ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(color(focused ? ColorRole::WeakAccent : ColorRole::Card, scheme));
    painter.drawRoundedRect(frame, 6, 6);
    if (faint)
        return; // she is under way

    const QFont bold = scaledFont(this, type::body, true);
    const QFont small = scaledFont(this, type::secondary);
    const QFontMetrics boldSize(bold), smallSize(small);
    QRect line(box.left() + kPadding, box.top() + 8, box.width() - 2 * kPadding, boldSize.height());
    int nameRoom = line.width();
    if (shown.movement != Movement::None) {
        drawArrow(painter, QRect(line.right() - 12, line.top(), 14, line.height()), shown.movement);
        nameRoom -= 20;
    }
    painter.setPen(color(ColorRole::Text, scheme));
    painter.setFont(bold);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     boldSize.elidedText(shown.name, Qt::ElideRight, nameRoom));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.setFont(small);
    for (const QString *each : {&shown.place, &shown.since, &shown.support}) {
        const QString &text = *each;
        line = QRect(line.left(), line.bottom() + 5, line.width(), smallSize.height());
        // Of a long workplace its end and the municipality are left to see.
        const auto cut = &text == &shown.place ? Qt::ElideMiddle : Qt::ElideRight;
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         smallSize.elidedText(text, cut, line.width()));
    }
}

/// Up and down by their shape; who was assessed for the first time has a ring.
void LadderBoard::drawArrow(QPainter &painter, const QRect &box, Movement movement) const
{
    const Scheme scheme = currentScheme(this);
    const bool up = movement == Movement::Up;
    const QColor ink = color(up ? ColorRole::Accent : ColorRole::SecondaryText, scheme);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF centre = QRectF(box).center();
    if (movement == Movement::New) {
        painter.drawEllipse(centre, 3.5, 3.5);
        return;
    }
    const double tip = up ? -5 : 5;
    painter.drawLine(centre + QPointF(0, -5), centre + QPointF(0, 5));
    painter.drawLine(centre + QPointF(0, tip), centre + QPointF(-3.5, tip + (up ? 3.5 : -3.5)));
    painter.drawLine(centre + QPointF(0, tip), centre + QPointF(3.5, tip + (up ? 3.5 : -3.5)));
}

} // namespace tane
