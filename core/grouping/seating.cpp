#include "grouping/seating.h"

#include <algorithm>

namespace tane {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

Seating::Seating(const SeatingRules &rules)
    : m_rules(rules)
    , m_group(rules.problem().members.size(), -1)
    , m_size(at(rules.problem().groups))
    , m_counts(rules.traits().size())
{
    for (std::size_t trait = 0; trait < m_counts.size(); ++trait)
        m_counts[trait].resize(at(rules.problem().groups * rules.traits()[trait].values));
}

void Seating::assign(const std::vector<int> &group)
{
    std::ranges::fill(m_group, -1);
    std::ranges::fill(m_size, 0);
    for (auto &counts : m_counts)
        std::ranges::fill(counts, std::int16_t(0));
    for (std::size_t member = 0; member < group.size(); ++member)
        put(static_cast<int>(member), group[member]);
    m_cost = m_rules.constant();
    for (int g = 0; g < m_rules.problem().groups; ++g)
        m_cost += costOf(g);
}

void Seating::put(int member, int group)
{
    for (std::size_t trait = 0; trait < m_counts.size(); ++trait) {
        for (const int value : m_rules.traits()[trait].of[at(member)])
            ++count(trait, group, value);
    }
    ++m_size[at(group)];
    m_group[at(member)] = group;
}

void Seating::take(int member)
{
    const int group = groupOf(member);
    for (std::size_t trait = 0; trait < m_counts.size(); ++trait) {
        for (const int value : m_rules.traits()[trait].of[at(member)])
            --count(trait, group, value);
    }
    --m_size[at(group)];
    m_group[at(member)] = -1;
}

std::int32_t Seating::termOf(std::size_t trait, const SeatingRules::Term &term, int group) const
{
    std::int32_t missed = 0;
    for (int value = 0; value < term.values; ++value)
        missed += term.at(group, sizeOf(group), value, count(trait, group, value));
    return missed;
}

int Seating::apartIn(int member, int group) const
{
    return static_cast<int>(
        std::ranges::count_if(m_rules.apartFrom(member), [&](int other) { return groupOf(other) == group; }));
}

GroupCost Seating::costOf(int group) const
{
    GroupCost cost;
    for (std::size_t trait = 0; trait < m_counts.size(); ++trait) {
        for (const SeatingRules::Term &term : m_rules.traits()[trait].terms)
            cost.missed[at(term.rank)] += termOf(trait, term, group);
    }
    if (!m_rules.problem().apart.empty()) {
        int twice = 0; // every pair from both its ends
        for (std::size_t member = 0; member < m_group.size(); ++member) {
            if (m_group[member] == group)
                twice += apartIn(static_cast<int>(member), group);
        }
        cost.missed[0] += twice / 2;
    }
    return cost;
}

template<class Sink>
void Seating::eachChange(int a, int b, const Sink &sink) const
{
    const int g = groupOf(a), h = groupOf(b);
    const int sizeG = sizeOf(g), sizeH = sizeOf(h);
    for (std::size_t index = 0; index < m_counts.size(); ++index) {
        const SeatingRules::Trait &trait = m_rules.traits()[index];
        const auto change = [&](int value, int inG) {
            const int countG = count(index, g, value), countH = count(index, h, value);
            for (const SeatingRules::Term &term : trait.terms) {
                sink(term, term.at(g, sizeG, value, countG + inG) - term.at(g, sizeG, value, countG) +
                               term.at(h, sizeH, value, countH - inG) - term.at(h, sizeH, value, countH));
            }
        };
        // Values that both have do not change; both lists are sorted.
        const std::vector<int> &ofA = trait.of[at(a)], &ofB = trait.of[at(b)];
        std::size_t i = 0, j = 0;
        while (i < ofA.size() || j < ofB.size()) {
            if (j == ofB.size() || (i < ofA.size() && ofA[i] < ofB[j]))
                change(ofA[i++], -1);
            else if (i == ofA.size() || ofB[j] < ofA[i])
                change(ofB[j++], +1);
            else
                ++i, ++j;
        }
    }
}

std::int32_t Seating::pairDelta(int a, int b) const
{
    const int g = groupOf(a), h = groupOf(b);
    const bool each = std::ranges::find(m_rules.apartFrom(a), b) != m_rules.apartFrom(a).end();
    return apartIn(a, h) - apartIn(a, g) + apartIn(b, g) - apartIn(b, h) - (each ? 2 : 0);
}

GroupCost Seating::swapDelta(int a, int b) const
{
    GroupCost delta;
    eachChange(a, b, [&delta](const SeatingRules::Term &term, std::int32_t change) {
        delta.missed[at(term.rank)] += change;
    });
    if (!m_rules.problem().apart.empty())
        delta.missed[0] += pairDelta(a, b);
    return delta;
}

std::int64_t Seating::weightedDelta(int a, int b, const std::array<std::int32_t, kGroupRanks> &weights) const
{
    std::int64_t delta = 0;
    eachChange(a, b, [&delta, &weights](const SeatingRules::Term &term, std::int32_t change) {
        delta += std::int64_t(weights[at(term.rank)]) * change;
    });
    if (!m_rules.problem().apart.empty())
        delta += std::int64_t(weights[0]) * pairDelta(a, b);
    return delta;
}

std::vector<std::int32_t> Seating::swapDeltaByRule(int a, int b) const
{
    const std::size_t rules = m_rules.problem().rules.size();
    std::vector<std::int32_t> delta(rules + 1);
    eachChange(a, b, [&delta, rules](const SeatingRules::Term &term, std::int32_t change) {
        delta[term.rule < 0 ? rules : at(term.rule)] += change;
    });
    delta[rules] += pairDelta(a, b);
    return delta;
}

void Seating::swap(int a, int b)
{
    m_cost += swapDelta(a, b);
    const int g = groupOf(a), h = groupOf(b);
    take(a);
    take(b);
    put(a, h);
    put(b, g);
}

void Seating::move(int member, int group)
{
    const int from = groupOf(member);
    if (from == group)
        return;
    const GroupCost before = costOf(from) + costOf(group);
    take(member);
    put(member, group);
    m_cost += costOf(from) + costOf(group) - before;
}

std::int32_t Seating::missedBy(int rule, int group) const
{
    std::int32_t missed = 0;
    for (std::size_t trait = 0; trait < m_counts.size(); ++trait) {
        for (const SeatingRules::Term &term : m_rules.traits()[trait].terms) {
            if (term.rule == rule)
                missed += termOf(trait, term, group);
        }
    }
    return missed;
}

std::int32_t Seating::missedBy(int rule) const
{
    std::int32_t missed = 0;
    for (const SeatingRules::Trait &trait : m_rules.traits()) {
        for (const SeatingRules::Term &term : trait.terms)
            missed += term.rule == rule ? term.constant : 0;
    }
    for (int group = 0; group < m_rules.problem().groups; ++group)
        missed += missedBy(rule, group);
    return missed;
}

std::int32_t Seating::brokenPairs() const
{
    std::int32_t broken = m_cost.missed[0];
    for (std::size_t rule = 0; rule < m_rules.problem().rules.size(); ++rule) {
        if (m_rules.problem().rules[rule].rank == 0)
            broken -= missedBy(static_cast<int>(rule));
    }
    return broken;
}

} // namespace tane
