#include "grouping/seating.h"

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// How far `count` people lie outside the two whole numbers around the proportional share total × size /
/// people.
std::int32_t besideShare(int count, int total, int size, int people)
{
    const auto product = static_cast<std::int64_t>(total) * size;
    const auto low = static_cast<int>(product / people);
    const auto high = static_cast<int>((product + people - 1) / people);
    return std::max({0, low - count, count - high});
}

std::vector<int> valueTotals(const std::vector<std::vector<int>> &of, int values)
{
    std::vector<int> totals(at(values));
    for (const std::vector<int> &list : of) {
        for (const int value : list)
            ++totals[at(value)];
    }
    return totals;
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
    for (std::vector<int> &others : m_apart) { // a pair named twice counts once
        std::ranges::sort(others);
        others.erase(std::unique(others.begin(), others.end()), others.end());
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

std::size_t SeatingRules::traitOf(int attribute)
{
    if (m_attributeTrait[at(attribute)] >= 0)
        return at(m_attributeTrait[at(attribute)]);
    m_attributeTrait[at(attribute)] = static_cast<int>(m_traits.size());
    Trait trait;
    trait.values = static_cast<int>(m_problem.attributes[at(attribute)].values.size());
    for (const GroupMember &member : m_problem.members) {
        std::vector<int> values = member.values[at(attribute)];
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        trait.of.push_back(std::move(values));
    }
    m_traits.push_back(std::move(trait));
    return m_traits.size() - 1;
}

std::size_t SeatingRules::addTrait(const std::vector<int> &values)
{
    Trait trait;
    trait.of.resize(m_problem.members.size());
    for (std::size_t member = 0; member < values.size(); ++member) {
        if (values[member] >= 0) {
            trait.of[member].push_back(values[member]);
            trait.values = std::max(trait.values, values[member] + 1);
        }
    }
    m_traits.push_back(std::move(trait));
    return m_traits.size() - 1;
}

void SeatingRules::addRule(int index)
{
    const GroupRule &rule = m_problem.rules[at(index)];
    using Kind = GroupRule::Kind;
    const std::size_t trait = rule.kind == Kind::NotAgain ? addTrait(m_problem.earlier)
                              : rule.kind == Kind::Stay   ? addTrait(m_problem.current)
                                                          : traitOf(rule.attribute);
    Term term;
    term.rule = index;
    term.rank = rule.rank;
    term.width = m_problem.largest + 2;
    term.values = m_traits[trait].values;
    term.byGroup = rule.kind == Kind::Stay;
    const std::vector<int> total = valueTotals(m_traits[trait].of, term.values);
    const int people = std::max(1, static_cast<int>(m_problem.members.size()));
    const auto missed = [&](int groupOrSize, int value, int count) -> std::int32_t {
        switch (rule.kind) {
        case Kind::Spread:
            return besideShare(count, total[at(value)], groupOrSize, people);
        case Kind::AtLeast:
            return value == rule.value ? std::max(0, rule.count - count) : 0;
        case Kind::Together:
            return count > 0 ? 1 : 0;
        case Kind::Apart:
        case Kind::NotAgain:
            return pairsOf(count);
        case Kind::Stay:
            return groupOrSize == value ? 0 : count;
        }
        return 0;
    };
    const int classes = term.byGroup ? m_problem.groups : m_problem.largest + 2;
    for (int cls = 0; cls < classes; ++cls) {
        for (int value = 0; value < term.values; ++value) {
            for (int count = 0; count < term.width; ++count)
                term.table.push_back(missed(cls, value, count));
        }
    }
    if (rule.kind == Kind::Together)
        term.constant = -static_cast<std::int32_t>(std::ranges::count_if(total, [](int t) { return t > 0; }));
    m_constant.missed[at(rule.rank)] += term.constant;
    m_traits[trait].terms.push_back(std::move(term));
}

} // namespace tane
