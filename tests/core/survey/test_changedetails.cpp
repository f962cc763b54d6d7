#include "survey/changedetails.h"

#include <catch2/catch.hpp>

using namespace tane;

TEST_CASE("who reached the wanted options is counted before and after")
{
    // By hand: rows are the options before, columns after; a and b of four are wanted.
    const TransitionTable table{
        0, QStringLiteral("all"), {{3, 1, 0, 0}, {2, 4, 1, 0}, {1, 5, 6, 1}, {0, 2, 3, 1}}};
    const ChangeDetails details = changeDetails(table);
    CHECK(details.n == 30);
    CHECK(details.wanted == 1);
    CHECK(details.wantedBefore == 11); // 4 + 7
    CHECK(details.wantedAfter == 18);  // 6 + 12
    CHECK(details.gained == 8);        // 1 + 5 + 0 + 2
    CHECK(details.lost == 1);
    CHECK(details.mcNemarP == Approx(2 * (1 + 9) / 512.0)); // binomial(9, 1/2), at most one
    CHECK(details.atBest == 4);
    CHECK(details.atWorst == 6);
    CHECK(details.ranks.up == 13); // below the diagonal: 2 + 1 + 5 + 0 + 2 + 3
    CHECK(details.ranks.down == 3);
    CHECK(details.ranks.stay == 14);
}

TEST_CASE("the better half of a scale is wanted unless somebody says otherwise")
{
    CHECK(wantedOption(5) == 1);
    CHECK(wantedOption(4) == 1);
    CHECK(wantedOption(3) == 0);
    CHECK(wantedOption(2) == 0);
    const TransitionTable table{0, QStringLiteral("all"), {{1, 0}, {1, 0}}};
    CHECK(changeDetails(table, 0).gained == 1);
    CHECK(changeDetails({0, QStringLiteral("all"), {{0, 0}, {0, 0}}}).mcNemarP == 1);
}
