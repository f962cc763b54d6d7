#include "paper/papertext.h"

#include "paper/palette.h"

#include <QFont>
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

QFont paperFont(const TextStyle &style)
{
    QFont font(japaneseFamily());
    font.setPixelSize(std::max(1, qRound(style.sizeMm * kUnits)));
    font.setBold(style.bold);
    font.setHintingPreference(QFont::PreferNoHinting);
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
    m_layout = std::make_shared<QTextLayout>(prepared(text), paperFont(style));
    m_layout->setCacheEnabled(true);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    const double limit = widthMm < 0 ? kNoLimit : std::max(widthMm, style.sizeMm) * kUnits;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(limit);
        line.setPosition(QPointF(0, 0));
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
        const double spare = m_boxWidth * kUnits - line.naturalTextWidth();
        double x = 0;
        if (m_style.align & Qt::AlignRight)
            x = spare;
        else if (m_style.align & Qt::AlignHCenter)
            x = spare / 2;
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
