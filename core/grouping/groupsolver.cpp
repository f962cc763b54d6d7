#include "grouping/groupsolver.h"

#include "grouping/groupbounds.h"
#include "grouping/groupenumeration.h"
#include "grouping/groupparts.h"
#include "grouping/groupsearch.h"

#include <QCoreApplication>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

namespace tane {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kSmallEnough = 300'000; ///< seatings that are looked through one by one
constexpr int kTries = 8;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupSolver)
};

struct Try
{
    std::vector<int> group;
    GroupCost cost;
};

/// Tries are numbered; which thread takes one changes nothing. When one reaches the goal, those after it
/// stop, and those before it go on: the first one that reaches it is the result, whoever is faster.
class Tries
{
public:
    Tries(const SeatingRules &rules, const SolveOptions &options, const Progress &progress)
        : m_rules(rules)
        , m_options(options)
        , m_progress(progress)
        , m_goal(costBound(rules.problem()))
        , m_end(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                   std::chrono::duration<double>(std::max(options.seconds, 0.0))))
        , m_found(kTries)
        , m_done(kTries)
    {
        constexpr std::int64_t each = 24'000;
        const std::int64_t all =
            options.steps > 0 ? options.steps : std::int64_t(rules.problem().members.size()) * each;
        m_steps = std::max<std::int64_t>(all / kTries, 1);
        int rank = kGroupRanks;
        for (const GroupRule &rule : rules.problem().rules) {
            if (rule.kind == GroupRule::Kind::Together && rule.rank < rank) {
                m_kept = rule.attribute;
                rank = rule.rank;
            }
        }
    }

    void run()
    {
        const int threads = std::clamp(
            m_options.threads > 0 ? m_options.threads : static_cast<int>(std::thread::hardware_concurrency()),
            1, 2);
        std::jthread second;
        if (threads > 1)
            second = std::jthread([this] { work(false); });
        work(true);
    }

    [[nodiscard]] const Try &best() const
    {
        const Try *best = &m_found.front();
        for (const Try &each : m_found) {
            if (!each.group.empty() && (best->group.empty() || each.cost < best->cost))
                best = &each;
        }
        return *best;
    }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }
    [[nodiscard]] bool late() const { return Clock::now() >= m_end; }
    [[nodiscard]] const GroupCost &goal() const { return m_goal; }

private:
    /// `asks`: this thread tells of the progress, as the caller expects it on one thread.
    void work(bool asks)
    {
        for (int number = m_next++; number < kTries; number = m_next++) {
            const auto stop = [&](std::int64_t step) {
                m_done[static_cast<std::size_t>(number)] = step;
                if (asks && m_progress && !m_cancelled && !m_progress(sumDone(), kTries * m_steps))
                    m_cancelled = true;
                return m_cancelled || number > m_reached || late();
            };
            // The first try always gives a seating; the others only when there is time.
            if (number > 0 && stop(0))
                continue;
            // Not the step of the random numbers themselves: neighbouring seeds would draw the same, one
            // later.
            constexpr std::uint64_t apart = 0xD1342543DE82EF95ULL;
            GroupSearch search(m_rules, m_options.seed * apart + static_cast<std::uint64_t>(number));
            constexpr std::array<int, 4> ratios{4, 2, 8, 3};
            search.setRatio(
                m_options.fromCurrent && number % 2 == 0 ? 0 : ratios[static_cast<std::size_t>(number) % 4]);
            if (m_kept >= 0 && !m_options.fromCurrent && number % 2 == 1) {
                Random random(m_options.seed + static_cast<std::uint64_t>(number));
                search.beginWith(seatingOfWholeParts(m_rules.problem(), m_kept, random));
            }
            Try &found = m_found[static_cast<std::size_t>(number)];
            found.group = search.run(m_steps, m_goal, stop);
            found.cost = search.bestCost();
            m_done[static_cast<std::size_t>(number)] = m_steps;
            if (found.cost <= m_goal) {
                int reached = m_reached;
                while (number < reached && !m_reached.compare_exchange_weak(reached, number)) {
                }
            }
        }
    }

    [[nodiscard]] std::int64_t sumDone() const
    {
        std::int64_t sum = 0;
        for (const auto &done : m_done)
            sum += done;
        return sum;
    }

    const SeatingRules &m_rules;
    const SolveOptions &m_options;
    const Progress &m_progress;
    const GroupCost m_goal;
    const Clock::time_point m_end;
    std::int64_t m_steps = 0;
    int m_kept = -1; ///< the attribute most wished to be kept together
    std::vector<Try> m_found;
    std::vector<std::atomic<std::int64_t>> m_done;
    std::atomic<int> m_next = 0;
    std::atomic<int> m_reached = kTries; ///< the first try that reached the goal
    std::atomic<bool> m_cancelled = false;
};

