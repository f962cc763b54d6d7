#include "groupexamples.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

namespace tane::testing {

namespace {

using Rule = GroupRule;

bool has(const GroupProblem &problem, std::size_t member, int attribute, int value)
{
    const auto &values = problem.members[member].values[static_cast<std::size_t>(attribute)];
    return std::ranges::find(values, value) != values.end();
}

int valuesOf(const GroupProblem &problem, int attribute)
{
    return static_cast<int>(problem.attributes[static_cast<std::size_t>(attribute)].values.size());
}

int peopleWith(const GroupProblem &problem, const std::vector<int> &group, int attribute, int value,
               int there = -1)
{
    int people = 0;
    for (std::size_t member = 0; member < group.size(); ++member) {
        if ((there < 0 || group[member] == there) && has(problem, member, attribute, value))
            ++people;
    }
    return people;
}

int spread(const GroupProblem &problem, const std::vector<int> &group, const Rule &rule)
{
    int missed = 0;
    for (int g = 0; g < problem.groups; ++g) {
        const auto size = std::ranges::count(group, g);
        for (int value = 0; value < valuesOf(problem, rule.attribute); ++value) {
            const int all = peopleWith(problem, group, rule.attribute, value);
            const double share = double(all) * double(size) / double(group.size());
            const int there = peopleWith(problem, group, rule.attribute, value, g);
            constexpr double whole = 1e-9; // a share of 2.0000000001 is 2
            const int low = static_cast<int>(std::floor(share + whole));
            const int high = static_cast<int>(std::ceil(share - whole));
            missed += there < low ? low - there : there > high ? there - high : 0;
        }
    }
    return missed;
}

int furtherGroups(const GroupProblem &problem, const std::vector<int> &group, const Rule &rule)
{
    int missed = 0;
    for (int value = 0; value < valuesOf(problem, rule.attribute); ++value) {
        std::set<int> groups;
        for (std::size_t member = 0; member < group.size(); ++member) {
            if (has(problem, member, rule.attribute, value))
                groups.insert(group[member]);
        }
        missed += groups.empty() ? 0 : static_cast<int>(groups.size()) - 1;
    }
    return missed;
}

int missedBy(const GroupProblem &problem, const std::vector<int> &group, const Rule &rule)
{
    int missed = 0;
    switch (rule.kind) {
    case Rule::Kind::Spread:
        return spread(problem, group, rule);
    case Rule::Kind::AtLeast:
        for (int g = 0; g < problem.groups; ++g)
            missed += std::max(0, rule.count - peopleWith(problem, group, rule.attribute, rule.value, g));
        return missed;
    case Rule::Kind::Together:
        return furtherGroups(problem, group, rule);
    case Rule::Kind::Apart:
        for (std::size_t a = 0; a < group.size(); ++a) {
            for (std::size_t b = a + 1; b < group.size(); ++b) {
                for (int value = 0; value < valuesOf(problem, rule.attribute); ++value)
                    missed += group[a] == group[b] && has(problem, a, rule.attribute, value) &&
                              has(problem, b, rule.attribute, value);
            }
        }
        return missed;
    case Rule::Kind::NotAgain:
        for (std::size_t a = 0; a < problem.earlier.size(); ++a) {
            for (std::size_t b = a + 1; b < problem.earlier.size(); ++b)
                missed += group[a] == group[b] && problem.earlier[a] >= 0 &&
                          problem.earlier[a] == problem.earlier[b];
        }
        return missed;
    case Rule::Kind::Stay:
        for (std::size_t member = 0; member < problem.current.size(); ++member)
            missed += problem.current[member] >= 0 && problem.current[member] != group[member];
        return missed;
    }
    return missed;
}

/// Parts of people joined by pairs: each further group that holds some of a part counts.
int brokenPairs(const GroupProblem &problem, const std::vector<int> &group)
{
    int broken = 0;
    std::set<std::pair<int, int>> apart;
    for (auto [a, b] : problem.apart)
        apart.insert({std::min(a, b), std::max(a, b)});
    for (const auto &[a, b] : apart)
        broken += group[static_cast<std::size_t>(a)] == group[static_cast<std::size_t>(b)];
    std::vector<int> part(group.size());
    for (std::size_t member = 0; member < part.size(); ++member)
        part[member] = static_cast<int>(member);
    for (const auto &[a, b] : problem.together) {
        const int from = part[static_cast<std::size_t>(a)], to = part[static_cast<std::size_t>(b)];
        std::ranges::replace(part, from, to);
    }
    std::map<int, std::set<int>> groups;
    for (std::size_t member = 0; member < part.size(); ++member)
        groups[part[member]].insert(group[member]);
    for (const auto &[number, seats] : groups)
        broken += static_cast<int>(seats.size()) - 1;
    return broken;
}

/// An index by chance, the first ones likelier: weights as given.
int drawn(Random &random, const std::vector<int> &weights)
{
    int all = 0;
    for (const int weight : weights)
        all += weight;
    int at = static_cast<int>(random.below(static_cast<std::size_t>(all)));
    for (std::size_t i = 0; i < weights.size(); ++i) {
        at -= weights[i];
        if (at < 0)
            return static_cast<int>(i);
    }
    return 0;
}

QStringList numbered(const QString &name, int count)
{
    QStringList names;
    for (int i = 1; i <= count; ++i)
        names << QStringLiteral("%1%2").arg(name).arg(i);
    return names;
}

} // namespace

std::vector<int> countedByHand(const GroupProblem &problem, const std::vector<int> &group)
{
    std::vector<int> missed;
    for (const Rule &rule : problem.rules)
        missed.push_back(missedBy(problem, group, rule));
    missed.push_back(brokenPairs(problem, group));
    return missed;
}

GroupCost costByHand(const GroupProblem &problem, const std::vector<int> &group)
{
    GroupCost cost;
    const std::vector<int> missed = countedByHand(problem, group);
    for (std::size_t rule = 0; rule < problem.rules.size(); ++rule)
        cost.missed[static_cast<std::size_t>(problem.rules[rule].rank)] += missed[rule];
    cost.missed[0] += missed.back();
    return cost;
}

bool fits(const GroupProblem &problem, const std::vector<int> &group)
{
    if (group.size() != problem.members.size())
        return false;
    for (int g = 0; g < problem.groups; ++g) {
        const auto size = std::ranges::count(group, g);
        if (size < problem.smallest || size > problem.largest)
            return false;
    }
    for (std::size_t member = 0; member < group.size(); ++member) {
        if (group[member] < 0 || group[member] >= problem.groups ||
            problem.members[member].fixedGroup.value_or(group[member]) != group[member])
            return false;
    }
    return true;
}

GroupCost bestByHand(const GroupProblem &problem)
{
    // Counts through all numbers of so many digits; every digit is somebody's group.
    std::vector<int> group(problem.members.size());
    GroupCost best;
    best.missed.fill(1 << 20);
    while (true) {
        if (fits(problem, group))
            best = std::min(best, costByHand(problem, group));
        std::size_t digit = 0;
        while (digit < group.size() && ++group[digit] == problem.groups)
            group[digit++] = 0;
        if (digit == group.size())
            return best;
    }
}

std::vector<int> anySeating(const GroupProblem &problem, Random &random)
{
    std::vector<int> order(problem.members.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    random.shuffle(order);
    std::vector<int> group(order.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        group[static_cast<std::size_t>(order[i])] =
            static_cast<int>(i % static_cast<std::size_t>(problem.groups));
    return group;
}

GroupProblem smallProblem(std::uint64_t seed)
{
    Random random(seed);
    GroupProblem problem;
    problem.groups = 2 + static_cast<int>(random.below(2));
    const int people = 6 + static_cast<int>(random.below(3));
    problem.smallest = people / problem.groups - (random.below(2) ? 1 : 0);
    problem.largest = (people + problem.groups - 1) / problem.groups + static_cast<int>(random.below(2));
    problem.attributes = {{QStringLiteral("立場"), numbered(QStringLiteral("立場"), 2)},
                          {QStringLiteral("圏域"), numbered(QStringLiteral("圏域"), 3)},
                          {QStringLiteral("資格"), numbered(QStringLiteral("資格"), 3)}};
    const int groups = problem.groups;
    for (int i = 0; i < people; ++i) {
        GroupMember member;
        member.name = QStringLiteral("参加者%1").arg(i + 1);
        member.values = {{drawn(random, {3, 2})}, {}, {}};
        if (random.below(6) > 0)
            member.values[1].push_back(drawn(random, {3, 2, 2}));
        for (int value = 0; value < 3; ++value) {
            if (random.below(3) == 0)
                member.values[2].push_back(value);
        }
        if (random.below(10) == 0 && i < groups)
            member.fixedGroup = i;
        problem.members.push_back(std::move(member));
        problem.earlier.push_back(static_cast<int>(random.below(4)) - 1);
        problem.current.push_back(static_cast<int>(random.below(static_cast<std::size_t>(groups) + 1)) - 1);
    }
    const auto rank = [&random] { return static_cast<int>(random.below(5)); };
    problem.rules = {
        {Rule::Kind::Spread, 0, -1, 1, rank(), {}},    {Rule::Kind::Spread, 2, -1, 1, rank(), {}},
        {Rule::Kind::AtLeast, 0, 1, 1, rank(), {}},    {Rule::Kind::AtLeast, 2, 0, 2, rank(), {}},
        {Rule::Kind::Together, 1, -1, 1, rank(), {}},  {Rule::Kind::Apart, 2, -1, 1, rank(), {}},
        {Rule::Kind::NotAgain, -1, -1, 1, rank(), {}}, {Rule::Kind::Stay, -1, -1, 1, rank(), {}}};
    // Mostly without the last two, so that the others are seen.
    problem.rules.resize(8 - random.below(4));
    problem.together = {{0, 1}};
    problem.apart = {{2, 3}, {3, 2}, {1, people - 1}};
    return problem;
}

GroupProblem workshop(int coordinators, int officers, int groups, int areas, std::uint64_t seed)
{
    Random random(seed);
    GroupProblem problem;
    problem.groups = groups;
    problem.attributes = {
        {QStringLiteral("立場"), {QStringLiteral("コーディネーター"), QStringLiteral("市町村担当者")}},
        {QStringLiteral("圏域"), numbered(QStringLiteral("圏域"), areas)},
        {QStringLiteral("所属種別"), numbered(QStringLiteral("所属"), 7)},
        {QStringLiteral("経験年数"), numbered(QStringLiteral("経験"), 4)},
        {QStringLiteral("資格"), numbered(QStringLiteral("資格"), 6)}};
    const int people = coordinators + officers;
    problem.smallest = people / groups;
    problem.largest = (people + groups - 1) / groups;
    std::vector<int> areaWeights;
    for (int area = 0; area < areas; ++area)
        areaWeights.push_back(2 + static_cast<int>(random.below(5)));
    for (int i = 0; i < people; ++i) {
        const bool officer = i >= coordinators;
        GroupMember member;
        member.name = QStringLiteral("参加者%1").arg(i + 1);
        member.values = {{officer ? 1 : 0},
                         {drawn(random, areaWeights)},
                         {officer ? 6 : drawn(random, {30, 16, 10, 20, 8, 4})},
                         {officer ? drawn(random, {32, 50, 8, 10}) : drawn(random, {14, 26, 12, 48})},
                         {}};
        const std::vector<int> often =
            officer ? std::vector<int>{20, 3, 10, 3, 2, 60} : std::vector<int>{13, 60, 23, 48, 18, 2};
        for (int value = 0; value < 6; ++value) {
            if (static_cast<int>(random.below(100)) < often[static_cast<std::size_t>(value)])
                member.values[kQualification].push_back(value);
        }
        problem.members.push_back(std::move(member));
    }
    return problem;
}

void wishMixed(GroupProblem &problem)
{
    using Kind = Rule::Kind;
    problem.rules = {{Kind::AtLeast, kRole, 1, 2, 1, QStringLiteral("どの班にも市町村担当者が2人")},
                     {Kind::Spread, kRole, -1, 1, 2, QStringLiteral("立場を各班に均等に")},
                     {Kind::Spread, kArea, -1, 1, 3, QStringLiteral("圏域を各班に均等に")},
                     {Kind::Spread, kAffiliation, -1, 1, 4, QStringLiteral("所属種別を各班に均等に")},
                     {Kind::Spread, kExperience, -1, 1, 5, QStringLiteral("経験年数を各班に均等に")},
                     {Kind::Spread, kQualification, -1, 1, 6, QStringLiteral("資格を各班に均等に")}};
}

void wishAreas(GroupProblem &problem)
{
    wishMixed(problem);
    problem.rules[2] = problem.rules[1];
    problem.rules[1] = problem.rules[0];
    problem.rules[0] = {Rule::Kind::Together, kArea, -1, 1, 1, QStringLiteral("同じ圏域の方を同じ班に")};
    for (std::size_t rule = 0; rule < problem.rules.size(); ++rule)
        problem.rules[rule].rank = static_cast<int>(rule) + 1;
}

std::string words(const GroupCost &cost)
{
    std::ostringstream text;
    for (const std::int32_t missed : cost.missed)
        text << missed << ' ';
    return text.str();
}

} // namespace tane::testing
