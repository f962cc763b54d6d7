#include "grouping/groupbounds.h"
#include "grouping/groupsearch.h"

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Sizes as even as those who are seated allow; empty when the others are too few.
std::vector<int> evenSizes(const GroupProblem &problem, const std::vector<int> &seated)
{
    std::vector<int> sizes = seated;
    int left = static_cast<int>(problem.members.size());
    for (int &size : sizes) {
        size = std::max(size, problem.smallest);
        left -= size;
    }
    for (; left > 0; --left)
        ++*std::ranges::min_element(sizes);
    return left < 0 ? std::vector<int>() : sizes;
}

/// Takes somebody who is not fixed out of the largest group that can spare her. False when there is none.
bool standUp(const GroupProblem &problem, std::vector<int> &group, std::vector<int> &seated, Random &random)
{
    std::vector<int> able;
    int most = problem.smallest + 1;
    for (int member = 0; member < static_cast<int>(group.size()); ++member) {
        if (group[at(member)] < 0 || problem.members[at(member)].fixedGroup ||
            seated[at(group[at(member)])] < most)
            continue;
        if (seated[at(group[at(member)])] > most)
            able.clear();
        most = seated[at(group[at(member)])];
        able.push_back(member);
    }
    if (able.empty())
        return false;
    const int member = able[random.below(able.size())];
    --seated[at(group[at(member)])];
    group[at(member)] = -1;
    return true;
}

/// With the others of the part when there is room, else where there is most of it.
int placeFor(const std::vector<int> &part, const std::vector<int> &group, const std::vector<int> &room)
{
    for (const int other : part) {
        const int there = group[at(other)];
        if (there >= 0 && room[at(there)] > 0)
            return there;
    }
    return static_cast<int>(std::ranges::max_element(room) - room.begin());
}

} // namespace

std::vector<int> firstSeating(const SeatingRules &rules, Random &random)
{
    const GroupProblem &problem = rules.problem();
    std::vector<int> group(problem.members.size(), -1);
    std::vector<int> seated(at(problem.groups));
    for (std::size_t member = 0; member < group.size(); ++member) {
        if (const auto place = problem.members[member].fixedGroup) {
            group[member] = *place;
            ++seated[at(*place)];
        }
    }
    for (std::size_t member = 0; member < problem.current.size(); ++member) {
        const int now = problem.current[member];
        if (group[member] < 0 && now >= 0 && now < problem.groups && seated[at(now)] < problem.largest) {
            group[member] = now;
            ++seated[at(now)];
        }
    }
    std::vector<int> sizes = evenSizes(problem, seated);
    while (sizes.empty() && standUp(problem, group, seated, random))
        sizes = evenSizes(problem, seated);
    if (sizes.empty() || *std::ranges::max_element(sizes) > problem.largest)
        return {};
    std::vector<int> room = sizes;
    for (std::size_t g = 0; g < room.size(); ++g)
        room[g] -= seated[g];
    const auto seat = [&](int member, int to) {
        group[at(member)] = to;
        --room[at(to)];
    };
    std::vector<std::vector<int>> parts = rules.blocks();
    random.shuffle(parts);
    std::vector<int> inBlock(group.size());
    for (const std::vector<int> &block : parts) {
        for (const int member : block)
            inBlock[at(member)] = 1;
    }
    std::vector<int> single;
    for (int member = 0; member < static_cast<int>(group.size()); ++member) {
        if (group[at(member)] < 0 && !inBlock[at(member)])
            single.push_back(member);
    }
    random.shuffle(single);
    for (const int member : single)
        parts.push_back({member});
    for (const std::vector<int> &part : parts) {
        for (const int member : part) {
            if (group[at(member)] < 0)
                seat(member, placeFor(part, group, room));
        }
    }
    return group;
}

std::vector<int> seatingOfWholeParts(const GroupProblem &problem, int attribute, Random &random)
{
    std::vector<std::vector<int>> byValue(
        at(static_cast<int>(problem.attributes[at(attribute)].values.size())));
    std::vector<int> single;
    for (int member = 0; member < static_cast<int>(problem.members.size()); ++member) {
        const GroupMember &who = problem.members[at(member)];
        const std::vector<int> &values = who.values[at(attribute)];
        if (who.fixedGroup || values.size() > 1)
            return {};
        (values.empty() ? single : byValue[at(values.front())]).push_back(member);
    }
    random.shuffle(single);
    random.shuffle(byValue);
    std::vector<int> totals;
    for (std::vector<int> &people : byValue) {
        random.shuffle(people);
        totals.push_back(static_cast<int>(people.size()));
    }
    std::vector<int> group(problem.members.size());
    int next = 0; // the first group of the part
    for (GroupPart &part : wholeParts(totals, static_cast<int>(single.size()), problem.groups,
                                      problem.smallest, problem.largest)) {
        random.shuffle(part.totals);
        std::vector<int> people;
        for (const int total : part.totals) {
            const auto value = std::ranges::find(byValue, at(total), &std::vector<int>::size);
            people.insert(people.end(), value->begin(), value->end());
            value->clear();
        }
        people.insert(people.end(), single.end() - part.single, single.end());
        single.resize(single.size() - at(part.single));
        for (std::size_t i = 0; i < people.size(); ++i)
            group[at(people[i])] = next + static_cast<int>(i * at(part.groups) / people.size());
        next += part.groups;
    }
    return next == problem.groups ? group : std::vector<int>();
}

} // namespace tane
