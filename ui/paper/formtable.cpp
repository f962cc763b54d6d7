// Tables of forms on pages: spans, rows taller than a page, heads and labels said again.
#include "paper/formcells.h"
#include "paper/formpages.h"

#include <algorithm>

namespace tane {

namespace {

constexpr double kHair = 1e-6;
constexpr double kFine = 0.13, kStrong = 0.35; // pens, mm
/// Rows up to this share of a page are never broken; taller ones fill the page they begin on.
constexpr double kWholeRow = 0.4;
/// What is said again on each page must leave it to the rest.
constexpr double kRepeated = 0.4;
constexpr double kGap = 5, kHeadingGap = 8, kCaptionSpace = 1.5;

/// One table on its way through the pages.
class TableFlow
{
public:
    TableFlow(const FormTable &table, FormPages &pages)
        : m_table(table)
        , m_pages(pages)
        , m_grid(table)
    {
        for (const PlacedCell &place : m_grid.cells)
            m_cells.emplace_back(place, FormCellText(*place.cell, pages.metrics(), widthOf(place)));
        measureHead();
        for (Cell &cell : m_cells)
            cell.repeats = isLabel(cell.place.cell->style) &&
                           cell.text.height() <= kRepeated * (pages.height() - m_headHeight);
    }

    void run(const QString &heading)
    {
        if (m_grid.rows == 0 || m_grid.columns == 0)
            return;
        begin(heading);
        for (int row = m_firstRow; row < m_grid.rows; ++row)
            placeRow(row);
        flush();
    }
    /// Below something else on the page.
    [[nodiscard]] double roomToBegin() const
    {
        return m_grid.rows == 0 || m_grid.columns == 0 ? 0 : room(kGap);
    }

private:
    struct Cell
    {
        Cell(const PlacedCell &placed, FormCellText words)
            : place(placed)
            , text(std::move(words))
        {
        }
        PlacedCell place;
        FormCellText text;
        bool repeats = false;
        std::size_t next = 0; ///< first line that is not on paper yet
        double top = 0;       ///< where a span begins on this page
        [[nodiscard]] int lastRow() const { return place.row + place.rowSpan - 1; }
        /// What it still needs.
        [[nodiscard]] double rest() const
        {
            return std::max(text.height(repeats ? 0 : next), next == 0 ? place.cell->roomMm : 0);
        }
    };
    /// A row, or a part of one, on the page that is being filled.
    struct Part
    {
        double top, height;
        [[nodiscard]] double bottom() const { return top + height; }
    };
    /// Some lines of a cell from the top of one part to the foot of another.
    struct Piece
    {
        std::size_t cell;
        double top;
        std::size_t lastPart;
        std::size_t firstLine, lines;
    };

    [[nodiscard]] double leftOf(const PlacedCell &place) const
    {
        return m_grid.left(place.column) * m_pages.width();
    }
    [[nodiscard]] double widthOf(const PlacedCell &place) const
    {
        return m_grid.widthOf(place) * m_pages.width();
    }
    [[nodiscard]] std::vector<std::size_t> cellsOf(int row) const
    {
        std::vector<std::size_t> indexes;
        for (int column = 0; column < m_grid.columns;) {
            const std::size_t index = m_grid.at(row, column);
            const PlacedCell &place = m_grid.cells[index];
            if (place.row == row)
                indexes.push_back(index);
            column = place.column + place.columnSpan;
        }
        return indexes;
    }
    /// A row by its own cells.
    [[nodiscard]] double ownHeight(int row) const
    {
        double height = m_pages.metrics().body + 2 * kCellPadY;
        for (const std::size_t index : cellsOf(row))
            if (m_cells[index].place.rowSpan == 1)
                height = std::max(height, m_cells[index].rest());
        return height;
    }
    /// What spans that end in `row` need of it beyond what they have had.
    [[nodiscard]] double endingNeed(int row, double y) const
    {
        double need = 0;
        for (const std::size_t index : m_open)
            if (m_cells[index].lastRow() == row)
                need = std::max(need, m_cells[index].rest() - (y - m_cells[index].top));
        return need;
    }

    /// Of the labels of a row alone.
    [[nodiscard]] double labelHeight(int row) const
    {
        double height = 0;
        for (const std::size_t index : cellsOf(row))
            if (m_cells[index].place.rowSpan == 1 && m_cells[index].repeats)
                height = std::max(height, m_cells[index].text.height());
        return height;
    }
    /// What is not on paper yet of a row that was begun; 0 when it is done.
    [[nodiscard]] double restOf(int row) const
    {
        double rest = 0;
        for (const std::size_t index : cellsOf(row))
            if (m_cells[index].place.rowSpan == 1 && !m_cells[index].repeats)
                rest = std::max(rest, m_cells[index].text.height(m_cells[index].next));
        return rest > 0 ? std::max(rest, labelHeight(row)) : 0;
    }

