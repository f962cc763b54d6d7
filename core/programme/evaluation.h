#pragma once

#include "storage/recordtable.h"

#include <array>

namespace tane {

/// One line of the evaluation sheet.
struct EvaluationLine
{
    /// できたこと / できなかったこと / 結果の解釈 / 次の短期目標への反映 / 共有する協議の場.
    enum class Kind { Achieved, NotAchieved, Reading, NextGoal, Council };
    qint64 id = 0;
    qint64 programme = 0;
    Kind kind = Kind::Achieved;
    QString text;
    qint64 targetGroup = 0; ///< whom it is about; for NextGoal: whose goal; 0 = all
    friend bool operator==(const EvaluationLine &, const EvaluationLine &) = default;
};
[[nodiscard]] QString evaluationKindTitle(EvaluationLine::Kind kind);

/// An initiative, looked back upon with the seven review questions.
struct Initiative
{
    qint64 id = 0;
    qint64 programme = 0;
    QString name;
    std::array<QString, 7> answers;
    friend bool operator==(const Initiative &, const Initiative &) = default;
};
/// The seven questions (003, 図表-16), word for word.
[[nodiscard]] const std::array<QString, 7> &reviewQuestions();

/// 振り返り会.
struct ReflectionMeeting
{
    qint64 id = 0;
    qint64 programme = 0;
    QDate heldOn;
    QString form;
    QString attendees;
    QString contents;
    friend bool operator==(const ReflectionMeeting &, const ReflectionMeeting &) = default;
};

template<>
struct RecordSchema<EvaluationLine>
{
    static QString table() { return QStringLiteral("evaluation_line"); }
    static QStringList siblings() { return {QStringLiteral("programme"), QStringLiteral("kind")}; }
    static std::vector<RecordColumn<EvaluationLine>> columns();
};

template<>
struct RecordSchema<Initiative>
{
    static QString table() { return QStringLiteral("initiative"); }
    static QStringList siblings() { return {QStringLiteral("programme")}; }
    static std::vector<RecordColumn<Initiative>> columns();
};

template<>
struct RecordSchema<ReflectionMeeting>
{
    static QString table() { return QStringLiteral("reflection_meeting"); }
    static QStringList siblings() { return {QStringLiteral("programme")}; }
    static std::vector<RecordColumn<ReflectionMeeting>> columns();
};

} // namespace tane
