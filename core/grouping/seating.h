#pragma once

#include "grouping/groupproblem.h"

#include <span>

namespace tane {

/// A problem prepared for the search. What a rule is missed by in one group is a sum over the values of an
/// attribute of a function of how many people there have the value; so a swap changes a handful of terms
/// only.
class SeatingRules
{
public:
    /// The problem must be valid (validate) and outlive this.
    explicit SeatingRules(const GroupProblem &problem);

    struct Term
    {
        int rule = -1; ///< index into GroupProblem::rules; -1: people who must sit together
        int rank = 0;
        bool byGroup = false; ///< the table differs by group, not by size
        int values = 0;
        int width = 0;
        std::int32_t constant = 0; ///< added once for the whole seating
        std::vector<std::int32_t> table;
        [[nodiscard]] std::int32_t at(int group, int size, int value, int count) const
        {
            return table[(static_cast<std::size_t>(byGroup ? group : size) *
                              static_cast<std::size_t>(values) +
                          static_cast<std::size_t>(value)) *
                             static_cast<std::size_t>(width) +
                         static_cast<std::size_t>(count)];
        }
    };
    struct Trait
    {
        int values = 0;
        std::vector<std::vector<int>> of; ///< sorted values by member
        std::vector<Term> terms;
    };

    [[nodiscard]] const GroupProblem &problem() const { return m_problem; }
    [[nodiscard]] const std::vector<Trait> &traits() const { return m_traits; }
    [[nodiscard]] const std::vector<int> &apartFrom(int member) const
    {
        return m_apart[static_cast<std::size_t>(member)];
    }
    /// People who must sit together, as lists of at least two.
    [[nodiscard]] const std::vector<std::vector<int>> &blocks() const { return m_blocks; }
    [[nodiscard]] GroupCost constant() const { return m_constant; }

private:
    void addBlocks();
    void addRule(int index);
    /// Index of the trait that counts the values of an attribute.
    std::size_t traitOf(int attribute);
    /// A trait of its own for one value a person (-1 = none).
    std::size_t addTrait(const std::vector<int> &values);

    const GroupProblem &m_problem;
    std::vector<Trait> m_traits;
    std::vector<int> m_attributeTrait; ///< by attribute: index into m_traits, -1 = none yet
    std::vector<std::vector<int>> m_apart;
    std::vector<std::vector<int>> m_blocks;
    GroupCost m_constant;
};

/// Who sits where, with the cost kept true through every change.
class Seating
{
public:
    explicit Seating(const SeatingRules &rules);

    /// Everybody anew; `group` by member.
    void assign(const std::vector<int> &group);
    [[nodiscard]] const std::vector<int> &groups() const { return m_group; }
    [[nodiscard]] int groupOf(int member) const { return m_group[static_cast<std::size_t>(member)]; }
    [[nodiscard]] int sizeOf(int group) const { return m_size[static_cast<std::size_t>(group)]; }
    [[nodiscard]] const GroupCost &cost() const { return m_cost; }

    /// What a swap would change, each rank times its weight.
    [[nodiscard]] std::int64_t weightedDelta(int a, int b,
                                             const std::array<std::int32_t, kGroupRanks> &weights) const;
    /// What swapping two people of different groups would change.
    [[nodiscard]] GroupCost swapDelta(int a, int b) const;
    void swap(int a, int b);
    /// What the swap would change of each rule; at the end, what it changes of the pairs that must or must
    /// not sit together.
    [[nodiscard]] std::vector<std::int32_t> swapDeltaByRule(int a, int b) const;
    /// Moves somebody; the sizes change with her.
    void move(int member, int group);

    /// How far a rule is missed.
    [[nodiscard]] std::int32_t missedBy(int rule) const;
    /// The same of one group; the constant parts of a rule are left out.
    [[nodiscard]] std::int32_t missedBy(int rule, int group) const;
    /// Pairs that must not sit together and do, and blocks that are torn.
    [[nodiscard]] std::int32_t brokenPairs() const;

private:
    [[nodiscard]] std::int16_t &count(std::size_t trait, int group, int value)
    {
        return m_counts[trait][static_cast<std::size_t>(group * m_rules.traits()[trait].values + value)];
    }
    [[nodiscard]] std::int16_t count(std::size_t trait, int group, int value) const
    {
        return m_counts[trait][static_cast<std::size_t>(group * m_rules.traits()[trait].values + value)];
    }
    /// Calls sink(term, delta) for everything a swap changes but pairs.
    template<class Sink>
    void eachChange(int a, int b, const Sink &sink) const;
    [[nodiscard]] std::int32_t pairDelta(int a, int b) const;
    [[nodiscard]] std::int32_t termOf(std::size_t trait, const SeatingRules::Term &term, int group) const;
    [[nodiscard]] GroupCost costOf(int group) const;
    [[nodiscard]] int apartIn(int member, int group) const;
    void put(int member, int group);
    void take(int member);

    const SeatingRules &m_rules;
    std::vector<int> m_group;
    std::vector<int> m_size;
    std::vector<std::vector<std::int16_t>> m_counts; ///< by trait: group × value
    GroupCost m_cost;
};

} // namespace tane
