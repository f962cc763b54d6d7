#include "paper/papertext.h"

#include "base/wordbreak.h"
#include "paper/palette.h"
#include "paper/wordlines.h"

#include <QFont>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace tane {

namespace {

// Text is laid out at a hundredth of a millimetre, so that rounding of the font engine cannot be seen and no
// hinting happens.
constexpr double kUnits = 100;
constexpr double kNoLimit = 1e7;

/// BIZ UDPMincho, which PDF readers read as they do BIZ UDPGothic (measured); other faces lose digits.
QString minchoFamily()
{
    static const QString family = [] {
        const QString gothic = japaneseFamily(); // loads the program's own fonts
        const QStringList present = QFontDatabase::families();
        for (const QString &wanted : {QStringLiteral("BIZ UDPMincho"), QStringLiteral("BIZ UDPMincho Medium"),
                                      QStringLiteral("BIZ UDP明朝"), QStringLiteral("BIZ UDP明朝 Medium")})
            if (present.contains(wanted))
                return wanted;
        return gothic;
    }();
    return family;
}

QFont paperFont(const TextStyle &style)
{
    QFont font(style.mincho ? minchoFamily() : japaneseFamily());
    font.setPixelSize(std::max(1, qRound(style.sizeMm * kUnits)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// The font with the space between its characters that makes the text as wide as asked for; never narrower.
QFont spreadFont(QFont font, const QString &text, double width)
{
    const double spare = width - QFontMetricsF(font).horizontalAdvance(text);
    if (text.size() > 1 && spare > 0)
        font.setLetterSpacing(QFont::AbsoluteSpacing, spare / static_cast<double>(text.size() - 1));
    return font;
}

QString prepared(const QString &text)
{
    QString result = text;
    result.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    result.replace(QChar(0x3000), QLatin1Char(' '));
    result.replace(QLatin1Char('\t'), QLatin1Char(' '));
    result.replace(QLatin1Char('\n'), QChar(QChar::LineSeparator));
    result.replace(QLatin1Char('\r'), QChar(QChar::LineSeparator));
    return result;
}

bool wantsOutlines(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    return engine != nullptr &&
           (engine->type() == QPaintEngine::Raster || engine->type() == QPaintEngine::SVG);
}

} // namespace

PaperText::PaperText(const QString &text, const TextStyle &style, double widthMm)
    : m_style(style)
{
    const QString words = prepared(text);
    const QFont font = paperFont(style);
    const bool spread = style.spread && widthMm > 0;
    m_layout =
        std::make_shared<QTextLayout>(words, spread ? spreadFont(font, words, widthMm * kUnits) : font);
    m_layout->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    // The space after the last character counts, too: what is spread has no limit.
    const double limit = widthMm < 0 || spread ? kNoLimit : std::max(widthMm, style.sizeMm) * kUnits;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        const double indent = m_count == 0 ? style.indentMm * kUnits : 0;
        line.setLineWidth(std::max(limit - indent, style.sizeMm * kUnits));
        line.setPosition(QPointF(indent, 0));
        ++m_count;
    }
    m_layout->endLayout();
    m_boxWidth = widthMm < 0 ? width() : widthMm;
}

PaperText PaperText::balanced(const QString &text, const TextStyle &style, double widthMm)
{
    PaperText best(text, style, widthMm);
    if (best.lineCount() < 2 || widthMm < 0)
        return best;
    constexpr double step = 0.25; // em: finer than a character
    double width = best.width() - style.sizeMm * step;
    for (; width > style.sizeMm * 2; width -= style.sizeMm * step) {
        PaperText narrower(text, style, width);
        if (narrower.lineCount() > best.lineCount())
            break;
        best = narrower;
    }
    best.m_boxWidth = widthMm;
    return best;
}

WordLines wordLines(const QString &text, const TextStyle &style, double widthMm)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QChar joiner(0x2060);
    WordLines result;
    QStringList lines;
    for (const QString &paragraph : withKeptWords(text).split(u'\n')) {
        QTextLayout layout(paragraph, paperFont(style));
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(widthMm * kUnits);
            const QString part = paragraph.mid(line.textStart(), line.textLength());
            result.torn = result.torn || part.startsWith(joiner) || part.endsWith(joiner);
            lines << withoutJoiners(part);
        }
        layout.endLayout();
    }
    result.text = lines.join(u'\n');
    return result;
}

double PaperText::width() const
{
    double widest = 0;
    for (int i = m_first; i < m_first + m_count; ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth() / kUnits);
    return widest;
}

PaperText PaperText::lines(int first, int count) const
{
    PaperText part = *this;
    const int start = std::clamp(first, 0, m_count);
    part.m_first = m_first + start;
    part.m_count = std::clamp(count, 0, m_count - start);
    return part;
}

double PaperText::startOf(int line) const
{
    const double spare = m_boxWidth * kUnits - m_layout->lineAt(m_first + line).naturalTextWidth();
    if (m_style.align & Qt::AlignRight)
        return spare;
    return m_style.align & Qt::AlignHCenter ? spare / 2 : 0;
}

std::vector<QRectF> PaperText::placesOf(const QString &word) const
{
    std::vector<QRectF> places;
    const QString text = m_count > 0 ? m_layout->text() : QString();
    for (qsizetype at = text.indexOf(word); at >= 0 && !word.isEmpty(); at = text.indexOf(word, at + 1)) {
        for (int i = 0; i < m_count; ++i) {
            const QTextLine line = m_layout->lineAt(m_first + i);
            const int from = std::max(static_cast<int>(at), line.textStart());
            const int to = std::min(static_cast<int>(at + word.size()), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const double left = startOf(i) + line.cursorToX(from), right = startOf(i) + line.cursorToX(to);
            places.emplace_back(left / kUnits, i * lineHeight(), (right - left) / kUnits, lineHeight());
        }
    }
    return places;
}

void PaperText::paint(QPainter &painter, QPointF topLeft, const QColor &ink) const
{
    if (m_count == 0)
        return;
    const bool outlines = wantsOutlines(painter);
    painter.save();
    painter.translate(topLeft);
    painter.scale(1 / kUnits, 1 / kUnits);
    painter.setPen(ink);
    for (int i = 0; i < m_count; ++i) {
        const QTextLine line = m_layout->lineAt(m_first + i);
        const double x = startOf(i);
        const double slack = lineHeight() * kUnits - line.height();
        const QPointF origin(x, i * lineHeight() * kUnits + slack / 2);
        if (outlines)
            paintOutlines(painter, origin, m_first + i, ink);
        else
            line.draw(&painter, origin);
    }
    painter.restore();
}

void PaperText::paintOutlines(QPainter &painter, QPointF origin, int line, const QColor &ink) const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QList<QGlyphRun> runs = m_layout->lineAt(line).glyphRuns();
    for (const QGlyphRun &run : runs) {
        const QRawFont font = run.rawFont();
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i)
            path.addPath(font.pathForGlyph(glyphs.at(i)).translated(positions.at(i) + origin));
    }
    painter.fillPath(path, ink);
}

} // namespace tane
