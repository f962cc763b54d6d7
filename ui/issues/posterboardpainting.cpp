// What PosterBoard looks like.
#include "issues/posterboard.h"

#include "paper/notepaper.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMark = 12; ///< size of the signs on a paper
constexpr double kTick = 17;

/// Text on a sticky note: black ink on light paper, light on dark.
QColor inkOf(Scheme scheme)
{
    return color(ColorRole::Text, scheme);
}

} // namespace

void PosterBoard::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
    painter.scale(m_zoom, m_zoom);
    const Scheme scheme = currentScheme(this);
    const QRect seen(toSheet(event->rect().topLeft()), toSheet(event->rect().bottomRight()));
    const QRectF sheet(0.5, 0.5, m_layout.size().width() - 1, m_layout.size().height() - 1);
    painter.setPen(QPen(color(ColorRole::Line, scheme), 1));
    painter.setBrush(color(ColorRole::Card, scheme));
    painter.drawRoundedRect(sheet, metrics::cardRadius, metrics::cardRadius);
    drawName(painter);
    for (const PosterField &field : m_layout.fields())
        if (field.box.intersects(seen))
            drawField(painter, field);
    for (const PosterItem &each : m_layout.items())
        if (each.key.kind == PosterKey::Kind::Cluster && each.frame.intersects(seen))
            drawClusterFrame(painter, each);
    for (const PosterItem &each : m_layout.items())
        if (each.box.adjusted(-4, -4, 4, 4).intersects(seen))
            drawPaper(painter, each, m_dragging && isChosen(each.key));
    if (m_dragging) {
        drawDragged(painter);
        drawTarget(painter);
    } else if (m_banding && m_pointer != m_pressed) {
        const QColor accent = color(ColorRole::Accent, scheme);
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        painter.setBrush(mixed(accent, Qt::transparent, 0.1));
        painter.drawRect(QRect(toSheet(m_pressed), toSheet(m_pointer)).normalized());
    }
}

/// グループ名 and the line below it, as on the printed sheet.
void PosterBoard::drawName(QPainter &painter) const
{
    const Scheme scheme = currentScheme(this);
    const QRect box = m_layout.nameBox().adjusted(2, 0, -2, -6);
    painter.setFont(scaledFont(this, type::secondary));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    const QString caption = tr("グループ名");
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, caption);
    const int left = painter.fontMetrics().horizontalAdvance(caption) + 12;
    const QRect line(box.left() + left, box.top(), std::min(360, box.width() - left), box.height());
    painter.drawLine(line.bottomLeft(), line.bottomRight());
    painter.setFont(scaledFont(this, type::cardTitle, true));
    painter.setPen(color(ColorRole::Text, scheme));
    painter.drawText(
        line.adjusted(4, 0, 0, -2), Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(boardTitle(m_content.board), Qt::ElideRight, line.width() - 8));
}

