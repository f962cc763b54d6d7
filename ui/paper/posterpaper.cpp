// The poster sheet of 図表-81, in any size, and the A3 guide for drawing its frame by hand.
#include "paper/notepaper.h"
#include "paper/posterparts.h"
#include "paper/wordlines.h"

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

/// Notes of one heading, or a note alone.
struct Block
{
    const PosterNote *heading = nullptr;
    std::vector<const PosterNote *> notes;
};

std::vector<Block> blocksOf(const std::vector<PosterNote> &notes)
{
    std::vector<Block> blocks;
    for (const PosterNote &note : notes) {
        if (note.heading)
            blocks.push_back({&note, {}});
        else if (note.below && !blocks.empty() && blocks.back().heading)
            blocks.back().notes.push_back(&note);
        else
            blocks.push_back({nullptr, {&note}});
    }
    return blocks;
}

/// Blocks from the top left: a heading above its notes, then notes without one; all smaller where they are
/// too many.
class NoteFlow
{
public:
    NoteFlow(const std::vector<PosterNote> &notes, const QRectF &area)
        : m_blocks(blocksOf(notes))
        , m_area(area)
    {
    }
    /// With so many millimetres for one of 四六判; draws when there is a page. Gives the lower end.
    double place(double unit, PaperDrawing *page)
    {
        m_unit = unit;
        m_page = page;
        const double own = kOwn * unit, gap = kGap * unit;
        const int columns = std::max(1, static_cast<int>((m_area.width() + gap) / (own + gap)));
        double y = m_area.top(), high = 0;
        int used = 0;
        bool clustered = false;
        for (const Block &block : m_blocks) {
            const auto count = static_cast<int>(block.notes.size());
            const int span = block.heading ? std::clamp(count, std::min(2, columns), columns) : 1;
            const bool ends = clustered && !block.heading;
            if (used > 0 && (ends || used + span > columns)) {
                y += high + gap;
                high = used = 0;
            }
            clustered = block.heading != nullptr;
            high = std::max(high, drawBlock(block, {m_area.left() + used * (own + gap), y}, span));
            used += span;
        }
        return y + high;
    }

private:
    static constexpr double kHigh = 75, kOwn = 75, kHeading = 100, kHeadingHigh = 46, kGap = 6, kFrame = 2;

    /// Gives its height.
    double drawBlock(const Block &block, QPointF corner, int columns)
    {
        const double own = kOwn * m_unit, gap = kGap * m_unit, high = kHigh * m_unit;
        double y = corner.y();
        if (block.heading) {
            const auto rows = static_cast<int>((block.notes.size() + static_cast<std::size_t>(columns) - 1) /
                                               static_cast<std::size_t>(columns));
            const double head = kHeadingHigh * m_unit, frame = kFrame * m_unit;
            const double wide = columns * own + (columns - 1) * gap;
            if (m_page) {
                const QRectF round(corner, QSizeF(wide, head + rows * (high + gap)));
                m_page->outline(round.adjusted(-frame, -frame, frame, frame),
                                mixed(headingPaper(Scheme::Paper), Qt::black, 0.7), 0.8 * m_unit);
            }
            drawNote(*block.heading, QRectF(corner, QSizeF(std::min(wide, kHeading * m_unit), head)));
            y += head + gap;
        }
        int column = 0;
        for (const PosterNote *note : block.notes) {
            if (column == columns) {
                y += high + gap;
                column = 0;
            }
            drawNote(*note, QRectF(corner.x() + column * (own + gap), y, own, high));
            ++column;
        }
        return (block.notes.empty() ? y - gap : y + high) - corner.y();
    }

    /// As large as its words can stand whole, down to letters still read from afar; else as large as it fits
    /// at all. Empty where it does not.
    static PaperText betweenWords(const PosterNote &note, QSizeF room, double size, double smallest)
    {
        PaperText torn;
        for (TextStyle style{.sizeMm = size, .bold = note.heading, .leading = 1.25}; style.sizeMm >= smallest;
             style.sizeMm *= 0.95) {
            const WordLines lines = wordLines(note.text, style, room.width());
            const PaperText text(lines.text, style, room.width());
            if (text.height() > room.height())
                continue;
            if (!lines.torn)
                return text;
            if (torn.isEmpty())
                torn = text;
            if (style.sizeMm < size * 0.65)
                break;
        }
        return torn;
    }

    void drawNote(const PosterNote &note, const QRectF &paper)
    {
        if (m_page == nullptr)
            return;
        const double u = m_unit;
        m_page->fill(paper, note.heading ? headingPaper(Scheme::Paper) : notePaper(note.kind, Scheme::Paper));
        m_page->outline(paper, ink(ColorRole::Line), 0.6 * u);
        const QRectF words = paper.adjusted(4 * u, 4 * u, -4 * u, -4 * u);
        const double size = (note.heading ? 13 : 10.5) * u;
        PaperText text = betweenWords(note, words.size(), size, 4 * u);
        if (text.isEmpty())
            text = fitted(note.text, {.sizeMm = size, .bold = note.heading, .leading = 1.25}, words.width(),
                          static_cast<int>(words.height() / (size * 1.25)), 4 * u);
        const auto fits = static_cast<int>(words.height() / text.lineHeight());
        m_page->text(text.lines(0, std::max(fits, 1)), words.topLeft(), Qt::black);
    }

    std::vector<Block> m_blocks;
    QRectF m_area;
    double m_unit = 1;
    PaperDrawing *m_page = nullptr;
};

void drawNotes(PaperDrawing &page, const std::vector<PosterNote> &notes, const QRectF &area, double unit)
{
    NoteFlow flow(notes, area);
    double u = unit;
    while (flow.place(u, nullptr) > area.bottom() && u > unit / 8)
        u *= 0.95;
    flow.place(u, &page);
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
