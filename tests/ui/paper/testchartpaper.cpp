#include "samplecharts.h"

#include "base/rounding.h"
#include "paper/chartexport.h"
#include "paper/chartparts.h"
#include "paper/patterns.h"

#include <catch2/catch.hpp>

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>
#include <numeric>

using namespace tane;

namespace {

constexpr double kPerMm = 300 / 25.4;

/// Grey values of the pattern of a role, drawn as on a black-and-white printer.
QImage patternImage(SeriesRole role)
{
    QImage image(240, 120, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(kPerMm, kPerMm);
    PaperDrawing drawing;
    drawPattern(drawing, QRectF(0, 0, 240 / kPerMm, 120 / kPerMm),
                seriesInks({{QString(), role, {1}}}, Scheme::Paper, false).front());
    drawing.paint(painter);
    painter.end();
    return image.convertToFormat(QImage::Format_Grayscale8);
}

struct Statistics
{
    double mean = 0, deviation = 0;
    double alongDiagonal = 0; ///< correlation of a pixel with one further along a 45° line
};

Statistics statisticsOf(const QImage &image)
{
    constexpr int shift = 9;
    double sum = 0, squares = 0, products = 0, count = 0;
    for (int y = shift; y < image.height(); ++y) {
        for (int x = 0; x < image.width() - shift; ++x) {
            const double a = image.constScanLine(y)[x];
            const double b = image.constScanLine(y - shift)[x + shift];
            sum += a;
            squares += a * a;
            products += a * b;
            ++count;
        }
    }
    Statistics result;
    result.mean = sum / count;
    const double variance = squares / count - result.mean * result.mean;
    result.deviation = std::sqrt(std::max(0.0, variance));
    result.alongDiagonal = variance > 1 ? (products / count - result.mean * result.mean) / variance : 0;
    return result;
}

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

std::vector<ChartSpec> difficultCharts()
{
    ChartSpec narrow = samples::explainAll();
    narrow.series[0].values = {1, 0, 66};
    narrow.series[1].values = {65, 67, 0};
    narrow.series[2].values = {1, 0, 1};
    ChartSpec many;
    for (int i = 0; i < 20; ++i)
        many.categories.push_back({QString::number(i), QString(90, QChar(0x3042)), 40});
    for (int i = 0; i < 7; ++i)
        many.series.push_back(
            {QStringLiteral("選択肢%1").arg(i), SeriesRole::Plain, std::vector<int>(20, i)});
    ChartSpec manyBars = many;
    manyBars.type = ChartSpec::Type::Bars;
    return {samples::explainAll(), samples::qualifications(), samples::transitions(), narrow, many, manyBars};
}

} // namespace

TEST_CASE("up, stay and down are told apart in black and white")
{
    const Statistics up = statisticsOf(patternImage(SeriesRole::Up));
    const Statistics stay = statisticsOf(patternImage(SeriesRole::Stay));
    const Statistics down = statisticsOf(patternImage(SeriesRole::Down));
    CHECK(stay.deviation < 2); // plain
    CHECK(stay.mean < 240);    // and grey, not white
    CHECK(up.deviation > 50);
    CHECK(down.deviation > 40);
    CHECK(up.alongDiagonal > 0.85); // lines at 45 degrees go on
    CHECK(down.alongDiagonal < 0.5);
}

TEST_CASE("the hatch is seen in the bar of a chart in greys")
{
    ChartPaperOptions options;
    options.colour = false;
    options.captions = false;
    ChartSpec spec = samples::wideParts();
    spec.categories.front().label.clear(); // so that the bar is the first thing from the left
    const QImage image = chartImage(spec, options).convertToFormat(QImage::Format_Grayscale8);
    // A pixel line near the lower edge of the bar: hatch, plain grey and dots follow each other below the
    // labels.
    int y = image.height() - 1;
    const int middle = image.width() / 2;
    while (y > 0 && image.constScanLine(y)[middle] > 200)
        --y;
    const uchar *line = image.constScanLine(y - 8);
    int changes[3] = {0, 0, 0};
    int left = 0, right = image.width() - 1;
    while (line[left] > 150)
        ++left;
    while (line[right] > 150)
        --right;
    for (int x = left + 4; x < right - 4; ++x) {
        const double share = double(x - left) / (right - left);
        if (std::abs(line[x + 1] - line[x]) > 25)
            ++changes[share < 0.39 ? 0 : share > 0.41 && share < 0.69 ? 1 : 2];
    }
    CHECK(changes[0] > 20);
    CHECK(changes[1] == 0);
    CHECK(changes[2] > 20);
}

TEST_CASE("the steps of a ladder are greys that stay apart, each darker than the one below")
{
    const ChartSpec spec = samples::ladderYears();
    const std::vector<SeriesInk> greys = seriesInks(spec.series, Scheme::Paper, false);
    const std::vector<SeriesInk> colours = seriesInks(spec.series, Scheme::Paper, true);
    REQUIRE(greys.size() == 5);
    for (std::size_t i = 0; i < greys.size(); ++i) {
        CHECK(greys[i].pattern == Pattern::Flat);
        CHECK(greys[i].ground.saturation() == 0);
        if (i > 0)
            CHECK(greys[i].ground.lightness() - greys[i - 1].ground.lightness() >= 30);
    }
    CHECK(colours.front().ground == QColor(0x17, 0x69, 0x5a)); // the deepest of the design's ramp
    CHECK(colours.back().ground == QColor(0xe8, 0xec, 0xea));
}

TEST_CASE("a title of the rows that is longer than their labels stands beside the grid, not in it")
{
    ChartSpec spec = samples::transitions();
    for (ChartCategory &category : spec.categories)
        category = {QString(), QStringLiteral("0"), category.base};
    spec.rowTitle = QStringLiteral("令和7年11月21日");
    const PaperDrawing body = heatMapBody(spec, ChartLook(ChartPaperOptions{}), 160);
    QImage image((body.size() * 10).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(10, 10);
    body.paint(painter);
    painter.end();
    // The left edge of the grid is the first column of pixels with ink over half of the height.
    const auto inkIn = [&image](int x) {
        int ink = 0;
        for (int y = 0; y < image.height(); ++y)
            ink += qGray(image.pixel(x, y)) < 230 ? 1 : 0;
        return ink;
    };
    int edge = 0;
    while (edge < image.width() && inkIn(edge) * 2 < image.height())
        ++edge;
    REQUIRE(edge < image.width());
    const PaperText title(spec.rowTitle, {.sizeMm = ChartLook::head, .bold = true});
    CHECK(edge >= title.width() * 10);
}

TEST_CASE("a pattern fills its area and nothing beside it")
{
    const auto series = std::vector<ChartSeries>(7, ChartSeries{QString(), SeriesRole::Plain, {1}});
    const QRectF areas[] = {{3, 4, 20, 9}, {3, 4, 0.3, 9}, {3, 4, 1.1, 0.7}};
    for (const SeriesInk &ink : seriesInks(series, Scheme::Paper, true)) {
        for (const QRectF &area : areas) {
            PaperDrawing drawing;
            drawPattern(drawing, area, ink);
            CHECK(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(drawing.bounds()));
        }
    }
}

TEST_CASE("seven series of one kind have seven fillings")
{
    const auto series = std::vector<ChartSeries>(7, ChartSeries{QString(), SeriesRole::Plain, {1}});
    const auto inks = seriesInks(series, Scheme::Paper, false);
    for (std::size_t i = 0; i < inks.size(); ++i) {
        for (std::size_t j = i + 1; j < inks.size(); ++j)
            CHECK((inks[i].pattern != inks[j].pattern || inks[i].ground != inks[j].ground));
    }
}

TEST_CASE("a chart draws nothing outside the room it asks for")
{
    for (const ChartSpec &spec : difficultCharts()) {
        for (const double width : {80.0, 160.0}) {
            ChartPaperOptions options;
            options.widthMm = width;
            const PaperDrawing drawing = chartDrawing(spec, options);
            INFO(spec.title.toStdString() << " " << width);
            CHECK(
                QRectF({0, 0}, drawing.size()).adjusted(-0.01, -0.01, 0.01, 0.01).contains(drawing.bounds()));
        }
    }
}

TEST_CASE("a chart painted into a smaller rectangle stays inside it")
{
    QImage image(600, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(4, 4); // 150 by 100 mm
    paintChart(painter, QRectF(20, 10, 70, 30), samples::explainAll(), {});
    painter.end();
    int outside = 0, inside = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == 0xffffffff)
                continue;
            const bool within = x >= 80 && x < 360 && y >= 40 && y < 160;
            ++(within ? inside : outside);
        }
    }
    CHECK(inside > 1000);
    CHECK(outside == 0);
}

