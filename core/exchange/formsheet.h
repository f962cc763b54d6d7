#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace tane {

/// A printed form as content: a title, some lines, and ruled tables with merged cells. Written to XLSX
/// (exchange/formworkbook), DOCX (exchange/formdocx) and drawn on paper (ui/paper/formpaper) alike.
struct FormCell
{
    enum class Style { Body, Head, Label, BlockI, BlockII, BlockIII, Note };
    QString text; ///< lines are divided by line feeds
    int columnSpan = 1;
    int rowSpan = 1;
    Style style = Style::Body;
    bool centred = false;
    bool bullets = false; ///< each line is a point of a list
};

struct FormTable
{
    QString caption;            ///< above the table, bold; may be empty
    std::vector<double> widths; ///< relative; their number is the number of columns
    /// Cells covered by a span are left out.
    std::vector<std::vector<FormCell>> rows;
    int headRows = 0; ///< repeated on every page
    bool ruled = true;
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
};

} // namespace tane
