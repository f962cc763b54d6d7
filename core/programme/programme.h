#pragma once

#include "base/fiscalyear.h"
#include "storage/recordtable.h"

namespace tane {

/// One cycle of the training programme. It may span fiscal years and may stop after a step.
struct Programme
{
    qint64 id = 0;
    QString title;
    std::optional<int> firstYear; ///< start year of a FiscalYear; nothing while it is not fixed
    std::optional<int> lastYear;  ///< not before firstYear; nothing: the same year
    QString owner;                ///< 担当
    QString note;
    bool archived = false;
    qint64 previous = 0; ///< the cycle this one follows; 0 = none
    QString longLabel = QStringLiteral("長期（将来像）");
    QString middleLabel = QStringLiteral("中期（３年程度）");
    QString shortLabel = QStringLiteral("短期（今年度）");
    friend bool operator==(const Programme &, const Programme &) = default;
};

/// Whom the programme is for: a row of the goal matrix and of the programme plan.
struct TargetGroup
{
    qint64 id = 0;
    qint64 programme = 0;
    QString name;
    bool isEnvironment = false; ///< the 環境 row: goals, but no people
    bool isObserver = false;    ///< watches the workshop: not put into groups, not evaluated
    friend bool operator==(const TargetGroup &, const TargetGroup &) = default;
};

/// The five steps of a cycle.
enum class Step { Situation = 1, Goals, Plan, Execution, Evaluation };
/// Every step in its order.
[[nodiscard]] const std::vector<Step> &allSteps();
/// "実態確認と課題抽出".
[[nodiscard]] QString stepTitle(Step step);
/// "実態", for narrow places.
[[nodiscard]] QString stepShortTitle(Step step);

/// Done and Stopped are what the officer says; the others follow from what was entered.
enum class StepState { Empty, Started, Done, Stopped };
/// "未着手", "作業中", "完了", "ここで終了".
[[nodiscard]] QString stepStateText(StepState state);

/// "令和6年度", "令和6～7年度", "令和元～2年度", or empty.
[[nodiscard]] QString programmeYears(const Programme &programme);

template<>
struct RecordSchema<Programme>
{
    static QString table() { return QStringLiteral("programme"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Programme>> columns();
};

template<>
struct RecordSchema<TargetGroup>
{
    static QString table() { return QStringLiteral("target_group"); }
    static QStringList siblings() { return {QStringLiteral("programme")}; }
    static std::vector<RecordColumn<TargetGroup>> columns();
};

} // namespace tane
