#include "paper/reportpieces.h"

#include "paper/chartpainter.h"
#include "paper/palette.h"

#include <algorithm>

namespace tane {

namespace {

constexpr double kBody = 3.6; // mm, about 10 pt

QColor ink(ColorRole role)
{
    return color(role, Scheme::Paper);
}

/// Collects the pieces of a report, block by block.
class PieceMaker
{
public:
    PieceMaker(double width, double height)
        : m_width(width)
        , m_height(height)
    {
    }

    void title(const ReportDocument &document)
    {
        if (!document.title.isEmpty())
            whole(document.title, {.sizeMm = 6.4, .bold = true}, ColorRole::Text, 0);
        if (!document.subtitle.isEmpty())
            whole(document.subtitle, {.sizeMm = 3.8}, ColorRole::SecondaryText, 1);
        if (m_pieces.empty())
            return;
        PagePiece rule;
        rule.drawing.fill(QRectF(0, 0, m_width, 0.6), ink(ColorRole::Accent));
        rule.drawing.setSize({m_width, 2});
        rule.before = 2.5;
        m_pieces.push_back(std::move(rule));
    }

    /// Headings of the first two levels with their pages; what follows begins a page.
    void contents(const ReportDocument &document, const std::vector<int> &headingPages)
    {
        whole(document.contents, {.sizeMm = 5.0, .bold = true}, ColorRole::Text, 8);
        std::size_t number = 0;
        for (const ReportBlock &block : document.blocks) {
            const auto *heading = std::get_if<HeadingBlock>(&block);
            if (heading == nullptr)
                continue;
            const int page = number < headingPages.size() ? headingPages[number] : 0;
            ++number;
            if (heading->level <= 2)
                contentsLine(*heading, page);
        }
        m_breakNext = true;
    }

    void operator()(const HeadingBlock &heading)
    {
        const int level = std::clamp(heading.level, 1, 3);
        constexpr double sizes[] = {5.0, 4.3, 3.8};
        constexpr double spaces[] = {8, 5.5, 4.5};
        whole(heading.text, {.sizeMm = sizes[level - 1], .bold = true}, ColorRole::Text, spaces[level - 1]);
        if (level == 1) {
            PagePiece rule;
            rule.drawing.fill(QRectF(0, 0, m_width, 0.25), ink(ColorRole::Line));
            rule.drawing.setSize({m_width, 0.3});
            rule.before = 0.8;
            rule.keepWithNext = true;
            m_pieces.push_back(std::move(rule));
        }
    }

    void operator()(const ParagraphBlock &paragraph)
    {
        switch (paragraph.style) {
        case ParagraphBlock::Style::Body:
            flow(paragraph.text, {.sizeMm = kBody, .leading = 1.5}, ColorRole::Text, 2.5, 0, {});
            break;
        case ParagraphBlock::Style::Note:
            flow(paragraph.text, {.sizeMm = 2.8, .leading = 1.5}, ColorRole::SecondaryText, 1.8, 0, {});
            break;
        case ParagraphBlock::Style::Bullet:
            flow(paragraph.text, {.sizeMm = kBody, .leading = 1.5}, ColorRole::Text, 1, 4.6,
                 QStringLiteral("・"));
            break;
        case ParagraphBlock::Style::Hint:
            hint(paragraph.text);
            break;
        }
    }

    void operator()(const TableBlock &table)
    {
        for (PagePiece &piece : tablePieces(table, m_width, m_height))
            m_pieces.push_back(std::move(piece));
        m_afterBlock = 3;
    }

    void operator()(const FigureBlock &figure)
    {
        PagePiece piece;
        piece.drawing = chartDrawing(figure.chart, {.widthMm = m_width});
        piece.before = 4;
        m_pieces.push_back(std::move(piece));
        m_afterBlock = 3;
    }

    void operator()(const PageBreakBlock &) { m_breakNext = true; }

    /// To be called after each block: marks it, and applies what a block asks of the one after it.
    void finishBlock(std::size_t start, std::size_t block)
    {
        if (start >= m_pieces.size())
            return;
        m_pieces[start].mark = static_cast<int>(block);
        m_pieces[start].startsPage = m_breakPending;
        m_pieces[start].before += m_spacePending;
        m_breakPending = false;
        m_spacePending = m_afterBlock;
        m_afterBlock = 0;
    }
    void beginBlock()
    {
        m_breakPending = m_breakPending || m_breakNext;
        m_breakNext = false;
    }

    /// Keeps a short block, from its first piece on, on the page of what follows.
    void keepWithNext(std::size_t start)
    {
        constexpr std::size_t longest = 4; // lines
        for (std::size_t i = start; m_pieces.size() - start <= longest && i < m_pieces.size(); ++i)
            m_pieces[i].keepWithNext = true;
    }