    void measureHead();
    void begin(const QString &heading);
    void drawHead();
    void placeRow(int row);
    [[nodiscard]] double roomWanted(int row, double need) const;
    void addPart(int row, double height);
    void closeSpans(int row);
    void pageBreak();
    void flush();
    void drawPieces(PaperDrawing &drawing) const;
    [[nodiscard]] double wholeHeight() const;
    [[nodiscard]] double room(double above) const;

    const FormTable &m_table;
    FormPages &m_pages;
    FormGrid m_grid;
    std::vector<Cell> m_cells;
    int m_firstRow = 0; ///< below the head
    std::vector<double> m_headHeights;
    double m_headHeight = 0;
    double m_contentTop = 0; ///< of this page, below the head
    double m_tableTop = 0;   ///< of this page
    std::vector<Part> m_parts;
    std::vector<Piece> m_pieces;
    std::vector<std::size_t> m_open; ///< spans that go on below
};

void TableFlow::measureHead()
{
    m_firstRow = m_grid.headRows;
    for (int row = 0; row < m_firstRow; ++row) {
        double height = ownHeight(row);
        for (const Cell &cell : m_cells) {
            if (cell.place.rowSpan == 1 || cell.lastRow() != row)
                continue;
            double above = 0;
            for (int r = cell.place.row; r < row; ++r)
                above += m_headHeights[static_cast<std::size_t>(r)];
            height = std::max(height, cell.rest() - above);
        }
        m_headHeights.push_back(height);
        m_headHeight += height;
    }
    if (m_headHeight <= kRepeated * m_pages.height())
        return;
    m_firstRow = 0; // too much to be said again: a row like the others
    m_headHeights.clear();
    m_headHeight = 0;
}

double TableFlow::wholeHeight() const
{
    double sum = m_headHeight;
    for (int row = m_firstRow; row < m_grid.rows; ++row)
        sum += ownHeight(row);
    return sum;
}

/// What has to be free for the table to begin on a page, with what stands `above` it: all of a short one.
double TableFlow::room(double above) const
{
    const double whole = above + wholeHeight();
    if (whole <= m_grid.whole * m_pages.height())
        return whole;
    const double first = ownHeight(m_firstRow < m_grid.rows ? m_firstRow : 0);
    return above + m_headHeight + std::min(first, kWholeRow * m_pages.height());
}

void TableFlow::begin(const QString &heading)
{
    const double body = m_pages.metrics().body, width = m_pages.width();
    const TextStyle headingStyle{.sizeMm = body * 1.3, .bold = true, .leading = 1.4};
    const TextStyle captionStyle{.sizeMm = body * 1.12, .bold = true, .leading = 1.4};
    double above = 0; // words above the table
    if (!heading.isEmpty())
        above += PaperText(heading, headingStyle, width).height() + kCaptionSpace;
    if (!m_table.caption.isEmpty())
        above += PaperText(m_table.caption, captionStyle, width).height() + kCaptionSpace;
    const double gap = m_pages.atTop() ? 0 : heading.isEmpty() ? kGap : kHeadingGap;
    if (!m_pages.atTop() && room(gap + above) > m_pages.left())
        m_pages.newPage();
    else
        m_pages.advance(gap);
    const auto say = [this](const QString &words, const TextStyle &style) {
        flowText(m_pages, words, style, ColorRole::Text);
        m_pages.advance(words.isEmpty() ? 0 : kCaptionSpace);
    };
    say(heading, headingStyle);
    say(m_table.caption, captionStyle);
    drawHead();
}

void TableFlow::drawHead()
{
    m_tableTop = m_pages.y();
    double y = m_tableTop;
    for (std::size_t row = 0; row < m_headHeights.size(); ++row) {
        for (const std::size_t index : cellsOf(static_cast<int>(row))) {
            const Cell &cell = m_cells[index];
            double height = 0;
            for (int r = cell.place.row; r <= cell.lastRow() && r < m_firstRow; ++r)
                height += m_headHeights[static_cast<std::size_t>(r)];
            const QRectF area(leftOf(cell.place), y, widthOf(cell.place), height);
            fillCell(m_pages.page(), area, cell.place.cell->style);
            if (m_table.ruled)
                ruleArea(m_pages.page(), area, color(ColorRole::Line, Scheme::Paper), kFine);
            cell.text.draw(m_pages.page(), area, 0, cell.text.lineCount(), true);
        }
        y += m_headHeights[row];
    }
    m_pages.advance(m_headHeight);
    m_contentTop = m_pages.y();
    for (const std::size_t index : m_open)
        m_cells[index].top = m_contentTop;
}

/// What has to be free below for a part of that height to be put here: a label wants its whole text on the
/// page where it begins, and a band something below it.
double TableFlow::roomWanted(int row, double need) const
{
    double wanted = need;
    bool isBand = false;
    for (const std::size_t index : cellsOf(row)) {
        const Cell &cell = m_cells[index];
        isBand = isBand || cell.place.cell->style == FormTableCell::Style::Band;
        if (cell.place.rowSpan > 1 && cell.repeats)
            wanted = std::max(wanted, cell.text.height());
    }
    if (isBand && row + 1 < m_grid.rows)
        wanted += std::min(ownHeight(row + 1), kWholeRow * m_pages.height());
    return wanted;
}

void TableFlow::placeRow(int row)
{
    for (const std::size_t index : cellsOf(row)) {
        if (m_cells[index].place.rowSpan > 1) {
            m_cells[index].top = m_pages.y();
            m_open.push_back(index);
        }
    }
    const double line = m_pages.metrics().body * 1.42;
    const double page = m_pages.height() - m_headHeight;
    double own = ownHeight(row);
    for (;;) {
        const double need = std::max(own, endingNeed(row, m_pages.y()));
        const bool fresh = m_pages.y() <= m_contentTop + kHair;
        const double room = m_pages.left() + kHair;
        if (roomWanted(row, need) <= room || (fresh && need <= room)) {
            addPart(row, need);
            break;
        }
        const bool tall = need > kWholeRow * page;
        if (!fresh && !(tall && m_pages.left() >= std::max(5 * line, labelHeight(row)))) {
            pageBreak();
            continue;
        }
        addPart(row, m_pages.left());
        pageBreak();
        own = restOf(row);
        if (own <= 0 && endingNeed(row, m_pages.y()) <= 0)
            break; // only empty room was left
    }
    closeSpans(row);
}

void TableFlow::addPart(int row, double height)
{
    m_parts.push_back({m_pages.y(), height});
    for (const std::size_t index : cellsOf(row)) {
        Cell &cell = m_cells[index];
        if (cell.place.rowSpan > 1)
            continue;
        const std::size_t first = cell.repeats ? 0 : cell.next;
        const std::size_t count = cell.text.fitting(first, height);
        m_pieces.push_back({index, m_pages.y(), m_parts.size() - 1, first, count});
        cell.next = first + count;
    }
    m_pages.advance(height);
}

/// Spans that end with this row get their last lines.
void TableFlow::closeSpans(int row)
{
    std::erase_if(m_open, [&](std::size_t index) {
        Cell &cell = m_cells[index];
        if (cell.lastRow() != row)
            return false;
        if (m_pages.y() > cell.top + kHair) {
            const std::size_t first = cell.repeats ? 0 : cell.next;
            const std::size_t count = cell.text.fitting(first, m_pages.y() - cell.top);
            m_pieces.push_back({index, cell.top, m_parts.size() - 1, first, count});
            cell.next = first + count;
        }
        return true;
    });
}

void TableFlow::pageBreak()
{
    flush();
    m_pages.newPage();
    drawHead();
}

/// Draws what stands on the page.
void TableFlow::flush()
{
    if (m_parts.empty() && m_headHeights.empty())
        return;
    // A label whose rows end in a page break keeps room for all of its text.
    for (const std::size_t index : m_open) {
        Cell &cell = m_cells[index];
        const double has = m_pages.y() - cell.top;
        if (has <= kHair)
            continue;
        if (cell.repeats && cell.text.height() > has) {
            const double more = std::min(cell.text.height() - has, m_pages.left());
            m_parts.back().height += more;
            m_pages.advance(more);
        }
        const std::size_t first = cell.repeats ? 0 : cell.next;
        const std::size_t count = cell.text.fitting(first, m_pages.y() - cell.top);
        m_pieces.push_back({index, cell.top, m_parts.size() - 1, first, count});
        cell.next = first + count;
    }
    drawPieces(m_pages.page());
    if (m_table.ruled)
        ruleArea(m_pages.page(), QRectF(0, m_tableTop, m_pages.width(), m_pages.y() - m_tableTop),
                 color(ColorRole::SecondaryText, Scheme::Paper), kStrong);
    m_parts.clear();
    m_pieces.clear();
}

void TableFlow::drawPieces(PaperDrawing &drawing) const
{
    const auto areaOf = [this](const Piece &piece) {
        const PlacedCell &place = m_cells[piece.cell].place;
        return QRectF(leftOf(place), piece.top, widthOf(place), m_parts[piece.lastPart].bottom() - piece.top);
    };
    for (const Piece &piece : m_pieces)
        fillCell(drawing, areaOf(piece), m_cells[piece.cell].place.cell->style);
    for (const Piece &piece : m_pieces) {
        const Cell &cell = m_cells[piece.cell];
        const FormTableCell &content = *cell.place.cell;
        if (m_table.ruled)
            ruleArea(drawing, areaOf(piece), color(ColorRole::Line, Scheme::Paper), kFine);
        // What is continued is read from the top.
        const bool whole = piece.firstLine == 0 && piece.lines == cell.text.lineCount();
        const bool middle = whole && (m_table.middle || isLabel(content.style) ||
                                      content.style == FormTableCell::Style::Note);
        cell.text.draw(drawing, areaOf(piece), piece.firstLine, piece.lines, middle);
    }
}

} // namespace

void layOutTable(const FormTable &table, FormPages &pages, const QString &heading)
{
    TableFlow(table, pages).run(heading);
}

double roomToBegin(const FormTable &table, FormPages &pages)
{
    return TableFlow(table, pages).roomToBegin();
}

} // namespace tane
