#pragma once

#include "grouping/kitsheets.h"
#include "grouping/poster.h"
#include "grouping/themeguide.h"
#include "paper/paperpages.h"

namespace tane {

// The drawn sheets of the printed kit, in millimetres. Needs a QGuiApplication.

/// The colour of a group: dark enough for white letters and for a copy in black and white. Eight of them come
/// round again; the number of the group is what tells groups apart.
[[nodiscard]] QColor groupColor(int number);

struct CardOptions
{
    bool largeKana = false;   ///< the reading larger than the name
    bool cropMarks = false;   ///< for plain paper that is cut by hand
    bool onlyChanged = false; ///< those whose group is not the one printed last
    bool others = true;       ///< lecturers, observers … too
    int blank = 0;            ///< empty cards behind them
};
/// The people that cards are made for, in the order of the cards: by group, then those without one.
[[nodiscard]] std::vector<KitPerson> cardPeople(const Kit &kit, const CardOptions &options);
/// Name cards of 91 × 55 mm, ten on A4 (2 × 5), as common card sheets have them: 11 mm at top and bottom,
/// 14 mm at the sides. Without anybody one page of blank cards.
[[nodiscard]] PaperPages nameCards(const Kit &kit, const CardOptions &options);
/// "91×55mm": places of the cards on their page.
[[nodiscard]] QRectF cardPlace(int card);

struct SignOptions
{
    bool folded = false; ///< a tent: read from both sides
    int blankGroups = 0; ///< numbers to make while there are no groups
};
/// One sign a group, A4 lying.
[[nodiscard]] PaperPages groupSigns(const Kit &kit, const SignOptions &options);

/// The groups with their people in letters to be read from afar, A3 lying.
[[nodiscard]] PaperPages groupWall(const Kit &kit);

enum class PosterPaper { Shiroku, A0, A1, A2, A3, A3Tiles };
/// 四六判, A0, A1, A2, A3, A3x.
[[nodiscard]] const QStringList &posterPaperNames();
/// Read without regard to case; nothing for anything else.
[[nodiscard]] std::optional<PosterPaper> posterPaperOf(const QString &name);
/// Upright, in millimetres; of A3Tiles what the tiles make together.
[[nodiscard]] QSizeF posterSize(PosterPaper paper);

/// The frame of a poster sheet: where the group's name, the scenes and the band are.
struct PosterFrame
{
    QSizeF size;
    QRectF name, band;
    std::vector<QRectF> scenes;
};
[[nodiscard]] PosterFrame posterFrame(const QSizeF &size, int scenes);

/// One page each. Of A3Tiles the pages of each poster row by row.
[[nodiscard]] PaperPages posterPages(const std::vector<PosterContent> &posters, PosterPaper paper,
                                     bool landscape);

/// How a large sheet is cut into A3 sheets that overlap.
struct Tiling
{
    static constexpr double margin = 10, overlap = 10; ///< mm
    QSizeF sheet;                                      ///< of A3, as it lies
    int columns = 1, rows = 1;
    /// What of the large sheet a tile shows.
    [[nodiscard]] QRectF part(int column, int row) const;
};
/// The way to lay A3 that takes fewer of them.
[[nodiscard]] Tiling tilingOf(const QSizeF &size);

/// A3, lying: the frame with its measures, to be drawn by hand on a sheet of 四六判.
[[nodiscard]] PaperPages posterGuide(const QStringList &scenes, bool landscape);

/// A page of 16:9 for every theme.
[[nodiscard]] PaperPages themeSlides(const std::vector<ThemeGuide> &themes, const QString &workshop);

/// All that can be chosen for the drawn sheets.
struct KitPaperOptions
{
    CardOptions cards;
    SignOptions signs;
    PosterPaper poster = PosterPaper::Shiroku;
    bool landscape = false;    ///< poster and guide
    bool blankPosters = false; ///< one without a group's name, not one for each group
    QStringList scenes;        ///< empty: the usual four
};
/// A drawn sheet of the kit. Usage: it is a table; NothingUnderstood: it says nothing without groups.
[[nodiscard]] Result<PaperPages> drawKitSheet(KitSheet sheet, const Kit &kit, const KitPaperOptions &options);

} // namespace tane
