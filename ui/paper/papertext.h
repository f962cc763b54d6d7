#pragma once

#include <QColor>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace tane {

/// How a run of text is set on paper. Sizes are millimetres of the em square (10.5 pt = 3.7 mm).
struct TextStyle
{
    double sizeMm = 3.2;
    bool bold = false;
    Qt::Alignment align = Qt::AlignLeft;
    double leading = 1.35; ///< line height in ems
    bool mincho = false;   ///< where there is a Mincho whose text stays searchable; else Gothic as usual
    double indentMm = 0;   ///< of the first line
    bool spread = false;   ///< a single line with its characters spread over the whole width
};

/// A block of text, broken into lines and measured in millimetres, independent of any device: the same block
/// takes the same room in PDF, PNG, SVG and print. Cheap to copy. Ideographic spaces become ordinary ones,
/// because PDF readers lose them.
class PaperText
{
public:
    PaperText() = default;
    /// Broken to `widthMm`, by the rules of Japanese; a negative width never breaks. A line feed in the text
    /// breaks.
    PaperText(const QString &text, const TextStyle &style, double widthMm = -1);

    /// The same with lines of about the same length: Japanese breaks anywhere, and one character alone in the
    /// last line looks like a slip. Takes no more lines.
    [[nodiscard]] static PaperText balanced(const QString &text, const TextStyle &style, double widthMm);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] int lineCount() const { return m_count; }
    /// Of the widest line.
    [[nodiscard]] double width() const;
    /// Of the box the lines are aligned in: the given width, or that of the widest line.
    [[nodiscard]] double boxWidth() const { return m_boxWidth; }
    [[nodiscard]] double height() const { return m_count * lineHeight(); }
    [[nodiscard]] double lineHeight() const { return m_style.sizeMm * m_style.leading; }
    /// A part of the lines, for what is carried over to the next page.
    [[nodiscard]] PaperText lines(int first, int count) const;
    /// Where a word stands, each time and in each line, in millimetres from the top left corner.
    [[nodiscard]] std::vector<QRectF> placesOf(const QString &word) const;

    /// Paints with the painter's unit being a millimetre. On pictures (raster, SVG) as outlines, which look
    /// the same everywhere; elsewhere as text, which stays searchable.
    void paint(QPainter &painter, QPointF topLeft, const QColor &ink) const;

private:
    /// From the left edge of the box to where a line begins, in units of the layout.
    [[nodiscard]] double startOf(int line) const;
    void paintOutlines(QPainter &painter, QPointF origin, int line, const QColor &ink) const;

    std::shared_ptr<QTextLayout> m_layout;
    TextStyle m_style;
    double m_boxWidth = 0;
    int m_first = 0;
    int m_count = 0;
};

} // namespace tane
