#pragma once

#include "storage/recordtable.h"

#include <map>

namespace tane {

/// An indicator of the prefecture or of one municipality.
struct Indicator
{
    enum class Type { Structure, Process, Outcome }; ///< S 構造, P 活動, O 成果
    qint64 id = 0;
    int viewpoint = 1;       ///< 1 to 8
    qint64 municipality = 0; ///< 0 = the whole prefecture
    QString name;
    Type type = Type::Process;
    bool qualitative = false; ///< 定性; else 定量
    QString unit;
    QString source;
    QString baseline;
    std::optional<int> baselineYear;
    bool baselineFixed = false; ///< since the plan was made
    QString target;
    std::optional<int> targetYear;
    QString note;
    friend bool operator==(const Indicator &, const Indicator &) = default;
};

struct IndicatorValue
{
    qint64 id = 0;
    qint64 indicator = 0;
    int year = 0; ///< fiscal year
    QString value;
    QString cause; ///< why it changed, or why it did not
    friend bool operator==(const IndicatorValue &, const IndicatorValue &) = default;
};

template<>
struct RecordSchema<Indicator>
{
    static QString table() { return QStringLiteral("indicator"); }
    static QStringList siblings() { return {QStringLiteral("viewpoint")}; }
    static std::vector<RecordColumn<Indicator>> columns();
};

template<>
struct RecordSchema<IndicatorValue>
{
    static QString table() { return QStringLiteral("indicator_value"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<IndicatorValue>> columns();
};

/// "S（構造）", "P（活動）", "O（成果）".
[[nodiscard]] QString indicatorTypeText(Indicator::Type type);
/// "定量", "定性".
[[nodiscard]] QString indicatorMeasureText(bool qualitative);

/// One of the eight viewpoints with the indicators it is usually looked at by.
struct IndicatorViewpoint
{
    int number = 1;
    QString title;
    QStringList usual;
};
[[nodiscard]] const std::vector<IndicatorViewpoint> &indicatorViewpoints();

/// Why this target cannot be set; empty when it can. A rate of deaths at home (看取り率) is what people chose
/// and could choose, so it must not become a number to reach (source: textbook for municipalities, 2.3): any
/// target with a figure in it is refused there, 「増減の理由を毎年話し合う」 is not.
[[nodiscard]] QString indicatorTargetProblem(const QString &name, const QString &unit, const QString &target);

/// Adds (id 0) or saves. Conflict with the reason: indicatorTargetProblem; the baseline is fixed and would
/// change; a baseline without its value would be fixed. Gives the id. One undo step.
[[nodiscard]] Result<qint64> saveIndicator(Document &document, const Indicator &indicator,
                                           const QString &label);
/// Value and cause of a year; both empty take it away. One undo step.
[[nodiscard]] Result<> setIndicatorValue(Document &document, qint64 indicator, int year, const QString &value,
                                         const QString &cause, const QString &label);

struct IndicatorContent
{
    Indicator indicator;
    std::map<int, IndicatorValue> values; ///< by year
};
/// By viewpoint and position; of a municipality, or (0) of the prefecture.
[[nodiscard]] Result<std::vector<IndicatorContent>> indicatorsOf(Document &document, qint64 municipality);

/// The figure of a value such as "1,234件", "３５．５％"; nothing when there is none or several.
[[nodiscard]] std::optional<double> figureOf(const QString &value);

} // namespace tane
