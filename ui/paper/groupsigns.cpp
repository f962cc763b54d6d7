// Signs for the tables, and the list of groups for the wall.
#include "paper/kitdrawing.h"

#include <algorithm>
#include <cmath>

namespace tane {

using namespace kitdrawing;

namespace {

constexpr QSizeF kA4(297, 210), kA3(420, 297);

/// One side of a sign of this size: the group in letters as large as it takes.
PaperDrawing signFace(const KitGroup &group, const QSizeF &size)
{
    PaperDrawing face;
    const double margin = 10, band = size.height() * 0.14;
    const QRectF area(margin, margin, size.width() - 2 * margin, size.height() - 2 * margin);
    groupBlock(face, QRectF(area.left(), area.top(), area.width(), band), group.number);
    face.fill(QRectF(area.left(), area.bottom() - band / 3, area.width(), band / 3),
              groupColor(group.number));
    const QString plain = Texts::tr("%1班").arg(group.number);
    if (group.title != plain)
        centred(face, PaperText(plain, {.sizeMm = band * 0.62, .bold = true, .leading = 1.1}),
                QRectF(area.left() + 6, area.top(), area.width(), band * 0.86), Qt::white);
    const QRectF words = area.adjusted(4, band + 2, -4, -band / 3 - 2);
    const int lines = group.title.size() > 6 ? 2 : 1;
    TextStyle style{
        .sizeMm = words.height() / (lines * 1.15), .bold = true, .align = Qt::AlignHCenter, .leading = 1.1};
    centred(face, fitted(lines == 2 ? inTwoLines(group.title) : group.title, style, words.width(), lines, 10),
            words, ink(ColorRole::Text));
    return face;
}

std::vector<KitGroup> numbered(int count)
{
    std::vector<KitGroup> groups;
    for (int number = 1; number <= count; ++number)
        groups.push_back({number, Texts::tr("%1班").arg(number), {}});
    return groups;
}

/// How the wall list is divided: columns of groups, and the size of the names.
struct WallGrid
{
    int columns = 3, rows = 3;
    double cellWide = 0, cellHigh = 0, name = 0;
};

constexpr double kWallMargin = 14, kWallTop = 24, kWallGap = 5;
// A name takes 1.3 of its size, the place below it 0.62 more; the head of a group two of its size.
constexpr double kPersonHeight = 1.85, kHeadHeight = 1.7;

WallGrid gridFor(const QString &longest, std::size_t groups, std::size_t members, int columns)
{
    WallGrid grid;
    grid.columns = columns;
    grid.rows = static_cast<int>((groups + static_cast<std::size_t>(columns) - 1) /
                                 static_cast<std::size_t>(columns));
    grid.cellWide = (kA3.width() - 2 * kWallMargin + kWallGap) / columns - kWallGap;
    grid.cellHigh = (kA3.height() - kWallTop - kWallMargin - 16 + kWallGap) / grid.rows - kWallGap;
    const double byHeight =
        grid.cellHigh / (static_cast<double>(members) * kPersonHeight + kHeadHeight + 0.4);
    const PaperText unit(longest, {.sizeMm = 10, .bold = true});
    const double byWidth = 10 * (grid.cellWide - 5) / std::max(unit.width(), 1.0);
    grid.name = std::min({byHeight, byWidth, 12.0});
    return grid;
}

void drawWallGroup(PaperDrawing &page, const KitGroup &group, const QRectF &cell, double name)
{
    page.outline(cell, ink(ColorRole::Line), 0.4);
    const QRectF head(cell.left(), cell.top(), cell.width(), name * kHeadHeight);
    groupBlock(page, head, group.number);
    const QString plain = Texts::tr("%1班").arg(group.number);
    const PaperText number(plain, {.sizeMm = name * 1.15, .bold = true, .leading = 1.1});
    const QRectF words = head.adjusted(2.5, 0, -2, -name * 0.12);
    centred(page, number, words, Qt::white);
    if (group.title != plain) {
        const QRectF beside = words.adjusted(number.width() + name * 0.5, 0, 0, 0);
        const int lines = group.title.size() > 8 ? 2 : 1;
        centred(page,
                fitted(group.title,
                       {.sizeMm = name * (lines == 2 ? 0.62 : 0.9), .bold = true, .leading = 1.15},
                       beside.width(), lines, 2),
                beside, Qt::white);
    }
    double y = head.bottom() + name * 0.25;
    for (const KitPerson &person : group.members) {
        page.text(fitted(person.name, {.sizeMm = name, .bold = true, .leading = 1.2}, cell.width() - 5),
                  {cell.left() + 2.5, y}, ink(ColorRole::Text));
        page.text(
            fitted(person.place, {.sizeMm = name * 0.46, .leading = 1.2}, cell.width() - 5, 1, name * 0.3),
            {cell.left() + 2.5, y + name * 1.2}, ink(ColorRole::SecondaryText));
        y += name * kPersonHeight;
    }
}

} // namespace

PaperPages groupSigns(const Kit &kit, const SignOptions &options)
{
    std::vector<PaperDrawing> pages;
    for (const KitGroup &group : kit.hasGroups() ? kit.groups : numbered(std::max(options.blankGroups, 1))) {
        PaperDrawing page;
        page.setSize(kA4);
        if (options.folded) {
            const QSizeF half(kA4.width(), kA4.height() / 2);
            const PaperDrawing face = signFace(group, half);
            page.append(face, {0, half.height()});
            page.appendTurned(face, {half.width() / 2, half.height() / 2});
            for (const double x : {0.0, kA4.width() - 8}) // where to fold
                page.line({x, half.height()}, {x + 8, half.height()}, ink(ColorRole::Line), 0.3);
        } else {
            page.append(signFace(group, kA4));
        }
        pages.push_back(std::move(page));
    }
    return {kitSheetTitle(KitSheet::Signs), kA4, QRectF(10, 10, kA4.width() - 20, kA4.height() - 20),
            std::move(pages)};
}

PaperPages groupWall(const Kit &kit)
{
    // A usual name sets the size; the few that are longer are made smaller.
    constexpr qsizetype usual = 7;
    std::size_t members = 1;
    QString longest = QStringLiteral("　");
    for (const KitGroup &group : kit.groups) {
        members = std::max(members, group.members.size());
        for (const KitPerson &person : group.members)
            if (person.name.size() > longest.size())
                longest = person.name.first(std::min(person.name.size(), usual));
    }
    constexpr double readable = 5.5; // from two metres away
    constexpr int fewest = 3, most = 7;
    WallGrid best;
    std::size_t onPage = kit.groups.size();
    for (; onPage > 0; --onPage) {
        best = {};
        for (int columns = std::min(fewest, static_cast<int>(onPage)); columns <= most; ++columns)
            if (const WallGrid grid = gridFor(longest, onPage, members, columns); grid.name > best.name)
                best = grid;
        if (best.name >= readable)
            break;
    }
    onPage = std::max<std::size_t>(onPage, 1);
    const std::size_t sheets = (kit.groups.size() + onPage - 1) / onPage;
    std::vector<PaperDrawing> pages;
    for (std::size_t i = 0; i < kit.groups.size(); ++i) {
        const auto at = static_cast<int>(i % onPage);
        if (at == 0) {
            PaperDrawing page;
            page.setSize(kA3);
            page.text(fitted(kit.workshop.title, {.sizeMm = 9, .bold = true, .leading = 1.3},
                             kA3.width() - 2 * kWallMargin - 60),
                      {kWallMargin, kWallMargin}, ink(ColorRole::Text));
            const QString number = sheets > 1 ? Texts::tr("班分け（%1/%2）").arg(pages.size() + 1).arg(sheets)
                                              : Texts::tr("班分け");
            page.text(
                PaperText(number, {.sizeMm = 9, .bold = true, .align = Qt::AlignRight, .leading = 1.3}, 60),
                {kA3.width() - kWallMargin - 60, kWallMargin}, ink(ColorRole::Text));
            page.fill(QRectF(kWallMargin, kWallMargin + 13, kA3.width() - 2 * kWallMargin, 0.8),
                      ink(ColorRole::Accent));
            pages.push_back(std::move(page));
        }
        const int column = at % best.columns, row = at / best.columns;
        const QRectF cell(kWallMargin + column * (best.cellWide + kWallGap),
                          kWallTop + 8 + row * (best.cellHigh + kWallGap), best.cellWide, best.cellHigh);
        drawWallGroup(pages.back(), kit.groups[i], cell, best.name);
    }
    return {kitSheetTitle(KitSheet::Groups), kA3,
            QRectF(kWallMargin, kWallMargin, kA3.width() - 2 * kWallMargin, kA3.height() - 2 * kWallMargin),
            std::move(pages)};
}

} // namespace tane
