#include "shell/textlines.h"

#include <QFontInfo>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace tane {

TextLines::TextLines(const QString &text, const QFont &font, int width, int mostLines)
    : m_font(font)
    , m_pitch(pitch(font))
{
    const QFontMetrics fm(font);
    const QStringList paragraphs = text.split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(width, 1));
            if (count() + 1 == mostLines) {
                m_lines += fm.elidedText(paragraph.mid(line.textStart()), Qt::ElideRight, width);
                layout.endLayout();
                return;
            }
            m_lines += paragraph.mid(line.textStart(), line.textLength());
        }
        layout.endLayout();
    }
}

int TextLines::pitch(const QFont &font)
{
    return std::max(QFontMetrics(font).height(), qRound(QFontInfo(font).pixelSize() * 1.4));
}

QRect TextLines::paint(QPainter &painter, const QRect &room, Qt::Alignment alignment) const
{
    int top = room.top();
    if (alignment.testFlag(Qt::AlignVCenter))
        top += (room.height() - height()) / 2;
    else if (alignment.testFlag(Qt::AlignBottom))
        top += room.height() - height();
    painter.setFont(m_font);
    const Qt::Alignment across = alignment & Qt::AlignHorizontal_Mask;
    for (int i = 0; i < count(); ++i)
        painter.drawText(QRect(room.left(), top + i * m_pitch, room.width(), m_pitch),
                         static_cast<int>(across | Qt::AlignVCenter | Qt::TextSingleLine), m_lines.at(i));
    return {room.left(), top, room.width(), m_pitch};
}

} // namespace tane
