#pragma once

#include "exchange/reportdocument.h"
#include "paper/pagebreaker.h"

#include <vector>

namespace tane {

/// The blocks of a report as unbreakable pieces for pages of `width` × `height` mm. The first piece of a
/// block has the block's index as its mark. `headingPages`: what the contents say, heading
/// by heading; they take the same room whatever they say.
[[nodiscard]] std::vector<PagePiece> reportPieces(const ReportDocument &document, double width, double height,
                                                  const std::vector<int> &headingPages = {});

/// One table: caption, head, rows (with the head repeated on each page) and note.
[[nodiscard]] std::vector<PagePiece> tablePieces(const TableBlock &table, double width, double height);

} // namespace tane
