#include "issues/controlcelldelegate.h"

#include "shell/widgets.h"

#include <QPainter>

namespace tane {

void ControlCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto look = m_look(index);
    if (!look)
        return GridDelegate::paint(painter, option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const Scheme scheme = currentScheme(option.widget);
    const QRect room = paintRow(painter, option, index);
    const QFont small = scaledFont(option.widget, type::secondary);
    painter->setFont(small);
    const QFontMetrics text(small);
    const int line = text.height() + 6;
    const bool both = !look->second.isEmpty();
    int top = room.center().y() - (both ? line : line / 2);
    int left = room.left();
    if (!look->chip.isEmpty()) {
        const QRect chip(left, top, text.horizontalAdvance(look->chip) + 2 * metrics::s, line);
        painter->setPen(Qt::NoPen);
        painter->setBrush(levelColor(look->state, look->states, scheme));
        painter->drawRoundedRect(chip.adjusted(0, 1, 0, 0), 4, 4);
        painter->setPen(onLevelColor(look->state, look->states, scheme));
        painter->drawText(chip, Qt::AlignCenter, look->chip);
        left = chip.right() + metrics::s;
    }
    const auto write = [&](const QString &words, int x, int y, ColorRole role) {
        const QRect area(x, y, room.right() - x, line);
        painter->setPen(color(role, scheme));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          text.elidedText(words, Qt::ElideRight, area.width()));
    };
    write(look->first, left, top, ColorRole::SecondaryText);
    top += line + 1;
    write(look->second, room.left(), top, look->warns ? ColorRole::ErrorText : ColorRole::SecondaryText);
    painter->restore();
}

} // namespace tane
