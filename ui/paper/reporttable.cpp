#include "paper/reportpieces.h"

#include "paper/palette.h"

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

constexpr double kPadX = 1.6, kPadY = 0.95;
constexpr double kFine = 0.12, kStrong = 0.3;

/// Lays out the rows of one table at one type size.
class TableLayout
{
public:
    TableLayout(const TableBlock &table, double width, double sizeMm)
        : m_table(table)
        , m_width(width)
        , m_size(sizeMm)
    {
        std::size_t columns = static_cast<std::size_t>(table.head.size());
        for (const QStringList &row : table.rows)
            columns = std::max(columns, static_cast<std::size_t>(row.size()));
        m_widths.assign(columns, 1);
        for (std::size_t i = 0; i < std::min(columns, table.widths.size()); ++i)
            m_widths[i] = table.widths[i] > 0 ? table.widths[i] : 1;
        const double sum = std::accumulate(m_widths.begin(), m_widths.end(), 0.0);
        for (double &column : m_widths)
            column *= width / std::max(sum, 0.001);
    }

    [[nodiscard]] bool isEmpty() const { return m_widths.empty(); }

    /// Whether a figure, or the head above figures, would be broken over two lines.
    [[nodiscard]] bool breaksFigures() const
    {
        if (breaks(m_table.head, true))
            return true;
        return std::any_of(m_table.rows.begin(), m_table.rows.end(),
                           [this](const QStringList &row) { return breaks(row, false); });
    }

    [[nodiscard]] PaperDrawing head() const
    {
        const std::vector<PaperText> cells = cellsOf(m_table.head, true);
        const double height = heightOf(cells);
        PaperDrawing drawing;
        drawing.fill(QRectF(0, 0, m_width, height), color(ColorRole::WeakAccent, Scheme::Paper));
        const QColor line = color(ColorRole::SecondaryText, Scheme::Paper);
        drawing.line({0, kStrong / 2}, {m_width, kStrong / 2}, line, kStrong);
        drawing.line({0, height - kFine}, {m_width, height - kFine}, line, 2 * kFine);
        drawCells(drawing, cells, true);
        drawing.setSize({m_width, height});
        return drawing;
    }

    /// One piece, or several of whole lines where the row is taller than `limit`.
    [[nodiscard]] std::vector<PaperDrawing> row(const QStringList &words, double limit, bool last) const
    {
        const std::vector<PaperText> cells = cellsOf(words, false);
        int most = 1;
        for (const PaperText &cell : cells)
            most = std::max(most, cell.lineCount());
        const double lineHeight = cells.front().lineHeight();
        const int fitting = std::max(1, static_cast<int>((limit - 2 * kPadY) / lineHeight));
        std::vector<PaperDrawing> parts;
        for (int first = 0; first < most; first += fitting) {
            std::vector<PaperText> part;
            for (const PaperText &cell : cells)
                part.push_back(cell.lines(first, fitting));
            const double height = std::max(heightOf(part), lineHeight + 2 * kPadY);
            PaperDrawing drawing;
            drawCells(drawing, part, false);
            const bool end = last && first + fitting >= most;
            const double pen = end ? kStrong : kFine;
            const QColor light = mixed(color(ColorRole::Line, Scheme::Paper), Qt::white, 0.5);
            drawing.line({0, height - pen / 2}, {m_width, height - pen / 2},
                         end ? color(ColorRole::SecondaryText, Scheme::Paper) : light, pen);
            drawing.setSize({m_width, height});
            parts.push_back(std::move(drawing));
        }
        return parts;
    }

private:
    [[nodiscard]] bool breaks(const QStringList &words, bool bold) const
    {
        constexpr qsizetype longest = 12; // characters; more is a sentence and may break
        for (std::size_t i = 0; i < std::min(m_widths.size(), static_cast<std::size_t>(words.size())); ++i) {
            const QString &word = words.at(static_cast<qsizetype>(i));
            if (alignOf(i) != TextAlign::Left && word.size() <= longest &&
                PaperText(word, {.sizeMm = m_size, .bold = bold}).width() > room(i))
                return true;
        }
        return false;
    }

    [[nodiscard]] double room(std::size_t column) const { return m_widths[column] - 2 * kPadX; }

    [[nodiscard]] TextAlign alignOf(std::size_t column) const
    {
        return column < m_table.align.size() ? m_table.align[column] : TextAlign::Left;
    }

