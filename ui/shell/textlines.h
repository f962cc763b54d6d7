#pragma once

#include <QFont>
#include <QStringList>

class QPainter;
class QRect;

namespace tane {

/// Text broken into lines for a delegate or a paint event. BIZ UDPGothic has no leading of its own, so lines
/// get theirs here; a text longer than `mostLines` ends in "…", and two lines are about the same length.
class TextLines
{
public:
    TextLines(const QString &text, const QFont &font, int width, int mostLines);

    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    [[nodiscard]] int count() const { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int height() const { return count() * m_pitch; }
    /// From one baseline to the next, in pixels.
    [[nodiscard]] static int pitch(const QFont &font);
    /// With the painter's pen. Gives the first line's box: what stands beside the text is aligned to it.
    QRect paint(QPainter &painter, const QRect &room, Qt::Alignment alignment) const;

private:
    QFont m_font;
    int m_pitch;
    QStringList m_lines;
};

} // namespace tane
