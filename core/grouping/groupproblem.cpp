#include "grouping/groupproblem.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupProblem)
};

bool isMember(const GroupProblem &problem, int index)
{
    return index >= 0 && index < static_cast<int>(problem.members.size());
}

bool isSound(const GroupProblem &problem, const GroupRule &rule)
{
    if (rule.rank < 0 || rule.rank >= kGroupRanks || rule.count < 0)
        return false;
    if (rule.kind == GroupRule::Kind::NotAgain || rule.kind == GroupRule::Kind::Stay)
        return true;
    if (rule.attribute < 0 || rule.attribute >= static_cast<int>(problem.attributes.size()))
        return false;
    const auto values = problem.attributes[static_cast<std::size_t>(rule.attribute)].values.size();
    return rule.kind != GroupRule::Kind::AtLeast || (rule.value >= 0 && rule.value < values);
}

bool isSound(const GroupProblem &problem, const GroupMember &member)
{
    if (member.values.size() != problem.attributes.size())
        return false;
    for (std::size_t i = 0; i < member.values.size(); ++i) {
        for (const int value : member.values[i]) {
            if (value < 0 || value >= problem.attributes[i].values.size())
                return false;
        }
    }
    return !member.fixedGroup || (*member.fixedGroup >= 0 && *member.fixedGroup < problem.groups);
}

} // namespace

std::vector<int> possibleGroupCounts(int people, int smallest, int largest)
{
    std::vector<int> counts;
    if (people <= 0 || smallest <= 0 || largest < smallest)
        return counts;
    for (int groups = (people + largest - 1) / largest; groups * smallest <= people; ++groups)
        counts.push_back(groups);
    return counts;
}

Result<> validate(const GroupProblem &problem)
{
    const int people = static_cast<int>(problem.members.size());
    if (problem.groups <= 0 || problem.smallest < 0 || problem.groups * problem.smallest > people ||
        problem.groups * problem.largest < people) {
        return fail(ErrorCode::Usage,
                    Texts::tr("%1人は、1班%2～%3人の%4班に分けられません。班の人数か班の数を変えてください。")
                        .arg(people)
                        .arg(problem.smallest)
                        .arg(problem.largest)
                        .arg(problem.groups));
    }
    const auto pairsAreSound = [&](const std::vector<std::pair<int, int>> &pairs) {
        return std::ranges::all_of(pairs, [&](const auto &pair) {
            return isMember(problem, pair.first) && isMember(problem, pair.second) &&
                   pair.first != pair.second;
        });
    };
    const auto byMember = [&](const std::vector<int> &list) {
        return list.empty() || list.size() == problem.members.size();
    };
    const bool sound =
        std::ranges::all_of(problem.members, [&](const GroupMember &m) { return isSound(problem, m); }) &&
        std::ranges::all_of(problem.rules, [&](const GroupRule &r) { return isSound(problem, r); }) &&
        pairsAreSound(problem.together) && pairsAreSound(problem.apart) && byMember(problem.earlier) &&
        byMember(problem.current);
    if (!sound)
        return fail(ErrorCode::Usage, Texts::tr("班分けの条件に矛盾があります。"));
    return {};
}

} // namespace tane
