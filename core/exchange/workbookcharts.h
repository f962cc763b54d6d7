#pragma once

#include "exchange/workbookformats.h"

#include <string>
#include <vector>

namespace tane::xlsx {

/// A native chart that waits for its numbers: the data sheet comes last in the workbook, so charts are made
/// at save.
struct PendingChart
{
    lxw_worksheet *sheet = nullptr;
    int row = 0, column = 0;
    ChartSpec spec;
};

/// Sheet rows (20 pixels each) that a native chart covers.
[[nodiscard]] int chartRows(const ChartSpec &spec);

/// Writes the numbers of all charts to the data sheet and puts the charts on their sheets.
/// Every text is UTF-8 made by cellText.
[[nodiscard]] lxw_error insertCharts(lxw_workbook *book, lxw_worksheet *data, const QByteArray &dataName,
                                     Formats &formats, const std::vector<PendingChart> &charts);

} // namespace tane::xlsx
