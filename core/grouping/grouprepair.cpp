#include "grouping/grouprepair.h"

#include "grouping/groupreasons.h"
#include "grouping/seating.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupRepair)
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Pairs of those who are there, renumbered.
std::vector<std::pair<int, int>> pairsOfPresent(const std::vector<std::pair<int, int>> &pairs,
                                                const std::vector<int> &newIndex)
{
    std::vector<std::pair<int, int>> present;
    for (const auto &[a, b] : pairs) {
        if (newIndex[at(a)] >= 0 && newIndex[at(b)] >= 0)
            present.emplace_back(newIndex[at(a)], newIndex[at(b)]);
    }
    return present;
}

/// Not to move anybody ranks right after what must hold.
void wishToStay(std::vector<GroupRule> &rules)
{
    std::erase_if(rules, [](const GroupRule &rule) { return rule.kind == GroupRule::Kind::Stay; });
    for (GroupRule &rule : rules) {
        if (rule.rank > 0)
            rule.rank = std::min(rule.rank + 1, kGroupRanks - 1);
    }
    GroupRule stay;
    stay.kind = GroupRule::Kind::Stay;
    stay.rank = 1;
    rules.push_back(stay);
}

void easeSizes(Repair &repair)
{
    GroupProblem &problem = repair.problem;
    const int people = static_cast<int>(problem.members.size());
    const int smallest = std::min(problem.smallest, people / problem.groups);
    const int largest = std::max(problem.largest, (people + problem.groups - 1) / problem.groups);
    if (smallest == problem.smallest && largest == problem.largest)
        return;
    repair.notes << Texts::tr("%1人を%2班に分けるため、1班の人数を%3～%4人から%5～%6人に変えました。")
                        .arg(people)
                        .arg(problem.groups)
                        .arg(problem.smallest)
                        .arg(problem.largest)
                        .arg(smallest)
                        .arg(largest);
    problem.smallest = smallest;
    problem.largest = largest;
}

Repair presentPeople(const GroupProblem &seated, const std::vector<int> &absent)
{
    Repair repair;
    GroupProblem &problem = repair.problem;
    problem = seated;
    problem.members.clear();
    problem.earlier.clear();
    problem.current.clear();
    std::vector<int> newIndex(seated.members.size(), -1);
    for (int member = 0; member < static_cast<int>(seated.members.size()); ++member) {
        if (std::ranges::find(absent, member) != absent.end())
            continue;
        newIndex[at(member)] = static_cast<int>(repair.members.size());
        repair.members.push_back(member);
        problem.members.push_back(seated.members[at(member)]);
        problem.current.push_back(seated.current.empty() ? -1 : seated.current[at(member)]);
        if (!seated.earlier.empty())
            problem.earlier.push_back(seated.earlier[at(member)]);
    }
    problem.together = pairsOfPresent(seated.together, newIndex);
    problem.apart = pairsOfPresent(seated.apart, newIndex);
    wishToStay(problem.rules);
    easeSizes(repair);
    return repair;
}

/// What would be worse had she stayed: sizes first, then the first rule by rank.
QString reasonOf(const GroupProblem &problem, const std::vector<int> &group, int member)
{
    const int from = problem.current[at(member)], to = group[at(member)];
    if (from >= problem.groups)
        return Texts::tr("%1班がなくなったため").arg(from + 1);
    const auto sizeTo = std::ranges::count(group, to), sizeFrom = std::ranges::count(group, from);
    if (sizeTo - 1 < problem.smallest)
        return Texts::tr("この方が入らないと、%1班が%2人になり、1班%3人に足りなくなるため")
            .arg(to + 1)
            .arg(sizeTo - 1)
            .arg(problem.smallest);
    if (sizeFrom + 1 > problem.largest)
        return Texts::tr("この方が残ると、%1班が%2人になり、1班%3人を超えるため")
            .arg(from + 1)
            .arg(sizeFrom + 1)
            .arg(problem.largest);
    const SeatingRules rules(problem);
    Seating now(rules), stayed(rules);
    now.assign(group);
    std::vector<int> other = group;
    other[at(member)] = from;
    stayed.assign(other);
    if (stayed.brokenPairs() > now.brokenPairs())
        return Texts::tr("同じ班にする・しない方の指定を守るため");
    const GroupRule *reason = nullptr;
    for (std::size_t rule = 0; rule < problem.rules.size(); ++rule) {
        const GroupRule &each = problem.rules[rule];
        if (each.kind != GroupRule::Kind::Stay && (!reason || each.rank < reason->rank) &&
            stayed.missedBy(static_cast<int>(rule)) > now.missedBy(static_cast<int>(rule)))
            reason = &each;
    }
    return reason ? Texts::tr("「%1」を守るため").arg(ruleTitle(problem, *reason))
                  : Texts::tr("ほかの方が移ることと合わせて、条件を守るため");
}

} // namespace

Result<Repair> repairGroups(const GroupProblem &seated, const std::vector<int> &absent,
                            const SolveOptions &options, const Progress &progress)
{
    Repair repair = presentPeople(seated, absent);
    if (repair.members.empty() || seated.groups <= 0)
        return fail(ErrorCode::Usage, Texts::tr("出席する方がいません。"));
    SolveOptions near = options;
    near.fromCurrent = true;
    TANE_TRY(repair.grouping, solveGroups(repair.problem, near, progress));
    repair.fewest = repair.grouping.proven ? repair.grouping.cost.missed[1] : repair.grouping.bound.missed[1];
    for (int member = 0; member < static_cast<int>(repair.members.size()); ++member) {
        const int from = repair.problem.current[at(member)], to = repair.grouping.group[at(member)];
        if (from < 0)
            repair.seated.push_back({member, -1, to, Texts::tr("当日参加")});
        else if (from != to)
            repair.moves.push_back(
                {member, from, to, reasonOf(repair.problem, repair.grouping.group, member)});
    }
    return repair;
}

} // namespace tane
