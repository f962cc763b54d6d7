#pragma once

#include "paper/paperdrawing.h"

#include <memory>
#include <vector>

namespace tane {

/// The smallest thing that is not broken between two pages: a line of text, a table row, a figure.
struct PagePiece
{
    PaperDrawing drawing;      ///< its size counts
    double before = 0;         ///< mm of space above; none at the top of a page
    bool keepWithNext = false; ///< headings, captions, table heads
    bool startsPage = false;
    int mark = -1;                            ///< a number of the caller's, to be found again on its page
    std::shared_ptr<const PaperDrawing> head; ///< put above it where it comes to stand at the top of a page
};

struct PlacedPiece
{
    PaperDrawing drawing;
    double y = 0;      ///< mm from the top of the text area
    double factor = 1; ///< below 1: taller than a page, drawn smaller
    int mark = -1;     ///< of its piece
};

/// Pages of placed pieces for a text area of `height` mm. Pieces that keep together go to the next page
/// together, unless they are taller than a page.
[[nodiscard]] std::vector<std::vector<PlacedPiece>> breakIntoPages(const std::vector<PagePiece> &pieces,
                                                                   double height);

} // namespace tane
