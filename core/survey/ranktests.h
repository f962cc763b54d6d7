#pragma once

#include "survey/statistics.h"

#include <map>
#include <span>
#include <vector>

namespace tane {

/// What the signed ranks of paired answers say.
struct SignedRanks
{
    int up = 0, stay = 0, down = 0;
    double upRanks = 0;      ///< W+: sum of the ranks of those who went up
    double downRanks = 0;    ///< W−
    double p = 1;            ///< exact, two-sided; 1 when nobody changed
    double rankBiserial = 0; ///< (W+ − W−) / (W+ + W−); 0 when nobody changed
    double superiority = 0;  ///< P(up) + ½ P(stay): who did not change counts half to each side
    bool exact = true;       ///< over all signs; else normal
};

/// People by their difference: steps on the scale, positive is better.
using DifferenceCounts = std::map<int, int>;

/// Signed-rank test of paired ordinal answers with Pratt's rule: the differences are ranked together with
/// the zeros, mid-ranks for ties, then the ranks of the zeros are left out. The distribution is the exact one
/// over all 2^m signs of the m differences that are not zero, ties and zeros as they are; with more than
/// kExactSignedRanks people the normal one with the sum of the squared ranks over four as variance.
/// J. W. Pratt, "Remarks on zeros and ties in the Wilcoxon signed rank procedures", JASA 54 (1959) 655–667;
/// rank-biserial: D. S. Kerby, Comprehensive Psychology 3 (2014), with Pratt's ranks; superiority: R. J.
/// Grissom & J. J. Kim (2012).
[[nodiscard]] SignedRanks signedRanks(const DifferenceCounts &people);
inline constexpr int kExactSignedRanks = 200;

/// Exact McNemar test of a yes/no asked twice: `gained` said yes only after, `lost` only before. Two-sided,
/// binomial. Q. McNemar, Psychometrika 12 (1947) 153–157.
[[nodiscard]] double mcNemarTest(int gained, int lost);

/// Two unpaired samples on one ordinal scale.
struct UnpairedRanks
{
    int before = 0, after = 0; ///< people
    double superiority = 0;    ///< P(after better) + ½ P(equal)
    double p = 1;              ///< two-sided
    bool exact = true;         ///< over all divisions of the answers; else normal, corrected for ties
};

/// Wilcoxon's rank-sum test with mid-ranks. `before` and `after` count people by option, best first. Exact up
/// to kExactRankSum people together, beyond by the normal approximation with the variance for ties and
/// without a correction for continuity (E. L. Lehmann, "Nonparametrics", 1975, 1.4). Nobody on a side: p is
/// 1, superiority ½.
[[nodiscard]] UnpairedRanks rankSumTest(std::span<const int> before, std::span<const int> after);
inline constexpr int kExactRankSum = 120;

/// 95 % interval of the difference of two independent proportions, after − before: Newcombe's hybrid score
/// (method 10) from Wilson's intervals. R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890. Takes 0 <=
/// x <= n, n > 0 on both sides.
[[nodiscard]] Interval newcombeInterval(int beforeCount, int beforeBase, int afterCount, int afterBase);

/// Fisher's exact test of two independent proportions, two-sided: the probability of all tables with these
/// sums that are no likelier than the one seen. R. A. Fisher, J. Roy. Stat. Soc. 98 (1935) 39–82; the rule for
/// two sides as in R's fisher.test. Takes 0 <= x <= n on both sides.
[[nodiscard]] double fisherTest(int beforeCount, int beforeBase, int afterCount, int afterBase);

} // namespace tane
