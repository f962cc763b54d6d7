#include "survey/shown.h"

#include <catch2/catch.hpp>

using namespace tane;

TEST_CASE("a group under ten is shown as counts, one under five is hidden outside the office")
{
    CHECK(shownOf(10, false) == Shown::All);
    CHECK(shownOf(10, true) == Shown::All);
    CHECK(shownOf(9, false) == Shown::CountsOnly);
    CHECK(shownOf(9, true) == Shown::CountsOnly);
    CHECK(shownOf(5, true) == Shown::CountsOnly);
    CHECK(shownOf(4, true) == Shown::Hidden);
    CHECK(shownOf(4, false) == Shown::CountsOnly);
    CHECK(shownOf(0, true) == Shown::CountsOnly); // nobody can be recognised in an empty group
}

TEST_CASE("everybody together is no part, however few answered")
{
    CHECK(shownOf(QStringLiteral("all"), 3, true) == Shown::All);
    CHECK(shownOf(QStringLiteral("コーディネーター"), 3, true) == Shown::Hidden);
}

TEST_CASE("a hidden group cannot be found by subtraction")
{
    // 44 in all, 30, 11 and 3 of them: 44 − 30 − 11 would give the three away.
    const std::vector<int> one{30, 11, 3};
    CHECK(shownOfParts(one, true) == std::vector{Shown::All, Shown::Hidden, Shown::Hidden});
    CHECK(shownOfParts(one, false) == std::vector{Shown::All, Shown::All, Shown::CountsOnly});
    const std::vector<int> two{30, 4, 3};
    CHECK(shownOfParts(two, true) == std::vector{Shown::All, Shown::Hidden, Shown::Hidden});
    const std::vector<int> none{30, 0, 12};
    CHECK(shownOfParts(none, true) == std::vector{Shown::All, Shown::CountsOnly, Shown::All});
    const std::vector<int> alone{3};
    CHECK(shownOfParts(alone, true) == std::vector{Shown::Hidden});
}
