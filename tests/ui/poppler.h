#pragma once

#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

namespace tane::testing {

/// What PDF readers find in a file of ours, asked from the tools of poppler-utils.
[[nodiscard]] QString pdfText(const QString &path, const QStringList &options = {});
[[nodiscard]] QStringList pdfPages(const QString &path, const QStringList &options = {});
[[nodiscard]] QString pdfFonts(const QString &path);
/// Sizes of all pages in millimetres.
[[nodiscard]] QList<QSizeF> pdfPageSizes(const QString &path);

} // namespace tane::testing
