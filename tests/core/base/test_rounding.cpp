#include "base/rounding.h"

#include <catch2/catch.hpp>

using tane::Percent;

TEST_CASE("a percentage is rounded half up to one decimal")
{
    // 001 問11: 14 of 224 is 6.25 %, printed 6.3; table C of the 2024 report: 26 of 181 prints 14.4.
    CHECK(Percent::of(14, 224).number() == QStringLiteral("6.3"));
    CHECK(Percent::of(26, 181).number() == QStringLiteral("14.4"));
    CHECK(Percent::of(86, 181).text() == QStringLiteral("47.5%"));
    CHECK(Percent::of(0, 41).number() == QStringLiteral("0.0"));
    CHECK(Percent::of(41, 41).number() == QStringLiteral("100.0"));
    CHECK(Percent::of(1, 2000).number() == QStringLiteral("0.1")); // 0.05 exactly
    CHECK(Percent::of(1, 2001).number() == QStringLiteral("0.0"));
}

TEST_CASE("a percentage of nothing is undefined, not zero")
{
    CHECK_FALSE(Percent::of(0, 0).isDefined());
    CHECK(Percent::of(0, 0).text() == QStringLiteral("–"));
}
