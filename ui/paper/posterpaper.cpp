// The poster sheet of 図表-81, in any size, and the A3 guide for drawing its frame by hand.
#include "paper/posterparts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tane {

using namespace kitdrawing;

namespace {

struct Entry
{
    PosterPaper paper;
    const char *name;
    QSizeF size;
};

constexpr std::array kPapers{
    Entry{PosterPaper::Shiroku, "四六判", {788, 1091}}, Entry{PosterPaper::A0, "A0", {841, 1189}},
    Entry{PosterPaper::A1, "A1", {594, 841}},           Entry{PosterPaper::A2, "A2", {420, 594}},
    Entry{PosterPaper::A3, "A3", {297, 420}},           Entry{PosterPaper::A3Tiles, "A3x", {788, 1091}}};

/// Scenes beside each other in each row.
std::vector<int> rowsOf(int scenes, bool lying)
{
    switch (scenes) {
    case 1:
        return {1};
    case 2:
        return lying ? std::vector{2} : std::vector{1, 1};
    case 3:
        return lying ? std::vector{3} : std::vector{1, 1, 1};
    case 4:
        return {2, 2};
    case 5:
        return lying ? std::vector{3, 2} : std::vector{2, 2, 1};
    default:
        return lying ? std::vector{3, 3} : std::vector{2, 2, 2};
    }
}

/// Notes side by side from the top left, headings first; all smaller where they are too many.
void drawNotes(PaperDrawing &page, const std::vector<PosterNote> &notes, const QRectF &area, double unit)
{
    constexpr double high = 75, own = 75, heading = 100, gap = 6;
    std::vector<PosterNote> sorted = notes;
    std::ranges::stable_partition(sorted, &PosterNote::heading);
    const auto place = [&](double u, bool draw) {
        double x = area.left(), y = area.top();
        for (const PosterNote &note : sorted) {
            const double wide = (note.heading ? heading : own) * u;
            if (x > area.left() && x + wide > area.right()) {
                x = area.left();
                y += (high + gap) * u;
            }
            if (draw) {
                const QRectF paper(x, y, wide, high * u);
                page.fill(paper, note.heading ? QColor(0xd3, 0xe5, 0xf5) : QColor(0xff, 0xf4, 0xbf));
                page.outline(paper, ink(ColorRole::Line), 0.6 * u);
                const QRectF words = paper.adjusted(4 * u, 4 * u, -4 * u, -4 * u);
                const double size = (note.heading ? 13 : 10.5) * u;
                PaperText text =
                    fitted(note.text, {.sizeMm = size, .bold = note.heading, .leading = 1.25}, words.width(),
                           static_cast<int>(words.height() / (size * 1.25)), 4 * u);
                const auto fits = static_cast<int>(words.height() / text.lineHeight());
                page.text(text.lines(0, std::max(fits, 1)), words.topLeft(), Qt::black);
            }
            x += wide + gap * u;
        }
        return y + high * u;
    };
    double u = unit;
    while (place(u, false) > area.bottom() && u > unit / 8)
        u *= 0.95;
    place(u, true);
}

void drawScene(PaperDrawing &page, const PosterScene &scene, int index, const QRectF &cell, double unit)
{
    page.outline(cell, QColor(0x40, 0x48, 0x45), 1.6 * unit);
    const QRectF mark(cell.left() + 8 * unit, cell.top() + 9 * unit, 7 * unit, 26 * unit);
    page.fill(mark, sceneColor(index));
    centred(page,
            fitted(scene.title, {.sizeMm = 24 * unit, .bold = true, .leading = 1.15},
                   cell.width() - 36 * unit, 1, 8 * unit),
            QRectF(mark.right() + 6 * unit, mark.top(), cell.width() - 36 * unit, mark.height()), Qt::black);
    drawNotes(page, scene.notes, cell.adjusted(10 * unit, 44 * unit, -10 * unit, -8 * unit), unit);
}

PaperDrawing drawPoster(const PosterContent &poster, const QSizeF &size)
{
    PaperDrawing page;
    page.setSize(size);
    const double unit = unitOf(size);
    const PosterFrame frame = posterFrame(size, static_cast<int>(poster.scenes.size()));
    const PaperText caption(Texts::tr("グループ名"), {.sizeMm = 20 * unit, .bold = true, .leading = 1.15});
    centred(page, caption, frame.name.adjusted(4 * unit, 0, 0, 0), Qt::black);
    const double x = frame.name.left() + caption.width() + 20 * unit;
    const double wide = std::min(frame.name.right() - x, 520 * unit);
    page.fill(QRectF(x, frame.name.bottom() - 10 * unit, wide, 1.2 * unit), Qt::black);
    centred(page,
            fitted(poster.group, {.sizeMm = 40 * unit, .bold = true, .leading = 1.1}, wide - 10 * unit, 1,
                   8 * unit),
            QRectF(x + 6 * unit, frame.name.top(), wide, frame.name.height() - 12 * unit), Qt::black);
    for (std::size_t i = 0; i < poster.scenes.size() && i < frame.scenes.size(); ++i)
        drawScene(page, poster.scenes[i], static_cast<int>(i), frame.scenes[i], unit);
    page.outline(frame.band, QColor(0x40, 0x48, 0x45), 1.6 * unit);
    page.fill(QRectF(frame.band.left(), frame.band.top(), 9 * unit, frame.band.height()), Qt::black);
    page.text(fitted(poster.band, {.sizeMm = 24 * unit, .bold = true, .leading = 1.15},
                     frame.band.width() - 40 * unit, 1, 8 * unit),
              {frame.band.left() + 20 * unit, frame.band.top() + 8 * unit}, Qt::black);
    drawNotes(page, poster.bandNotes, frame.band.adjusted(20 * unit, 44 * unit, -10 * unit, -8 * unit), unit);
    return page;
}

} // namespace

