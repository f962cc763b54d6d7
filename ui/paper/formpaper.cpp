#include "paper/formpaper.h"

#include "paper/formpages.h"

#include <algorithm>

namespace tane {

namespace {

QColor ink(ColorRole role)
{
    return color(role, Scheme::Paper);
}

/// Title at the left, what it is for at the right when both fit on a line, else below; a rule under them.
void layOutTitle(const FormSheet &sheet, FormPages &pages)
{
    const double body = pages.metrics().body;
    const TextStyle titleStyle{.sizeMm = pages.metrics().title(), .bold = true, .leading = 1.3};
    const TextStyle subtitleStyle{.sizeMm = body * 1.06, .leading = 1.4};
    const PaperText title(sheet.title, titleStyle), subtitle(sheet.subtitle, subtitleStyle);
    constexpr double between = 8;
    if (title.lineCount() <= 1 && subtitle.lineCount() <= 1 &&
        title.width() + between + subtitle.width() <= pages.width()) {
        // On one base line: the larger type hangs lower.
        const double drop = title.height() - subtitle.height() - 0.2 * (titleStyle.sizeMm - body);
        pages.page().text(title, {0, 0}, ink(ColorRole::Text));
        pages.page().text(subtitle, {pages.width() - subtitle.width(), drop}, ink(ColorRole::SecondaryText));
        pages.advance(title.height());
    } else {
        flowText(pages, sheet.title, titleStyle, ColorRole::Text);
        pages.advance(0.8);
        flowText(pages, sheet.subtitle, subtitleStyle, ColorRole::SecondaryText);
    }
    pages.advance(1.2);
    pages.page().fill(QRectF(0, pages.y(), pages.width(), 0.6), ink(ColorRole::Accent));
    pages.advance(0.6 - 1.4); // the first table stands a little closer than the others
}

void layOutParagraph(const FormParagraph &paragraph, FormPages &pages)
{
    const bool note = paragraph.style == FormParagraph::Style::Note;
    pages.advance(pages.atTop() ? 0 : note ? 1.5 : 2.5);
    flowText(pages, paragraph.text,
             {.sizeMm = note ? pages.metrics().small() : pages.metrics().body, .leading = 1.45},
             note ? ColorRole::SecondaryText : ColorRole::Text);
}

void layOutHeading(const QString &text, FormPages &pages)
{
    constexpr double before = 8, after = 1.5, follower = 20;
    if (!pages.atTop() && pages.left() < before + follower)
        pages.newPage();
    pages.advance(pages.atTop() ? 0 : before);
    flowText(pages, text, {.sizeMm = pages.metrics().body * 1.3, .bold = true, .leading = 1.4},
             ColorRole::Text);
    pages.advance(after);
}

void layOutParts(const FormSheet &sheet, FormPages &pages)
{
    QString heading; // waits for the table below it
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.table) {
            layOutTable(*part.table, pages, heading);
            heading.clear();
            continue;
        }
        if (!heading.isEmpty())
            layOutHeading(heading, pages);
        heading.clear();
        if (part.paragraph && part.paragraph->style == FormParagraph::Style::Heading)
            heading = part.paragraph->text;
        else if (part.paragraph)
            layOutParagraph(*part.paragraph, pages);
    }
    if (!heading.isEmpty())
        layOutHeading(heading, pages);
}

std::vector<PaperDrawing> pagesOf(const FormSheet &sheet, const FormMetrics &metrics)
{
    FormPages pages(metrics);
    layOutTitle(sheet, pages);
    layOutParts(sheet, pages);
    return pages.take();
}

/// The contents of the pages. When a few lines spill over to one more page, type a little smaller (9 points
/// become 8.5) saves it.
std::vector<PaperDrawing> laidOut(const FormSheet &sheet, const FormMetrics &metrics)
{
    constexpr std::size_t fewPages = 4;
    constexpr double smaller = 0.94;
    std::vector<PaperDrawing> pages = pagesOf(sheet, metrics);
    if (pages.size() < 2 || pages.size() > fewPages)
        return pages;
    FormMetrics tight = metrics;
    tight.body *= smaller;
    std::vector<PaperDrawing> fewer = pagesOf(sheet, tight);
    return fewer.size() < pages.size() ? fewer : pages;
}

