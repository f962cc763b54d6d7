#pragma once

#include "storage/recordtable.h"

namespace tane {

/// One line of a cell of the goal matrix (target group × term).
struct Goal
{
    enum class Term { Long, Middle, Short };
    qint64 id = 0;
    qint64 targetGroup = 0;
    Term term = Term::Short;
    QString text;
    qint64 evaluationLine = 0; ///< the line of the previous cycle's evaluation it was drafted from; 0 = none
    friend bool operator==(const Goal &, const Goal &) = default;
};

/// 本プログラムの目的. The first of the list is 主, the others are 副.
struct Purpose
{
    qint64 id = 0;
    qint64 programme = 0;
    QString text;
    friend bool operator==(const Purpose &, const Purpose &) = default;
};

/// A column of the programme plan.
enum class PlanField { Entry, Outcome, Action };
/// "入口で対象となる人物像", "研修終了時に想定する能力・効果等", "行動目標（研修後）".
[[nodiscard]] QString planFieldTitle(PlanField field);

/// One line of a cell of the programme plan (target group × field).
struct PlanLine
{
    qint64 id = 0;
    qint64 targetGroup = 0;
    PlanField field = PlanField::Entry;
    QString text;
    friend bool operator==(const PlanLine &, const PlanLine &) = default;
};

/// A range over the skill ladder, in half steps: 0 = step 0, 2 = level 1-1, 4 = 1-2, 6 = 2-1, 8 = 2-2; odd
/// numbers lie between two steps, so 5 is "level 1.5". Nothing at an end: open.
struct LevelRange
{
    std::optional<int> lowest;
    std::optional<int> highest;
    QString text; ///< what the officer wrote, when it says more than the range
    [[nodiscard]] bool isEmpty() const { return !lowest && !highest && text.isEmpty(); }
    /// Reads "level-1前", "level 0～1", "level1.5程度", "～level1-2", "level2-1～", full-width digits too;
    /// the text is kept as written. Level 1 without a step means 1-1 to 1-2. Nothing when it is none of
    /// these.
    [[nodiscard]] static std::optional<LevelRange> parse(QStringView text);
    /// As written, or "level 1-1～2-1" made from the range.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const LevelRange &, const LevelRange &) = default;
};
/// The level beside a cell of the plan; empty when none was given.
[[nodiscard]] Result<LevelRange> planLevel(Document &document, qint64 targetGroup, PlanField field);
/// An empty range takes it away.
[[nodiscard]] Result<> setPlanLevel(Document &document, qint64 targetGroup, PlanField field,
                                    const LevelRange &range);

template<>
struct RecordSchema<Goal>
{
    static QString table() { return QStringLiteral("goal"); }
    static QStringList siblings() { return {QStringLiteral("target_group"), QStringLiteral("term")}; }
    static std::vector<RecordColumn<Goal>> columns();
};

template<>
struct RecordSchema<Purpose>
{
    static QString table() { return QStringLiteral("purpose"); }
    static QStringList siblings() { return {QStringLiteral("programme")}; }
    static std::vector<RecordColumn<Purpose>> columns();
};

template<>
struct RecordSchema<PlanLine>
{
    static QString table() { return QStringLiteral("plan_line"); }
    static QStringList siblings() { return {QStringLiteral("target_group"), QStringLiteral("field")}; }
    static std::vector<RecordColumn<PlanLine>> columns();
};

} // namespace tane
