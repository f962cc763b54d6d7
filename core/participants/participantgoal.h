#pragma once

#include "exchange/formsheet.h"
#include "participants/participant.h"

#include <array>
#include <map>

namespace tane {

/// A goal that somebody set herself at a workshop, and what had become of it by the follow-up.
struct ParticipantGoal
{
    enum class Term { Short, Middle, Long }; ///< 短期, 中期, 長期
    qint64 id = 0;
    qint64 participant = 0;
    Term term = Term::Short;
    QString text;
    QString followUp;
    friend bool operator==(const ParticipantGoal &, const ParticipantGoal &) = default;
};
inline constexpr std::array kGoalTerms{ParticipantGoal::Term::Short, ParticipantGoal::Term::Middle,
                                       ParticipantGoal::Term::Long};
/// "短期", "中期", "長期".
[[nodiscard]] QString goalTermText(ParticipantGoal::Term term);

template<>
struct RecordSchema<ParticipantGoal>
{
    static QString table() { return QStringLiteral("participant_goal"); }
    static QStringList siblings() { return {QStringLiteral("participant"), QStringLiteral("term")}; }
    static std::vector<RecordColumn<ParticipantGoal>> columns();
};

/// The goals of everybody of a workshop, by participant; of each by term, then in their order.
[[nodiscard]] Result<std::map<qint64, std::vector<ParticipantGoal>>> goalsOfWorkshop(Document &document,
                                                                                     qint64 workshop);

/// What is written above the sheets that bring the goals back.
struct GoalSheetOptions
{
    QString prefecture;
    QString workshop; ///< title, with its day
    QString request;  ///< what she is asked to do and until when; may be empty
};
/// The goals of one person with room for what became of each, on one A4 page for the follow-up.
[[nodiscard]] FormSheet makeGoalSheet(const Participant &participant,
                                      const std::vector<ParticipantGoal> &goals,
                                      const GoalSheetOptions &options);
/// All goals as one list: a row a person.
[[nodiscard]] FormSheet makeGoalList(const std::vector<Participant> &people,
                                     const std::map<qint64, std::vector<ParticipantGoal>> &goals,
                                     const GoalSheetOptions &options);

} // namespace tane
