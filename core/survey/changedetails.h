#pragma once

#include "survey/change.h"
#include "survey/ranktests.h"

namespace tane {

/// What the transition table of one item in one group tells beyond up, stay and down.
struct ChangeDetails
{
    SignedRanks ranks;
    int n = 0;
    int wanted = 0;       ///< options 0 to this one count as reached
    int wantedBefore = 0; ///< people
    int wantedAfter = 0;
    int gained = 0; ///< reached only after
    int lost = 0;   ///< reached only before
    double mcNemarP = 1;
    int atBest = 0;  ///< chose the best option before: could not rise
    int atWorst = 0; ///< chose the last one before: could not fall
};

/// The options that count as reached when nobody says otherwise: the better half of the scale, a and b of
/// five, a and b of four, a of three.
[[nodiscard]] int wantedOption(int options);

/// All of it is counted from the table; `wanted` as in ChangeDetails, -1 for wantedOption().
[[nodiscard]] ChangeDetails changeDetails(const TransitionTable &table, int wanted = -1);

} // namespace tane
