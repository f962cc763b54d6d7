#pragma once

#include "exchange/reportdocument.h"

namespace tane {

/// A numbered table or figure, for the list of what each is counted from.
struct ReportFigure
{
    QString number; ///< "図表-3"
    QString title;
    QString base; ///< "対 65～67組"; empty when nothing is counted in it
};

/// Puts a report together block by block and numbers its tables and figures in one row: 図表-1, 図表-2 …
class ReportBuilder
{
public:
    void heading(int level, const QString &text);
    void paragraph(const QString &text, ParagraphBlock::Style style = ParagraphBlock::Style::Body);
    /// One paragraph a line; empty lines are left out.
    void paragraphs(const QString &text, ParagraphBlock::Style style = ParagraphBlock::Style::Body);
    void bullet(const QString &text) { paragraph(text, ParagraphBlock::Style::Bullet); }
    void bullets(const QStringList &texts);
    /// With the next number before `title`.
    void table(TableBlock table, const QString &title, const QString &base = {});
    /// The chart gets the next number; the title is the chart's.
    void figure(ChartSpec chart, const QString &base = {});
    void pageBreak() { m_document.blocks.push_back(PageBreakBlock{}); }
    /// Without a number.
    void block(ReportBlock block) { m_document.blocks.push_back(std::move(block)); }

    [[nodiscard]] std::size_t size() const { return m_document.blocks.size(); }
    /// Takes away what was added since there were `size` blocks. Nothing numbered may be among it.
    void cutTo(std::size_t size) { m_document.blocks.resize(size); }
    [[nodiscard]] const std::vector<ReportFigure> &figures() const { return m_figures; }
    [[nodiscard]] ReportDocument &document() { return m_document; }
    [[nodiscard]] ReportDocument take() { return std::move(m_document); }

private:
    QString number(const QString &title, const QString &base);

    ReportDocument m_document;
    std::vector<ReportFigure> m_figures;
};

} // namespace tane