double kitdrawing::unitOf(const QSizeF &size)
{
    constexpr double shiroku = 788; // the shorter side of the sheet all measures are for
    return std::min(size.width(), size.height()) / shiroku;
}

QColor kitdrawing::sceneColor(int scene)
{
    // The four scenes, as everywhere in the program; further ones in the colours of groups.
    constexpr std::array<QRgb, 4> scenes{0xff2e7d5b, 0xff2f6fb2, 0xffc4472b, 0xff6b4fa0};
    return scene < 4 ? QColor::fromRgba(scenes.at(static_cast<std::size_t>(scene))) : groupColor(scene + 2);
}

const QStringList &posterPaperNames()
{
    static const QStringList names = [] {
        QStringList all;
        for (const Entry &entry : kPapers)
            all << QString::fromUtf8(entry.name);
        return all;
    }();
    return names;
}

std::optional<PosterPaper> posterPaperOf(const QString &name)
{
    for (const Entry &entry : kPapers)
        if (name.compare(QString::fromUtf8(entry.name), Qt::CaseInsensitive) == 0)
            return entry.paper;
    return std::nullopt;
}

QSizeF posterSize(PosterPaper paper)
{
    return std::ranges::find(kPapers, paper, &Entry::paper)->size;
}

PosterFrame posterFrame(const QSizeF &size, int scenes)
{
    // On 四六判 all can be drawn with a ruler: standing 14 + 83 + 2 × 380 + 220 + 14 = 1091 high and
    // 14 + 2 × 380 + 14 = 788 wide; lying 14 + 70 + 2 × 270 + 150 + 14 = 788 and 15.5 + 2 × 530 + 15.5 =
    // 1091.
    const bool lying = size.width() > size.height();
    const double unit = unitOf(size), side = (lying ? 15.5 : 14) * unit, margin = 14 * unit;
    const double name = (lying ? 70 : 83) * unit, band = (lying ? 150 : 220) * unit;
    PosterFrame frame;
    frame.size = size;
    const double wide = size.width() - 2 * side;
    frame.name = QRectF(side, margin, wide, name);
    frame.band = QRectF(side, size.height() - margin - band, wide, band);
    const std::vector<int> rows = rowsOf(std::clamp(scenes, 1, kMostScenes), lying);
    const double high = (frame.band.top() - frame.name.bottom()) / static_cast<double>(rows.size());
    double y = frame.name.bottom();
    for (const int cells : rows) {
        for (int i = 0; i < cells; ++i)
            frame.scenes.emplace_back(side + wide * i / cells, y, wide / cells, high);
        y += high;
    }
    return frame;
}

PaperPages posterPages(const std::vector<PosterContent> &posters, PosterPaper paper, bool landscape)
{
    const QSizeF upright = posterSize(paper);
    const QSizeF size = landscape ? upright.transposed() : upright;
    const QString title = kitSheetTitle(KitSheet::Poster);
    std::vector<PaperDrawing> pages;
    if (paper != PosterPaper::A3Tiles) {
        for (const PosterContent &poster : posters)
            pages.push_back(drawPoster(poster, size));
        const double margin = 12 * unitOf(size);
        return {title, size, QRectF({}, size).adjusted(margin, margin, -margin, -margin), std::move(pages)};
    }
    const Tiling tiling = tilingOf(size);
    for (const PosterContent &poster : posters)
        for (PaperDrawing &tile : tilesOf(drawPoster(poster, size), tiling))
            pages.push_back(std::move(tile));
    return {title, tiling.sheet, QRectF({}, tiling.sheet).adjusted(5, 5, -5, -5), std::move(pages)};
}

PaperPages posterGuide(const QStringList &scenes, bool landscape)
{
    const QSizeF sheet =
        landscape ? posterSize(PosterPaper::Shiroku).transposed() : posterSize(PosterPaper::Shiroku);
    std::vector<PaperDrawing> pages;
    pages.push_back(drawPosterGuide(scenes, posterFrame(sheet, static_cast<int>(scenes.size()))));
    const QSizeF size(420, 297);
    return {kitSheetTitle(KitSheet::PosterGuide), size, QRectF(12, 12, 396, 273), std::move(pages)};
}

} // namespace tane
