#include "grouping/groupbounds.h"

#include "grouping/seating.h"

#include <algorithm>
#include <map>

namespace tane {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

std::int32_t pairsOf(int people)
{
    return people * (people - 1) / 2;
}

/// The fewest pairs of so many people in so many groups.
std::int32_t fewestPairs(int people, int groups)
{
    const int each = people / groups, more = people % groups;
    return more * pairsOf(each + 1) + (groups - more) * pairsOf(each);
}

/// Into how many parts values can be divided so that each part fills whole groups.
class Parts
{
public:
    Parts(int smallest, int largest)
        : m_smallest(smallest)
        , m_largest(largest)
    {
    }

    /// `left[size]` values of that size are not yet in a part. kNone when they fit no way, or after too long
    /// a search.
    int most(const std::vector<int> &left, int single, int groups)
    {
        const Key key{left, single, groups};
        if (const auto known = m_known.find(key); known != m_known.end())
            return known->second.parts;
        Choice best;
        std::vector<int> rest = left;
        int first = static_cast<int>(left.size()) - 1;
        while (first > 0 && left[at(first)] == 0)
            --first;
        if (first == 0) {
            // Only people without a value: any sizes will do, each group is a part.
            if (single >= groups * m_smallest && single <= groups * m_largest)
                best.parts = groups;
        } else {
            --rest[at(first)];
            for (int own = 1; own <= groups && best.parts < 1 + groups - own && !isTooLong(); ++own)
                fill(rest, first, first, {single, groups, own}, best);
        }
        m_known.emplace(key, best);
        return best.parts;
    }

    /// The parts behind the number.
    std::vector<GroupPart> parts(std::vector<int> left, int single, int groups)
    {
        std::vector<GroupPart> result;
        while (most(left, single, groups) > 0) {
            const Choice &choice = m_known.at(Key{left, single, groups});
            if (choice.groups == 0) {
                result.push_back({{}, single, groups});
                break;
            }
            GroupPart part{{}, single - choice.single, choice.groups};
            for (std::size_t size = 1; size < left.size(); ++size)
                part.totals.insert(part.totals.end(), at(left[size] - choice.left[size]),
                                   static_cast<int>(size));
            result.push_back(std::move(part));
            left = choice.left;
            single = choice.single;
            groups -= choice.groups;
        }
        return result;
    }

    [[nodiscard]] bool isTooLong() const { return m_steps > kMostSteps; }
    static constexpr int kNone = -1000;

private:
    struct Key
    {
        std::vector<int> left;
        int single, groups;
        friend auto operator<=>(const Key &, const Key &) = default;
    };
    /// The first part, by what it leaves.
    struct Choice
    {
        int parts = kNone;
        int groups = 0;
        std::vector<int> left;
        int single = 0;
    };
    struct Room
    {
        int single, groups;
        int own; ///< groups the part is to fill
    };

    /// The part holds `people` so far; values up to `size` may still come in.
    void fill(std::vector<int> &left, int size, int people, const Room &room, Choice &best)
    {
        if (++m_steps > kMostSteps || best.parts >= 1 + room.groups - room.own)
            return;
        while (size > 0 && left[at(size)] == 0)
            --size;
        if (size == 0) {
            const int few = std::max(0, room.own * m_smallest - people);
            for (int more = few; more <= std::min(room.single, room.own * m_largest - people); ++more) {
                const int parts = 1 + most(left, room.single - more, room.groups - room.own);
                if (parts > best.parts)
                    best = {parts, room.own, left, room.single - more};
            }
            return;
        }
        const int fits = (room.own * m_largest - people) / size;
        for (int taken = std::min(fits, left[at(size)]); taken >= 0; --taken) {
            left[at(size)] -= taken;
            fill(left, size - 1, people + taken * size, room, best);
            left[at(size)] += taken;
        }
    }