    [[nodiscard]] std::size_t count() const { return m_pieces.size(); }
    std::vector<PagePiece> take() { return std::move(m_pieces); }

private:
    void contentsLine(const HeadingBlock &heading, int page)
    {
        const bool main = heading.level == 1;
        const double left = main ? 0 : 6;
        constexpr double numberRoom = 10; // mm
        const TextStyle style{.sizeMm = main ? 3.7 : 3.4, .bold = main, .leading = 1.5};
        const PaperText text(heading.text, style, m_width - left - numberRoom);
        const PaperText number(QString::number(page), style);
        PagePiece piece;
        piece.drawing.text(text, {left, 0}, ink(ColorRole::Text));
        const double base = text.height() - text.lineHeight();
        piece.drawing.text(number, {m_width - number.width(), base}, ink(ColorRole::Text));
        const double from = left + text.lines(text.lineCount() - 1, 1).width() + 2;
        const double to = m_width - numberRoom + 2;
        for (double x = to; x > from; x -= 1.6)
            piece.drawing.fill(QRectF(x, base + text.lineHeight() * 0.68, 0.28, 0.28),
                               ink(ColorRole::SecondaryText));
        piece.drawing.setSize({m_width, text.height()});
        piece.before = main ? 1.6 : 0;
        m_pieces.push_back(std::move(piece));
    }

    /// Text that is never broken, and keeps with what follows.
    void whole(const QString &words, const TextStyle &style, ColorRole role, double before)
    {
        const PaperText text(words, style, m_width);
        PagePiece piece;
        piece.drawing.text(text, {}, ink(role));
        piece.drawing.setSize({m_width, text.height()});
        piece.before = before;
        piece.keepWithNext = true;
        m_pieces.push_back(std::move(piece));
    }

    /// Text line by line; no single line is left alone at the foot or the top of a page.
    void flow(const QString &words, const TextStyle &style, ColorRole role, double before, double indent,
              const QString &bullet)
    {
        const PaperText text(words, style, m_width - indent);
        const int count = text.lineCount();
        for (int i = 0; i < count; ++i) {
            PagePiece piece;
            if (i == 0 && !bullet.isEmpty())
                piece.drawing.text(PaperText(bullet, style), {0.6, 0}, ink(role));
            piece.drawing.text(text.lines(i, 1), {indent, 0}, ink(role));
            piece.drawing.setSize({m_width, text.lineHeight()});
            piece.before = i == 0 ? before : 0;
            piece.keepWithNext = i + 1 < count && (i == 0 || i == count - 2);
            m_pieces.push_back(std::move(piece));
        }
    }

    /// A soft box with a bar at its left. Each line carries its part of both, so that the box may go on on
    /// the next page.
    void hint(const QString &words)
    {
        constexpr double bar = 1, left = 4.5, right = 3, pad = 2;
        const PaperText text(words, {.sizeMm = 3.4, .leading = 1.55}, m_width - left - right);
        const int count = text.lineCount();
        for (int i = 0; i < count; ++i) {
            const double top = i == 0 ? pad : 0;
            const double height = top + text.lineHeight() + (i + 1 == count ? pad : 0);
            PagePiece piece;
            // A hair of overlap, or viewers show a line between the parts.
            const double overlap = i + 1 < count ? 0.05 : 0;
            piece.drawing.fill(QRectF(0, 0, m_width, height + overlap), ink(ColorRole::WeakAccent));
            piece.drawing.fill(QRectF(0, 0, bar, height + overlap), ink(ColorRole::Accent));
            piece.drawing.text(text.lines(i, 1), {left, top}, ink(ColorRole::Text));
            piece.drawing.setSize({m_width, height});
            piece.before = i == 0 ? 3.5 : 0;
            piece.keepWithNext = i + 1 < count && (i == 0 || i == count - 2);
            m_pieces.push_back(std::move(piece));
        }
        m_afterBlock = 1;
    }

    double m_width, m_height;
    double m_afterBlock = 0, m_spacePending = 0;
    bool m_breakNext = false, m_breakPending = false;
    std::vector<PagePiece> m_pieces;
};

} // namespace

std::vector<PagePiece> reportPieces(const ReportDocument &document, double width, double height,
                                    const std::vector<int> &headingPages)
{
    PieceMaker maker(width, height);
    maker.title(document);
    if (!document.contents.isEmpty())
        maker.contents(document, headingPages);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        maker.beginBlock();
        const std::size_t start = maker.count();
        std::visit([&maker](const auto &content) { maker(content); }, document.blocks[i]);
        maker.finishBlock(start, i);
        if (leadsOn(document.blocks, i))
            maker.keepWithNext(start);
    }
    return maker.take();
}

} // namespace tane
