#pragma once

#include <vector>

namespace tane {

struct Interval
{
    double low = 0;
    double high = 0;
};

/// 95 % score interval of the difference of paired proportions (up − down)/n.
/// T. Tango, "Equivalence test and confidence interval for the difference in proportions for the
/// paired-sample design", Statistics in Medicine 17 (1998) 891–908. Takes 0 <= up, 0 <= down, up + down <= n,
/// n > 0; gives −1 <= low <= high <= 1.
[[nodiscard]] Interval tangoInterval(int up, int down, int n);

/// Exact two-sided sign test: the probability under Binomial(up + down, 1/2) of a split at least as uneven; 1
/// when nobody changed.
[[nodiscard]] double signTest(int up, int down);

/// Holm's step-down adjustment (S. Holm, Scand. J. Statist. 6 (1979) 65–70), in the order given.
[[nodiscard]] std::vector<double> holm(const std::vector<double> &p);

} // namespace tane
