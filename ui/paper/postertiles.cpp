// A large sheet on A3 sheets that are glued together.
#include "paper/posterparts.h"

#include <algorithm>
#include <cmath>

namespace tane {

using namespace kitdrawing;

namespace {

/// As many windows of `window` as cover `length`, each overlapping the one before.
int tilesAlong(double length, double window)
{
    return std::max(
        1, static_cast<int>(std::ceil((length - Tiling::overlap) / (window - Tiling::overlap) - 1e-9)));
}

QSizeF windowOf(const QSizeF &sheet)
{
    return {sheet.width() - 2 * Tiling::margin, sheet.height() - 2 * Tiling::margin};
}

Tiling tilingOn(const QSizeF &size, const QSizeF &sheet)
{
    const QSizeF window = windowOf(sheet);
    return {sheet, tilesAlong(size.width(), window.width()), tilesAlong(size.height(), window.height())};
}

/// What lies beyond the window is covered: nothing may be clipped. A little more than the sheet, as devices
/// round it to whole points.
void coverOutside(PaperDrawing &tile, const QRectF &window)
{
    constexpr double more = 2;
    const QRectF sheet = QRectF({}, tile.size()).adjusted(-more, -more, more, more);
    tile.fill(QRectF(sheet.topLeft(), QPointF(sheet.right(), window.top())), Qt::white);
    tile.fill(QRectF(QPointF(sheet.left(), window.bottom()), sheet.bottomRight()), Qt::white);
    tile.fill(QRectF(sheet.topLeft(), QPointF(window.left(), sheet.bottom())), Qt::white);
    tile.fill(QRectF(QPointF(window.right(), sheet.top()), sheet.bottomRight()), Qt::white);
}

/// Corners of the window, in the margin.
void addCutMarks(PaperDrawing &page, const QRectF &window)
{
    constexpr double from = 1.5, to = 7, width = 0.2;
    for (const double x : {window.left(), window.right()})
        for (const double y : {window.top(), window.bottom()}) {
            const double outX = x == window.left() ? -1 : 1, outY = y == window.top() ? -1 : 1;
            page.line({x + outX * from, y}, {x + outX * to, y}, Qt::black, width);
            page.line({x, y + outY * from}, {x, y + outY * to}, Qt::black, width);
        }
}

/// Where the next sheet comes to lie, as a broken line.
void addOverlaps(PaperDrawing &page, const QRectF &window, bool right, bool below)
{
    const QColor colour(0x80, 0x88, 0x85);
    const double x = window.right() - Tiling::overlap, y = window.bottom() - Tiling::overlap;
    if (right)
        dashed(page, {x, window.top()}, {x, window.bottom()}, colour, 0.2);
    if (below)
        dashed(page, {window.left(), y}, {window.right(), y}, colour, 0.2);
}

/// Where the large sheet itself ends inside this one.
void addEdges(PaperDrawing &page, const QRectF &window, const QRectF &edge)
{
    constexpr double near = 0.01, width = 0.2;
    const double right = std::min(edge.right(), window.right());
    const double below = std::min(edge.bottom(), window.bottom());
    if (edge.right() < window.right() - near)
        dashed(page, {right, window.top()}, {right, below}, Qt::black, width);
    if (edge.bottom() < window.bottom() - near)
        dashed(page, {window.left(), below}, {right, below}, Qt::black, width);
}

QString placeText(const Tiling &tiling, int column, int row)
{
    QStringList glue;
    if (column + 1 < tiling.columns)
        glue << Texts::tr("右");
    if (row + 1 < tiling.rows)
        glue << Texts::tr("下");
    QString text = Texts::tr("左から%1枚目・上から%2枚目（横%3×縦%4枚）")
                       .arg(column + 1)
                       .arg(row + 1)
                       .arg(tiling.columns)
                       .arg(tiling.rows);
    if (!glue.isEmpty())
        text += Texts::tr("　%1の点線まで次の紙を重ねて貼ります").arg(glue.join(QStringLiteral("と")));
    return text;
}

} // namespace

QRectF Tiling::part(int column, int row) const
{
    const QSizeF window = windowOf(sheet);
    return {QPointF(column * (window.width() - overlap), row * (window.height() - overlap)), window};
}

Tiling tilingOf(const QSizeF &size)
{
    const QSizeF a3(297, 420);
    const Tiling standing = tilingOn(size, a3), lying = tilingOn(size, a3.transposed());
    return lying.columns * lying.rows < standing.columns * standing.rows ? lying : standing;
}

std::vector<PaperDrawing> kitdrawing::tilesOf(const PaperDrawing &poster, const Tiling &tiling)
{
    std::vector<PaperDrawing> tiles;
    const QRectF window(QPointF(Tiling::margin, Tiling::margin), windowOf(tiling.sheet));
    const QRectF whole({}, poster.size());
    for (int row = 0; row < tiling.rows; ++row)
        for (int column = 0; column < tiling.columns; ++column) {
            const QRectF part = tiling.part(column, row);
            PaperDrawing tile;
            tile.setSize(tiling.sheet);
            tile.append(poster.touching(part), window.topLeft() - part.topLeft());
            coverOutside(tile, window);
            addCutMarks(tile, window);
            addOverlaps(tile, window, column + 1 < tiling.columns, row + 1 < tiling.rows);
            addEdges(tile, window, whole.translated(window.topLeft() - part.topLeft()));
            tile.text(
                fitted(placeText(tiling, column, row), {.sizeMm = 3.2, .leading = 1.2}, window.width() - 20),
                {window.left() + 10, window.bottom() + 2.5}, Qt::black);
            tiles.push_back(std::move(tile));
        }
    return tiles;
}

} // namespace tane
