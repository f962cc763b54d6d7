#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tane {

/// A printed form as content: a title, some lines, and ruled tables with merged cells. Written to XLSX
/// (exchange/formworkbook), DOCX (exchange/formdocx) and drawn on paper (ui/paper/formpaper) alike.
struct FormTableCell
{
    /// Labels (and heads, bands and blocks) say what is beside or below them: where their rows go on on the
    /// next page, they are said again.
    enum class Style { Body, Head, Label, Band, BlockI, BlockII, BlockIII, Note };
    enum class Align { Left, Centre, Right };
    QString text;   ///< lines are divided by line feeds
    QString remark; ///< small print below the text
    int columnSpan = 1;
    int rowSpan = 1;
    Style style = Style::Body;
    Align align = Align::Left;
    bool bullets = false; ///< each line is a point of a list
    double roomMm = 0;    ///< the rows it covers are at least this high together: room for handwriting
    // For workbooks that are filled in and come back; on paper they are room to write in.
    bool input = false;  ///< to be filled in: stays open where the workbook is locked
    QStringList choices; ///< drop-down of an input
    bool free = false;   ///< something else than its choices may be written, too
    QString hint;        ///< said when an input is entered; up to 255 characters
};

struct FormTable
{
    QString caption;            ///< above the table, bold; may be empty
    std::vector<double> widths; ///< relative; their number is the number of columns
    /// Cells covered by a span are left out.
    std::vector<std::vector<FormTableCell>> rows;
    int headRows = 0; ///< repeated on every page
    bool ruled = true;
    bool middle = false; ///< cells are set in the middle of their height, not at its top
};

struct FormParagraph
{
    enum class Style { Body, Note, Heading };
    QString text;
    Style style = Style::Body;
};

struct FormSheet
{
    enum class Paper { A4, A3 };
    struct Part ///< exactly one of the two
    {
        std::optional<FormParagraph> paragraph;
        std::optional<FormTable> table;
    };
    QString name; ///< of the worksheet and of the file: "目標設定"
    QString title;
    QString subtitle; ///< "架空県　令和8年度"
    QString footer;
    Paper paper = Paper::A4;
    bool landscape = false;
    std::vector<Part> parts;
    bool locked = false; ///< a workbook protects all but its inputs, without a password
    QString mark;        ///< kept on a hidden sheet of a workbook, so that it is known when it comes back
};

} // namespace tane
