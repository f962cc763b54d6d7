#include "survey/ranktests.h"

#include <catch2/catch.hpp>

using namespace tane;

// Reference values from R with the package coin: tests/core/survey/reference_ranktests.R.
#include "survey/reference_ranktests.inc"

namespace {

DifferenceCounts counted(const std::vector<int> &differences)
{
    DifferenceCounts people;
    for (const int difference : differences)
        ++people[difference];
    return people;
}

} // namespace

TEST_CASE("the exact signed-rank test with Pratt's rule agrees with R")
{
    for (const auto &reference : kPrattReference) {
        INFO("n " << reference.differences.size() << ", R says " << reference.p);
        const SignedRanks ranks = signedRanks(counted(reference.differences));
        CHECK(ranks.upRanks == reference.up);
        CHECK(ranks.exact == (reference.differences.size() <= kExactSignedRanks));
        CHECK(ranks.downRanks == reference.down);
        CHECK(ranks.p == Approx(reference.p).epsilon(1e-9));
        CHECK(ranks.up + ranks.stay + ranks.down == static_cast<int>(reference.differences.size()));
        const double both = reference.up + reference.down;
        CHECK(ranks.rankBiserial ==
              Approx(both == 0 ? 0 : (reference.up - reference.down) / both).margin(1e-12));
    }
}

TEST_CASE("who did not change counts half to each side of the superiority")
{
    // Trial 1, Ⅱ-2, all: 24 up, 36 stay, 7 down of 67. By hand (24 + 18) / 67.
    const DifferenceCounts differences{{1, 24}, {0, 36}, {-1, 7}};
    CHECK(signedRanks(differences).superiority == Approx(42.0 / 67).epsilon(1e-12));
    // With one step each, Pratt's ranks of all who changed are the same: the test is the sign test.
    CHECK(signedRanks(differences).p == Approx(signTest(24, 7)).epsilon(1e-9));
}

TEST_CASE("the exact McNemar test agrees with R's binomial test")
{
    for (const auto &reference : kMcNemarReference) {
        INFO(reference.gained << " and " << reference.lost);
        CHECK(mcNemarTest(reference.gained, reference.lost) == Approx(reference.p).epsilon(1e-9));
    }
    CHECK(mcNemarTest(0, 0) == 1);
}

TEST_CASE("the rank-sum test of unpaired answers agrees with R")
{
    for (const auto &reference : kRankSumReference) {
        const UnpairedRanks ranks = rankSumTest(reference.before, reference.after);
        INFO("n " << ranks.before << " and " << ranks.after << ", R says " << reference.p);
        CHECK(ranks.exact == (ranks.before + ranks.after <= kExactRankSum));
        CHECK(ranks.superiority == Approx(reference.superiority).epsilon(1e-9));
        CHECK(ranks.p == Approx(reference.p).epsilon(1e-9));
    }
}

TEST_CASE("without answers on a side the rank-sum test says nothing")
{
    const std::vector<int> some{3, 4, 5}, none{0, 0, 0};
    CHECK(rankSumTest(some, none).p == 1);
    CHECK(rankSumTest(none, some).superiority == 0.5);
    CHECK(rankSumTest(none, none).p == 1);
}

TEST_CASE("Newcombe's interval agrees with the one from R's Wilson intervals")
{
    for (const auto &reference : kNewcombeReference) {
        INFO(reference.x1 << "/" << reference.n1 << " to " << reference.x2 << "/" << reference.n2);
        const Interval interval = newcombeInterval(reference.x1, reference.n1, reference.x2, reference.n2);
        CHECK(interval.low == Approx(reference.low).margin(1e-9));
        CHECK(interval.high == Approx(reference.high).margin(1e-9));
    }
}
