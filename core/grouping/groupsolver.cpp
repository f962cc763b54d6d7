#include "grouping/groupsolver.h"

#include "grouping/random.h"
#include "grouping/seating.h"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace tane {

namespace {

constexpr std::int64_t kSmallEnough = 2'000'000; ///< seatings that are looked through one by one
constexpr int kHistory = 400;                    ///< of late acceptance
constexpr int kRestarts = 6;

/// All seatings, one person after the other. Groups that are still empty and of one kind are not told apart.
class Enumeration
{
public:
    explicit Enumeration(const SeatingRules &rules)
        : m_problem(rules.problem())
        , m_seating(rules)
        , m_group(m_problem.members.size(), -1)
        , m_size(static_cast<std::size_t>(m_problem.groups))
        , m_labelled(!m_problem.current.empty() || std::ranges::any_of(m_problem.members, [](const GroupMember &m) {
            return m.fixedGroup.has_value();
        }))
    {
    }

    std::vector<int> run()
    {
        place(0);
        return m_best;
    }

private:
    void place(std::size_t member)
    {
        if (member == m_group.size()) {
            if (std::ranges::any_of(m_size, [this](int size) { return size < m_problem.smallest; }))
                return;
            m_seating.assign(m_group);
            if (m_best.empty() || m_seating.cost() < m_bestCost) {
                m_best = m_group;
                m_bestCost = m_seating.cost();
            }
            return;
        }
        bool emptyTried = false;
        for (int group = 0; group < m_problem.groups; ++group) {
            int &size = m_size[static_cast<std::size_t>(group)];
            if (size == m_problem.largest || (m_problem.members[member].fixedGroup.value_or(group) != group))
                continue;
            if (size == 0 && !m_labelled) {
                if (emptyTried)
                    continue;
                emptyTried = true;
            }
            ++size;
            m_group[member] = group;
            place(member + 1);
            --size;
        }
    }

    const GroupProblem &m_problem;
    Seating m_seating;
    std::vector<int> m_group, m_best;
    std::vector<int> m_size;
    GroupCost m_bestCost;
    bool m_labelled;
};

/// Late acceptance hill climbing: a change is taken when the result is no worse than now, or than it was a while ago.
class Climber
{
public:
    Climber(const SeatingRules &rules, Random &random)
        : m_rules(rules)
        , m_problem(rules.problem())
        , m_random(random)
        , m_seating(rules)
    {
        for (std::size_t member = 0; member < m_problem.members.size(); ++member) {
            if (!m_problem.members[member].fixedGroup)
                m_free.push_back(static_cast<int>(member));
        }
    }

    /// `stop` is asked now and then. Gives the best seating met.
    template<class Stop>
    std::vector<int> run(std::int64_t steps, const GroupCost &goal, const Stop &stop)
    {
        m_seating.assign(start());
        std::vector<int> best = m_seating.groups();
        m_bestCost = m_seating.cost();
        std::vector<GroupCost> history(kHistory, m_bestCost);
        constexpr std::int64_t askEvery = 2048;
        for (std::int64_t step = 0; step < steps && m_bestCost > goal && !m_free.empty(); ++step) {
            if (step % askEvery == 0 && stop(step))
                break;
            GroupCost &past = history[static_cast<std::size_t>(step % kHistory)];
            tryChange(past);
            const GroupCost &now = m_seating.cost();
            if (now < m_bestCost) {
                m_bestCost = now;
                best = m_seating.groups();
            }
            past = std::min(past, now);
        }
        return best;
    }

    [[nodiscard]] const GroupCost &bestCost() const { return m_bestCost; }

private:
    void tryChange(const GroupCost &past)
    {
        const int a = m_free[m_random.below(m_free.size())];
        const int from = m_seating.groupOf(a);
        if (m_problem.smallest < m_problem.largest && m_random.below(8) == 0) {
            const int to = static_cast<int>(m_random.below(static_cast<std::size_t>(m_problem.groups)));
            if (to == from || m_seating.sizeOf(from) <= m_problem.smallest ||
                m_seating.sizeOf(to) >= m_problem.largest)
                return;
            const GroupCost before = m_seating.cost();
            m_seating.move(a, to);
            if (m_seating.cost() > before && m_seating.cost() > past)
                m_seating.move(a, from);
            return;
        }
        const int b = m_free[m_random.below(m_free.size())];
        if (m_seating.groupOf(b) == from)
            return;
        const GroupCost after = m_seating.cost() + m_seating.swapDelta(a, b);
        if (after <= m_seating.cost() || after <= past)
            m_seating.swap(a, b);
    }

