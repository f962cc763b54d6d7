#include "paper/kitdrawing.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tane {

namespace {

constexpr std::array<QRgb, 8> kGroups{0xff17695a, 0xff2f6fb2, 0xffa8560b, 0xff6b4fa0,
                                      0xffb83d22, 0xff46565f, 0xff7d6200, 0xff9c3573};

} // namespace

QColor groupColor(int number)
{
    const auto count = static_cast<int>(kGroups.size());
    return QColor::fromRgba(kGroups.at(static_cast<std::size_t>((std::max(number, 1) - 1) % count)));
}

namespace kitdrawing {

PaperText fitted(const QString &text, TextStyle style, double width, int lines, double smallest)
{
    constexpr double step = 0.95;
    PaperText made = PaperText::balanced(text, style, width);
    while ((made.lineCount() > lines || made.width() > width + 0.01) && style.sizeMm * step >= smallest) {
        style.sizeMm *= step;
        made = PaperText::balanced(text, style, width);
    }
    return made;
}

QString inTwoLines(const QString &title)
{
    static const QString marks = QStringLiteral("、・をにはとが"),
                         notBefore = QStringLiteral("、・。）をにはとがも");
    qsizetype best = 0;
    for (qsizetype i = 1; i < title.size(); ++i)
        if (marks.contains(title.at(i - 1)) && !notBefore.contains(title.at(i)) &&
            std::max(i, title.size() - i) < std::max(best, title.size() - best))
            best = i;
    return best == 0 ? title : QString(title.first(best) + u'\n' + title.sliced(best));
}

void centred(PaperDrawing &page, const PaperText &text, const QRectF &area, const QColor &colour)
{
    page.text(text, {area.left(), area.center().y() - text.height() / 2}, colour);
}

void dashed(PaperDrawing &page, QPointF from, QPointF to, const QColor &colour, double width)
{
    constexpr double dash = 3, gap = 2;
    const QPointF way = to - from;
    const double length = std::hypot(way.x(), way.y());
    for (double at = 0; at < length; at += dash + gap)
        page.line(from + way * (at / length), from + way * (std::min(at + dash, length) / length), colour,
                  width);
}

void groupBlock(PaperDrawing &page, const QRectF &area, int number)
{
    page.fill(area, groupColor(number));
    const int round = (std::max(number, 1) - 1) / static_cast<int>(kGroups.size());
    const double unit = std::min(area.width(), area.height()) / 20;
    for (int i = 0; i < std::min(round, 3); ++i) {
        const double y = area.bottom() - unit * (1.6 + 1.8 * i);
        page.fill(QRectF(area.left(), y - unit * 0.7, area.width(), unit * 0.7), Qt::white);
    }
}

QColor ink(ColorRole role)
{
    return color(role, Scheme::Paper);
}

} // namespace kitdrawing

} // namespace tane
