#pragma once

#include "grouping/groupsolver.h"

#include <QStringList>

namespace tane {

/// The title of a rule, or one made from what it says: 「どの班にも市町村担当者が2人以上」.
[[nodiscard]] QString ruleTitle(const GroupProblem &problem, const GroupRule &rule);

/// "3人分", "2組": how far a rule is missed, in its own unit.
[[nodiscard]] QString missedText(GroupRule::Kind kind, std::int32_t missed);

/// How well a rule is kept, for bars and tables.
struct RuleQuality
{
    QString title;
    int rank = 0;
    int met =
        0; ///< groups in which it is kept; of Together values that are not torn; of Stay people who stayed
    int total = 0;
    QString unit; ///< of met and total: 班, the attribute's name, 人
    std::int32_t missed = 0;
    std::int32_t bound = 0;
    bool best = false;       ///< no seating does better on this rule
    std::vector<int> groups; ///< where it is missed
    QString where;           ///< "3班、5班", or the values that are torn
};
[[nodiscard]] std::vector<RuleQuality> ruleQualities(const GroupProblem &problem, const Grouping &grouping);

/// Why somebody sits where she sits.
struct SeatReason
{
    int member = 0;
    int group = 0;
    QStringList holds; ///< the rules that hold her here, in words
    int swapWith = -1; ///< with whom a swap would cost least; -1: her seat is fixed, or everybody else's is
    GroupCost swapCost;
    std::vector<std::int32_t> swapByRule; ///< as the rules, at the end the pairs
    QString swap;                         ///< the same in words
};

/// Of one person, or of all in the order of the problem.
[[nodiscard]] SeatReason seatReason(const GroupProblem &problem, const std::vector<int> &group, int member);
[[nodiscard]] std::vector<SeatReason> seatReasons(const GroupProblem &problem, const std::vector<int> &group);

/// Every rule that no seating keeps in full, and why: 「歯科医師は3人なので、7班すべてには入れられません」.
struct ImpossibleRule
{
    int rule = 0; ///< index; -1: people who must sit together
    QString why;
};
[[nodiscard]] std::vector<ImpossibleRule> impossibleRules(const GroupProblem &problem);

} // namespace tane
