#include "grouping/groupsearch.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tane {

namespace {

constexpr std::int64_t kAskEvery = 1024;
constexpr std::size_t kHistory = 200; ///< of late acceptance

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// A draw from the exponential distribution of mean 1/ln 2, near enough, and unlike std::log the same on
/// every machine.
double exponential(Random &random)
{
    const std::uint64_t bits = random.next() | 1;
    const int zeros = std::countl_zero(bits);
    const double mantissa = double((bits << zeros) >> 11) * 0x1p-53; // 0.5 to 1
    return zeros + 2.0 * (1.0 - mantissa);
}

/// From `hot` to `cold` in equal ratios, near enough, likewise the same everywhere.
double temperatureAt(double hot, double cold, std::int64_t step, std::int64_t steps)
{
    int octaves = 0;
    for (double t = cold; t < hot; t *= 2)
        ++octaves;
    const double passed = double(octaves) * double(step) / double(steps);
    const int whole = static_cast<int>(passed);
    return std::ldexp(hot * (1.0 - 0.5 * (passed - whole)), -whole);
}

} // namespace

GroupSearch::GroupSearch(const SeatingRules &rules, std::uint64_t seed)
    : m_rules(rules)
    , m_problem(rules.problem())
    , m_random(seed)
    , m_seating(rules)
{
    for (std::size_t member = 0; member < m_problem.members.size(); ++member) {
        if (!m_problem.members[member].fixedGroup)
            m_free.push_back(static_cast<int>(member));
    }
    for (const GroupRule &rule : m_problem.rules) {
        if (rule.kind == GroupRule::Kind::Together)
            m_kept.push_back(rule.attribute);
    }
}

/// The lowest rank that has a rule weighs 1, each higher one m_ratio times as much as the next.
void GroupSearch::setWeights()
{
    std::array<bool, kGroupRanks> used{};
    used[0] = true;
    for (const GroupRule &rule : m_problem.rules)
        used[at(rule.rank)] = true;
    std::int32_t weight = 1;
    for (std::size_t rank = kGroupRanks; rank-- > 0;) {
        m_weights[rank] = weight;
        if (used[rank])
            weight = std::min(weight * m_ratio, 1'000'000);
    }
}

std::int64_t GroupSearch::weighed(const GroupCost &cost) const
{
    std::int64_t sum = 0;
    for (std::size_t rank = 0; rank < m_weights.size(); ++rank)
        sum += std::int64_t(m_weights[rank]) * cost.missed[rank];
    return sum;
}

GroupSearch::Change GroupSearch::draw()
{
    constexpr std::size_t oneMoveIn = 6;
    const int a = m_free[m_random.below(m_free.size())];
    const int from = m_seating.groupOf(a);
    if (m_problem.smallest < m_problem.largest && m_random.below(oneMoveIn) == 0) {
        const int to = static_cast<int>(m_random.below(at(m_problem.groups)));
        if (to == from || m_seating.sizeOf(from) <= m_problem.smallest ||
            m_seating.sizeOf(to) >= m_problem.largest)
            return {};
        return {a, -1, to};
    }
    const int b = m_free[m_random.below(m_free.size())];
    return m_seating.groupOf(b) == from ? Change{} : Change{a, b, -1};
}

std::vector<std::pair<int, int>> GroupSearch::exchangeValues()
{
    const auto attribute = at(m_kept[m_random.below(m_kept.size())]);
    const auto valueOf = [&](int member) {
        const std::vector<int> &values = m_problem.members[at(member)].values[attribute];
        return values.empty() ? -1 : values.front();
    };
    const int a = m_free[m_random.below(m_free.size())], b = m_free[m_random.below(m_free.size())];
    const int g = m_seating.groupOf(a), h = m_seating.groupOf(b);
    if (g == h || valueOf(a) < 0 || valueOf(a) == valueOf(b))
        return {};
    std::vector<int> ofA, ofB, others;
    for (const int member : m_free) {
        if (m_seating.groupOf(member) == g && valueOf(member) == valueOf(a))
            ofA.push_back(member);
        else if (m_seating.groupOf(member) == h && valueOf(member) != valueOf(a))
            (valueOf(member) == valueOf(b) ? ofB : others).push_back(member);
    }
    m_random.shuffle(others);
    ofB.insert(ofB.end(), others.begin(), others.end());
    std::vector<std::pair<int, int>> pairs;
    for (std::size_t i = 0; i < std::min(ofA.size(), ofB.size()); ++i)
        pairs.emplace_back(ofA[i], ofB[i]);
    for (const auto &[one, other] : pairs)
        m_seating.swap(one, other);
    return pairs;
}

