#include "core/issues/issuesoffice.h"
#include "issues/indicator.h"

using namespace tane;
using namespace storagetest;

namespace {
const QString kLabel = QStringLiteral("操作");
}

TEST_CASE("a share of deaths at home takes no figure as its target, and says why")
{
    // The rule of the textbook for municipalities (003, 2.3 (2)).
    const QString rate = QStringLiteral("在宅での看取り数・率");
    for (const char16_t *target : {u"30%以上", u"３割", u"三割", u"前年より5ポイント増", u"半数"})
        CHECK_FALSE(indicatorTargetProblem(rate, {}, QString::fromUtf16(target)).isEmpty());
    CHECK(indicatorTargetProblem(rate, {}, {}).isEmpty());
    CHECK(indicatorTargetProblem(rate, {}, QStringLiteral("毎年、変わった理由を話し合う")).isEmpty());
    CHECK(indicatorTargetProblem(QStringLiteral("看取りに関する研修の回数"), QStringLiteral("回"),
                                 QStringLiteral("年4回"))
              .isEmpty());
    CHECK_FALSE(
        indicatorTargetProblem(QStringLiteral("自宅での看取り"), QStringLiteral("％"), QStringLiteral("25"))
            .isEmpty());
    CHECK_FALSE(indicatorTargetProblem(QStringLiteral("看取りの割合"), {}, QStringLiteral("２５")).isEmpty());
    CHECK(indicatorTargetProblem(QStringLiteral("退院調整率"), {}, QStringLiteral("80%")).isEmpty());
    IssuesOffice office;
    const auto refused = saveIndicator(
        *office.document, {.viewpoint = 7, .name = rate, .target = QStringLiteral("30%")}, kLabel);
    CHECK(errorOf(refused) == ErrorCode::Conflict);
    CHECK(refused.error().message.contains(rate));
}

TEST_CASE("the eight viewpoints come with their usual indicators")
{
    const auto &viewpoints = indicatorViewpoints();
    REQUIRE(viewpoints.size() == 8);
    CHECK(viewpoints[4].title == QStringLiteral("在宅医療・介護の各関係主体が連携できているか"));
    CHECK(viewpoints[4].usual.contains(QStringLiteral("退院調整率")));
    CHECK(indicatorTypeText(Indicator::Type::Structure) == QStringLiteral("S（構造）"));
}

TEST_CASE("a fixed baseline stays, until it is freed on purpose")
{
    IssuesOffice office;
    Indicator one{.viewpoint = 5, .name = QStringLiteral("退院調整率"), .unit = QStringLiteral("%")};
    one.baselineFixed = true;
    CHECK(errorOf(saveIndicator(*office.document, one, kLabel)) == ErrorCode::Conflict);
    one.baseline = QStringLiteral("70");
    one.baselineYear = 2025;
    one.id = valueOf(saveIndicator(*office.document, one, kLabel));
    one.baseline = QStringLiteral("72");
    CHECK(errorOf(saveIndicator(*office.document, one, kLabel)) == ErrorCode::Conflict);
    one.baseline = QStringLiteral("70");
    one.note = QStringLiteral("備考は変えられる");
    valueOf(saveIndicator(*office.document, one, kLabel));
    one.baselineFixed = false;
    one.baseline = QStringLiteral("72");
    valueOf(saveIndicator(*office.document, one, kLabel));
    CHECK(valueOf(indicatorsOf(*office.document, 0)).front().indicator == one);
}

TEST_CASE("yearly values are kept with their causes, and an emptied one is gone")
{
    IssuesOffice office;
    const qint64 id = valueOf(
        saveIndicator(*office.document, {.viewpoint = 3, .name = QStringLiteral("訪問看護事業所")}, kLabel));
    succeeds(setIndicatorValue(*office.document, id, 2025, QStringLiteral("12"), {}, kLabel));
    succeeds(setIndicatorValue(*office.document, id, 2026, QStringLiteral("12"),
                               QStringLiteral("新設と廃止が同数"), kLabel));
    succeeds(setIndicatorValue(*office.document, id, 2025, {}, {}, kLabel));
    const auto all = valueOf(indicatorsOf(*office.document, 0));
    REQUIRE(all.front().values.size() == 1);
    CHECK(all.front().values.at(2026).cause == QStringLiteral("新設と廃止が同数"));
    succeeds(office.document->undo());
    CHECK(valueOf(indicatorsOf(*office.document, 0)).front().values.size() == 2);
}

TEST_CASE("a value with one figure can be drawn, others cannot")
{
    CHECK(figureOf(QStringLiteral("1,234件")) == std::optional(1234.0));
    CHECK(figureOf(QStringLiteral("３５．５％")) == std::optional(35.5));
    CHECK_FALSE(figureOf(QStringLiteral("10～20件")));
    CHECK_FALSE(figureOf(QStringLiteral("把握していない")));
}
