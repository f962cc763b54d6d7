// What IssueBoard looks like.
#include "issues/cardtext.h"
#include "issues/issueboard.h"
#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace tane {

namespace {

constexpr int kPadding = 10;
constexpr double kTagRadius = 3;

} // namespace

void IssueBoard::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (int column = 0; column < kIssueStages; ++column)
        if (columnRect(column).intersects(event->rect()))
            isNarrow(column) ? drawNarrow(painter, column) : drawColumn(painter, column, event->rect());
    const qint64 pulled = idAt(dragged());
    if (pulled == 0)
        return;
    const QRect box = draggedBox();
    painter.setOpacity(0.92);
    drawCard(painter, box, describe(pulled), true, false);
    if (const auto moved = selectedIds().size(); moved > 1) {
        const Scheme scheme = currentScheme(this);
        const QRectF badge(box.right() - 22, box.top() - 8, 28, 20);
        painter.setOpacity(1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ColorRole::Accent, scheme));
        painter.drawRoundedRect(badge, 10, 10);
        painter.setPen(color(ColorRole::AccentText, scheme));
        painter.setFont(scaledFont(this, type::secondary, true));
        painter.drawText(badge, Qt::AlignCenter, QString::number(moved));
    }
}

void IssueBoard::drawColumn(QPainter &painter, int column, const QRect &area) const
{
    const Scheme scheme = currentScheme(this);
    const bool target = column == m_drop;
    const QRectF frame = QRectF(columnRect(column)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(color(target ? ColorRole::Accent : ColorRole::Line, scheme));
    painter.setBrush(mixed(color(ColorRole::Line, scheme), color(ColorRole::Window, scheme), 0.25));
    painter.drawRoundedRect(frame, metrics::cardRadius, metrics::cardRadius);

    painter.save();
    painter.setClipRect(columnRect(column).adjusted(0, m_head, 0, -1));
    const int pitch = m_cardHeight + kPadding - 2;
    const int first = std::max(0, (verticalScrollBar()->value() - m_cardHeight) / pitch);
    for (int row = first; row < count(column); ++row) {
        const Place place{column, row};
        const QRect box = cardRect(place);
        if (box.top() > area.bottom())
            break;
        const bool moving = isDragging() && (place == dragged() || m_selected.contains(idAt(place)));
        if (box.bottom() >= std::max(area.top(), m_head))
            drawCard(painter, box, describe(idAt(place)), place == current(), moving);
    }
    if (target && m_dropRow >= 0) {
        const QRect next = cardRect({column, m_dropRow});
        painter.setPen(QPen(color(ColorRole::Accent, scheme), 3, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(next.left(), next.top() - 4, next.right(), next.top() - 4);
    }
    painter.restore();
    drawHead(painter, column);
}

/// The name goes down the strip, a letter below the other, as on the back of a book.
void IssueBoard::drawNarrow(QPainter &painter, int column) const
{
    const Scheme scheme = currentScheme(this);
    const bool target = column == m_drop;
    const QRect box = columnRect(column);
    painter.setPen(QPen(color(target ? ColorRole::Accent : ColorRole::Line, scheme), 1,
                        count(column) == 0 && !target ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(target ? color(ColorRole::WeakAccent, scheme) : Qt::transparent);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius,
                            metrics::cardRadius);
    painter.setFont(scaledFont(this, type::secondary, true));
    painter.setPen(color(count(column) == 0 ? ColorRole::SecondaryText : ColorRole::Text, scheme));
    painter.drawText(QRect(box.left(), 8, box.width(), m_head - 12), Qt::AlignCenter,
                     QString::number(count(column)));
    painter.setFont(scaledFont(this, type::body, count(column) > 0));
    const int step = painter.fontMetrics().height() + 1;
    int top = m_head + 4;
    for (const QChar letter : issueStageText(static_cast<IssueStage>(column))) {
        painter.drawText(QRect(box.left(), top, box.width(), step), Qt::AlignCenter, QString(letter));
        top += step;
    }
}

void IssueBoard::drawHead(QPainter &painter, int column) const
{
    const Scheme scheme = currentScheme(this);
    const QRect box(columnRect(column).topLeft(), QSize(columnRect(column).width(), m_head));
    const QFont bold = scaledFont(this, type::body, true);
    const QFontMetrics size(bold);
    const QRect line = box.adjusted(12, 2, -12, 0);
    const QString number = QString::number(count(column));
    painter.setFont(scaledFont(this, type::secondary));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, tr("%1件").arg(number));
    const int taken = painter.fontMetrics().horizontalAdvance(tr("%1件").arg(number)) + metrics::xs;
    painter.setFont(bold);
    painter.setPen(color(ColorRole::Text, scheme));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     size.elidedText(issueStageText(static_cast<IssueStage>(column)), Qt::ElideRight,
                                     line.width() - taken));
}

void IssueBoard::drawCard(QPainter &painter, const QRect &box, const Card &shown, bool current,
                          bool faint) const
{
    const Scheme scheme = currentScheme(this);
    const bool focused = current && hasFocus();
    const bool chosen = m_selected.contains(shown.id);
    const QRectF frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(color(focused || chosen ? ColorRole::Accent : ColorRole::Line, scheme),
                        focused ? 2 : 1, faint ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(color(chosen ? ColorRole::WeakAccent : ColorRole::Card, scheme));
    painter.drawRoundedRect(frame, 6, 6);
    if (faint)
        return; // under way
    const QFont bold = scaledFont(this, type::body, true);
    const QFont small = scaledFont(this, type::secondary);
    const QFontMetrics smallSize(small);
    const QRect inside = box.adjusted(kPadding, 7, -kPadding, -7);
    painter.setPen(color(shown.closed ? ColorRole::SecondaryText : ColorRole::Text, scheme));
    TextLines(shown.title, bold, inside.width(), 2).paint(painter, inside, Qt::AlignLeft | Qt::AlignTop);
    QRect line(inside.left(), inside.top() + 2 * TextLines::pitch(bold) + 5, inside.width(),
               smallSize.height());
    painter.setFont(small);
    drawTags(painter, line, shown.scenes);
    line.translate(0, smallSize.height() + 5);
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.setFont(small);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     smallSize.elidedText(shown.about, Qt::ElideRight, line.width()));
    line.translate(0, smallSize.height() + 5);
    drawState(painter, line, shown);
}

/// Scenes as words on their colour; in black and white the words say it.
void IssueBoard::drawTags(QPainter &painter, const QRect &line, const QStringList &scenes) const
{
    const Scheme scheme = currentScheme(this);
    int left = line.left();
    for (const QString &scene : scenes) {
        const QString text = sceneTag(scene);
        const int width = painter.fontMetrics().horizontalAdvance(text) + 8;
        if (left + width > line.right() + 1) {
            painter.setPen(color(ColorRole::SecondaryText, scheme));
            painter.drawText(QRect(left, line.top(), 12, line.height()), Qt::AlignVCenter,
                             QStringLiteral("…"));
            return;
        }
        const QColor ink = sceneInk(scene, scheme);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(ink, color(ColorRole::Card, scheme), 0.14));
        painter.drawRoundedRect(QRectF(left, line.top() - 1, width, line.height() + 2), kTagRadius,
                                kTagRadius);
        painter.setPen(ink);
        painter.drawText(QRect(left, line.top(), width, line.height()), Qt::AlignCenter, text);
        left += width + 4;
    }
}

/// How it stands at the left, what is behind it at the right.
void IssueBoard::drawState(QPainter &painter, const QRect &line, const Card &shown) const
{
    const Scheme scheme = currentScheme(this);
    const QFont small = scaledFont(this, type::secondary);
    QFont strong = scaledFont(this, type::secondary, true);
    const int behind = QFontMetrics(small).horizontalAdvance(shown.evidence);
    painter.setFont(small);
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shown.evidence);
    const QRect room = line.adjusted(0, 0, -(behind > 0 ? behind + 8 : 0), 0);
    if (!shown.review.isEmpty()) {
        painter.setFont(strong);
        painter.setPen(color(shown.remains ? ColorRole::Down : ColorRole::Accent, scheme));
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(strong).elidedText(shown.review, Qt::ElideRight, room.width()));
        const int used = QFontMetrics(strong).horizontalAdvance(shown.review) + 6;
        painter.setFont(small);
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        const QRect rest = room.adjusted(used, 0, 0, 0);
        if (rest.width() > QFontMetrics(small).horizontalAdvance(shown.age))
            painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, shown.age);
        return;
    }
    QString text = shown.age.isEmpty() ? shown.state : tr("%1 %2").arg(shown.state, shown.age);
    if (QFontMetrics(small).horizontalAdvance(text) > room.width())
        text = shown.state; // half an age says nothing
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(text, Qt::ElideRight, room.width()));
}

} // namespace tane
