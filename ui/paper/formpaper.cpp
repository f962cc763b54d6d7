#include "paper/formpaper.h"

#include "base/atomicfile.h"
#include "paper/formpages.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

constexpr int kDpi = 1200;
constexpr double kMmPerInch = 25.4;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FormPaper)
};

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

/// Where a page of `page` millimetres goes on the paper of a printer, `inked` being what is printed of it: as
/// it is when the paper is the same and the printer reaches far enough, else smaller; moved only as far as
/// needed.
QTransform placeOnPaper(const QPageLayout &layout, const QSizeF &page, const QRectF &inked)
{
    const QRectF paper = layout.fullRect(QPageLayout::Millimeter);
    QPageLayout reach = layout;
    reach.setUnits(QPageLayout::Millimeter);
    const QRectF printable = paper.marginsRemoved(reach.minimumMargins());
    const double toPaper = std::min(paper.width() / page.width(), paper.height() / page.height());
    const double toReach = std::min(printable.width() / inked.width(), printable.height() / inked.height());
    // A4 is rounded to whole points by some drivers.
    const double factor = std::min(toPaper > 0.99 ? 1.0 : toPaper, std::min(1.0, toReach));
    const auto within = [](double from, double length, double low, double high) {
        return std::max(low, std::min(from, high - length));
    };
    const QRectF scaled(inked.topLeft() * factor, inked.size() * factor);
    const double x = within(scaled.left(), scaled.width(), printable.left(), printable.right());
    const double y = within(scaled.top(), scaled.height(), printable.top(), printable.bottom());
    return QTransform::fromTranslate(x - scaled.left(), y - scaled.top()).scale(factor, factor);
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
    : m_sheet(sheet)
{
    const FormMetrics metrics = formMetrics(sheet);
    m_pageSize = {metrics.pageWidth, metrics.pageHeight};
    m_inked = {metrics.side, metrics.top, metrics.width(),
               metrics.height() + kFooterDrop + kFooterStyle.sizeMm * kFooterStyle.leading};
    const std::vector<PaperDrawing> contents = laidOut(sheet, metrics);
    for (std::size_t i = 0; i < contents.size(); ++i) {
        PaperDrawing page;
        page.append(contents[i], {metrics.side, metrics.top});
        page.append(footer(sheet, metrics, i + 1, contents.size()),
                    {metrics.side, metrics.pageHeight - metrics.bottom + kFooterDrop});
        page.setSize(m_pageSize);
        m_pages.push_back(std::move(page));
    }
}

FormPaper::FormPaper(const QString &title, std::vector<PaperDrawing> pages, const QRectF &inked)
    : m_inked(inked)
    , m_pages(std::move(pages))
{
    m_sheet.title = title;
    const FormMetrics metrics = formMetrics(m_sheet);
    m_pageSize = {metrics.pageWidth, metrics.pageHeight};
    for (PaperDrawing &page : m_pages)
        page.setSize(m_pageSize);
}

void FormPaper::paint(QPainter &painter, int page) const
{
    m_pages.at(static_cast<std::size_t>(page)).paint(painter);
}

QImage FormPaper::image(int page, int dpi) const
{
    const double perMm = dpi / kMmPerInch;
    QImage image(qRound(m_pageSize.width() * perMm), qRound(m_pageSize.height() * perMm),
                 QImage::Format_RGB32);
    if (image.isNull())
        return image;
    image.setDotsPerMeterX(qRound(perMm * 1000));
    image.setDotsPerMeterY(qRound(perMm * 1000));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(perMm, perMm);
    paint(painter, page);
    return image;
}

Result<QByteArray> FormPaper::png(int page, int dpi) const
{
    const QImage picture = image(page, dpi);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (picture.isNull() || !buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return fail(ErrorCode::TooLarge, Texts::tr("用紙の画像を作れませんでした。"));
    return bytes;
}

Result<QByteArray> FormPaper::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Internal, Texts::tr("PDFを作れませんでした。"));
    QPdfWriter writer(&buffer);
    writer.setResolution(kDpi);
    writer.setTitle(m_sheet.title);
    writer.setCreator(QStringLiteral("Tane " TANE_VERSION));
    setUp(writer);
    TANE_CHECK(print(writer, 0, pageCount() - 1));
    return bytes;
}

void FormPaper::setUp(QPagedPaintDevice &device) const
{
    const bool landscape = m_sheet.landscape;
    QPageLayout layout(QPageSize(m_sheet.paper == FormSheet::Paper::A3 ? QPageSize::A3 : QPageSize::A4),
                       landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF());
    // Our margins are on the page already: the whole paper is painted on.
    layout.setMode(QPageLayout::FullPageMode);
    if (!device.setPageLayout(layout))
        device.setPageOrientation(layout.orientation());
}

Result<> FormPaper::print(QPagedPaintDevice &device, int first, int last) const
{
    QPageLayout layout = device.pageLayout();
    if (layout.mode() != QPageLayout::FullPageMode) { // a dialog may have changed it
        layout.setMode(QPageLayout::FullPageMode);
        device.setPageLayout(layout);
    }
    QPainter painter;
    if (!painter.begin(&device))
        return fail(ErrorCode::CannotWrite,
                    Texts::tr("印刷を始められませんでした。プリンターの状態を確かめてください。"));
    const QTransform place = placeOnPaper(device.pageLayout(), m_pageSize, m_inked);
    for (int page = std::max(first, 0); page <= std::min(last, pageCount() - 1); ++page) {
        if (page > std::max(first, 0))
            device.newPage();
        painter.save();
        // Printers differ across and along.
        painter.scale(device.logicalDpiX() / kMmPerInch, device.logicalDpiY() / kMmPerInch);
        painter.setTransform(place, true);
        paint(painter, page);
        painter.restore();
    }
    painter.end();
    return {};
}

Result<> writeFormPdf(const QString &path, const FormSheet &sheet)
{
    TANE_TRY(const QByteArray bytes, FormPaper(sheet).pdf());
    return writeFileAtomically(path, bytes);
}

Result<QStringList> writeFormPng(const QString &path, const FormSheet &sheet, int dpi)
{
    const FormPaper paper(sheet);
    const QFileInfo info(path);
    QStringList files;
    for (int page = 0; page < paper.pageCount(); ++page) {
        const QString name = paper.pageCount() == 1 ? path
                                                    : QStringLiteral("%1/%2-%3.%4")
                                                          .arg(info.path(), info.completeBaseName(),
                                                               QString::number(page + 1), info.suffix());
        TANE_TRY(const QByteArray bytes, paper.png(page, dpi));
        TANE_CHECK(writeFileAtomically(name, bytes));
        files << name;
    }
    return files;
}

} // namespace tane
