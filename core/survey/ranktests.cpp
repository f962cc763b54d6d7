#include "survey/ranktests.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace tane {

namespace {

double upperTail(double z)
{
    return boost::math::cdf(boost::math::complement(boost::math::normal(), z));
}

/// How far from the middle counts as at least as far: sums of probabilities are compared on whole numbers, so
/// none is lost to rounding.
template<class Probabilities>
double tailsFrom(const Probabilities &probabilities, int middleTwice, int distanceTwice)
{
    double p = 0;
    for (int sum = 0; sum < static_cast<int>(probabilities.size()); ++sum)
        if (std::abs(2 * sum - middleTwice) >= distanceTwice)
            p += probabilities[static_cast<std::size_t>(sum)];
    return std::min(1.0, p);
}

/// The exact two-sided tail of the sum of ranks with random signs. Twice the ranks, as mid-ranks are halves.
double signTail(const std::vector<int> &twiceRanks, int twiceUp)
{
    int total = 0;
    for (const int rank : twiceRanks)
        total += rank;
    // By sum of the ranks of those who went up: each difference adds its rank or not, with probability one
    // half.
    std::vector<double> probability{1.0};
    for (const int rank : twiceRanks) {
        std::vector<double> next(probability.size() + static_cast<std::size_t>(rank), 0.0);
        for (std::size_t sum = 0; sum < probability.size(); ++sum) {
            next[sum] += probability[sum] / 2;
            next[sum + static_cast<std::size_t>(rank)] += probability[sum] / 2;
        }
        probability.swap(next);
    }
    return tailsFrom(probability, total, std::abs(2 * twiceUp - total));
}

/// The exact two-sided tail of a sum of `chosen` of these ranks (twice), all choices alike.
double choiceTail(const std::vector<int> &twiceRanks, int chosen, int twiceSum)
{
    const auto people = static_cast<int>(twiceRanks.size());
    int total = 0;
    for (const int rank : twiceRanks)
        total += rank;
    const auto sums = static_cast<std::size_t>(total) + 1;
    // [people chosen so far][sum]: the number of ways divided by binomial(people seen, chosen), so that it
    // stays a probability.
    std::vector<std::vector<double>> ways(static_cast<std::size_t>(chosen) + 1,
                                          std::vector<double>(sums, 0.0));
    ways[0][0] = 1;
    int reached = 0;
    for (int seen = 0; seen < people; ++seen) {
        const int rank = twiceRanks[static_cast<std::size_t>(seen)];
        reached += rank;
        for (int take = std::min(seen + 1, chosen); take >= 0; --take) {
            auto &here = ways[static_cast<std::size_t>(take)];
            const double share = double(take) / (seen + 1); // that this one is among the `take` of those seen
            const auto *less = take > 0 ? &ways[static_cast<std::size_t>(take) - 1] : nullptr;
            for (int sum = reached; sum >= 0; --sum) {
                const double with = less && sum >= rank ? (*less)[static_cast<std::size_t>(sum - rank)] : 0.0;
                double &value = here[static_cast<std::size_t>(sum)];
                value = value * (1 - share) + with * share;
            }
        }
    }
    // The expected sum is chosen × total / people; compared after multiplying with 2 × people.
    double p = 0;
    const auto expected = static_cast<long long>(chosen) * total;
    const long long distance = std::llabs(static_cast<long long>(twiceSum) * people - expected);
    const auto &probability = ways[static_cast<std::size_t>(chosen)];
    for (int sum = 0; sum <= total; ++sum)
        if (std::llabs(static_cast<long long>(sum) * people - expected) >= distance)
            p += probability[static_cast<std::size_t>(sum)];
    return std::min(1.0, p);
}

/// Wilson's score interval.
Interval wilson(int count, int base, double z)
{
    const double n = base, p = count / n, z2 = z * z;
    const double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = z / (1 + z2 / n) * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

} // namespace

SignedRanks signedRanks(const DifferenceCounts &people)
{
    std::map<int, int> bySize;
    for (const auto &[difference, count] : people)
        bySize[std::abs(difference)] += count;
    std::map<int, int> twiceRank;
    int below = 0;
    for (const auto &[size, count] : bySize) {
        twiceRank[size] = 2 * below + count + 1;
        below += count;
    }

    SignedRanks result;
    std::int64_t twiceUp = 0, twiceDown = 0;
    double squares = 0; // of the ranks
    for (const auto &[difference, count] : people) {
        const int rank = twiceRank[std::abs(difference)];
        (difference > 0 ? result.up : difference < 0 ? result.down : result.stay) += count;
        if (difference == 0)
            continue;
        (difference > 0 ? twiceUp : twiceDown) += std::int64_t(rank) * count;
        squares += double(rank) * rank / 4 * count;
    }
    result.upRanks = double(twiceUp) / 2;
    result.downRanks = double(twiceDown) / 2;
    if (below > 0)
        result.superiority = (result.up + result.stay / 2.0) / below;
    if (result.up + result.down == 0)
        return result;
    result.rankBiserial = double(twiceUp - twiceDown) / double(twiceUp + twiceDown);
    result.exact = below <= kExactSignedRanks;
    if (!result.exact) {
        const double distance = std::abs(result.upRanks - result.downRanks) / 2;
        result.p = std::min(1.0, 2 * upperTail(distance / std::sqrt(squares / 4)));
        return result;
    }
    std::vector<int> ranks;
    for (const auto &[difference, count] : people)
        if (difference != 0)
            ranks.insert(ranks.end(), static_cast<std::size_t>(count), twiceRank[std::abs(difference)]);
    result.p = signTail(ranks, static_cast<int>(twiceUp));
    return result;
}

double mcNemarTest(int gained, int lost)
{
    return signTest(gained, lost);
}

UnpairedRanks rankSumTest(std::span<const int> before, std::span<const int> after)
{
    const std::size_t options = std::max(before.size(), after.size());
    const auto at = [](std::span<const int> counts, std::size_t option) {
        return option < counts.size() ? counts[option] : 0;
    };
    UnpairedRanks result;
    std::vector<int> ranks;
    double tied = 0; // sum of t³ − t
    int twiceAfter = 0;
    // From the worst option up: a higher rank is a better answer.
    for (std::size_t option = options; option-- > 0;) {
        const int together = at(before, option) + at(after, option);
        const int twiceRank = 2 * static_cast<int>(ranks.size()) + together + 1;
        ranks.insert(ranks.end(), static_cast<std::size_t>(together), twiceRank);
        twiceAfter += twiceRank * at(after, option);
        tied += double(together) * together * together - together;
        result.before += at(before, option);
        result.after += at(after, option);
    }
    result.superiority = 0.5;
    if (result.before == 0 || result.after == 0)
        return result;

    const double n = result.before + result.after;
    const double product = double(result.before) * result.after;
    // Mann and Whitney's U of the after side: pairs in which after is better, equal ones counted half.
    const double u = twiceAfter / 2.0 - result.after * (result.after + 1) / 2.0;
    result.superiority = u / product;
    result.exact = n <= kExactRankSum;
    if (result.exact) {
        result.p = choiceTail(ranks, result.after, twiceAfter);
        return result;
    }
    const double variance = product / 12 * (n + 1 - tied / (n * (n - 1)));
    result.p =
        variance <= 0 ? 1 : std::min(1.0, 2 * upperTail(std::abs(u - product / 2) / std::sqrt(variance)));
    return result;
}

Interval newcombeInterval(int beforeCount, int beforeBase, int afterCount, int afterBase)
{
    static const double z = boost::math::quantile(boost::math::normal(), 0.975);
    const Interval before = wilson(beforeCount, beforeBase, z);
    const Interval after = wilson(afterCount, afterBase, z);
    const double p = double(beforeCount) / beforeBase, q = double(afterCount) / afterBase;
    const double difference = q - p;
    return {difference - std::hypot(q - after.low, before.high - p),
            difference + std::hypot(after.high - q, p - before.low)};
}

double fisherTest(int beforeCount, int beforeBase, int afterCount, int afterBase)
{
    const int reached = beforeCount + afterCount, people = beforeBase + afterBase;
    const int lowest = std::max(0, reached - afterBase), highest = std::min(reached, beforeBase);
    const auto logChoose = [](int n, int k) {
        using boost::math::lgamma;
        return lgamma(double(n + 1)) - lgamma(double(k + 1)) - lgamma(double(n - k + 1));
    };
    const auto logProbability = [&](int x) {
        return logChoose(beforeBase, x) + logChoose(afterBase, reached - x) - logChoose(people, reached);
    };
    // R's tolerance: tables that are as likely but for rounding count as such.
    const double limit = logProbability(beforeCount) + std::log1p(1e-7);
    double p = 0;
    for (int x = lowest; x <= highest; ++x) {
        const double one = logProbability(x);
        if (one <= limit)
            p += std::exp(one);
    }
    return std::min(1.0, p);
}

} // namespace tane
