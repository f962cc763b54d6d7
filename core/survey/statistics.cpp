#include "survey/statistics.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tane {

namespace {

/// Tango's score statistic for the hypothesis that the difference is `delta`. It falls as delta grows.
double tangoScore(double up, double down, double n, double delta)
{
    // Constrained maximum likelihood estimate of P(down) (Tango 1998, eq. 17): 2n q² + B q + C = 0.
    const double b = -up - down + (2 * n - up + down) * delta;
    const double c = -down * delta * (1 - delta);
    const double root = std::sqrt(std::max(0.0, b * b - 8 * n * c));
    const double q = std::max(0.0, (root - b) / (4 * n));
    const double variance = n * (2 * q + delta * (1 - delta));
    const double distance = up - down - n * delta;
    if (variance <= 0)
        return distance == 0 ? 0 : std::copysign(HUGE_VAL, distance);
    return distance / std::sqrt(variance);
}

/// Where the score reaches `target` between low and high (there it changes side once).
double solve(double up, double down, double n, double target, double low, double high)
{
    constexpr int steps = 200; // halves until no double lies between
    for (int i = 0; i < steps; ++i) {
        const double middle = low + (high - low) / 2;
        if (middle == low || middle == high)
            break;
        (tangoScore(up, down, n, middle) > target ? low : high) = middle;
    }
    return low + (high - low) / 2;
}

} // namespace

Interval tangoInterval(int up, int down, int n)
{
    static const double z = boost::math::quantile(boost::math::normal(), 0.975);
    const double estimate = double(up - down) / n;
    Interval interval;
    interval.low = up - down == -n ? -1.0 : solve(up, down, n, z, -1.0, estimate);
    interval.high = up - down == n ? 1.0 : solve(up, down, n, -z, estimate, 1.0);
    return interval;
}

double signTest(int up, int down)
{
    const int changed = up + down;
    if (changed == 0)
        return 1;
    const boost::math::binomial distribution(changed, 0.5);
    return std::min(1.0, 2 * boost::math::cdf(distribution, std::min(up, down)));
}

std::vector<double> holm(const std::vector<double> &p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&p](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double highest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        highest = std::max(highest, std::min(1.0, double(p.size() - rank) * p[order[rank]]));
        adjusted[order[rank]] = highest;
    }
    return adjusted;
}

} // namespace tane
