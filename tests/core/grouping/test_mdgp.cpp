#include "bench/mdgp.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace tane::bench;

namespace {

/// The best sum of all groupings, one element after the other.
double bestOfAll(const MdgpInstance &instance, std::vector<int> &group, std::vector<int> &size)
{
    const std::size_t next = group.size();
    if (next == static_cast<std::size_t>(instance.elements)) {
        for (std::size_t g = 0; g < size.size(); ++g) {
            if (size[g] < instance.smallest[g])
                return -1;
        }
        return objective(instance, group);
    }
    double best = -1;
    for (std::size_t g = 0; g < size.size(); ++g) {
        if (size[g] == instance.largest[g])
            continue;
        ++size[g];
        group.push_back(static_cast<int>(g));
        best = std::max(best, bestOfAll(instance, group, size));
        group.pop_back();
        --size[g];
    }
    return best;
}

double bestOfAll(const MdgpInstance &instance)
{
    std::vector<int> group, size(static_cast<std::size_t>(instance.groups));
    return bestOfAll(instance, group, size);
}

void requireSizes(const MdgpInstance &instance, const std::vector<int> &group)
{
    REQUIRE(group.size() == static_cast<std::size_t>(instance.elements));
    for (int g = 0; g < instance.groups; ++g) {
        const auto size = std::ranges::count(group, g);
        REQUIRE(size >= instance.smallest[static_cast<std::size_t>(g)]);
        REQUIRE(size <= instance.largest[static_cast<std::size_t>(g)]);
    }
}

} // namespace

TEST_CASE("diverse groups of a small instance are the best of all, with every seed")
{
    const MdgpInstance instances[] = {makeMdgp("ran", 9, 3, 3, 3, 1), makeMdgp("geo", 9, 3, 2, 4, 2),
                                      makeMdgp("ran", 10, 3, 2, 5, 3), makeMdgp("geo", 10, 2, 5, 5, 4),
                                      makeMdgp("geo", 8, 4, 2, 2, 5)};
    for (const MdgpInstance &instance : instances) {
        const double best = bestOfAll(instance);
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const MdgpResult result = solveMdgp(instance, {seed, 60, 300});
            requireSizes(instance, result.group);
            REQUIRE(result.objective == Approx(best).epsilon(1e-12));
            REQUIRE(result.objective == Approx(objective(instance, result.group)).epsilon(1e-12));
        }
    }
}

TEST_CASE("an instance is read as the public benchmark writes it, and broken ones are refused")
{
    std::string why;
    std::istringstream good("4 2 ds 1 3 1 3\n0 1 2.5\n0 2 1\n0 3 0\n1 2 4\n1 3 0.25\n2 3 1\n");
    const auto instance = readMdgp(good, why);
    REQUIRE(instance.has_value());
    CHECK(instance->elements == 4);
    CHECK(instance->largest == std::vector<int>{3, 3});
    CHECK(instance->at(1, 0) == 2.5);
    CHECK(instance->at(2, 1) == 4);
    // By hand: 0, 1 and 2 together are 2.5 + 1 + 4.
    CHECK(solveMdgp(*instance, {1, 60, 50}).objective == 7.5);
    for (const char *text :
         {"", "4 2", "4 2 ss 1 1 1 2\n", "4 2 ds 1 3 1\n", "2 1 ss 2 2\n0 5 1\n", "2 1 ss 2 2\n0 1 x\n",
          "2 1 ss 2 2\n0 1\n", "2 1 ss 2 2\n0 one 1\n", "2 9 ss 2 2\n"}) {
        std::istringstream bad(text);
        INFO(text);
        why.clear();
        CHECK_FALSE(readMdgp(bad, why).has_value());
        CHECK_FALSE(why.empty());
    }
}

TEST_CASE("the same number of rounds with the same seed gives the same diverse groups")
{
    const MdgpInstance instance = makeMdgp("ran", 60, 6, 8, 12, 1);
    const MdgpResult one = solveMdgp(instance, {7, 600, 60});
    requireSizes(instance, one.group);
    CHECK(one.rounds == 2 * 60); // two searches at once
    CHECK(solveMdgp(instance, {7, 600, 60}).group == one.group);
    CHECK(solveMdgp(instance, {7, 600, 600}).objective >= one.objective);
}
