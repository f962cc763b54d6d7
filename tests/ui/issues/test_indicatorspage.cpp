#include "issuesheetsfixture.h"

#include "../poppler.h"

#include "issues/indicatordetails.h"
#include "issues/indicatorspage.h"
#include "issues/trendline.h"
#include "parts/gridview.h"
#include "shell/editors/savedline.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;

namespace {

IndicatorContent named(Office &office, const QString &name, qint64 place = 0)
{
    const auto all = indicatorsOf(office.document(), place);
    REQUIRE(all.has_value());
    const auto found =
        std::ranges::find_if(*all, [&](const IndicatorContent &each) { return each.indicator.name == name; });
    REQUIRE(found != all->end());
    return *found;
}

IndicatorsPage *open(Office &office, const QString &name)
{
    REQUIRE(office.window->workspace()->openRow(u"indicators"_s, u"indicator"_s,
                                                named(office, name).indicator.id));
    settle();
    return office.show<IndicatorsPage>(u"indicators"_s);
}

} // namespace

TEST_CASE(
    "an indicator is shown with its years as a line, and a value and its cause are written in the table")
{
    Office office;
    office.beginSample();
    IndicatorsPage *page = open(office, u"多職種連携研修会の参加者数"_s);
    // From resources/sample/issues.json: 64 in 令和6年度, 83 in 令和7年度, target 90.
    const TrendLine *trend = page->details()->trend();
    REQUIRE(trend->points().size() == 2);
    CHECK(trend->points()[0].figure == 64);
    CHECK(trend->points()[1].figure == 83);
    CHECK(trend->target() == 90);
    GridView *values = page->details()->values();
    REQUIRE(values->select(2025));
    values->setFocus();
    values->setCurrentIndex(values->currentIndex().siblingAtColumn(1));
    press(Qt::Key_F2);
    write(u"85"_s);
    press(Qt::Key_Return);
    settle();
    const IndicatorContent stored = named(office, u"多職種連携研修会の参加者数"_s);
    CHECK(stored.values.at(2025).value == u"85"_s);
    CHECK_FALSE(stored.values.at(2025).cause.isEmpty()); // the cause stays
    CHECK(trend->points()[1].figure == 85);
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(trend->points()[1].figure == 83);
}

TEST_CASE(
    "an indicator of one's own is added by a key, and its yearly values stand in sight above their line")
{
    Office office;
    office.beginSample();
    auto *page = office.show<IndicatorsPage>(u"indicators"_s);
    office.desk.dialogs.text = u"退院前カンファレンスの開催数"_s;
    auto *list = child<GridView>(*page, u"indicators"_s);
    list->setFocus();
    press(Qt::Key_Insert);
    settle();
    CHECK(named(office, u"退院前カンファレンスの開催数"_s).indicator.viewpoint == 1);
    CHECK(page->details()->isVisible());
    page = open(office, u"多職種連携研修会の参加者数"_s);
    const GridView *values = page->details()->values();
    const TrendLine *trend = page->details()->trend();
    CHECK(values->mapTo(page, QPoint()).y() < trend->mapTo(page, QPoint()).y());
    REQUIRE(office.document().undo().has_value());
    settle();
    const auto left = indicatorsOf(office.document(), 0);
    REQUIRE(left.has_value());
    CHECK(left->size() == 6); // as in resources/sample/issues.json
}

TEST_CASE("a share of deaths at home takes no figure as its target, and the page says why")
{
    Office office;
    office.beginSample();
    IndicatorsPage *page = open(office, u"在宅での看取り数・率"_s);
    CHECK(child(*page, u"noTarget"_s)->isVisible());
    auto *target = child<SavedLine>(*page, u"indicatorTarget"_s);
    overwrite(target, u"25%"_s);
    CHECK(target->errorText().contains(u"数値の目標は設定できません"_s));
    CHECK_FALSE(named(office, u"在宅での看取り数・率"_s).indicator.target.contains(u"25"_s));
    target->revert();
    page = open(office, u"訪問看護事業所"_s);
    CHECK_FALSE(child(*page, u"noTarget"_s)->isVisible());
}

TEST_CASE("a fixed baseline is kept until it is freed on purpose")
{
    Office office;
    office.beginSample();
    IndicatorsPage *page = open(office, u"訪問看護事業所"_s);
    auto *baseline = child<SavedLine>(*page, u"baseline"_s);
    overwrite(baseline, u"50"_s);
    CHECK(baseline->errorText().contains(u"固定"_s));
    CHECK(named(office, u"訪問看護事業所"_s).indicator.baseline == u"48"_s);
    baseline->revert();
    click(child(*page, u"baselineFixed"_s));
    settle();
    overwrite(baseline, u"50"_s);
    CHECK(named(office, u"訪問看護事業所"_s).indicator.baseline == u"50"_s);
}

TEST_CASE("a usual indicator is added for one municipality from the menu, printed, and there from disk")
{
    Office office;
    office.beginSample();
    auto *page = office.show<IndicatorsPage>(u"indicators"_s);
    const qint64 place = municipality(office, u"夕凪市"_s);
    const int index = page->place()->findData(place);
    REQUIRE(index > 0);
    page->place()->setCurrentIndex(index);
    Q_EMIT page->place()->activated(index);
    REQUIRE(page->addMenu()->actions().size() == 8);
    page->addMenu()->actions().at(4)->menu()->actions().at(5)->trigger(); // 5th viewpoint, 退院調整率
    settle();
    overwrite(child(*page, u"baseline"_s), u"70"_s);
    overwrite(child(*page, u"indicatorTarget"_s), u"80"_s);
    const auto before = indicatorsOf(office.document(), place);
    page->addMenu()->actions().at(4)->menu()->actions().at(5)->trigger(); // it is there already: opened
    settle();
    const auto after = indicatorsOf(office.document(), place);
    REQUIRE((before.has_value() && after.has_value()));
    CHECK(after->size() == before->size());
    click(child(*page, u"printIndicators"_s));
    const QString pdf = office.desk.path(u"指標.pdf"_s);
    PreviewDialog *dialog = preview(*page);
    saveFrom(office, dialog, u"savePdf"_s, pdf);
    CHECK(tane::testing::pdfText(pdf).contains(u"退院調整率"_s));
    dialog->close();
    office.reopen();
    const Indicator stored = named(office, u"退院調整率"_s, place).indicator;
    CHECK(stored.viewpoint == 5);
    CHECK(stored.baseline == u"70"_s);
    CHECK(stored.target == u"80"_s);
}
