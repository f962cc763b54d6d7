#pragma once

#include "people/crosstable.h"

class QMimeData;

namespace tane {

/// The table as rows of text, head and sums included; each count with its percentage of `base`.
[[nodiscard]] std::vector<QStringList> crossTableRows(const CrossTable &table, CrossBase base);
/// What the percentages are of and what was counted, in one or two sentences.
[[nodiscard]] QString crossTableNote(const CrossTable &table, CrossBase base);

/// Counts, percentages, note and chart as a workbook.
[[nodiscard]] Result<> writeCrossTable(const QString &path, const QString &title, const CrossTable &table,
                                       CrossBase base);
/// Picture and SVG of the chart, and the table as HTML and tab separated text. The caller owns it.
[[nodiscard]] QMimeData *crossTableMimeData(const CrossTable &table, CrossBase base);

} // namespace tane
