#include "paper/pagessvg.h"

#include "base/atomicfile.h"
#include "paper/chartparts.h"
#include "paper/chartpicture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace tane {

Result<QByteArray> pageSvg(const PaperPages &pages, int page)
{
    constexpr int perMm = 100; // the SVG's unit is a hundredth of a millimetre
    const QSize size = (pages.pageSize() * perMm).toSize();
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
        return fail(ErrorCode::Internal, ChartTexts::tr("図をSVGにできませんでした。"));
    painter.scale(perMm, perMm);
    painter.fillRect(QRectF({0, 0}, pages.pageSize()), Qt::white);
    pages.paint(painter, page);
    painter.end();
    return bytes;
}

Result<QStringList> writePagesSvg(const QString &path, const PaperPages &pages)
{
    const QFileInfo info(path);
    QStringList files;
    for (int page = 0; page < pages.pageCount(); ++page) {
        const QString name = pages.pageCount() == 1 ? path
                                                    : QStringLiteral("%1/%2-%3.%4")
                                                          .arg(info.path(), info.completeBaseName(),
                                                               QString::number(page + 1), info.suffix());
        TANE_TRY(const QByteArray bytes, pageSvg(pages, page));
        TANE_CHECK(writeFileAtomically(name, bytes));
        files << name;
    }
    return files;
}

} // namespace tane
