#include "evaluationfixture.h"

#include "charts/figureview.h"
#include "parts/chartcard.h"
#include "shell/widgets.h"
#include "survey/changetable.h"
#include "survey/resultsfigure.h"
#include "survey/resultspage.h"

#include <QFileInfo>
#include <QImage>

using namespace tane;
using namespace tane::cycletest;
using namespace tane::evaluationtest;

TEST_CASE("the further figures show the item that is chosen, and each is written as a file")
{
    Evaluation office;
    auto *page = office.show<ResultsPage>(u"results"_s);
    auto *figure = page->findChild<ResultsFigure *>();
    REQUIRE(figure->isVisible());
    const auto spec = [&] { return figure->card()->spec(); };
    CHECK(spec().type == ChartSpec::Type::Diverging);
    REQUIRE(spec().categories.size() == 12); // six items before and after
    CHECK(spec().categories[0].base == 66);  // trial 1, Ⅰ-1
    page->table()->selectRow(2);
    figure->kinds()->setCurrentIndex(1);
    settle();
    CHECK(spec().type == ChartSpec::Type::Flow);
    CHECK(spec().title.contains(u"Ⅰ-3"_s));
    int people = 0;
    for (const auto &row : spec().cells)
        for (const int count : row)
            people += count;
    CHECK(people == 67); // trial 1, Ⅰ-3
    auto *view = figure->findChild<FigureView *>();
    REQUIRE(view->isVisible());
    CHECK(view->height() > 100);
    figure->kinds()->setCurrentIndex(2);
    CHECK(spec().series[0].values[0] == 15); // up, all
    CHECK(spec().categories.size() >= 3);
    for (const auto &[format, name] :
         {std::pair(ChartCard::Format::Png, u"図.png"_s), std::pair(ChartCard::Format::Svg, u"図.svg"_s),
          std::pair(ChartCard::Format::Workbook, u"図.xlsx"_s)}) {
        for (int kind = 0; kind < 4; ++kind) {
            figure->kinds()->setCurrentIndex(kind);
            const QString path = office.desk.path(QString::number(kind) + name);
            REQUIRE(figure->card()->write(format, path).has_value());
            CHECK(QFileInfo(path).size() > 1000);
        }
    }
    const QImage picture(office.desk.path(u"1図.png"_s));
    CHECK(picture.dotsPerMeterX() == 11811); // 300 dpi
}

TEST_CASE("satisfaction is shown together and by role")
{
    Evaluation office;
    auto *page = office.show<ResultsPage>(u"results"_s);
    page->findChild<SegmentedControl *>(u"sets"_s)->setCurrentIndex(2);
    settle();
    auto *figure = page->findChild<ResultsFigure *>();
    CHECK(figure->card()->spec().categories.size() == 3); // Ⅲ-1 to Ⅲ-3 share their scale
    figure->kinds()->setCurrentIndex(1);
    settle();
    CHECK(figure->card()->spec().categories.size() >= 3); // all and each role
    CHECK(figure->card()->spec().categories[0].base >= figure->card()->spec().categories[1].base);
}
