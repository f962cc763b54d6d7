#include "shell/textlines.h"

#include "base/wordbreak.h"

#include <QFontInfo>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <optional>

namespace tane {

namespace {

/// Lines of a text that needs no more than two of them; nothing when it needs more.
std::optional<QStringList> upToTwoLines(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        if (lines.size() == 2)
            return std::nullopt;
        lines += withoutJoiners(text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

/// Two lines of about the same length, as Japanese breaks anywhere and a single character in the second line
/// looks like a slip. Found by halving: this runs while painting.
std::optional<QStringList> balancedLines(const QString &text, const QFont &font, int width)
{
    std::optional<QStringList> best = upToTwoLines(text, font, width);
    if (!best || best->size() < 2)
        return best;
    int tooNarrow = width / 3;
    int enough = width;
    while (enough - tooNarrow > 2) {
        const int middle = (tooNarrow + enough) / 2;
        if (auto lines = upToTwoLines(text, font, middle)) {
            best = std::move(lines);
            enough = middle;
        } else {
            tooNarrow = middle;
        }
    }
    return best;
}

} // namespace

TextLines::TextLines(const QString &text, const QFont &font, int width, int mostLines)
    : m_font(font)
    , m_pitch(pitch(font))
{
    const QFontMetrics fm(font);
    const QString kept = withKeptWords(text);
    const QStringList paragraphs = kept.split(u'\n');
    if (paragraphs.size() == 1 && mostLines >= 2) {
        if (auto lines = balancedLines(kept, font, width)) {
            m_lines = std::move(*lines);
            return;
        }
    }
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(width, 1));
            if (count() + 1 == mostLines) {
                m_lines +=
                    fm.elidedText(withoutJoiners(paragraph.mid(line.textStart())), Qt::ElideRight, width);
                layout.endLayout();
                return;
            }
            m_lines += withoutJoiners(paragraph.mid(line.textStart(), line.textLength()));
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
