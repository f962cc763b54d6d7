#include "charts/heatmap.h"
#include "paper/palette.h"

#include <QSignalSpy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace tane;

namespace {

ChartSpec table()
{
    ChartSpec spec;
    spec.type = ChartSpec::Type::HeatMap;
    spec.rowTitle = QStringLiteral("研修前");
    spec.columnTitle = QStringLiteral("研修後");
    for (const QString &name : {QStringLiteral("常に"), QStringLiteral("概ね"), QStringLiteral("徐々に")}) {
        spec.categories.push_back({{}, name, 0});
        spec.columns += name;
    }
    spec.cells = {{6, 2, 0}, {3, 9, 5}, {1, 4, 12}};
    return spec;
}

} // namespace

TEST_CASE("Arrow keys walk the transition table, stop at its edge, and Enter opens the cell")
{
    HeatMap map;
    map.setSpec(table());
    map.resize(400, map.sizeHint().height());
    map.show();
    map.setFocus();
    QSignalSpy activated(&map, &HeatMap::cellActivated);
    QTest::keyClick(&map, Qt::Key_Right);
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_Down);
    QTest::keyClick(&map, Qt::Key_Down);
    CHECK(map.currentRow() == 2);
    CHECK(map.currentColumn() == 1);
    QTest::keyClick(&map, Qt::Key_Return);
    REQUIRE(activated.size() == 1);
    CHECK(activated.at(0).at(0).toInt() == 2);
    CHECK(activated.at(0).at(1).toInt() == 1);
}

TEST_CASE("A click on a number opens that cell, a click on a head none")
{
    HeatMap map;
    map.setSpec(table());
    map.resize(400, map.sizeHint().height());
    map.show();
    QSignalSpy activated(&map, &HeatMap::cellActivated);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect(1, 2).center());
    QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(4, 4));
    REQUIRE(activated.size() == 1);
    CHECK(activated.at(0).at(0).toInt() == 1);
    CHECK(activated.at(0).at(1).toInt() == 2);
    CHECK(map.currentRow() == 1);
}

TEST_CASE("Better answers afterwards are tinted up, lower ones down, and the table can be read aloud")
{
    HeatMap map;
    map.setSpec(table());
    map.resize(400, map.sizeHint().height());
    map.show();
    const QImage image = map.grab().toImage();
    const auto tint = [&](int row, int column) {
        return image.pixelColor(map.cellRect(row, column).topLeft() + QPoint(4, 5));
    };
    CHECK(tint(1, 0).blue() > tint(1, 0).red());              // below the diagonal: the blue of up
    CHECK(tint(1, 2).red() > tint(1, 2).blue());              // above it: the orange of down
    CHECK(tint(1, 2).saturation() > tint(0, 1).saturation()); // five people weigh more than two
    CHECK(map.accessibleDescription().contains(QStringLiteral("研修前「概ね」→ 研修後「常に」：3名")));
    CHECK_FALSE(map.accessibleDescription().contains(QStringLiteral("：0名")));
}