    /// Where the officer put people or where they sit now, blocks whole where there is room, the rest by chance; groups
    /// as even as possible.
    std::vector<int> start()
    {
        const std::size_t people = m_problem.members.size();
        std::vector<int> group(people, -1);
        std::vector<int> room(static_cast<std::size_t>(m_problem.groups),
                              static_cast<int>(people) / m_problem.groups);
        for (std::size_t i = 0; i < people % static_cast<std::size_t>(m_problem.groups); ++i)
            ++room[i];
        const auto seat = [&](std::size_t member, int to) {
            group[member] = to;
            --room[static_cast<std::size_t>(to)];
        };
        for (std::size_t member = 0; member < people; ++member) {
            if (const auto fixed = m_problem.members[member].fixedGroup)
                seat(member, *fixed);
        }
        for (std::size_t member = 0; member < m_problem.current.size(); ++member) {
            const int now = m_problem.current[member];
            if (group[member] < 0 && now >= 0 && now < m_problem.groups && room[static_cast<std::size_t>(now)] > 0)
                seat(member, now);
        }
        std::vector<std::vector<int>> parts = m_rules.blocks();
        std::vector<char> inBlock(people);
        for (const std::vector<int> &block : parts) {
            for (const int member : block)
                inBlock[static_cast<std::size_t>(member)] = 1;
        }
        std::vector<int> single;
        for (const int member : m_free) {
            if (!inBlock[static_cast<std::size_t>(member)])
                single.push_back(member);
        }
        m_random.shuffle(parts);
        m_random.shuffle(single);
        for (const int member : single)
            parts.push_back({member});
        for (const std::vector<int> &part : parts) {
            for (const int member : part) {
                if (group[static_cast<std::size_t>(member)] < 0)
                    seat(static_cast<std::size_t>(member), placeFor(part, group, room));
            }
        }
        return group;
    }

    /// With the others of the part when there is room, else where there is most of it.
    static int placeFor(const std::vector<int> &part, const std::vector<int> &group, const std::vector<int> &room)
    {
        for (const int other : part) {
            const int there = group[static_cast<std::size_t>(other)];
            if (there >= 0 && room[static_cast<std::size_t>(there)] > 0)
                return there;
        }
        return static_cast<int>(std::ranges::max_element(room) - room.begin());
    }

    const SeatingRules &m_rules;
    const GroupProblem &m_problem;
    Random &m_random;
    Seating m_seating;
    std::vector<int> m_free;
    GroupCost m_bestCost;
};

Grouping resultOf(const SeatingRules &rules, const std::vector<int> &group)
{
    Seating seating(rules);
    seating.assign(group);
    Grouping result;
    result.group = group;
    result.cost = seating.cost();
    result.bound = rules.bound();
    for (std::size_t rule = 0; rule < rules.problem().rules.size(); ++rule)
        result.rules.push_back(
            {seating.missedBy(static_cast<int>(rule)), rules.bound(rules.problem().rules[rule])});
    result.proven = result.cost <= result.bound;
    return result;
}

/// More people fixed into a group than it holds leave no seating at all.
Result<> checkFixed(const GroupProblem &problem)
{
    std::vector<int> fixed(static_cast<std::size_t>(problem.groups));
    for (const GroupMember &member : problem.members) {
        if (member.fixedGroup && ++fixed[static_cast<std::size_t>(*member.fixedGroup)] > problem.largest) {
            return fail(ErrorCode::Usage,
                        QStringLiteral("%1班に%2人より多くの人が固定されています。固定を外すか、班の人数を増やしてください。")
                            .arg(*member.fixedGroup + 1)
                            .arg(problem.largest));
        }
    }
    return {};
}

} // namespace

std::int64_t seatingCount(int people, int groups, std::int64_t most)
{
    std::int64_t count = 1;
    for (int person = 0; person < people; ++person) {
        count *= std::min(groups, person + 1);
        if (count > most)
            return most + 1;
    }
    return count;
}

Result<Grouping> solveGroups(const GroupProblem &problem, const SolveOptions &options, const Progress &progress)
{
    TANE_CHECK(validate(problem));
    TANE_CHECK(checkFixed(problem));
    const SeatingRules rules(problem);
    const int people = static_cast<int>(problem.members.size());
    if (seatingCount(people, problem.groups, kSmallEnough) <= kSmallEnough) {
        Grouping result = resultOf(rules, Enumeration(rules).run());
        result.proven = true;
        result.bound = result.cost;
        return result;
    }

    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + std::chrono::duration<double>(options.seconds);
    const std::int64_t all = options.steps > 0 ? options.steps : std::int64_t(people) * 20'000;
    const std::int64_t steps = std::max<std::int64_t>(all / kRestarts, 1);
    Random random(options.seed);
    Climber climber(rules, random);
    const GroupCost goal = rules.bound();
    std::vector<int> best;
    GroupCost bestCost;
    bool cancelled = false, late = false;
    for (int turn = 0; turn < kRestarts && !cancelled && !late; ++turn) {
        const auto stop = [&](std::int64_t step) {
            cancelled = progress && !progress(turn * steps + step, kRestarts * steps);
            late = Clock::now() >= end;
            return cancelled || late;
        };
        const std::vector<int> found = climber.run(steps, goal, stop);
        if (best.empty() || climber.bestCost() < bestCost) {
            best = found;
            bestCost = climber.bestCost();
        }
        if (bestCost <= goal)
            break;
    }
    Grouping result = resultOf(rules, best);
    result.cancelled = cancelled;
    return result;
}

} // namespace tane
