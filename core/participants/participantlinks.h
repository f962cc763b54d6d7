#pragma once

#include "participants/participant.h"
#include "survey/answersheet.h"
#include "survey/linking.h"

namespace tane {

/// An answer and whose it may be.
struct AnswerMatch
{
    qint64 response = 0;
    qint64 participant = 0; ///< 0: nobody fits
    Wave wave = Wave::Before;
    bool certain = false; ///< joined without being asked; else it is proposed
    bool decided = false; ///< by the officer: no rule changes it
    LinkMethod method = LinkMethod::Number;
    LinkReason reason = LinkReason::Number;
    QString name, affiliation;      ///< as the answer says
    std::vector<qint64> candidates; ///< participants, likeliest first; at most five
    /// Why, for the officer; empty when nobody fits.
    [[nodiscard]] QString why() const;
};

/// Pure: rules of certainty as for before and after (docs/decisions/0004), stages number → e-mail →
/// name + affiliation → variant-folded → kana only; below the variant-folded stage nothing joins by itself.
/// `answers`: all of one wave.
[[nodiscard]] std::vector<AnswerMatch> matchAnswers(const std::vector<Participant> &participants,
                                                    const AnswerSheet &answers, Wave wave);

/// All answers of a workshop, in the order they were read, with whose they are or may be: decided ones as
/// decided, others by the rules.
[[nodiscard]] Result<std::vector<AnswerMatch>> answerMatches(Document &document, qint64 workshop);
/// Stores what the rules are certain of; decisions stay, and so does what is stored already unless the rules
/// are certain of somebody else. Called after imports; makes no undo step of its own inside perform(). Gives
/// how many links changed.
[[nodiscard]] Result<int> relinkAnswers(Document &document, qint64 workshop);
/// The officer's decision: whose answers these are; 0 = nobody's (it is kept, too). One undo step.
[[nodiscard]] Result<> decideAnswers(Document &document, const std::vector<qint64> &responses,
                                     qint64 participant, const QString &label);
/// Leaves it to the rules again. One undo step.
[[nodiscard]] Result<> undecideAnswers(Document &document, const std::vector<qint64> &responses);

/// Who answered what: participant → waves. Somebody whose answer is only proposed counts, too, under
/// `maybe`: nobody is reminded who may have answered.
struct AnsweredWaves
{
    struct Of
    {
        bool before = false, after = false, followUp = false;
        [[nodiscard]] bool has(Wave wave) const
        {
            return wave == Wave::Before ? before : wave == Wave::After ? after : followUp;
        }
        void set(Wave wave)
        {
            (wave == Wave::Before ? before : wave == Wave::After ? after : followUp) = true;
        }
    };
    QHash<qint64, Of> surely, maybe;
    int unassigned = 0; ///< answers that are nobody's
};
[[nodiscard]] Result<AnsweredWaves> answeredWaves(Document &document, qint64 workshop);

} // namespace tane