/// More people fixed into a group than it holds, or so many that others get too few, leave no seating at all.
Result<> checkFixed(const SeatingRules &rules)
{
    const GroupProblem &problem = rules.problem();
    std::vector<int> fixed(static_cast<std::size_t>(problem.groups));
    for (const GroupMember &member : problem.members) {
        if (member.fixedGroup && ++fixed[static_cast<std::size_t>(*member.fixedGroup)] > problem.largest) {
            return fail(
                ErrorCode::Usage,
                Texts::tr(
                    "%1班に%2人より多くの方が固定されています。固定を外すか、班の人数を増やしてください。")
                    .arg(*member.fixedGroup + 1)
                    .arg(problem.largest));
        }
    }
    Random random(1);
    if (firstSeating(rules, random).empty())
        return fail(ErrorCode::Usage, Texts::tr("固定された席があるため、すべての班を%1～%"
                                                "2人にできません。固定を外すか、班の人数を変えてください。")
                                          .arg(problem.smallest)
                                          .arg(problem.largest));
    return {};
}

} // namespace

Grouping judgeSeating(const GroupProblem &problem, const std::vector<int> &group)
{
    const SeatingRules rules(problem);
    Seating seating(rules);
    seating.assign(group);
    Grouping result;
    result.group = group;
    result.cost = seating.cost();
    result.bound = costBound(problem);
    for (std::size_t rule = 0; rule < problem.rules.size(); ++rule)
        result.rules.push_back(
            {seating.missedBy(static_cast<int>(rule)), ruleBound(problem, problem.rules[rule])});
    result.proven = result.cost <= result.bound;
    return result;
}

Result<Grouping> solveGroups(const GroupProblem &problem, const SolveOptions &options,
                             const Progress &progress)
{
    TANE_CHECK(validate(problem));
    const SeatingRules rules(problem);
    TANE_CHECK(checkFixed(rules));
    Tries tries(rules, options, progress);
    tries.run();
    Try best = tries.best();
    bool proven = false, stopped = tries.cancelled();
    const int people = static_cast<int>(problem.members.size());
    if (best.cost > tries.goal() && !stopped &&
        seatingCount(people, problem.groups, kSmallEnough) <= kSmallEnough) {
        const auto stop = [&] { return stopped = tries.late(); };
        if (std::vector<int> better = bestOfAll(rules, best.cost, stop); !better.empty())
            best.group = std::move(better);
        proven = !stopped;
    }
    std::optional<PartsResult> parts;
    if (best.cost > tries.goal() && !proven && !stopped)
        parts = solveByParts(rules, best.cost, [&] { return tries.late(); });
    if (parts && !parts->group.empty()) {
        best.group = std::move(parts->group);
        proven = true;
    }
    Grouping result = judgeSeating(problem, best.group);
    result.cancelled = tries.cancelled();
    if (parts && parts->bound > result.bound) {
        result.bound = parts->bound;
        result.proven = result.cost <= result.bound;
    }
    if (proven) {
        result.proven = true;
        result.bound = result.cost;
    }
    return result;
}

} // namespace tane
