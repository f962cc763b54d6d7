#include "exchange/reportbuilder.h"

#include <QCoreApplication>

namespace tane {

void ReportBuilder::heading(int level, const QString &text)
{
    m_document.blocks.push_back(HeadingBlock{level, text});
}

void ReportBuilder::paragraph(const QString &text, ParagraphBlock::Style style)
{
    m_document.blocks.push_back(ParagraphBlock{text, style});
}

void ReportBuilder::paragraphs(const QString &text, ParagraphBlock::Style style)
{
    for (const QString &line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            paragraph(line.trimmed(), style);
    }
}

void ReportBuilder::bullets(const QStringList &texts)
{
    for (const QString &text : texts)
        bullet(text);
}

QString ReportBuilder::number(const QString &title, const QString &base)
{
    const QString number =
        QCoreApplication::translate("tane::ReportBuilder", "図表-%1").arg(m_figures.size() + 1);
    m_figures.push_back({number, title, base});
    return number;
}

void ReportBuilder::table(TableBlock table, const QString &title, const QString &base)
{
    table.caption = QString(number(title, base) + u'　' + title);
    m_document.blocks.push_back(std::move(table));
}

void ReportBuilder::figure(ChartSpec chart, const QString &base)
{
    chart.figure = number(chart.title, base);
    m_document.blocks.push_back(FigureBlock{std::move(chart)});
}

} // namespace tane
