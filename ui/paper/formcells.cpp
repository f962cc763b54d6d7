#include "paper/formcells.h"

#include <algorithm>

namespace tane {

namespace {

constexpr double kLeading = 1.42;

bool isStrong(FormTableCell::Style style)
{
    return style == FormTableCell::Style::Head || style == FormTableCell::Style::Band ||
           style == FormTableCell::Style::BlockI || style == FormTableCell::Style::BlockII ||
           style == FormTableCell::Style::BlockIII;
}

Qt::Alignment sideOf(FormTableCell::Align align)
{
    switch (align) {
    case FormTableCell::Align::Left:
        return Qt::AlignLeft;
    case FormTableCell::Align::Centre:
        return Qt::AlignHCenter;
    case FormTableCell::Align::Right:
        return Qt::AlignRight;
    }
    Q_UNREACHABLE();
}

} // namespace

FormCellText::FormCellText(const FormTableCell &cell, const FormMetrics &metrics, double widthMm)
{
    const double width = widthMm - 2 * kCellPadX;
    const bool note = cell.style == FormTableCell::Style::Note;
    const TextStyle style{.sizeMm = note ? metrics.small() : metrics.body,
                          .bold = isStrong(cell.style),
                          .align = sideOf(cell.align),
                          .leading = kLeading};
    if (!cell.text.isEmpty())
        for (const QString &paragraph : cell.text.split(u'\n'))
            add(paragraph, style, width, cell.bullets, note);
    if (cell.remark.isEmpty())
        return;
    const TextStyle small{.sizeMm = metrics.small(), .align = style.align, .leading = kLeading};
    for (const QString &paragraph : cell.remark.split(u'\n'))
        add(paragraph, small, width, false, true);
}

void FormCellText::add(const QString &paragraph, const TextStyle &style, double width, bool bullet,
                       bool quiet)
{
    const double indent = bullet ? style.sizeMm : 0;
    // An empty line takes its room, too.
    const PaperText text(paragraph.isEmpty() ? QStringLiteral(" ") : paragraph, style, width - indent);
    for (int i = 0; i < text.lineCount(); ++i) {
        Line line{text.lines(i, 1), {}, indent, text.lineHeight(), quiet};
        if (bullet && i == 0)
            line.mark = PaperText(QStringLiteral("・"), style);
        m_lines.push_back(std::move(line));
    }
}

double FormCellText::height(std::size_t first) const
{
    double sum = 0;
    for (std::size_t i = first; i < m_lines.size(); ++i)
        sum += m_lines[i].height;
    return sum > 0 ? sum + 2 * kCellPadY : 0;
}

std::size_t FormCellText::fitting(std::size_t first, double height) const
{
    constexpr double hair = 1e-6;
    double sum = 2 * kCellPadY;
    std::size_t count = 0;
    while (first + count < m_lines.size() && sum + m_lines[first + count].height <= height + hair)
        sum += m_lines[first + count++].height;
    return count;
}

void FormCellText::draw(PaperDrawing &drawing, const QRectF &area, std::size_t first, std::size_t count,
                        bool middle) const
{
    double sum = 0;
    for (std::size_t i = first; i < first + count; ++i)
        sum += m_lines[i].height;
    double y = area.top() + (middle ? std::max((area.height() - sum) / 2, 0.0) : kCellPadY);
    for (std::size_t i = first; i < first + count; ++i) {
        const Line &line = m_lines[i];
        const QColor ink = color(line.quiet ? ColorRole::SecondaryText : ColorRole::Text, Scheme::Paper);
        // The dot stands in the middle of its em: half of that is empty at its left.
        drawing.text(line.mark, {area.left() + kCellPadX - line.indent * 0.25, y}, ink);
        drawing.text(line.text, {area.left() + kCellPadX + line.indent * 0.75, y}, ink);
        y += line.height;
    }
}

void ruleArea(PaperDrawing &drawing, const QRectF &area, const QColor &colour, double pen)
{
    drawing.polyline(QPolygonF(area), colour, pen);
}

void fillCell(PaperDrawing &drawing, const QRectF &area, FormTableCell::Style style)
{
    const QColor fill = QColor::fromRgb(fillOf(style));
    if (fill != QColor(Qt::white))
        drawing.fill(area, fill);
}

} // namespace tane
