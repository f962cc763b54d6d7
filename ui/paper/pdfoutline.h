#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace tane {

/// A line of a PDF's outline (bookmarks).
struct PdfOutlineEntry
{
    int level = 1; ///< 1 is outermost
    QString title;
    int page = 0; ///< 0 is the first
    double y = 0; ///< mm from the top of the page
};

/// Adds an outline to a PDF that QPdfWriter made, which cannot make one itself, as an incremental update (ISO
/// 32000-1, 7.5.6 and 12.3.3). A PDF of another build, or entries for pages it has not, leave it as it is.
[[nodiscard]] QByteArray withOutline(const QByteArray &pdf, const std::vector<PdfOutlineEntry> &entries);

} // namespace tane
