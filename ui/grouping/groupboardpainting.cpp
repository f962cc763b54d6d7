// What GroupBoard looks like.
#include "grouping/groupboard.h"
#include "shell/widgets.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kPadding = 8;
constexpr int kPinWidth = 12;
constexpr int kBeforeArea = 6; ///< between a name and its area

/// A pin seen from the side.
void drawPin(QPainter &painter, const QRectF &box, const QColor &ink)
{
    const QPointF head(box.center().x(), box.center().y() - 2);
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(ink);
    painter.drawEllipse(head, 2.8, 2.8);
    painter.drawLine(head + QPointF(0, 3), head + QPointF(0, 7.5));
}

} // namespace

void GroupBoard::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int group = 0; group < static_cast<int>(m_boxes.size()); ++group) {
        if (groupRect(group).intersects(event->rect()))
            drawGroup(painter, group);
    }
    if (const Card *dragged = card(m_dragged)) {
        const QRect home = cardRect(m_dragged);
        painter.setOpacity(0.92);
        drawCard(painter, QRect(m_pointer - (m_pressed - home.topLeft()), home.size()), *dragged, true,
                 false);
        painter.setOpacity(1);
    }
    if (!m_typed.isEmpty())
        drawTyped(painter);
}

void GroupBoard::drawGroup(QPainter &painter, int group) const
{
    const Scheme scheme = currentScheme(this);
    const Group &shown = m_groups[static_cast<std::size_t>(group)];
    const bool target = m_target.isValid() && shown.number == m_target.number && m_target.with == 0;
    const QRectF frame = QRectF(groupRect(group)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color(target ? ColorRole::Accent : ColorRole::Line, scheme), 1,
                        shown.number == 0 ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(color(target ? ColorRole::WeakAccent : ColorRole::Card, scheme));
    painter.drawRoundedRect(frame, metrics::cardRadius, metrics::cardRadius);
    drawHead(painter, group);
    for (int row = 0; row < static_cast<int>(shown.cards.size()); ++row) {
        const Place place{group, row};
        drawCard(painter, cardRect(place), *card(place), place == m_current, place == m_dragged);
    }
}

void GroupBoard::drawHead(QPainter &painter, int group) const
{
    const Scheme scheme = currentScheme(this);
    const Group &shown = m_groups[static_cast<std::size_t>(group)];
    const QRect box(groupRect(group).topLeft(), QSize(groupRect(group).width(), m_head));
    const QFont title = scaledFont(this, type::cardTitle, true);
    const QFont small = scaledFont(this, type::secondary);
    const QFontMetrics titleSize(title), smallSize(small);
    QRect line(box.left() + 10, box.top() + 7, box.width() - 20, titleSize.height());
    painter.setPen(color(ColorRole::Text, scheme));
    painter.setFont(title);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        titleSize.elidedText(shown.title, Qt::ElideRight, line.width() - (shown.marked ? 16 : 0)));
    if (shown.marked) { // by its shape, not by colour alone
        const QPointF centre(line.right() - 5, line.center().y());
        painter.setPen(QPen(color(ColorRole::Down, scheme), 1.6));
        painter.setBrush(Qt::NoBrush);
        const QPointF corners[] = {centre + QPointF(0, -5), centre + QPointF(5.5, 4.5),
                                   centre + QPointF(-5.5, 4.5)};
        painter.drawPolygon(corners, 3);
        painter.drawLine(centre + QPointF(0, -1.5), centre + QPointF(0, 1.5));
    }
    line = QRect(line.left(), line.bottom() + 3, line.width(), smallSize.height());
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.setFont(small);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     smallSize.elidedText(shown.note, Qt::ElideRight, line.width()));
}

