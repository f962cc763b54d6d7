#pragma once

// Private to the forms on paper: pages that are filled from top to bottom.

#include "exchange/formgrid.h"
#include "paper/palette.h"
#include "paper/paperdrawing.h"

#include <vector>

namespace tane {

/// The pages of a form. Coordinates are millimetres from the top left corner of the text area.
class FormPages
{
public:
    explicit FormPages(const FormMetrics &metrics)
        : m_metrics(metrics)
        , m_pages(1)
    {
    }
    [[nodiscard]] const FormMetrics &metrics() const { return m_metrics; }
    [[nodiscard]] double width() const { return m_metrics.width(); }
    [[nodiscard]] double height() const { return m_metrics.height(); }
    [[nodiscard]] double y() const { return m_y; }
    [[nodiscard]] double left() const { return height() - m_y; }
    [[nodiscard]] bool atTop() const { return m_y == 0; }
    [[nodiscard]] PaperDrawing &page() { return m_pages.back(); }

    void advance(double mm) { m_y += mm; }
    void newPage()
    {
        m_pages.emplace_back();
        m_y = 0;
    }
    [[nodiscard]] std::vector<PaperDrawing> take() { return std::move(m_pages); }

private:
    FormMetrics m_metrics;
    double m_y = 0;
    std::vector<PaperDrawing> m_pages;
};

/// Puts a table on the pages, from where they are filled to. Rows stay whole where they fit a page well;
/// taller ones go on on the next page between two lines. Heads and labels are said again there. A heading
/// stays on the page where the table begins; empty for none.
void layOutTable(const FormTable &table, FormPages &pages, const QString &heading = {});

/// The height that has to be left on a page for a table without caption to begin there (mm), all of it for
/// one that is kept whole: what is to stand above it looks here, so as not to stay behind alone.
[[nodiscard]] double roomToBegin(const FormTable &table, FormPages &pages);

/// Text line by line, over as many pages as it takes.
void flowText(FormPages &pages, const QString &words, const TextStyle &style, ColorRole role);

} // namespace tane
