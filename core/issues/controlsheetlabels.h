#pragma once

// Private to the control sheet's form and its reading: what stands on it, word for word.

#include "issues/controlsheet.h"

#include <QCoreApplication>

#include <array>

namespace tane::controlsheet {

/// The parts of the hidden mark that says whose sheet it is: this word, the municipality's id, the year, and
/// a check of the municipality's name.
inline constexpr char kMark[] = "tane-control-sheet-1";
[[nodiscard]] QString markOf(qint64 municipality, int year, const QString &name);

// The words of the form are data: they are compared when it comes back.
inline QString municipalityLabel()
{
    return QStringLiteral("市町村");
}
inline QString yearLabel()
{
    return QStringLiteral("年度");
}
inline QString filledLabel()
{
    return QStringLiteral("記入日");
}
inline QString visionLabel()
{
    return QStringLiteral("事業のめざす姿");
}
inline QString centreLabel()
{
    return QStringLiteral("センターによる支援");
}
inline QString assessmentLabel()
{
    return QStringLiteral("評価");
}
inline QString givenLabel()
{
    return QStringLiteral("市町の課題に対して支援した内容");
}
inline QString wantingLabel()
{
    return QStringLiteral("支援できずに困っていること");
}

/// A text of a scene with its label at the left.
struct SceneField
{
    const char16_t *label;
    QString ControlScene::*member;
    double roomMm;
    bool afterAssessment;
};
inline constexpr std::array kSceneFields{
    SceneField{u"めざす姿", &ControlScene::aim, 12, false},
    SceneField{u"現状", &ControlScene::present, 15, false},
    SceneField{u"課題", &ControlScene::issue, 13, false},
    SceneField{u"課題を改善するために実施している事業（対策）", &ControlScene::measures, 15, false},
    SceneField{u"今後の改善策", &ControlScene::improvement, 13, true}};

/// A column of the assessment; the yearly values stand between baseline and target.
struct IndicatorColumn
{
    const char16_t *head;
    QString ControlIndicator::*member;
    double width;
};
inline constexpr std::array kIndicatorColumns{
    IndicatorColumn{u"指標", &ControlIndicator::name, 44},
    IndicatorColumn{u"評価時期", &ControlIndicator::due, 17},
    IndicatorColumn{u"基準値", &ControlIndicator::baseline, 17},
    IndicatorColumn{u"目標値", &ControlIndicator::target, 18},
    IndicatorColumn{u"結果", &ControlIndicator::result, 18},
    IndicatorColumn{u"実施状況に対する評価", &ControlIndicator::assessment, 36}};
inline constexpr std::size_t kColumnsBeforeYears = 3;

} // namespace tane::controlsheet
