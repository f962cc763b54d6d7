#pragma once

// Private to the workbook writer: what SheetWriter and WorkbookWriter share, and all that needs
// libxlsxwriter's types.

#include "exchange/outputtext.h"
#include "exchange/workbookcharts.h"
#include "exchange/workbookformats.h"
#include "exchange/workbookwriter.h"

#include <map>
#include <set>

namespace tane {

namespace xlsx {

/// A drop-down list that waits for the hidden sheet its options stand on, or a hint alone.
struct PendingChoices
{
    lxw_worksheet *sheet = nullptr;
    lxw_row_t firstRow = 0;
    lxw_col_t firstColumn = 0;
    lxw_row_t lastRow = 0;
    lxw_col_t lastColumn = 0;
    QStringList options;
    bool required = true;
    QString hint = {};
};

/// What sheets leave for the workbook to do at save.
struct BookState
{
    std::vector<PendingChart> charts;
    std::vector<PendingChoices> choices;
    lxw_error firstError = LXW_NO_ERROR;

    void note(lxw_error error)
    {
        if (firstError == LXW_NO_ERROR)
            firstError = error;
    }
};

/// Text at the left and page numbers at the right of the foot of a page, at 8 points.
[[nodiscard]] QByteArray footerCode(const QString &text);
/// A4, fitted to the width, margins for a hole punch, footer with page numbers.
void setPage(lxw_worksheet *sheet, bool landscape, const QString &footer);

} // namespace xlsx

struct SheetWriter::Impl
{
    /// How wide the text of a cell is; more than any column when it has several lines.
    struct Extent
    {
        int row, column, width;
        QString text; ///< of those that may wrap
    };
    /// A text over the whole width: merged at the end, when the widths are known.
    struct Span
    {
        int row;
        QByteArray text;
        xlsx::Look look;
    };

    Impl(lxw_worksheet *worksheet, QString sheetName, xlsx::Formats &cellFormats, xlsx::BookState &bookState)
        : sheet(worksheet)
        , name(std::move(sheetName))
        , formats(cellFormats)
        , state(bookState)
    {
    }

    void text(int row, int column, const QString &value, const xlsx::FormatKey &key);
    void value(int row, int column, const CellValue &cell, bool bold);
    void row(const std::vector<CellValue> &cells, bool bold);
    void heatMap(const ChartSpec &chart);
    void fitColumn(int column, int width);
    [[nodiscard]] double columnWidth(int column) const;
    void writeSpans();
    void setRowHeights();
    [[nodiscard]] int linesOf(const Extent &extent) const;
    void finish();

    lxw_worksheet *sheet;
    QString name;
    xlsx::Formats &formats;
    xlsx::BookState &state;
    int next = 0;
    int columns = 0;
    int firstHead = -1, lastHead = -1;
    int filterHead = -1, filterLast = -1;
    int headColumns = 0;
    bool landscape = false;
    bool hasChart = false;
    QString footer;
    std::vector<Span> spans;
    std::vector<Extent> extents; ///< texts of tables, by row
    std::vector<int> tableRows;
    std::map<int, double> widths;    ///< given by the caller
    std::map<int, int> contentWidth; ///< measured
    std::set<int> hidden;
    int columnsInView = 0;
};

} // namespace tane
