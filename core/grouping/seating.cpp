#include "grouping/seating.h"

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// How far `count` people lie outside the two whole numbers around the proportional share total × size / people.
std::int32_t besideShare(int count, int total, int size, int people)
{
    const auto product = static_cast<std::int64_t>(total) * size;
    const auto low = static_cast<int>(product / people);
    const auto high = static_cast<int>((product + people - 1) / people);
    return std::max({0, low - count, count - high});
}

/// Pairs among so many people.
std::int32_t pairsOf(int people)
{
    return people * (people - 1) / 2;
}

} // namespace

SeatingRules::SeatingRules(const GroupProblem &problem)
    : m_problem(problem)
    , m_attributeTrait(problem.attributes.size(), -1)
    , m_apart(problem.members.size())
{
    for (const auto &[a, b] : problem.apart) {
        m_apart[at(a)].push_back(b);
        m_apart[at(b)].push_back(a);
    }
    addBlocks();
    for (int rule = 0; rule < static_cast<int>(problem.rules.size()); ++rule)
        addRule(rule);
}

/// Pairs that must sit together make blocks: whoever is joined through others sits with them too.
void SeatingRules::addBlocks()
{
    if (m_problem.together.empty())
        return;
    std::vector<int> head(m_problem.members.size());
    std::iota(head.begin(), head.end(), 0);
    const auto find = [&head](int member) {
        while (head[at(member)] != member)
            member = head[at(member)] = head[at(head[at(member)])];
        return member;
    };
    for (const auto &[a, b] : m_problem.together)
        head[at(find(a))] = find(b);
    std::vector<int> blockOf(head.size(), -1);
    std::vector<std::vector<int>> byHead(head.size());
    for (int member = 0; member < static_cast<int>(head.size()); ++member)
        byHead[at(find(member))].push_back(member);
    for (std::vector<int> &members : byHead) {
        if (members.size() > 1)
            m_blocks.push_back(std::move(members));
    }
    Trait trait;
    trait.values = static_cast<int>(m_blocks.size());
    trait.of.resize(head.size());
    for (std::size_t block = 0; block < m_blocks.size(); ++block) {
        for (const int member : m_blocks[block])
            trait.of[at(member)].push_back(static_cast<int>(block));
    }
    Term term;
    term.values = trait.values;
    term.width = m_problem.largest + 2;
    term.byGroup = true;
    for (int i = 0; i < m_problem.groups * term.values; ++i) {
        for (int count = 0; count < term.width; ++count)
            term.table.push_back(count > 0 ? 1 : 0);
    }
    term.constant = -static_cast<std::int32_t>(m_blocks.size());
    m_constant.missed[0] += term.constant;
    trait.terms.push_back(std::move(term));
    m_traits.push_back(std::move(trait));
}

std::vector<int> SeatingRules::totals(int attribute) const
{
    std::vector<int> totals(at(static_cast<int>(m_problem.attributes[at(attribute)].values.size())));
    for (const GroupMember &member : m_problem.members) {
        for (const int value : member.values[at(attribute)])
            ++totals[at(value)];
    }
    return totals;
}

SeatingRules::Trait &SeatingRules::traitOf(int attribute)
{
    int &index = m_attributeTrait[at(attribute)];
    if (index < 0) {
        index = static_cast<int>(m_traits.size());
        Trait &trait = m_traits.emplace_back();
        trait.values = static_cast<int>(m_problem.attributes[at(attribute)].values.size());
        for (const GroupMember &member : m_problem.members) {
            std::vector<int> values = member.values[at(attribute)];
            std::ranges::sort(values);
            values.erase(std::unique(values.begin(), values.end()), values.end());
            trait.of.push_back(std::move(values));
        }
    }
    return m_traits[at(index)];
}

