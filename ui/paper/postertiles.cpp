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
            // What lies beyond the window is covered: nothing may be clipped.
            const QSizeF sheet = tiling.sheet;
            tile.fill(QRectF(0, 0, sheet.width(), window.top()), Qt::white);
            tile.fill(QRectF(0, window.bottom(), sheet.width(), sheet.height() - window.bottom()), Qt::white);
            tile.fill(QRectF(0, 0, window.left(), sheet.height()), Qt::white);
            tile.fill(QRectF(window.right(), 0, sheet.width() - window.right(), sheet.height()), Qt::white);
            addCutMarks(tile, window);
            addOverlaps(tile, window, column + 1 < tiling.columns, row + 1 < tiling.rows);
            // Where the sheet itself ends inside this one.
            const QRectF edge = whole.translated(window.topLeft() - part.topLeft());
            if (edge.right() < window.right() - 0.01)
                dashed(tile, {edge.right(), window.top()},
                       {edge.right(), std::min(edge.bottom(), window.bottom())}, Qt::black, 0.2);
            if (edge.bottom() < window.bottom() - 0.01)
                dashed(tile, {window.left(), edge.bottom()},
                       {std::min(edge.right(), window.right()), edge.bottom()}, Qt::black, 0.2);
            tile.text(
                fitted(placeText(tiling, column, row), {.sizeMm = 3.2, .leading = 1.2}, window.width() - 20),
                {window.left() + 10, window.bottom() + 2.5}, Qt::black);
            tiles.push_back(std::move(tile));
        }
    return tiles;
}

} // namespace tane
