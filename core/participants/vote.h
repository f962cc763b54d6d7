#pragma once

#include "base/rounding.h"
#include "chart/chartspec.h"
#include "participants/participant.h"

namespace tane {

/// A question the people of a meeting vote on twice, before and after talking about it.
struct Vote
{
    qint64 id = 0;
    qint64 workshop = 0;
    QString question;
    bool byName = false; ///< who voted for what is kept; else hands are counted
    friend bool operator==(const Vote &, const Vote &) = default;
};

struct VoteOption
{
    qint64 id = 0;
    qint64 vote = 0;
    QString text;
    std::optional<int> beforeCount; ///< hands; nothing: not counted yet
    std::optional<int> afterCount;
    friend bool operator==(const VoteOption &, const VoteOption &) = default;
};

/// What somebody voted for; 0 = she did not.
struct VoteMark
{
    qint64 id = 0;
    qint64 vote = 0;
    qint64 participant = 0;
    qint64 beforeOption = 0;
    qint64 afterOption = 0;
    friend bool operator==(const VoteMark &, const VoteMark &) = default;
};

template<>
struct RecordSchema<Vote>
{
    static QString table() { return QStringLiteral("vote"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<Vote>> columns();
};

template<>
struct RecordSchema<VoteOption>
{
    static QString table() { return QStringLiteral("vote_option"); }
    static QStringList siblings() { return {QStringLiteral("vote")}; }
    static std::vector<RecordColumn<VoteOption>> columns();
};

template<>
struct RecordSchema<VoteMark>
{
    static QString table() { return QStringLiteral("vote_mark"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<VoteMark>> columns();
};

/// Saves what somebody voted for; with neither vote left it is taken away. One undo step.
[[nodiscard]] Result<> saveVoteMark(Document &document, const VoteMark &mark, const QString &label);

/// What came out of a vote.
struct VoteResult
{
    Vote vote;
    std::vector<VoteOption> options;
    std::vector<VoteMark> marks;

    std::vector<int> before, after; ///< by option
    int beforeBase = 0, afterBase = 0;
    /// Of those who voted both times, by name: [before][after]. Empty when hands were counted.
    std::vector<std::vector<int>> moves;
    int both = 0;    ///< voted both times
    int changed = 0; ///< and changed their mind
};
/// Counts the marks, or takes the hands. Pure.
[[nodiscard]] VoteResult countVote(Vote vote, std::vector<VoteOption> options, std::vector<VoteMark> marks);
[[nodiscard]] Result<VoteResult> loadVote(Document &document, qint64 vote);
/// Shares of the options before and after, one bar each; a time at which nobody voted is left out.
[[nodiscard]] ChartSpec voteChart(const VoteResult &result);
/// What changed, in a sentence or two: by how many hands, or who of the same people changed their mind.
[[nodiscard]] QString voteSentence(const VoteResult &result);

} // namespace tane
