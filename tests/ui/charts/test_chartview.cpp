#include "charts/chartview.h"

#include <QGraphicsView>
#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace tane;

namespace {

ChartSpec shares()
{
    ChartSpec spec;
    spec.categories = {{QStringLiteral("Ⅰ-1"), QStringLiteral("共有する"), 66},
                       {QStringLiteral("Ⅰ-2"), QStringLiteral("みつける"), 66},
                       {QStringLiteral("Ⅰ-3"), QStringLiteral("話し合う"), 67}};
    spec.series = {{QStringLiteral("up"), SeriesRole::Up, {9, 9, 15}},
                   {QStringLiteral("stay"), SeriesRole::Stay, {40, 39, 38}},
                   {QStringLiteral("down"), SeriesRole::Down, {17, 18, 14}}};
    return spec;
}

/// The colour Qt Charts painted at a point of a part where no number stands.
QColor painted(const QImage &image, const QRectF &part)
{
    return image.pixelColor(static_cast<int>(part.left()) + 3, static_cast<int>(part.top()) + 3);
}

} // namespace

TEST_CASE("Each part of a bar is painted where its row and its share say")
{
    ChartView view;
    view.setRowHeight(56);
    view.setSpec(shares());
    view.resize(330, view.sizeHint().height());
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    QTest::qWait(50);
    const QImage image = view.grab().toImage();
    for (int category = 0; category < 3; ++category) {
        for (int series = 0; series < 3; ++series) {
            const QRectF part = view.barRect(series, category);
            CHECK(view.categoryAt(static_cast<int>(part.center().y())) == category);
            CHECK(painted(image, part) ==
                  seriesColor(view.spec().series[static_cast<std::size_t>(series)].role, Scheme::Light));
            // Just right of the part before it ends: still this colour, so the edges are where they are said
            // to be.
            const QColor end =
                image.pixelColor(static_cast<int>(part.right()) - 2, static_cast<int>(part.bottom()) - 2);
            CHECK(end == painted(image, part));
        }
        // 9 of 66 is 13.6 %, of 330 px 45.
        if (category == 0)
            CHECK(view.barRect(0, 0).width() == Approx(45.0));
    }
}

TEST_CASE("The steps of a ladder are painted in their ramp and speak of people, not of pairs")
{
    ChartSpec spec = shares();
    for (int i = 0; i < 3; ++i) {
        spec.series[static_cast<std::size_t>(i)].role = SeriesRole::Level;
        spec.series[static_cast<std::size_t>(i)].level = 4 - i;
        spec.series[static_cast<std::size_t>(i)].levels = 5;
    }
    ChartView view;
    view.setSpec(spec);
    view.resize(330, view.sizeHint().height());
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    QTest::qWait(50);
    const QImage image = view.grab().toImage();
    CHECK(painted(image, view.barRect(0, 0)) == QColor(0x17, 0x69, 0x5a));
    CHECK(painted(image, view.barRect(1, 0)) == QColor(0x5a, 0xa3, 0x8f));
    CHECK(painted(image, view.barRect(2, 0)) == QColor(0x9f, 0xca, 0xbc));
    CHECK_FALSE(view.partText(0, 0).contains(QStringLiteral("対")));
    CHECK(view.partText(0, 0).contains(QStringLiteral("66名中")));
}

TEST_CASE("A click anywhere in a row of the chart names that row")
{
    ChartView view;
    view.setRowHeight(56);
    view.setSpec(shares());
    view.resize(330, view.sizeHint().height());
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    QSignalSpy clicks(&view, &ChartView::categoryClicked);
    QWidget *viewport = view.findChild<QGraphicsView *>()->viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, {}, view.barRect(1, 2).center().toPoint());
    QTest::mouseClick(viewport, Qt::LeftButton, {}, QPoint(10, 58));
    REQUIRE(clicks.size() == 2);
    CHECK(clicks.at(0).at(0).toInt() == 2);
    CHECK(clicks.at(1).at(0).toInt() == 1);
}

TEST_CASE("A part says its name, count, share and base, and nothing is divided by an empty base")
{
    ChartView view;
    ChartSpec spec = shares();
    spec.categories.push_back({QStringLiteral("Ⅰ-4"), QStringLiteral("まだ"), 0});
    for (ChartSeries &series : spec.series)
        series.values.push_back(0);
    view.setSpec(spec);
    const QString text = view.partText(0, 2);
    CHECK(text.contains(QStringLiteral("Ⅰ-3")));
    CHECK(text.contains(QStringLiteral("15名（22.4%）、対67名")));
    CHECK(text.contains(QStringLiteral("up（上がった）")));
    CHECK(view.partText(2, 2).contains(QStringLiteral("down（下がった）")));
    CHECK(view.barRect(0, 3).width() == 0);
    CHECK(view.partText(0, 3).contains(QStringLiteral("–")));
    CHECK(view.accessibleDescription().contains(QStringLiteral("38名（56.7%）")));
    view.resize(200, 300);
    CHECK_FALSE(view.grab().isNull());
}

TEST_CASE("Labels under narrow parts move aside and never overlap")
{
    const std::vector<std::pair<double, double>> wished = {{0, 40}, {6, 40}, {8, 40}};
    const std::vector<double> left = spreadLabels(wished, 200, 6);
    CHECK(left[0] == 0);
    CHECK(left[1] >= 46);
    CHECK(left[2] >= left[1] + 46);

    const std::vector<double> right = spreadLabels({{150, 40}, {158, 40}, {160, 40}}, 200, 6);
    CHECK(right[2] + 40 <= 200);
    CHECK(right[1] + 46 <= right[2]);
    CHECK(right[0] + 46 <= right[1]);
}

TEST_CASE("Bars of counts are as long as their counts")
{
    ChartSpec spec;
    spec.type = ChartSpec::Type::Bars;
    spec.categories = {{{}, QStringLiteral("とてもよい"), 60}, {{}, QStringLiteral("よい"), 60}};
    spec.series = {{QStringLiteral("回答"), SeriesRole::Plain, {40, 20}}};
    ChartView view;
    view.setRowHeight(32);
    view.setLabelWidth(100);
    view.setSpec(spec);
    view.resize(500, view.sizeHint().height());
    view.show();
    REQUIRE(QTest::qWaitForWindowExposed(&view));
    QTest::qWait(50);
    CHECK(view.barRect(0, 0).width() == Approx(2 * view.barRect(0, 1).width()));
    const QImage image = view.grab().toImage();
    CHECK(painted(image, view.barRect(0, 0)) == seriesColor(SeriesRole::Plain, Scheme::Light));
    CHECK(painted(image, view.barRect(0, 1)) == seriesColor(SeriesRole::Plain, Scheme::Light));
    const QRectF second = view.barRect(0, 1);
    CHECK(image.pixelColor(static_cast<int>(second.right()) + 2, static_cast<int>(second.top()) + 2) !=
          seriesColor(SeriesRole::Plain, Scheme::Light));
}