/// One line: what is too long gives way to the page number.
PaperText footerText(const QString &words, const TextStyle &style, double room)
{
    const PaperText whole(words, style);
    if (whole.width() <= room)
        return whole;
    qsizetype fits = 0, tooMany = words.size();
    while (tooMany - fits > 1) {
        const qsizetype half = (fits + tooMany) / 2;
        (PaperText(words.first(half) + u'…', style).width() <= room ? fits : tooMany) = half;
    }
    return PaperText(words.first(fits) + u'…', style);
}

constexpr double kFooterDrop = 6; // from the end of the text area to the page number, mm
constexpr TextStyle kFooterStyle{.sizeMm = 2.6};

PaperDrawing footer(const FormSheet &sheet, const FormMetrics &metrics, std::size_t page, std::size_t pages)
{
    const PaperText number(QStringLiteral("%1 / %2").arg(page).arg(pages), kFooterStyle);
    PaperDrawing drawing;
    QString words = sheet.footer;
    drawing.text(footerText(words.replace(u'\n', u' '), kFooterStyle, metrics.width() - number.width() - 6),
                 {}, ink(ColorRole::SecondaryText));
    drawing.text(number, {metrics.width() - number.width(), 0}, ink(ColorRole::SecondaryText));
    return drawing;
}

/// Whole pages with their numbers, the corner of the paper as origin.
std::vector<PaperDrawing> numberedPages(const FormSheet &sheet)
{
    const FormMetrics metrics = formMetrics(sheet);
    const QSizeF size(metrics.pageWidth, metrics.pageHeight);
    std::vector<PaperDrawing> pages;
    const std::vector<PaperDrawing> contents = laidOut(sheet, metrics);
    for (std::size_t i = 0; i < contents.size(); ++i) {
        PaperDrawing page;
        page.append(contents[i], {metrics.side, metrics.top});
        page.append(footer(sheet, metrics, i + 1, contents.size()),
                    {metrics.side, metrics.pageHeight - metrics.bottom + kFooterDrop});
        page.setSize(size);
        pages.push_back(std::move(page));
    }
    return pages;
}

/// Pages that lie as the form does.
PaperPages pagesLike(const FormSheet &sheet, const QString &title, std::vector<PaperDrawing> pages)
{
    const FormMetrics metrics = formMetrics(sheet);
    const QRectF inked(metrics.side, metrics.top, metrics.width(),
                       metrics.height() + kFooterDrop + kFooterStyle.sizeMm * kFooterStyle.leading);
    return {title, {metrics.pageWidth, metrics.pageHeight}, inked, std::move(pages)};
}

} // namespace

void flowText(FormPages &pages, const QString &words, const TextStyle &style, ColorRole role)
{
    if (words.isEmpty())
        return;
    const PaperText text(words, style, pages.width());
    for (int i = 0; i < text.lineCount(); ++i) {
        if (pages.left() < text.lineHeight())
            pages.newPage();
        pages.page().text(text.lines(i, 1), {0, pages.y()}, ink(role));
        pages.advance(text.lineHeight());
    }
}

FormPaper::FormPaper(const FormSheet &sheet)
    : PaperPages(pagesLike(sheet, sheet.title, numberedPages(sheet)))
    , m_sheet(sheet)
{
}

PaperPages formsPaper(const std::vector<FormSheet> &sheets, const QString &title)
{
    std::vector<PaperDrawing> pages;
    for (const FormSheet &sheet : sheets)
        for (PaperDrawing &page : numberedPages(sheet))
            pages.push_back(std::move(page));
    return sheets.empty() ? PaperPages() : pagesLike(sheets.front(), title, std::move(pages));
}

Result<> writeFormPdf(const QString &path, const FormSheet &sheet)
{
    return writePagesPdf(path, FormPaper(sheet));
}

Result<QStringList> writeFormPng(const QString &path, const FormSheet &sheet, int dpi)
{
    return writePagesPng(path, FormPaper(sheet), dpi);
}

} // namespace tane
