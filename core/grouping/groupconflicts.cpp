#include "grouping/groupconflicts.h"

#include "grouping/groupbounds.h"
#include "grouping/groupreasons.h"
#include "grouping/seating.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupConflicts)
};

using Clock = std::chrono::steady_clock;

constexpr int kMostTries = 120;        ///< sets that are tried with the solver
constexpr std::size_t kManyRules = 30; ///< with more only those that were broken are looked at

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool contains(const std::vector<HardRule> &rules, const HardRule &rule)
{
    return std::ranges::find(rules, rule) != rules.end();
}

/// Those that are broken in a seating.
std::vector<HardRule> brokenRules(const GroupProblem &problem, const std::vector<int> &group)
{
    const SeatingRules rules(problem);
    Seating seating(rules);
    seating.assign(group);
    const auto sameGroup = [&](const std::pair<int, int> &pair) {
        return group[at(pair.first)] == group[at(pair.second)];
    };
    std::vector<HardRule> broken;
    for (const HardRule &rule : hardRules(problem)) {
        const bool isBroken = rule.kind == HardRule::Kind::Rule ? seating.missedBy(rule.index) > 0
                              : rule.kind == HardRule::Kind::Together
                                  ? !sameGroup(problem.together[at(rule.index)])
                              : rule.kind == HardRule::Kind::Apart ? sameGroup(problem.apart[at(rule.index)])
                                                                   : false;
        if (isBroken)
            broken.push_back(rule);
    }
    return broken;
}

/// Searches for the smallest set.
class ConflictSearch
{
public:
    ConflictSearch(const GroupProblem &problem, const SolveOptions &options, const Progress &progress)
        : m_problem(problem)
        , m_options(options)
        , m_progress(progress)
    {
        // Wishes do not matter here, and one set after the other is tried: shorter searches must do.
        constexpr std::int64_t each = 6'000;
        if (m_options.steps == 0)
            m_options.steps = std::int64_t(problem.members.size()) * each;
        std::erase_if(m_problem.rules, [](const GroupRule &rule) { return rule.rank > 0; });
    }

    Result<Conflict> run()
    {
        Conflict conflict;
        std::vector<HardRule> others;
        for (const HardRule &rule : hardRules(m_problem))
            (isImpossible(rule) ? conflict.relax : others).push_back(rule);
        TANE_TRY(const bool enough, holds(conflict.relax));
        if (enough)
            return finished(std::move(conflict));
        const std::vector<HardRule> sure = conflict.relax;
        TANE_TRY(std::vector<HardRule> known, anySet(sure));
        if (others.size() > kManyRules) {
            others.assign(known.begin() + static_cast<std::ptrdiff_t>(sure.size()), known.end());
            m_proven = false;
        }
        for (std::size_t more = 1; sure.size() + more < known.size(); ++more) {
            std::vector<HardRule> set = sure;
            TANE_TRY(const bool found, tryMore(set, others, 0, more));
            if (found) {
                known = std::move(set);
                break;
            }
        }
        TANE_TRY(const bool sound, holds(known)); // for its seating
        conflict.relax = sound ? known : hardRules(m_problem);
        return finished(std::move(conflict));
    }

private:
    [[nodiscard]] bool isImpossible(const HardRule &rule) const
    {
        return rule.kind == HardRule::Kind::Rule && ruleBound(m_problem, m_problem.rules[at(rule.index)]) > 0;
    }

    /// Can everything but these hold?
    Result<bool> holds(const std::vector<HardRule> &set)
    {
        TANE_TRY(const Grouping grouping, solveGroups(without(m_problem, set), m_options, m_progress));
        if (grouping.cancelled)
            return fail(ErrorCode::Cancelled, Texts::tr("中止しました。"));
        m_group = grouping.group;
        m_proven = m_proven && (grouping.isAllowed() || grouping.proven);
        return grouping.isAllowed();
    }

    /// Takes away what is broken until nothing is.
    Result<std::vector<HardRule>> anySet(std::vector<HardRule> set)
    {
        while (true) {
            for (const HardRule &rule : brokenRules(m_problem, m_group)) {
                if (!contains(set, rule))
                    set.push_back(rule);
            }
            TANE_TRY(const bool enough, holds(set));
            if (enough)
                return set;
            // Blocks torn by others' pairs break nothing by themselves: let the next fixed seat or pair go.
            const std::vector<HardRule> all = hardRules(m_problem);
            const auto next =
                std::ranges::find_if(all, [&](const HardRule &rule) { return !contains(set, rule); });
            if (next == all.end())
                return set;
            if (brokenRules(without(m_problem, set), m_group).empty())
                set.push_back(*next);
        }
    }