TEST_CASE("labels pushed apart neither overlap nor leave their lane")
{
    std::vector<Placed> spans = {{1, 10, 0}, {2, 10, 0}, {48, 10, 0}, {49, 10, 0}};
    REQUIRE(spread(spans, 0, 50, 2));
    CHECK(spans.front().left >= 0);
    CHECK(spans.back().left + spans.back().width <= 50);
    for (std::size_t i = 1; i < spans.size(); ++i)
        CHECK(spans[i].left >= spans[i - 1].left + spans[i - 1].width + 2 - 1e-9);
    CHECK_FALSE(spread(spans, 0, 40, 2));
}

TEST_CASE("a label carries its percentage rounded half up")
{
    CHECK(countAndPercent(14, 224) ==
          QStringLiteral("14 (6.3%)")); // 6.25 exactly: research report, question 11
    CHECK(countAndPercent(24, 67) == QStringLiteral("24 (35.8%)"));
    CHECK(countAndPercent(0, 0) == QStringLiteral("0"));
}

TEST_CASE("charts without content are drawn as a sentence, not a crash")
{
    using Type = ChartSpec::Type;
    for (const Type type : {Type::StackedShare, Type::Bars, Type::HeatMap}) {
        ChartSpec spec;
        spec.type = type;
        CHECK(chartSizeMm(spec, {}).height() > 5);
        spec.categories = {{QString(), QString(), 0}};
        CHECK(chartPng(spec, {}).has_value());
        spec.series = {{QString(), SeriesRole::Up, {}}}; // fewer values than categories
        spec.columns = {QString()};
        CHECK(chartPng(spec, {}).has_value());
    }
}

