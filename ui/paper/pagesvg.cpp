#include "paper/pagesvg.h"

#include "paper/chartpicture.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgGenerator>

namespace tane {

Result<QByteArray> pageSvg(const PaperPages &pages, int page)
{
    constexpr int perMm = 100; // the SVG's unit is a hundredth of a millimetre
    const QSizeF mm = pages.pageSize();
    const QSize size = (mm * perMm).toSize();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(qRound(kMmPerInch * perMm));
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(pages.title());
    QPainter painter;
    if (!painter.begin(&generator))
        return fail(ErrorCode::Internal,
                    QCoreApplication::translate("PageSvg", "ページをSVGにできませんでした。"));
    painter.scale(perMm, perMm);
    painter.fillRect(QRectF({0, 0}, mm), Qt::white);
    pages.paint(painter, page);
    painter.end();
    return bytes;
}

} // namespace tane
