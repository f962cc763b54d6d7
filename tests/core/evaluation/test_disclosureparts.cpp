#include "survey/disclosureparts.h"

#include <catch2/catch.hpp>

using namespace tane;

TEST_CASE("everybody together is no part, however few answered")
{
    CHECK(disclosureOf(QStringLiteral("all"), 3, true) == Disclosure::Full);
    CHECK(disclosureOf(QStringLiteral("コーディネーター"), 3, true) == Disclosure::Hidden);
    CHECK(disclosureOf(QStringLiteral("コーディネーター"), 9, true) == Disclosure::CountsOnly);
    CHECK(disclosureOf(QStringLiteral("コーディネーター"), 10, true) == Disclosure::Full);
    CHECK(disclosureOf(QStringLiteral("コーディネーター"), 3, false) == Disclosure::CountsOnly);
}

TEST_CASE("a hidden part cannot be found by subtraction")
{
    using enum Disclosure;
    // 44 in all, 30, 11 and 3 of them: 44 − 30 − 11 would give the three away.
    const std::vector<int> one{30, 11, 3};
    CHECK(disclosureOfParts(one, true) == std::vector{Full, Hidden, Hidden});
    CHECK(disclosureOfParts(one, false) == std::vector{Full, Full, CountsOnly});
    const std::vector<int> two{30, 4, 3}; // seven together
    CHECK(disclosureOfParts(two, true) == std::vector{Full, Hidden, Hidden});
    const std::vector<int> tiny{30, 12, 2, 1}; // three together
    CHECK(disclosureOfParts(tiny, true) == std::vector{Full, Hidden, Hidden, Hidden});
    const std::vector<int> none{30, 0, 12};
    CHECK(disclosureOfParts(none, true) == std::vector{Full, CountsOnly, Full});
    const std::vector<int> alone{3};
    CHECK(disclosureOfParts(alone, true) == std::vector{Hidden});
}