TEST_CASE("a label of two lines is broken in the middle, not before its last character")
{
    const TextStyle style{.sizeMm = 3.3};
    const QString words = QStringLiteral("会議からみつけた課題を共有する");
    const double width = PaperText(words, style).width() - 1; // one character too narrow
    const PaperText plain(words, style, width);
    const PaperText even = PaperText::balanced(words, style, width);
    REQUIRE(plain.lineCount() == 2);
    CHECK(plain.lines(1, 1).width() < 4); // a character alone
    REQUIRE(even.lineCount() == 2);
    CHECK(even.lines(1, 1).width() > 0.7 * even.lines(0, 1).width());
    CHECK(even.boxWidth() == Approx(width)); // aligned where it would have been
    const QString kind = QStringLiteral("考えていない");
    CHECK(PaperText::balanced(kind, style, 3.3 * 5.2).lines(1, 1).width() > 3.3 * 2.5); // 考えて｜いない
}

TEST_CASE("a longer label takes more lines, not less text")
{
    ChartSpec spec = samples::qualifications();
    const double before = chartSizeMm(spec, {}).height();
    spec.categories[2].label = QString(120, QChar(0x3042));
    CHECK(chartSizeMm(spec, {}).height() > before + 10);
}

TEST_CASE("a PNG knows its size on paper")
{
    const auto png = chartPng(samples::explainAll(), {});
    REQUIRE(png.has_value());
    const QImage image = QImage::fromData(*png, "PNG");
    CHECK(image.dotsPerMeterX() == 11811);
    CHECK(image.width() == 1961); // 166 mm at 300 dpi
    CHECK(png->size() < 300000);
}

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
