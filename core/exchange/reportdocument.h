#pragma once

#include "chart/chartspec.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace tane {

enum class TextAlign { Left, Right, Centre };

struct HeadingBlock
{
    int level = 1; ///< 1 to 3
    QString text;
};

struct ParagraphBlock
{
    enum class Style { Body, Note, Hint, Bullet };
    QString text;
    Style style = Style::Body;
};

struct TableBlock
{
    QString caption; ///< "表1 …"; printed above
    QStringList head;
    std::vector<QStringList> rows;
    std::vector<TextAlign> align; ///< per column; missing = Left
    std::vector<double> widths;   ///< relative column widths; missing = 1
    QString note;                 ///< small print below
};

struct FigureBlock
{
    ChartSpec chart; ///< drawn with its own caption, note and reading
};

struct PageBreakBlock
{
};

using ReportBlock = std::variant<HeadingBlock, ParagraphBlock, TableBlock, FigureBlock, PageBreakBlock>;

/// Whether a block is one of at most two texts between a heading and what that heading is about (a lower
/// heading, a figure, a table): it would look lost at the foot of the page before.
[[nodiscard]] inline bool leadsOn(const std::vector<ReportBlock> &blocks, std::size_t i)
{
    const auto isText = [&blocks](std::size_t at) {
        return at < blocks.size() && std::holds_alternative<ParagraphBlock>(blocks[at]);
    };
    if (i == 0 || !isText(i))
        return false;
    const std::size_t first = isText(i - 1) ? i - 1 : i; // a lead and a hint, at most
    const std::size_t next = isText(i + 1) && first == i ? i + 2 : i + 1;
    if (first == 0 || next >= blocks.size())
        return false;
    const auto *heading = std::get_if<HeadingBlock>(&blocks[first - 1]);
    const auto *lower = std::get_if<HeadingBlock>(&blocks[next]);
    return heading &&
           (std::holds_alternative<FigureBlock>(blocks[next]) ||
            std::holds_alternative<TableBlock>(blocks[next]) || (lower && lower->level > heading->level));
}

/// A report as content: what is written to DOCX (exchange/docxwriter) and drawn to PDF (ui/paper) alike.
struct ReportDocument
{
    QString title;
    QString subtitle; ///< "架空県　令和8年度"
    QString footer;   ///< left of the page number
    QString contents; ///< heading of the table of contents ("目次"), which fills the first page; empty: none
    std::vector<ReportBlock> blocks;
};

} // namespace tane
