#include "grouping/groupenumeration.h"

#include <algorithm>

namespace tane {

namespace {

/// All seatings, one person after the other.
class Enumeration
{
public:
    Enumeration(const SeatingRules &rules, const GroupCost &cost, const std::function<bool()> &stop)
        : m_problem(rules.problem())
        , m_seating(rules)
        , m_stop(stop)
        , m_group(m_problem.members.size(), -1)
        , m_size(static_cast<std::size_t>(m_problem.groups))
        , m_bestCost(cost)
        , m_labelled(
              std::ranges::any_of(m_problem.rules,
                                  [](const GroupRule &rule) { return rule.kind == GroupRule::Kind::Stay; }) ||
              std::ranges::any_of(m_problem.members,
                                  [](const GroupMember &m) { return m.fixedGroup.has_value(); }))
    {
    }

    std::vector<int> run()
    {
        place(0, m_problem.groups * m_problem.smallest);
        return m_stopped ? std::vector<int>() : m_best;
    }

private:
    /// `needed`: so many people are still missing for every group to have the smallest size.
    void place(std::size_t member, int needed)
    {
        const int left = static_cast<int>(m_group.size() - member);
        if (needed > left || m_stopped)
            return;
        if (left == 0) {
            constexpr int askEvery = 256;
            m_stopped = ++m_seen % askEvery == 0 && m_stop();
            m_seating.assign(m_group);
            if (m_seating.cost() < m_bestCost) {
                m_best = m_group;
                m_bestCost = m_seating.cost();
            }
            return;
        }
        bool emptyTried = false;
        for (int group = 0; group < m_problem.groups; ++group) {
            int &size = m_size[static_cast<std::size_t>(group)];
            if (size == m_problem.largest || m_problem.members[member].fixedGroup.value_or(group) != group)
                continue;
            if (size == 0 && !m_labelled) {
                if (emptyTried)
                    continue;
                emptyTried = true;
            }
            const int fills = size < m_problem.smallest ? 1 : 0;
            ++size;
            m_group[member] = group;
            place(member + 1, needed - fills);
            --size;
        }
    }

    const GroupProblem &m_problem;
    Seating m_seating;
    const std::function<bool()> &m_stop;
    std::vector<int> m_group, m_best;
    std::vector<int> m_size;
    GroupCost m_bestCost;
    bool m_labelled;
    bool m_stopped = false;
    int m_seen = 0;
};

} // namespace

std::int64_t seatingCount(int people, int groups, std::int64_t most)
{
    std::int64_t count = 1;
    for (int person = 0; person < people; ++person) {
        count *= groups;
        if (count > most)
            return most + 1;
    }
    return count;
}

std::vector<int> bestOfAll(const SeatingRules &rules, const GroupCost &cost,
                           const std::function<bool()> &stop)
{
    return Enumeration(rules, cost, stop).run();
}

} // namespace tane
