#pragma once

#include <QString>
#include <QStringList>

namespace tane::testing {

/// What PDF readers find in a file of ours, asked from the tools of poppler-utils.
[[nodiscard]] QString pdfText(const QString &path, const QStringList &options = {});
[[nodiscard]] QStringList pdfPages(const QString &path, const QStringList &options = {});
[[nodiscard]] QString pdfFonts(const QString &path);

} // namespace tane::testing
