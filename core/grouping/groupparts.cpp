#include "grouping/groupparts.h"

#include <algorithm>
#include <map>

namespace tane {

namespace {

constexpr std::size_t kMostNodes = 12;         ///< areas, and people without one
constexpr int kMostRounds = 400;               ///< divisions looked at
constexpr std::int64_t kMostSteps = 2'500'000; ///< people placed in parts

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

using Mask = std::uint32_t;

/// Some areas in so many groups of their own.
struct Part
{
    Mask nodes = 0;
    int groups = 0;
    GroupCost cost; ///< a bound, or exact; without the constants of the rules
    bool exact = false;
    std::vector<int> group; ///< by member of the part, when exact
};

/// Searches the best seating of one part, person by person.
class PartSeating
{
public:
    PartSeating(const SeatingRules &rules, std::vector<int> members, int groups, std::size_t keptTrait,
                int keptRank)
        : m_rules(rules)
        , m_problem(rules.problem())
        , m_members(std::move(members))
        , m_groups(groups)
        , m_kept(rules.traits()[keptTrait])
        , m_keptTrait(keptTrait)
        , m_keptRank(keptRank)
        , m_areasLeft(m_members.size() + 1)
        , m_group(m_members.size())
        , m_size(at(groups))
        , m_touched(at(groups))
    {
        for (const SeatingRules::Trait &trait : rules.traits())
            m_counts.emplace_back(at(groups) * at(trait.values));
        // People come area by area: how many areas are yet to begin.
        for (std::size_t i = m_members.size(); i-- > 0;) {
            const std::vector<int> &values = m_kept.of[at(m_members[i])];
            const bool begins = !values.empty() && (i == 0 || m_kept.of[at(m_members[i - 1])] != values);
            m_areasLeft[i] = m_areasLeft[i + 1] + (begins ? 1 : 0);
        }
    }

    /// A seating that costs less than `limit`; its cost and groups are to be asked for then. Every person
    /// placed takes one of `steps`; when they run out nothing is known.
    bool run(const GroupCost &limit, std::int64_t &steps)
    {
        m_bestCost = limit;
        m_steps = &steps;
        place(0, m_groups * m_problem.smallest);
        return !m_best.empty();
    }
    [[nodiscard]] const GroupCost &cost() const { return m_bestCost; }
    [[nodiscard]] const std::vector<int> &group() const { return m_best; }

private:
    void place(std::size_t index, int needed)
    {
        const int left = static_cast<int>(m_members.size() - index);
        if (needed > left || --*m_steps < 0 || leastCost(index) >= m_bestCost)
            return;
        if (left == 0) {
            if (const GroupCost cost = wholeCost(); cost < m_bestCost) {
                m_bestCost = cost;
                m_best = m_group;
            }
            return;
        }
        const int member = m_members[index];
        bool emptyTried = false;
        for (int group = 0; group < m_groups; ++group) {
            int &size = m_size[at(group)];
            if (size == m_problem.largest || (size == 0 && emptyTried))
                continue;
            emptyTried = emptyTried || size == 0;
            const int fills = size < m_problem.smallest ? 1 : 0;
            const bool touches = isFirstOfArea(member, group);
            const GroupCost before = m_full;
            ++size;
            m_touched[at(group)] += touches ? 1 : 0;
            m_group[index] = group;
            add(member, group, +1);
            if (size == m_problem.largest)
                m_full += costOf(group);
            place(index + 1, needed - fills);
            m_full = before;
            add(member, group, -1);
            m_touched[at(group)] -= touches ? 1 : 0;
            --size;
        }
    }

    /// Full groups cost what they cost; the others at least what their areas are torn by now.
    [[nodiscard]] GroupCost leastCost(std::size_t index) const
    {
        GroupCost cost = m_full;
        std::int32_t &torn = cost.missed[at(m_keptRank)];
        torn += m_areasLeft[index];
        for (int group = 0; group < m_groups; ++group)
            torn += m_size[at(group)] < m_problem.largest ? m_touched[at(group)] : 0;
        return cost;
    }

    [[nodiscard]] bool isFirstOfArea(int member, int group) const
    {
        const std::vector<int> &values = m_kept.of[at(member)];
        return !values.empty() && m_counts[m_keptTrait][at(group * m_kept.values + values.front())] == 0;
    }

