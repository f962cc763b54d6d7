#include "paper/reportpdf.h"

#include "base/atomicfile.h"
#include "paper/chartparts.h"
#include "paper/pdfoutline.h"
#include "paper/reportpieces.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace tane {

namespace {

constexpr QSizeF kPage(210, 297);
constexpr double kSide = 22, kTop = 19, kBottom = 20; // mm
constexpr double kFooter = 12;                        // mm from the lower edge to the footer's top
constexpr int kDpi = 1200;

/// With the left end of its line as origin.
PaperDrawing footerOf(const QString &words, std::size_t page, std::size_t pages)
{
    const double width = kPage.width() - 2 * kSide;
    const QColor ink = color(ColorRole::SecondaryText, Scheme::Paper);
    const PaperText number(QStringLiteral("%1 / %2").arg(page).arg(pages), {.sizeMm = 2.8});
    PaperDrawing footer;
    footer.line({0, -1.5}, {width, -1.5}, color(ColorRole::Line, Scheme::Paper), 0.12);
    // The footer is one line: what is longer gives way to the page number.
    footer.text(PaperText(words, {.sizeMm = 2.8}, width - number.width() - 5).lines(0, 1), {}, ink);
    footer.text(number, {width - number.width(), 0}, ink);
    return footer;
}

constexpr QPointF kFooterAt(kSide, kPage.height() - kFooter);
constexpr double kTextWidth = kPage.width() - 2 * kSide, kTextHeight = kPage.height() - kTop - kBottom;

using Pages = std::vector<std::vector<PlacedPiece>>;

bool isHeading(const ReportDocument &document, int block)
{
    return block >= 0 &&
           std::holds_alternative<HeadingBlock>(document.blocks[static_cast<std::size_t>(block)]);
}

std::vector<int> headingPagesOf(const ReportDocument &document, const Pages &pages)
{
    std::vector<int> found;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const PlacedPiece &piece : pages[page]) {
            if (isHeading(document, piece.mark))
                found.push_back(static_cast<int>(page) + 1);
        }
    }
    return found;
}

/// Laid out twice where there are contents: their pages are known only afterwards.
Pages layOut(const ReportDocument &document)
{
    Pages pages = breakIntoPages(reportPieces(document, kTextWidth, kTextHeight), kTextHeight);
    if (document.contents.isEmpty())
        return pages;
    const std::vector<int> headings = headingPagesOf(document, pages);
    return breakIntoPages(reportPieces(document, kTextWidth, kTextHeight, headings), kTextHeight);
}

/// Where each heading of the outline stands.
std::vector<PdfOutlineEntry> outlineOf(const ReportDocument &document, const Pages &pages)
{
    std::vector<PdfOutlineEntry> entries;
    std::vector<std::pair<int, double>> places;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const PlacedPiece &piece : pages[page]) {
            if (isHeading(document, piece.mark))
                places.emplace_back(static_cast<int>(page), kTop + piece.y);
        }
    }
    std::size_t number = 0;
    for (const ReportBlock &block : document.blocks) {
        const auto *heading = std::get_if<HeadingBlock>(&block);
        if (heading == nullptr || number >= places.size())
            continue;
        const auto &[page, y] = places[number++];
        entries.push_back({heading->level, heading->text, page, y});
    }
    return entries;
}

} // namespace

ReportPlaces reportPlaces(const ReportDocument &document)
{
    const Pages pages = layOut(document);
    ReportPlaces places{headingPagesOf(document, pages), std::vector<bool>(document.blocks.size())};
    for (const std::vector<PlacedPiece> &page : pages) {
        const int block = page.empty() ? -1 : page.front().mark;
        if (block < 0)
            continue;
        const auto index = static_cast<std::size_t>(block);
        // A break before running text would stay in the way of whoever edits it.
        places.startsPage[index] = !std::holds_alternative<ParagraphBlock>(document.blocks[index]);
    }
    return places;
}

Result<QByteArray> reportPdf(const ReportDocument &document)
{
    const Pages pages = layOut(document);

    QByteArray bytes;
    QBuffer buffer(&bytes);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kDpi);
    writer.setTitle(document.title);
    writer.setCreator(QStringLiteral("Tane " TANE_VERSION));
    QPainter painter;
    if (!buffer.open(QIODevice::WriteOnly) || !painter.begin(&writer))
        return fail(ErrorCode::Internal, ChartTexts::tr("報告書のPDFを作れませんでした。"));
    painter.scale(kDpi / 25.4, kDpi / 25.4);
    for (std::size_t page = 0; page < pages.size(); ++page) {
        if (page > 0)
            writer.newPage();
        for (const PlacedPiece &piece : pages[page]) {
            painter.save();
            painter.translate(kSide, kTop + piece.y);
            painter.scale(piece.factor, piece.factor);
            piece.drawing.paint(painter);
            painter.restore();
        }
        footerOf(document.footer, page + 1, pages.size()).paint(painter, kFooterAt);
    }
    painter.end();
    return withOutline(bytes, outlineOf(document, pages));
}

namespace {

PaperPages paperPages(const ReportDocument &document, const Pages &pages)
{
    std::vector<PaperDrawing> drawings;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        PaperDrawing drawing;
        for (const PlacedPiece &piece : pages[page])
            drawing.append(piece.drawing, {kSide, kTop + piece.y});
        drawing.append(footerOf(document.footer, page + 1, pages.size()), kFooterAt);
        drawings.push_back(std::move(drawing));
    }
    return {document.title, kPage, QRectF(kSide, kTop, kTextWidth, kPage.height() - kTop - kFooter + 5),
            std::move(drawings)};
}

} // namespace

PaperPages reportPages(const ReportDocument &document)
{
    return paperPages(document, layOut(document));
}

LaidOutReport laidOutReport(const ReportDocument &document)
{
    const Pages pages = layOut(document);
    return {paperPages(document, pages), headingPagesOf(document, pages)};
}

Result<> writeReportPdf(const QString &path, const ReportDocument &document)
{
    TANE_TRY(const QByteArray bytes, reportPdf(document));
    return writeFileAtomically(path, bytes);
}

} // namespace tane
