#pragma once

#include "base/error.h"

#include <QStringList>

#include <vector>

namespace tane {

class Table;

/// The form in which a finding keeps its table: rows divided by line feeds, cells by tabs.
/// From what Excel puts on the clipboard (cells with line breaks are quoted there). Line breaks and tabs
/// inside a cell become spaces; empty rows and columns at the end go. Empty when there is nothing.
[[nodiscard]] QString cellsFromClipboard(const QString &text);
[[nodiscard]] QString cellsFromTable(const Table &table);
/// The rows; all as long as the longest.
[[nodiscard]] std::vector<QStringList> rowsOfCells(const QString &cells);
/// The first sheet of an .xlsx or .csv that has any content; its name goes into `sheet`, the names of other
/// sheets with content into `others`. Errors as readTables, NothingUnderstood when all are empty, TooLarge
/// above 20,000 cells: more is no evidence anyone reads.
[[nodiscard]] Result<QString> readFindingTable(const QString &path, QString &sheet, QStringList &others);

} // namespace tane
