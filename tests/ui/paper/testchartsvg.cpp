#include "samplecharts.h"

#include "paper/chartexport.h"

#include <catch2/catch.hpp>

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

using namespace tane;

namespace {

QImage seenFromAfar(const QImage &image)
{
    return image.scaled(image.size() / 4, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

/// In grey levels, looked at from a little further away: edges may differ by a part of a pixel, areas may
/// not.
double meanDifference(const QImage &a, const QImage &b)
{
    const QImage seen = seenFromAfar(a), expected = seenFromAfar(b);
    double difference = 0;
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 0; x < seen.width(); ++x)
            difference += std::abs(seen.constScanLine(y)[x] - expected.constScanLine(y)[x]);
    }
    return difference / (double(seen.width()) * seen.height());
}

} // namespace

TEST_CASE("the SVG shows the same as the PNG, without fonts and clips")
{
    for (const ChartSpec &spec : {samples::explainAll(), samples::qualifications(), samples::transitions()}) {
        const auto svg = chartSvg(spec, {});
        REQUIRE(svg.has_value());
        CHECK_FALSE(svg->contains("<text"));
        CHECK_FALSE(svg->contains("clip"));
        CHECK(svg->contains(QStringLiteral("<title>%1 %2</title>").arg(spec.figure, spec.title).toUtf8()));
        QSvgRenderer renderer(*svg);
        REQUIRE(renderer.isValid());
        const QImage sharp = chartImage(spec, {});
        QImage image(sharp.size(), QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        // At its own size (its unit is 0.01 mm): stretched to whole pixels, every edge would differ a little.
        renderer.render(&painter, QRectF(QPointF(), renderer.viewBoxF().size() * (300 / 2540.0)));
        painter.end();
        CHECK(meanDifference(image, sharp) < 0.5);
    }
    // What that measure says about a lost pattern: far more.
    ChartSpec plain = samples::explainAll();
    for (ChartSeries &series : plain.series)
        series.role = SeriesRole::Stay;
    CHECK(meanDifference(chartImage(plain, {}), chartImage(samples::explainAll(), {})) > 2.2);
}
