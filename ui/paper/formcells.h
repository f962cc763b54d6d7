#pragma once

// Private to the forms on paper: the text of one cell, line by line.

#include "exchange/formgrid.h"
#include "paper/palette.h"
#include "paper/paperdrawing.h"

namespace tane {

inline constexpr double kCellPadX = 1.7, kCellPadY = 1.25;

/// A cell broken into lines for its width.
class FormCellText
{
public:
    FormCellText(const FormTableCell &cell, const FormMetrics &metrics, double widthMm);

    [[nodiscard]] std::size_t lineCount() const { return m_lines.size(); }
    /// Of the lines from `first` on, with the space above and below; 0 when there are none.
    [[nodiscard]] double height(std::size_t first = 0) const;
    /// How many lines from `first` on fit into a cell of that height.
    [[nodiscard]] std::size_t fitting(std::size_t first, double height) const;
    /// The lines `first` to `first + count` in `area`; in its middle when asked to.
    void draw(PaperDrawing &drawing, const QRectF &area, std::size_t first, std::size_t count,
              bool middle) const;

private:
    struct Line
    {
        PaperText text;
        PaperText mark; ///< the point of a list
        double indent = 0, height = 0;
        bool quiet = false;
    };
    void add(const QString &paragraph, const TextStyle &style, double width, bool bullet, bool quiet);

    std::vector<Line> m_lines;
};

/// Lines along the edges of an area, half of their width on either side: neighbours share theirs.
void ruleArea(PaperDrawing &drawing, const QRectF &area, const QColor &colour, double pen);

/// Fill of a cell's style; nothing drawn for white.
void fillCell(PaperDrawing &drawing, const QRectF &area, FormTableCell::Style style);

} // namespace tane