void GroupSearch::note()
{
    if (m_seating.cost() < m_bestCost) {
        m_bestCost = m_seating.cost();
        m_best = m_seating.groups();
    }
}

/// False when it was stopped.
bool GroupSearch::anneal(std::int64_t steps, const GroupCost &goal,
                         const std::function<bool(std::int64_t)> &stop)
{
    constexpr double hot = 4.0, cold = 0.1; // in units of the lowest rank
    setWeights();
    double temperature = hot;
    for (std::int64_t step = 0; step < steps && m_bestCost > goal; ++step) {
        if (step % kAskEvery == 0) {
            if (stop(step))
                return false;
            temperature = temperatureAt(hot * m_ratio, cold, step, steps);
        }
        const auto accepts = [&](std::int64_t delta) {
            return delta <= 0 || double(delta) <= temperature * exponential(m_random);
        };
        constexpr std::size_t oneExchangeIn = 10;
        if (!m_kept.empty() && m_random.below(oneExchangeIn) == 0) {
            const GroupCost before = m_seating.cost();
            const auto pairs = exchangeValues();
            if (!accepts(weighed(m_seating.cost() - before))) {
                for (const auto &[one, other] : pairs)
                    m_seating.swap(one, other);
            }
            note();
            continue;
        }
        const Change change = draw();
        if (change.member < 0)
            continue;
        if (change.other >= 0) {
            if (!accepts(m_seating.weightedDelta(change.member, change.other, m_weights)))
                continue;
            m_seating.swap(change.member, change.other);
        } else {
            const GroupCost before = m_seating.cost();
            const int from = m_seating.groupOf(change.member);
            m_seating.move(change.member, change.group);
            if (!accepts(weighed(m_seating.cost() - before)))
                m_seating.move(change.member, from);
        }
        note();
    }
    return true;
}

/// A change is taken when the result is no worse than now, or than it was a while ago.
void GroupSearch::climb(std::int64_t from, std::int64_t to, const GroupCost &goal,
                        const std::function<bool(std::int64_t)> &stop)
{
    m_seating.assign(m_best);
    std::vector<GroupCost> history(kHistory, m_bestCost);
    for (std::int64_t step = from; step < to && m_bestCost > goal; ++step) {
        if (step % kAskEvery == 0 && stop(step))
            return;
        GroupCost &past = history[static_cast<std::size_t>(step) % kHistory];
        const Change change = draw();
        if (change.member >= 0 && change.other >= 0) {
            const GroupCost after = m_seating.cost() + m_seating.swapDelta(change.member, change.other);
            if (after <= m_seating.cost() || after <= past)
                m_seating.swap(change.member, change.other);
        } else if (change.member >= 0) {
            const GroupCost before = m_seating.cost();
            const int back = m_seating.groupOf(change.member);
            m_seating.move(change.member, change.group);
            if (m_seating.cost() > before && m_seating.cost() > past)
                m_seating.move(change.member, back);
        }
        note();
        past = std::min(past, m_seating.cost());
    }
}

std::vector<int> GroupSearch::run(std::int64_t steps, const GroupCost &goal,
                                  const std::function<bool(std::int64_t)> &stop)
{
    m_seating.assign(m_begin.empty() ? firstSeating(m_rules, m_random) : m_begin);
    m_best = m_seating.groups();
    m_bestCost = m_seating.cost();
    if (m_free.empty())
        return m_best;
    const std::int64_t annealed = m_ratio > 0 ? steps * 3 / 4 : 0;
    if (anneal(annealed, goal, stop))
        climb(annealed, steps, goal, stop);
    return m_best;
}

} // namespace tane