    static constexpr std::int64_t kMostSteps = 400'000;
    int m_smallest, m_largest;
    std::int64_t m_steps = 0;
    std::map<Key, Choice> m_known;
};

std::vector<int> totalsOf(const GroupProblem &problem, int attribute)
{
    std::vector<int> totals(at(static_cast<int>(problem.attributes[at(attribute)].values.size())));
    for (const GroupMember &member : problem.members) {
        std::vector<int> values = member.values[at(attribute)];
        std::ranges::sort(values);
        values.erase(std::unique(values.begin(), values.end()), values.end());
        for (const int value : values)
            ++totals[at(value)];
    }
    return totals;
}

std::int32_t togetherBoundOf(const GroupProblem &problem, int attribute)
{
    std::vector<int> totals = totalsOf(problem, attribute);
    int single = 0;
    for (const GroupMember &member : problem.members) {
        const std::size_t values = member.values[at(attribute)].size();
        single += values == 0 ? 1 : 0;
        if (values < 2)
            continue;
        std::int32_t further = 0; // somebody with two values belongs to two nodes: only the sizes speak
        for (const int total : totals)
            further += total > 0 ? (total - 1) / problem.largest : 0;
        return further;
    }
    return togetherBound(totals, single, problem.groups, problem.smallest, problem.largest);
}

std::int32_t fewestPairsAgain(const GroupProblem &problem)
{
    std::map<int, int> sizes;
    for (const int table : problem.earlier)
        sizes[table] += table >= 0 ? 1 : 0;
    std::int32_t pairs = 0;
    for (const auto &[table, people] : sizes)
        pairs += fewestPairs(people, problem.groups);
    return pairs;
}

std::int32_t fewestMoves(const GroupProblem &problem)
{
    std::vector<int> sizes(at(problem.groups));
    int seatless = static_cast<int>(problem.members.size()) - static_cast<int>(problem.current.size());
    int homeless = 0;
    for (const int group : problem.current) {
        if (group < 0)
            ++seatless;
        else if (group < problem.groups)
            ++sizes[at(group)];
        else
            ++homeless; // her group is no more
    }
    int tooMany = 0, tooFew = 0;
    for (const int size : sizes) {
        tooMany += std::max(0, size - problem.largest);
        tooFew += std::max(0, problem.smallest - size);
    }
    return std::max(tooMany, tooFew - seatless - homeless) + homeless;
}

} // namespace

std::vector<GroupPart> wholeParts(const std::vector<int> &totals, int single, int groups, int smallest,
                                  int largest)
{
    if (smallest < 1)
        return {}; // an empty group would be a part of its own
    std::vector<int> left(1);
    for (const int total : totals) {
        if (total <= 0)
            continue;
        left.resize(std::max(left.size(), at(total) + 1));
        ++left[at(total)];
    }
    Parts parts(smallest, largest);
    const int most = parts.most(left, single, groups);
    return parts.isTooLong() || most < 0 ? std::vector<GroupPart>()
                                         : parts.parts(std::move(left), single, groups);
}

std::int32_t togetherBound(const std::vector<int> &totals, int single, int groups, int smallest, int largest)
{
    std::int32_t further = 0;
    for (const int total : totals)
        further += total > 0 ? (total - 1) / largest : 0;
    std::int32_t parts = 0;
    for (const GroupPart &part : wholeParts(totals, single, groups, smallest, largest))
        parts += part.totals.empty() ? part.groups : 1;
    return parts == 0 ? further : std::max(further, groups - parts);
}

std::int32_t ruleBound(const GroupProblem &problem, const GroupRule &rule)
{
    using Kind = GroupRule::Kind;
    switch (rule.kind) {
    case Kind::Spread:
        return 0;
    case Kind::AtLeast: {
        const int there = totalsOf(problem, rule.attribute)[at(rule.value)];
        return std::max(
            {0, rule.count * problem.groups - there, (rule.count - problem.largest) * problem.groups});
    }
    case Kind::Together:
        return togetherBoundOf(problem, rule.attribute);
    case Kind::Apart: {
        std::int32_t pairs = 0;
        for (const int total : totalsOf(problem, rule.attribute))
            pairs += fewestPairs(total, problem.groups);
        return pairs;
    }
    case Kind::NotAgain:
        return fewestPairsAgain(problem);
    case Kind::Stay:
        return fewestMoves(problem);
    }
    return 0;
}

GroupCost costBound(const GroupProblem &problem)
{
    GroupCost sum;
    for (const GroupRule &rule : problem.rules)
        sum.missed[at(rule.rank)] += ruleBound(problem, rule);
    const SeatingRules rules(problem);
    for (const std::vector<int> &block : rules.blocks())
        sum.missed[0] += (static_cast<std::int32_t>(block.size()) - 1) / problem.largest;
    return sum;
}

} // namespace tane