void GroupBoard::drawCard(QPainter &painter, const QRect &box, const Card &shown, bool current,
                          bool faint) const
{
    const Scheme scheme = currentScheme(this);
    const bool target = m_target.with == shown.participant && m_target.isValid();
    const bool waiting = m_exchanging == shown.participant;
    const bool strong = target || (current && hasFocus());
    const bool away = !shown.away.isEmpty();
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color(strong || waiting || current ? ColorRole::Accent : ColorRole::Line, scheme),
                        strong ? 2 : 1, faint || away || waiting ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(color(strong || current || waiting ? ColorRole::WeakAccent : ColorRole::Card, scheme));
    painter.drawRoundedRect(frame, 6, 6);
    if (faint)
        return; // she is under way

    const QFont bold = scaledFont(this, type::body, true);
    const QFont small = scaledFont(this, type::secondary);
    const QFontMetrics boldSize(bold), smallSize(small);
    QRect line(box.left() + kPadding, box.top() + 6, box.width() - 2 * kPadding, boldSize.height());
    const int room = line.width() - drawMarks(painter, line, shown);
    painter.setPen(color(away ? ColorRole::SecondaryText : ColorRole::Text, scheme));
    painter.setFont(bold);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     boldSize.elidedText(shown.name, Qt::ElideRight, room));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.setFont(small);
    const int behind = boldSize.horizontalAdvance(shown.name) + kBeforeArea;
    if (!shown.area.isEmpty() && room - behind >= 2 * smallSize.horizontalAdvance(u'圏'))
        painter.drawText(line.adjusted(behind, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         smallSize.elidedText(shown.area, Qt::ElideRight, room - behind));
    for (const QString *each : {&shown.about, &shown.place}) {
        line = QRect(line.left(), line.bottom() + 4, line.width(), smallSize.height());
        // Of both their end says most: the years, the kind of workplace.
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         smallSize.elidedText(*each, Qt::ElideMiddle, line.width()));
    }
}

/// 進行 filled, 書記 outlined, who is away dashed, and the pin; gives the width they take.
int GroupBoard::drawMarks(QPainter &painter, const QRect &line, const Card &shown) const
{
    const Scheme scheme = currentScheme(this);
    int used = 0;
    if (shown.pinned) {
        drawPin(painter, QRectF(line.right() - kPinWidth + 1, line.top(), kPinWidth, line.height()),
                color(ColorRole::Accent, scheme));
        used += kPinWidth + 4;
    }
    const QString text = shown.away.isEmpty() ? shown.duty : shown.away;
    if (text.isEmpty())
        return used;
    const QFont small = scaledFont(this, type::secondary, true);
    const QFontMetrics measure(small);
    const int width = measure.horizontalAdvance(text) + 8;
    const QRectF badge(line.right() - used - width + 1, line.center().y() - (measure.height() + 2) / 2.0,
                       width, measure.height() + 2);
    const bool leads = text == tr("進行");
    painter.setPen(QPen(color(shown.away.isEmpty() ? ColorRole::Accent : ColorRole::SecondaryText, scheme), 1,
                        shown.away.isEmpty() ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(leads ? QBrush(color(ColorRole::Accent, scheme)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(badge, 3, 3);
    painter.setPen(color(leads                  ? ColorRole::AccentText
                         : shown.away.isEmpty() ? ColorRole::Accent
                                                : ColorRole::SecondaryText,
                         scheme));
    painter.setFont(small);
    painter.drawText(badge, Qt::AlignCenter, text);
    return used + width + 6;
}

/// The number that is being written, large, where it cannot be overlooked.
void GroupBoard::drawTyped(QPainter &painter) const
{
    const Scheme scheme = currentScheme(this);
    const QString text = m_target.isValid() ? tr("→ %1班（Enterで移す）").arg(m_typed)
                                            : tr("→ %1班（移せません）").arg(m_typed);
    const QFont font = scaledFont(this, type::cardTitle, true);
    const QFontMetrics measure(font);
    const QSize size(measure.horizontalAdvance(text) + 32, measure.height() + 20);
    const QRectF box(
        QPoint((viewport()->width() - size.width()) / 2, viewport()->height() - size.height() - 12), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Text, scheme));
    painter.drawRoundedRect(box, metrics::cardRadius, metrics::cardRadius);
    painter.setPen(color(ColorRole::Card, scheme));
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace tane
