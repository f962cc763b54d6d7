#pragma once

#include "base/error.h"
#include "exchange/reportdocument.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace tane {

/// A chart as a picture: PNG bytes and the size it shall have on paper.
struct RenderedFigure
{
    QByteArray png;
    double widthMm = 0.0, heightMm = 0.0;
    QString altText; ///< what the picture shows, for screen readers; empty: the title of the chart
};

/// Draws the bare chart: without caption, note and reading, which the document carries as text. Core has no
/// Gui, so the paper library gives this.
using FigureRenderer = std::function<Result<RenderedFigure>(const ChartSpec &)>;

/// Where a document with contents stands on pages that were laid out already (reportPlaces of ui/paper).
struct ReportPlaces
{
    std::vector<int> headingPages; ///< the page of each heading, in their order
    std::vector<bool> startsPage;  ///< by block: a heading, table or figure that is the first on its page
};

/// Writes a report as a Word document (A4 portrait): real heading styles, captions as text above tables and
/// figures, notes and readings as text below, head rows repeated on every page. Pictures are cut down to the
/// width of the text. The numbers of captions (図表-3) are SEQ fields. A document with contents gets them as
/// a field that is filled in already from `places`; what is the first on its page there is so here, too, lest
/// the numbers drift with other programs' line breaks. Word counts them anew when it is asked to. Errors:
/// those of the renderer, CannotWrite; the target is whole or untouched.
[[nodiscard]] Result<> writeDocx(const QString &path, const ReportDocument &document,
                                 const FigureRenderer &renderer, const ReportPlaces &places = {});

} // namespace tane
