#include "paper/paperpages.h"

#include "base/atomicfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace tane {

namespace {

constexpr int kDpi = 1200;
constexpr double kMmPerInch = 25.4;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FormPaper)
};

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

PaperPages::PaperPages(const QString &title, const QSizeF &size, const QRectF &inked,
                       std::vector<PaperDrawing> pages)
    : m_title(title)
    , m_size(size)
    , m_inked(inked)
    , m_pages(std::move(pages))
{
}

void PaperPages::paint(QPainter &painter, int page) const
{
    m_pages.at(static_cast<std::size_t>(page)).paint(painter);
}

QImage PaperPages::image(int page, int dpi) const
{
    const double perMm = dpi / kMmPerInch;
    QImage image(qRound(m_size.width() * perMm), qRound(m_size.height() * perMm), QImage::Format_RGB32);
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

Result<QByteArray> PaperPages::png(int page, int dpi) const
{
    const QImage picture = image(page, dpi);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (picture.isNull() || !buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return fail(ErrorCode::TooLarge, Texts::tr("用紙の画像を作れませんでした。"));
    return bytes;
}

Result<QByteArray> PaperPages::pdf() const
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Internal, Texts::tr("PDFを作れませんでした。"));
    QPdfWriter writer(&buffer);
    writer.setResolution(kDpi);
    writer.setTitle(m_title);
    writer.setCreator(QStringLiteral("Tane " TANE_VERSION));
    setUp(writer);
    TANE_CHECK(print(writer, 0, pageCount() - 1));
    return bytes;
}

void PaperPages::setUp(QPagedPaintDevice &device) const
{
    const bool landscape = m_size.width() > m_size.height();
    const QSizeF upright = landscape ? m_size.transposed() : m_size;
    QPageLayout layout(QPageSize(upright, QPageSize::Millimeter, {}, QPageSize::FuzzyMatch),
                       landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF());
    // Our margins are on the page already: the whole paper is painted on.
    layout.setMode(QPageLayout::FullPageMode);
    if (!device.setPageLayout(layout))
        device.setPageOrientation(layout.orientation());
}

Result<> PaperPages::print(QPagedPaintDevice &device, int first, int last) const
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
    const QTransform place = placeOnPaper(device.pageLayout(), m_size, m_inked);
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

Result<> writePagesPdf(const QString &path, const PaperPages &pages)
{
    TANE_TRY(const QByteArray bytes, pages.pdf());
    return writeFileAtomically(path, bytes);
}

Result<QStringList> writePagesPng(const QString &path, const PaperPages &pages, int dpi)
{
    const QFileInfo info(path);
    QStringList files;
    for (int page = 0; page < pages.pageCount(); ++page) {
        const QString name = pages.pageCount() == 1 ? path
                                                    : QStringLiteral("%1/%2-%3.%4")
                                                          .arg(info.path(), info.completeBaseName(),
                                                               QString::number(page + 1), info.suffix());
        TANE_TRY(const QByteArray bytes, pages.png(page, dpi));
        TANE_CHECK(writeFileAtomically(name, bytes));
        files << name;
    }
    return files;
}

} // namespace tane
