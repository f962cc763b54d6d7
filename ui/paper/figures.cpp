#include "paper/figures.h"

#include "paper/chartexport.h"

namespace tane {

Result<RenderedFigure> renderFigure(const ChartSpec &chart)
{
    ChartPaperOptions options;
    options.captions = false;
    RenderedFigure figure;
    TANE_TRY(figure.png, chartPng(chart, options));
    const QSizeF size = chartSizeMm(chart, options);
    figure.widthMm = size.width();
    figure.heightMm = size.height();
    figure.altText = chart.title;
    return figure;
}

} // namespace tane
