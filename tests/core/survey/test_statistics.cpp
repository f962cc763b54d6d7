#include "survey/statistics.h"

#include <catch2/catch.hpp>

#include <cmath>

using namespace tane;

// Reference values: tests/core/survey/reference_statistics.py, which maximises the likelihood numerically (no
// closed form) and sums binomial coefficients as exact integers.
#include "survey/reference_statistics.inc"

TEST_CASE("Tango's interval agrees with a numerical maximisation of the likelihood")
{
    for (const auto &reference : kTangoReference) {
        INFO("up " << reference.up << " down " << reference.down << " n " << reference.n);
        const Interval interval = tangoInterval(reference.up, reference.down, reference.n);
        CHECK(interval.low == Approx(reference.low).margin(1e-9));
        CHECK(interval.high == Approx(reference.high).margin(1e-9));
    }
}

TEST_CASE("with nobody changed Tango's interval is z²/(n+z²) on both sides")
{
    // By hand from the score equation with b = c = 0.
    const double z2 = 1.959963984540054 * 1.959963984540054;
    for (const int n : {1, 10, 67}) {
        const Interval interval = tangoInterval(0, 0, n);
        CHECK(interval.low == Approx(-z2 / (n + z2)).margin(1e-9));
        CHECK(interval.high == Approx(z2 / (n + z2)).margin(1e-9));
    }
}

TEST_CASE("the interval stays within one and mirrors when up and down change places")
{
    for (int n = 1; n <= 12; ++n) {
        for (int up = 0; up <= n; ++up) {
            for (int down = 0; up + down <= n; ++down) {
                const Interval a = tangoInterval(up, down, n);
                const Interval b = tangoInterval(down, up, n);
                CHECK(a.low >= -1.0);
                CHECK(a.high <= 1.0);
                CHECK(a.low <= double(up - down) / n);
                CHECK(a.high >= double(up - down) / n);
                CHECK(a.low == Approx(-b.high).margin(1e-9));
            }
        }
    }
}

TEST_CASE("the sign test is exact")
{
    for (const auto &reference : kSignReference) {
        INFO("up " << reference.up << " down " << reference.down);
        CHECK(signTest(reference.up, reference.down) == Approx(reference.p).epsilon(1e-12));
    }
    CHECK(signTest(0, 0) == 1.0);
    CHECK(signTest(7, 7) == 1.0);
}

TEST_CASE("Holm's adjustment multiplies step by step and never falls")
{
    // By hand: sorted 0.01, 0.02, 0.03, 0.04 times 4, 3, 2, 1, then running maximum.
    const std::vector<double> adjusted = holm({0.04, 0.01, 0.03, 0.02});
    CHECK(adjusted[1] == Approx(0.04));
    CHECK(adjusted[3] == Approx(0.06));
    CHECK(adjusted[2] == Approx(0.06));
    CHECK(adjusted[0] == Approx(0.06));
    CHECK(holm({0.5, 0.9})[1] == Approx(1.0));
    CHECK(holm({}).empty());
}
