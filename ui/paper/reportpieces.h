#pragma once

#include "exchange/reportdocument.h"
#include "paper/pagebreaker.h"

#include <vector>

namespace tane {

/// The blocks of a report as unbreakable pieces for pages of `width` × `height` mm.
[[nodiscard]] std::vector<PagePiece> reportPieces(const ReportDocument &document, double width,
                                                  double height);

/// One table: caption, head, rows (with the head repeated on each page) and note.
[[nodiscard]] std::vector<PagePiece> tablePieces(const TableBlock &table, double width, double height);

} // namespace tane