    void add(int member, int group, int change)
    {
        for (std::size_t t = 0; t < m_counts.size(); ++t) {
            const SeatingRules::Trait &trait = m_rules.traits()[t];
            for (const int value : trait.of[at(member)])
                m_counts[t][at(group * trait.values + value)] += change;
        }
    }

    [[nodiscard]] GroupCost costOf(int group) const
    {
        GroupCost cost;
        for (std::size_t t = 0; t < m_counts.size(); ++t) {
            const SeatingRules::Trait &trait = m_rules.traits()[t];
            for (const SeatingRules::Term &term : trait.terms) {
                for (int value = 0; value < trait.values; ++value)
                    cost.missed[at(term.rank)] += term.at(group, m_size[at(group)], value,
                                                          m_counts[t][at(group * trait.values + value)]);
            }
        }
        return cost;
    }

    [[nodiscard]] GroupCost wholeCost() const
    {
        GroupCost cost;
        for (int group = 0; group < m_groups; ++group)
            cost += costOf(group);
        for (std::size_t a = 0; a < m_members.size(); ++a) {
            for (std::size_t b = a + 1; b < m_members.size(); ++b)
                cost.missed[0] += m_group[a] == m_group[b] &&
                                  std::ranges::binary_search(m_rules.apartFrom(m_members[a]), m_members[b]);
        }
        return cost;
    }

    const SeatingRules &m_rules;
    const GroupProblem &m_problem;
    std::vector<int> m_members;
    int m_groups;
    const SeatingRules::Trait &m_kept;
    std::size_t m_keptTrait;
    int m_keptRank;
    std::vector<int> m_areasLeft;
    std::vector<int> m_group, m_size;
    std::vector<int> m_touched;             ///< by group: areas there
    std::vector<std::vector<int>> m_counts; ///< by trait: group × value
    GroupCost m_full;                       ///< of the groups that are full
    GroupCost m_bestCost;
    std::vector<int> m_best;
    std::int64_t *m_steps = nullptr;
};

class Division
{
public:
    Division(const SeatingRules &rules, const GroupCost &known)
        : m_rules(rules)
        , m_problem(rules.problem())
        , m_known(known)
    {
    }

    std::optional<PartsResult> run(const std::function<bool()> &stop)
    {
        if (!prepare())
            return {};
        makeParts();
        PartsResult result;
        std::int64_t sets = 1;
        for (Mask nodes = m_all; nodes > 0; nodes >>= 1)
            sets *= 3; // pairs of a set of areas and a part of it
        for (int round = 0; round < kMostRounds && m_steps >= 0 && !stop(); ++round) {
            m_steps -= sets / 4;
            const std::vector<std::size_t> best = divide(result.bound);
            if (best.empty())
                return {}; // no division has the right sizes
            if (result.bound >= m_known)
                break; // what is known already is the best
            const auto open =
                std::ranges::find_if(best, [&](std::size_t part) { return !m_parts[part].exact; });
            if (open == best.end()) {
                result.group = seatingOf(best);
                break;
            }
            // The cost of the part rises or becomes exact: perhaps another division is better then.
            if (!solve(m_parts[*open], m_known - (result.bound - m_parts[*open].cost)))
                break;
        }
        return result;
    }

private:
    /// False when dividing does not apply.
    bool prepare()
    {
        const GroupRule *kept = nullptr;
        for (const GroupRule &rule : m_problem.rules) {
            if (rule.kind == GroupRule::Kind::Stay)
                return false;
            if (rule.kind == GroupRule::Kind::Together && (!kept || rule.rank < kept->rank))
                kept = &rule;
        }
        if (!kept || !m_rules.blocks().empty() || m_problem.smallest < 1)
            return false;
        m_keptRank = kept->rank;
        const auto index = static_cast<int>(kept - m_problem.rules.data());
        for (std::size_t t = 0; t < m_rules.traits().size(); ++t) {
            for (const SeatingRules::Term &term : m_rules.traits()[t].terms)
                m_keptTrait = term.rule == index ? t : m_keptTrait;
        }
        std::map<int, int> nodes; // by value; negative: people without one
        for (int member = 0; member < static_cast<int>(m_problem.members.size()); ++member) {
            const std::vector<int> &values = m_rules.traits()[m_keptTrait].of[at(member)];
            if (m_problem.members[at(member)].fixedGroup || values.size() > 1)
                return false;
            const int key = values.empty() ? -1 - member : values.front();
            m_nodeOf.push_back(nodes.emplace(key, static_cast<int>(nodes.size())).first->second);
            if (nodes.size() > kMostNodes)
                return false;
        }
        m_isArea.resize(nodes.size());
        for (const auto &[key, node] : nodes)
            m_isArea[at(node)] = key >= 0;
        m_all = (Mask(1) << nodes.size()) - 1;
        return true;
    }

