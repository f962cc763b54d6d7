#include "survey/changedetails.h"

#include <algorithm>

namespace tane {

int wantedOption(int options)
{
    return std::max(options / 2 - 1, 0);
}

ChangeDetails changeDetails(const TransitionTable &table, int wanted)
{
    ChangeDetails details;
    const int options = static_cast<int>(table.counts.size());
    details.wanted = wanted < 0 ? wantedOption(options) : wanted;
    DifferenceCounts differences;
    for (int before = 0; before < options; ++before) {
        for (int after = 0; after < options; ++after) {
            const int people =
                table.counts[static_cast<std::size_t>(before)][static_cast<std::size_t>(after)];
            if (people == 0)
                continue;
            details.n += people;
            differences[before - after] += people; // options stand best first
            const bool was = before <= details.wanted, is = after <= details.wanted;
            details.wantedBefore += was ? people : 0;
            details.wantedAfter += is ? people : 0;
            details.gained += is && !was ? people : 0;
            details.lost += was && !is ? people : 0;
            details.atBest += before == 0 ? people : 0;
            details.atWorst += before == options - 1 ? people : 0;
        }
    }
    details.ranks = signedRanks(differences);
    details.mcNemarP = mcNemarTest(details.gained, details.lost);
    return details;
}

} // namespace tane