    /// Adds `more` of the others (from `first` on) to the set so that the rest can hold; false: no way.
    Result<bool> tryMore(std::vector<HardRule> &set, const std::vector<HardRule> &others, std::size_t first,
                         std::size_t more)
    {
        if (more == 0) {
            if (++m_tries > kMostTries || Clock::now() >= m_end) {
                m_proven = false;
                return false;
            }
            return holds(set);
        }
        for (std::size_t i = first; i + more <= others.size(); ++i) {
            set.push_back(others[i]);
            TANE_TRY(const bool found, tryMore(set, others, i + 1, more - 1));
            if (found)
                return true;
            set.pop_back();
        }
        return false;
    }

    Conflict finished(Conflict conflict) const
    {
        conflict.smallest = m_proven;
        conflict.group = m_group;
        if (conflict.relax.empty())
            return conflict;
        QStringList names;
        for (const HardRule &rule : conflict.relax)
            names << Texts::tr("「%1」").arg(hardRuleText(m_problem, rule));
        for (const ImpossibleRule &impossible : impossibleRules(m_problem))
            conflict.text << Texts::tr("%1。").arg(impossible.why);
        conflict.text
            << (conflict.smallest
                    ? Texts::tr(
                          "必ず守る条件のうち、%1を外すか「できるだけ」に変えると、残りはすべて守れます。"
                          "これより少ない変更では守れません。")
                    : Texts::tr("必ず守る条件のうち、%1を外すか「できるだけ」に変えると、残りはすべて守れます"
                                "（見つかった中でいちばん少ない変更です）。"))
                   .arg(names.join(Texts::tr("と")));
        return conflict;
    }

    GroupProblem m_problem;
    SolveOptions m_options;
    const Progress &m_progress;
    const Clock::time_point m_end = Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                                       std::chrono::duration<double>(m_options.seconds));
    std::vector<int> m_group;
    bool m_proven = true;
    int m_tries = 0;
};

} // namespace

std::vector<HardRule> hardRules(const GroupProblem &problem)
{
    std::vector<HardRule> rules;
    const auto add = [&rules](HardRule::Kind kind, std::size_t index) {
        rules.push_back({kind, static_cast<int>(index)});
    };
    for (std::size_t i = 0; i < problem.rules.size(); ++i) {
        if (problem.rules[i].rank == 0)
            add(HardRule::Kind::Rule, i);
    }
    for (std::size_t i = 0; i < problem.together.size(); ++i)
        add(HardRule::Kind::Together, i);
    for (std::size_t i = 0; i < problem.apart.size(); ++i)
        add(HardRule::Kind::Apart, i);
    for (std::size_t i = 0; i < problem.members.size(); ++i) {
        if (problem.members[i].fixedGroup)
            add(HardRule::Kind::Fixed, i);
    }
    return rules;
}

QString hardRuleText(const GroupProblem &problem, const HardRule &rule)
{
    const auto name = [&](int member) { return problem.members[at(member)].name; };
    switch (rule.kind) {
    case HardRule::Kind::Rule:
        return ruleTitle(problem, problem.rules[at(rule.index)]);
    case HardRule::Kind::Together:
        return Texts::tr("%1さんと%2さんを同じ班に")
            .arg(name(problem.together[at(rule.index)].first), name(problem.together[at(rule.index)].second));
    case HardRule::Kind::Apart:
        return Texts::tr("%1さんと%2さんを別の班に")
            .arg(name(problem.apart[at(rule.index)].first), name(problem.apart[at(rule.index)].second));
    case HardRule::Kind::Fixed:
        return Texts::tr("%1さんの席は%2班に固定")
            .arg(name(rule.index))
            .arg(problem.members[at(rule.index)].fixedGroup.value_or(-1) + 1);
    }
    return {};
}

GroupProblem without(const GroupProblem &problem, const std::vector<HardRule> &rules)
{
    GroupProblem rest = problem;
    rest.rules.clear();
    rest.together.clear();
    rest.apart.clear();
    for (std::size_t i = 0; i < problem.rules.size(); ++i) {
        if (!contains(rules, {HardRule::Kind::Rule, static_cast<int>(i)}))
            rest.rules.push_back(problem.rules[i]);
    }
    for (std::size_t i = 0; i < problem.together.size(); ++i) {
        if (!contains(rules, {HardRule::Kind::Together, static_cast<int>(i)}))
            rest.together.push_back(problem.together[i]);
    }
    for (std::size_t i = 0; i < problem.apart.size(); ++i) {
        if (!contains(rules, {HardRule::Kind::Apart, static_cast<int>(i)}))
            rest.apart.push_back(problem.apart[i]);
    }
    for (const HardRule &rule : rules) {
        if (rule.kind == HardRule::Kind::Fixed)
            rest.members[at(rule.index)].fixedGroup.reset();
    }
    return rest;
}

Result<Conflict> findConflict(const GroupProblem &problem, const SolveOptions &options,
                              const Progress &progress)
{
    TANE_CHECK(validate(problem));
    return ConflictSearch(problem, options, progress).run();
}

} // namespace tane