    [[nodiscard]] std::vector<int> membersOf(Mask nodes) const
    {
        std::vector<int> members;
        for (int member = 0; member < static_cast<int>(m_nodeOf.size()); ++member) {
            if (nodes >> m_nodeOf[at(member)] & 1)
                members.push_back(member);
        }
        // Whole areas after each other, the largest first: the search over a part breaks off soonest.
        const auto size = [&](int member) { return std::ranges::count(m_nodeOf, m_nodeOf[at(member)]); };
        std::ranges::stable_sort(members, [&](int a, int b) {
            return std::pair(-size(a), m_nodeOf[at(a)]) < std::pair(-size(b), m_nodeOf[at(b)]);
        });
        return members;
    }

    void makeParts()
    {
        m_partsOf.resize(std::size_t(m_all) + 1);
        for (Mask nodes = 1; nodes <= m_all; ++nodes) {
            const std::vector<int> members = membersOf(nodes);
            const int people = static_cast<int>(members.size());
            for (const int groups : possibleGroupCounts(people, m_problem.smallest, m_problem.largest)) {
                if (groups > m_problem.groups)
                    break;
                Part part{nodes, groups, leastCost(nodes, members, groups)};
                if (groups == 1) { // nothing to choose
                    part.exact = true;
                    part.group.assign(members.size(), 0);
                }
                m_partsOf[nodes].push_back(m_parts.size());
                m_parts.push_back(std::move(part));
            }
        }
    }

    /// For every value by itself the cheapest way to deal its people out to the groups; exact for one group.
    [[nodiscard]] GroupCost leastCost(Mask nodes, const std::vector<int> &members, int groups) const
    {
        GroupCost cost;
        for (std::size_t t = 0; t < m_rules.traits().size(); ++t) {
            const SeatingRules::Trait &trait = m_rules.traits()[t];
            std::vector<int> totals(at(trait.values));
            for (const int member : members) {
                for (const int value : trait.of[at(member)])
                    ++totals[at(value)];
            }
            for (const SeatingRules::Term &term : trait.terms) {
                std::int32_t sum = 0;
                for (int value = 0; value < trait.values; ++value)
                    sum += leastOf(term, value, totals[at(value)], static_cast<int>(members.size()), groups);
                // Areas that hang together in so many groups are torn at least once less than there are
                // groups.
                if (t == m_keptTrait && m_problem.rules[at(term.rule)].kind == GroupRule::Kind::Together)
                    sum = std::max(sum, areas(nodes) + groups - 1);
                cost.missed[at(term.rank)] += sum;
            }
        }
        if (groups == 1) {
            for (const int a : members) {
                for (const int b : members)
                    cost.missed[0] += a < b && std::ranges::binary_search(m_rules.apartFrom(a), b);
            }
        }
        return cost;
    }

    [[nodiscard]] int areas(Mask nodes) const
    {
        int count = 0;
        for (std::size_t node = 0; node < m_isArea.size(); ++node)
            count += (nodes >> node & 1) && m_isArea[node];
        return count;
    }

