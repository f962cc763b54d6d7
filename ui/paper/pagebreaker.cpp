#include "paper/pagebreaker.h"

#include <algorithm>

namespace tane {

namespace {

class Breaker
{
public:
    explicit Breaker(double height)
        : m_height(height)
    {
        m_pages.emplace_back();
    }

    void placeTogether(const std::vector<PagePiece> &pieces, std::size_t first, std::size_t last)
    {
        double needed = 0;
        for (std::size_t i = first; i <= last; ++i)
            needed += (i == first && atTop() ? 0 : pieces[i].before) + pieces[i].drawing.size().height();
        const bool asked = pieces[first].startsPage && !atTop();
        if (asked || (!atTop() && m_y + needed > m_height))
            newPage();
        for (std::size_t i = first; i <= last; ++i)
            place(pieces[i]);
    }

    std::vector<std::vector<PlacedPiece>> take() { return std::move(m_pages); }

private:
    [[nodiscard]] bool atTop() const { return m_pages.back().empty(); }

    void newPage()
    {
        m_pages.emplace_back();
        m_y = 0;
    }

    void place(const PagePiece &piece)
    {
        const double own = piece.drawing.size().height();
        if (!atTop() && m_y + piece.before + own > m_height + 1e-6)
            newPage();
        if (!atTop()) {
            m_y += piece.before;
        } else if (piece.head) {
            m_pages.back().push_back({*piece.head, 0, 1, -1});
            m_y = piece.head->size().height();
        }
        const double factor = std::min(1.0, (m_height - m_y) / std::max(own, 0.001));
        m_pages.back().push_back({piece.drawing, m_y, factor, piece.mark});
        m_y += own * factor;
    }

    double m_height;
    double m_y = 0;
    std::vector<std::vector<PlacedPiece>> m_pages;
};

} // namespace

std::vector<std::vector<PlacedPiece>> breakIntoPages(const std::vector<PagePiece> &pieces, double height)
{
    Breaker breaker(height);
    for (std::size_t first = 0; first < pieces.size();) {
        std::size_t last = first;
        while (pieces[last].keepWithNext && last + 1 < pieces.size() && !pieces[last + 1].startsPage)
            ++last;
        breaker.placeTogether(pieces, first, last);
        first = last + 1;
    }
    return breaker.take();
}

} // namespace tane