void PosterBoard::drawField(QPainter &painter, const PosterField &field) const
{
    const Scheme scheme = currentScheme(this);
    const bool tray = field.tint < 0;
    const bool target = m_target.kind == Target::Kind::Field && m_target.place.scene == field.scene;
    const bool typing = m_typing == field.scene && m_writable;
    painter.setPen(QPen(color(ColorRole::Line, scheme), 1, tray ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(target ? color(ColorRole::WeakAccent, scheme) : QColor(Qt::transparent));
    painter.drawRect(QRectF(field.box).adjusted(0.5, 0.5, -0.5, -0.5));
    const QRect head(field.box.left() + 8, field.box.top() + 5, field.box.width() - 16,
                     field.content.top() - field.box.top() - 8);
    const QColor tint = tray           ? color(ColorRole::SecondaryText, scheme)
                        : field.isBand ? color(ColorRole::Text, scheme)
                                       : sceneTintColor(field.tint, scheme);
    painter.fillRect(QRect(head.left(), head.top() + 2, 4, head.height() - 4), tint);
    if (typing) { // where the next note goes
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(tint, color(ColorRole::Card, scheme), 0.14));
        painter.drawRoundedRect(QRectF(head).adjusted(8, 0, 0, 0), 4, 4);
    }
    const QFont bold = scaledFont(this, type::body, true), small = scaledFont(this, type::secondary);
    painter.setFont(small);
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    const QString count = field.count > 0 ? tr("%1枚").arg(field.count) : tr("—");
    const QString key = m_writable ? tr("Ctrl+%1").arg(field.key) : QString();
    const QString right = key.isEmpty() ? count : tr("%1　%2").arg(count, key);
    painter.drawText(head.adjusted(0, 0, -4, 0), Qt::AlignRight | Qt::AlignVCenter, right);
    const int room = head.width() - painter.fontMetrics().horizontalAdvance(right) - 28;
    painter.setFont(bold);
    painter.setPen(tray ? color(ColorRole::SecondaryText, scheme) : tint);
    painter.drawText(head.adjusted(12, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(field.title, Qt::ElideRight, room));
}

void PosterBoard::drawClusterFrame(QPainter &painter, const PosterItem &shown) const
{
    const Scheme scheme = currentScheme(this);
    const bool target = m_target.kind == Target::Kind::Cluster && m_target.id == shown.key.id;
    const QColor blue = headingPaper(scheme);
    painter.setPen(
        QPen(target ? color(ColorRole::Accent, scheme) : mixed(blue, inkOf(scheme), 0.85), target ? 2 : 1));
    painter.setBrush(target ? color(ColorRole::WeakAccent, scheme)
                            : mixed(blue, color(ColorRole::Card, scheme), 0.32));
    painter.drawRoundedRect(QRectF(shown.frame).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
}

void PosterBoard::drawPaper(QPainter &painter, const PosterItem &shown, bool faint) const
{
    const Scheme scheme = currentScheme(this);
    const bool heading = shown.key.kind == PosterKey::Kind::Cluster;
    const bool chosen = isChosen(shown.key);
    const bool onto = m_target.kind == Target::Kind::Note && m_target.id == shown.key.id && !heading;
    const bool current = hasFocus() && currentKey() == shown.key;
    const auto kind = static_cast<int>(shown.kind);
    const QColor paper = heading ? headingPaper(scheme) : notePaper(kind, scheme);
    const QRectF frame = QRectF(shown.box).adjusted(0.5, 0.5, -0.5, -0.5);
    if (faint) {
        painter.setPen(QPen(color(ColorRole::Line, scheme), 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(frame);
        return;
    }
    painter.setPen(Qt::NoPen);
    if (!heading) { // a breath of shadow: it is a paper on the sheet
        painter.setBrush(QColor(0, 0, 0, scheme == Scheme::Dark ? 70 : 22));
        painter.drawRect(frame.translated(0.8, 1.4));
    }
    painter.setBrush(paper);
    painter.drawRect(frame);
    if (!heading && noteMark(kind) != Qt::NoPen) {
        painter.setPen(QPen(noteMarkColor(kind, scheme), 2.5, noteMark(kind), Qt::FlatCap));
        painter.drawLine(frame.topLeft() + QPointF(0, 1.2), frame.topRight() + QPointF(0, 1.2));
    }
    if (onto || (current && !chosen)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(
            QPen(color(ColorRole::Accent, scheme), onto ? 3 : 2, onto ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(frame.adjusted(-1, -1, 1, 1));
    }
    painter.setPen(inkOf(scheme));
    const QRect room = shown.box.adjusted(PosterLayout::kPadding, PosterLayout::kPadding + (heading ? 0 : 1),
                                          -PosterLayout::kPadding, -2);
    shown.lines.paint(painter, room, Qt::AlignLeft | Qt::AlignTop);
    drawMarks(painter, shown, color(ColorRole::Accent, scheme));
    if (chosen)
        drawChosen(painter, frame);
}

/// A strong frame and a tick at the corner: seen at a glance among forty papers, and without colour, too.
void PosterBoard::drawChosen(QPainter &painter, const QRectF &frame) const
{
    const Scheme scheme = currentScheme(this);
    const QColor accent = color(ColorRole::Accent, scheme);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 3, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame.adjusted(-1, -1, 1, 1));
    const QRectF badge(frame.right() - kTick + 4, frame.top() - 4, kTick, kTick);
    painter.setPen(QPen(color(ColorRole::Card, scheme), 1.5));
    painter.setBrush(accent);
    painter.drawEllipse(badge);
    painter.setPen(QPen(color(ColorRole::AccentText, scheme), 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tick[] = {badge.topLeft() + QPointF(kTick * 0.28, kTick * 0.54),
                            badge.topLeft() + QPointF(kTick * 0.44, kTick * 0.69),
                            badge.topLeft() + QPointF(kTick * 0.73, kTick * 0.35)};
    painter.drawPolyline(tick, 3);
}

/// In the lower right corner: it became a card; a name may stand in it.
void PosterBoard::drawMarks(QPainter &painter, const PosterItem &shown, const QColor &ink) const
{
    if (shown.key.kind != PosterKey::Kind::Note)
        return;
    QRectF place(shown.box.right() - kMark - 1, shown.box.bottom() - kMark - 1, kMark, kMark);
    if (m_marks.carded.contains(shown.key.id)) {
        paintSymbol(painter, place, Symbol::Seed, ink);
        place.translate(-kMark - 3, 0);
    }
    if (m_marks.named.contains(shown.key.id))
        paintSymbol(painter, place, Symbol::Warning, color(ColorRole::HintText, currentScheme(this)));
}

void PosterBoard::drawDragged(QPainter &painter) const
{
    if (m_pressedItem < 0 || m_pressedItem >= cardCount())
        return;
    PosterItem moved = item(m_pressedItem);
    moved.box.translate(toSheet(m_pointer) - toSheet(m_pressed));
    painter.setOpacity(0.92);
    drawPaper(painter, moved);
    painter.setOpacity(1);
    if (m_chosen.size() < 2)
        return;
    const Scheme scheme = currentScheme(this);
    const QRectF badge(moved.box.right() - 10, moved.box.top() - 10, 22, 20);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Accent, scheme));
    painter.drawRoundedRect(badge, 9, 9);
    painter.setFont(scaledFont(this, type::secondary, true));
    painter.setPen(color(ColorRole::AccentText, scheme));
    painter.drawText(badge, Qt::AlignCenter, QString::number(m_chosen.size()));
}

/// What letting go would do, in a word beside the pointer.
void PosterBoard::drawTarget(QPainter &painter) const
{
    QString text;
    switch (m_target.kind) {
    case Target::Kind::None:
        return;
    case Target::Kind::Field: {
        const int field = m_layout.fieldOf(m_target.place.scene);
        const QString name = field < 0 ? QString() : m_layout.fields()[static_cast<std::size_t>(field)].title;
        text = m_target.place.x ? tr("「%1」のここに置く").arg(name) : tr("「%1」に並べる").arg(name);
        break;
    }
    case Target::Kind::Cluster:
        text = tr("この見出しの下に入れる");
        break;
    case Target::Kind::Note:
        text = tr("まとめて見出しを付ける");
        break;
    }
    const Scheme scheme = currentScheme(this);
    painter.setFont(scaledFont(this, type::secondary, true));
    const QSize size(painter.fontMetrics().horizontalAdvance(text) + 16, painter.fontMetrics().height() + 8);
    QRect box(toSheet(m_pointer) + QPoint(14, 18), size);
    box.moveRight(std::min(box.right(), m_layout.size().width() - 4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Text, scheme));
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(color(ColorRole::Card, scheme));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace tane
