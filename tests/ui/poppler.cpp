#include "poppler.h"

#include "runonfile.h"

#include <QRegularExpression>

namespace tane::testing {

QString pdfText(const QString &path, const QStringList &options)
{
    return runOnFile(QStringLiteral(TANE_PDFTOTEXT),
                     options + QStringList{QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                                           QStringLiteral("-"), QStringLiteral("-")},
                     path);
}

QStringList pdfPages(const QString &path, const QStringList &options)
{
    QStringList pages = pdfText(path, options).split(QLatin1Char('\f'));
    pages.removeLast();
    return pages;
}

QString pdfFonts(const QString &path)
{
    return runOnFile(QStringLiteral(TANE_PDFFONTS), {QStringLiteral("-")}, path);
}

QList<QSizeF> pdfPageSizes(const QString &path)
{
    static const QRegularExpression line(QStringLiteral("size:\\s+([\\d.]+) x ([\\d.]+) pts"));
    constexpr double mm = 25.4 / 72;
    QList<QSizeF> sizes;
    auto lines = line.globalMatch(runOnFile(QStringLiteral(TANE_PDFINFO),
                                            {QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"),
                                             QStringLiteral("-1"), QStringLiteral("-")},
                                            path));
    while (lines.hasNext()) {
        const auto size = lines.next();
        sizes << QSizeF(size.captured(1).toDouble(), size.captured(2).toDouble()) * mm;
    }
    return sizes;
}

} // namespace tane::testing