    /// The cheapest way to deal `total` people of a value out to groups of `people` together: group after
    /// group. Where sizes differ by more than one, each group may choose its own, so that this is a bound
    /// only.
    [[nodiscard]] std::int32_t leastOf(const SeatingRules::Term &term, int value, int total, int people,
                                       int groups) const
    {
        constexpr std::int32_t never = 1 << 28;
        const int even = people / groups, larger = people % groups;
        const bool known = groups == 1 || m_problem.largest - m_problem.smallest < 2;
        std::vector<std::int32_t> now(at(total) + 1, never), next; // by how many of the value are dealt out
        now.at(0) = 0;
        for (int group = 0; group < groups; ++group) {
            const int low = known ? even + (group < larger ? 1 : 0) : m_problem.smallest;
            const int high = known ? low : m_problem.largest;
            next.assign(now.size(), never);
            for (int had = 0; had <= total; ++had) {
                for (int size = low; size <= high && now[at(had)] < never; ++size) {
                    for (int more = 0; more <= std::min(size, total - had); ++more)
                        next[at(had + more)] =
                            std::min(next[at(had + more)], now[at(had)] + term.at(group, size, value, more));
                }
            }
            now.swap(next);
        }
        return now[at(total)];
    }

    /// The best seating of the part that costs less than `limit`, or the knowledge that there is none. False
    /// when the steps ran out.
    bool solve(Part &part, const GroupCost &limit)
    {
        PartSeating seating(m_rules, membersOf(part.nodes), part.groups, m_keptTrait, m_keptRank);
        const bool found = seating.run(limit, m_steps);
        if (m_steps < 0)
            return false;
        part.exact = found;
        part.cost = found ? seating.cost() : limit;
        part.group = seating.group();
        return true;
    }

    /// The cheapest division of all areas into parts, as indices; its cost with the constants.
    std::vector<std::size_t> divide(GroupCost &cost) const
    {
        struct Best
        {
            GroupCost cost;
            std::size_t part = 0;
            bool known = false;
        };
        const std::size_t columns = at(m_problem.groups) + 1;
        std::vector<Best> best((std::size_t(m_all) + 1) * columns);
        best.at(0).known = true;
        for (Mask nodes = 1; nodes <= m_all; ++nodes) {
            const Mask lowest = nodes & (~nodes + 1);
            for (Mask chosen = nodes; chosen > 0; chosen = (chosen - 1) & nodes) {
                if (!(chosen & lowest))
                    continue;
                for (const std::size_t index : m_partsOf[chosen]) {
                    const Part &part = m_parts[index];
                    for (std::size_t groups = at(part.groups); groups < columns; ++groups) {
                        const Best &rest =
                            best[std::size_t(nodes ^ chosen) * columns + groups - at(part.groups)];
                        if (!rest.known)
                            continue;
                        Best &here = best[std::size_t(nodes) * columns + groups];
                        const GroupCost sum = rest.cost + part.cost;
                        if (!here.known || sum < here.cost)
                            here = {sum, index, true};
                    }
                }
            }
        }
        std::vector<std::size_t> parts;
        Mask nodes = m_all;
        std::size_t groups = columns - 1;
        if (!best[std::size_t(nodes) * columns + groups].known)
            return parts;
        cost = best[std::size_t(nodes) * columns + groups].cost + m_rules.constant();
        while (nodes > 0) {
            const std::size_t index = best[std::size_t(nodes) * columns + groups].part;
            parts.push_back(index);
            nodes ^= m_parts[index].nodes;
            groups -= at(m_parts[index].groups);
        }
        return parts;
    }

    [[nodiscard]] std::vector<int> seatingOf(const std::vector<std::size_t> &parts) const
    {
        std::vector<int> group(m_problem.members.size());
        int first = 0;
        for (const std::size_t index : parts) {
            const Part &part = m_parts[index];
            const std::vector<int> members = membersOf(part.nodes);
            for (std::size_t i = 0; i < members.size(); ++i)
                group[at(members[i])] = first + part.group[i];
            first += part.groups;
        }
        return group;
    }

    const SeatingRules &m_rules;
    const GroupProblem &m_problem;
    const GroupCost m_known;
    std::int64_t m_steps = kMostSteps;
    std::size_t m_keptTrait = 0;
    int m_keptRank = 0;
    std::vector<int> m_nodeOf;  ///< by member
    std::vector<bool> m_isArea; ///< by node
    Mask m_all = 0;
    std::vector<Part> m_parts;
    std::vector<std::vector<std::size_t>> m_partsOf; ///< by nodes
};

} // namespace

std::optional<PartsResult> solveByParts(const SeatingRules &rules, const GroupCost &known,
                                        const std::function<bool()> &stop)
{
    return Division(rules, known).run(stop);
}

} // namespace tane