    [[nodiscard]] std::vector<PaperText> cellsOf(const QStringList &words, bool head) const
    {
        std::vector<PaperText> cells;
        for (std::size_t i = 0; i < m_widths.size(); ++i) {
            const TextAlign align = alignOf(i);
            const Qt::Alignment side = align == TextAlign::Right    ? Qt::AlignRight
                                       : align == TextAlign::Centre ? Qt::AlignHCenter
                                                                    : Qt::AlignLeft;
            const QString &word = words.value(static_cast<qsizetype>(i));
            const TextStyle style{.sizeMm = m_size, .bold = head, .align = side, .leading = 1.3};
            cells.emplace_back(word, style, room(i));
            // Two lines of a narrow cell look better about as long; in a wide one they would end half-way.
            constexpr double narrow = 34; // mm
            if (align == TextAlign::Left && cells.back().lineCount() == 2 && room(i) < narrow)
                cells.back() = PaperText::balanced(word, style, room(i));
        }
        return cells;
    }

    [[nodiscard]] static double heightOf(const std::vector<PaperText> &cells)
    {
        double height = 0;
        for (const PaperText &cell : cells)
            height = std::max(height, cell.height());
        return height + 2 * kPadY;
    }

    void drawCells(PaperDrawing &drawing, const std::vector<PaperText> &cells, bool bottom) const
    {
        const double height = heightOf(cells);
        double x = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const double y = bottom ? height - kPadY - cells[i].height() : kPadY;
            drawing.text(cells[i], {x + kPadX, y}, color(ColorRole::Text, Scheme::Paper));
            x += m_widths[i];
        }
    }

    const TableBlock &m_table;
    double m_width;
    double m_size;
    std::vector<double> m_widths;
};

PagePiece textPiece(const QString &words, const TextStyle &style, ColorRole role, double width)
{
    const PaperText text(words, style, width);
    PagePiece piece;
    piece.drawing.text(text, {}, color(role, Scheme::Paper));
    piece.drawing.setSize({width, text.height()});
    return piece;
}

/// A table of a few rows is read at a glance, and not over two pages.
void keepShortTable(std::vector<PagePiece> &pieces, std::size_t firstRow, double pageHeight)
{
    constexpr double longest = 0.45; // of a page: more would leave too much of the page before empty
    double taken = 0;
    for (const PagePiece &piece : pieces)
        taken += piece.before + piece.drawing.size().height();
    if (taken > longest * pageHeight)
        return;
    for (std::size_t i = firstRow; i + 1 < pieces.size(); ++i)
        pieces[i].keepWithNext = true;
}

} // namespace

std::vector<PagePiece> tablePieces(const TableBlock &table, double width, double height)
{
    std::vector<PagePiece> pieces;
    double size = 3.1;
    while (size > 2.3 && TableLayout(table, width, size).breaksFigures())
        size -= 0.2;
    const TableLayout layout(table, width, size);
    if (!table.caption.isEmpty()) {
        PagePiece caption = textPiece(table.caption, {.sizeMm = 3.5, .bold = true}, ColorRole::Text, width);
        caption.before = 4;
        caption.keepWithNext = true;
        pieces.push_back(std::move(caption));
    }
    if (layout.isEmpty())
        return pieces;
    const auto head = std::make_shared<const PaperDrawing>(layout.head());
    const bool hasHead = !table.head.isEmpty();
    if (hasHead) {
        PagePiece piece{.drawing = *head,
                        .before = table.caption.isEmpty() ? 4.0 : 1.2,
                        .keepWithNext = true,
                        .startsPage = false,
                        .head = {}};
        pieces.push_back(std::move(piece));
    }
    const double limit = height - (hasHead ? head->size().height() : 0);
    const std::size_t firstRow = pieces.size();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        for (PaperDrawing &part : layout.row(table.rows[i], limit, i + 1 == table.rows.size())) {
            PagePiece piece;
            piece.drawing = std::move(part);
            if (hasHead)
                piece.head = head;
            pieces.push_back(std::move(piece));
        }
    }
    keepShortTable(pieces, firstRow, height);
    if (!table.note.isEmpty()) {
        if (!pieces.empty())
            pieces.back().keepWithNext = true;
        PagePiece note =
            textPiece(table.note, {.sizeMm = 2.7, .leading = 1.45}, ColorRole::SecondaryText, width);
        note.before = 1;
        pieces.push_back(std::move(note));
    }
    return pieces;
}

} // namespace tane
