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

/// Whether a block is a text between a heading and what that heading is about (a lower heading, a figure, a
/// table): it would look lost at the foot of the page before.
[[nodiscard]] inline bool leadsOn(const std::vector<ReportBlock> &blocks, std::size_t i)
{
    if (i == 0 || i + 1 >= blocks.size() || !std::holds_alternative<ParagraphBlock>(blocks[i]))
        return false;
    const auto *heading = std::get_if<HeadingBlock>(&blocks[i - 1]);
    const auto *lower = std::get_if<HeadingBlock>(&blocks[i + 1]);
    return heading &&
           (std::holds_alternative<FigureBlock>(blocks[i + 1]) ||
            std::holds_alternative<TableBlock>(blocks[i + 1]) || (lower && lower->level > heading->level));
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
