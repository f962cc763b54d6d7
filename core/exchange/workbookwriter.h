#pragma once

#include "base/error.h"
#include "base/rounding.h"
#include "chart/chartspec.h"
#include "exchange/formsheet.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace tane {

/// A number shown with fixed decimals.
struct Decimal
{
    double value = 0.0; ///< not finite: an empty cell
    int decimals = 2;
};

/// What a cell holds. std::monostate is a blank cell with borders; an undefined Percent is shown as "–".
/// Percent is stored as the rounded share (0.358) with the format 0.0%, so that the cell, the label and the
/// report agree.
using CellValue = std::variant<std::monostate, QString, std::int64_t, double, Decimal, Percent>;

class WorkbookWriter;

/// One worksheet, written from top to bottom: title, notes, tables, charts. Texts are made safe for Excel
/// (control characters, unpaired surrogates, 32,767 characters). Rows and columns are zero-based.
class SheetWriter
{
public:
    SheetWriter(const SheetWriter &) = delete;
    SheetWriter &operator=(const SheetWriter &) = delete;
    ~SheetWriter();

    /// The name in the file: it may differ from the one asked for (31 characters, forbidden characters,
    /// uniqueness).
    [[nodiscard]] QString name() const;
    /// The row the next write goes to.
    [[nodiscard]] int nextRow() const;

    void writeTitle(const QString &text);
    void writeSubtitle(const QString &text); ///< heads a table where a sheet holds several
    /// Small print or a reading over the whole width, wrapped.
    void writeNote(const QString &text);
    void writeHint(const QString &text);
    /// A head row; the first of the sheet is repeated on every printed page and stays in view.
    void writeHead(const QStringList &cells);
    void writeRow(const std::vector<CellValue> &cells);
    /// The same in bold, for sums.
    void writeTotalRow(const std::vector<CellValue> &cells);
    void skipRows(int count = 1);
    /// Filter buttons on the last head row, for all rows written since.
    void addFilter();
    /// Widths in half-width characters; columns not given get the width of what is in them, up to 60.
    void setColumnWidths(const std::vector<double> &widths);
    void setLandscape(bool landscape);
    /// At the left of the page number on printed pages.
    void setFooter(const QString &text);

    enum class Choices {
        Required, ///< Excel refuses anything else
        Offered   ///< for cells that may hold other or several words
    };
    /// A drop-down list. The options go to a hidden sheet: libxlsxwriter overflows on long inline lists of
    /// Japanese.
    void addChoices(int firstRow, int firstColumn, int lastRow, int lastColumn, const QStringList &options,
                    Choices choices = Choices::Required);
    /// The first columns stay in view beside the others, as the head does.
    void keepInView(int columns);
    /// For ids that a reader needs and nobody else.
    void hideColumn(int column);

    /// A chart at the next row, with note and reading below. StackedShare and Bars (Diverging and Flow as asCommonChart()) become native charts whose
    /// numbers stand on the sheet 「グラフのデータ」 at the end of the workbook and can be edited there; a
    /// HeatMap becomes a table of coloured cells.
    void addChart(const ChartSpec &chart);
    /// The chart alone with its top left corner at a cell; nothing else moves. Not for a HeatMap.
    void addChartAt(int row, int column, const ChartSpec &chart);

private:
    friend class WorkbookWriter;
    struct Impl;
    explicit SheetWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Writes an .xlsx workbook that looks like an office document when opened and when printed (A4, fitted to
/// the width). Nothing is on disk before save().
class WorkbookWriter
{
public:
    WorkbookWriter();
    ~WorkbookWriter();
    WorkbookWriter(const WorkbookWriter &) = delete;
    WorkbookWriter &operator=(const WorkbookWriter &) = delete;

    /// The title in the file's properties. No personal names are ever written there.
    void setTitle(const QString &title);
    /// The sheet belongs to the workbook and stays where it is.
    SheetWriter &addSheet(const QString &name);
    /// A form to be filled in further or printed: merged cells, borders, rows high enough for their text
    /// (Excel does not fit merged cells), fitted to the width of its paper, heads repeated, page numbers
    /// below. What comes after a table of several pages goes to a worksheet of its own, so that every page
    /// repeats its own head only. A row higher than Excel allows is continued in rows below it.
    void addForm(const FormSheet &form);

    /// Writes the file, whole or not at all; call it once, after everything else. Errors: CannotWrite;
    /// TooLarge when a sheet has more rows or columns than Excel can hold.
    [[nodiscard]] Result<> save(const QString &path);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tane