void SeatingRules::addRule(int index)
{
    const GroupRule &rule = m_problem.rules[at(index)];
    const int people = static_cast<int>(m_problem.members.size());
    Term term;
    term.rule = index;
    term.rank = rule.rank;
    term.width = m_problem.largest + 2;
    const auto fill = [&](int classes, const auto &missed) {
        for (int cls = 0; cls < classes; ++cls) {
            for (int value = 0; value < term.values; ++value) {
                for (int count = 0; count < term.width; ++count)
                    term.table.push_back(missed(cls, value, count));
            }
        }
    };
    // NotAgain and Stay count values of their own: tables of last time, groups of now.
    const auto ownTrait = [&](const std::vector<int> &values) -> Trait & {
        Trait &trait = m_traits.emplace_back();
        trait.of.resize(m_problem.members.size());
        for (std::size_t member = 0; member < values.size(); ++member) {
            if (values[member] >= 0) {
                trait.of[member].push_back(values[member]);
                trait.values = std::max(trait.values, values[member] + 1);
            }
        }
        term.values = trait.values;
        return trait;
    };
    const int sizes = m_problem.largest + 2;
    Trait *trait = nullptr;
    switch (rule.kind) {
    case GroupRule::Kind::Spread: {
        trait = &traitOf(rule.attribute);
        term.values = trait->values;
        const std::vector<int> total = totals(rule.attribute);
        fill(sizes, [&](int size, int value, int count) {
            return besideShare(count, total[at(value)], size, std::max(people, 1));
        });
        break;
    }
    case GroupRule::Kind::AtLeast:
        trait = &traitOf(rule.attribute);
        term.values = trait->values;
        fill(sizes, [&](int, int value, int count) {
            return value == rule.value ? std::max(0, rule.count - count) : 0;
        });
        break;
    case GroupRule::Kind::Together: {
        trait = &traitOf(rule.attribute);
        term.values = trait->values;
        fill(sizes, [&](int, int, int count) { return count > 0 ? 1 : 0; });
        const std::vector<int> total = totals(rule.attribute);
        term.constant = -static_cast<std::int32_t>(std::ranges::count_if(total, [](int t) { return t > 0; }));
        break;
    }
    case GroupRule::Kind::NotAgain:
        trait = &ownTrait(m_problem.earlier);
        fill(sizes, [&](int, int, int count) { return pairsOf(count); });
        break;
    case GroupRule::Kind::Stay:
        trait = &ownTrait(m_problem.current);
        term.byGroup = true;
        fill(m_problem.groups, [&](int group, int value, int count) { return group == value ? 0 : count; });
        break;
    }
    m_constant.missed[at(rule.rank)] += term.constant;
    trait->terms.push_back(std::move(term));
}

std::int32_t SeatingRules::bound(const GroupRule &rule) const
{
    switch (rule.kind) {
    case GroupRule::Kind::Spread:
    case GroupRule::Kind::Stay:
        // For one value a person there is always a rounding of all shares that keeps every sum (controlled rounding;
        // Bacharach 1966), so nothing better than 0 can be said.
        return 0;
    case GroupRule::Kind::AtLeast:
        return std::max(0, rule.count * m_problem.groups - totals(rule.attribute)[at(rule.value)]);
    case GroupRule::Kind::Together: {
        std::int32_t further = 0;
        for (const int total : totals(rule.attribute))
            further += total > 0 ? (total + m_problem.largest - 1) / m_problem.largest - 1 : 0;
        return further;
    }
    case GroupRule::Kind::NotAgain: {
        // A table of t people over g groups: as even as possible has the fewest pairs.
        std::vector<int> sizes;
        for (const int table : m_problem.earlier) {
            if (table < 0)
                continue;
            sizes.resize(std::max(sizes.size(), at(table) + 1));
            ++sizes[at(table)];
        }
        std::int32_t pairs = 0;
        for (const int size : sizes) {
            const int each = size / m_problem.groups, more = size % m_problem.groups;
            pairs += more * pairsOf(each + 1) + (m_problem.groups - more) * pairsOf(each);
        }
        return pairs;
    }
    }
    return 0;
}

GroupCost SeatingRules::bound() const
{
    GroupCost sum;
    for (const GroupRule &rule : m_problem.rules)
        sum.missed[at(rule.rank)] += bound(rule);
    return sum;
}

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
    return static_cast<int>(std::ranges::count_if(m_rules.apartFrom(member),
                                                  [&](int other) { return groupOf(other) == group; }));
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

GroupCost Seating::swapDelta(int a, int b) const
{
    const int g = groupOf(a), h = groupOf(b);
    GroupCost delta;
    for (std::size_t index = 0; index < m_counts.size(); ++index) {
        const SeatingRules::Trait &trait = m_rules.traits()[index];
        const auto change = [&](int value, int inG) {
            const int countG = count(index, g, value), countH = count(index, h, value);
            for (const SeatingRules::Term &term : trait.terms) {
                delta.missed[at(term.rank)] +=
                    term.at(g, sizeOf(g), value, countG + inG) - term.at(g, sizeOf(g), value, countG) +
                    term.at(h, sizeOf(h), value, countH - inG) - term.at(h, sizeOf(h), value, countH);
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
    if (!m_rules.problem().apart.empty()) {
        const bool each = std::ranges::find(m_rules.apartFrom(a), b) != m_rules.apartFrom(a).end();
        delta.missed[0] += apartIn(a, h) - apartIn(a, g) + apartIn(b, g) - apartIn(b, h) - (each ? 2 : 0);
    }
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
    const GroupCost before = costOf(from) + costOf(group);
    take(member);
    put(member, group);
    const GroupCost after = costOf(from) + costOf(group);
    for (std::size_t rank = 0; rank < m_cost.missed.size(); ++rank)
        m_cost.missed[rank] += after.missed[rank] - before.missed[rank];
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
