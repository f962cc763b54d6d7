#include "poppler.h"

#include "runonfile.h"

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

} // namespace tane::testing
