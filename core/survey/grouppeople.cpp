#include "survey/grouppeople.h"

#include <algorithm>

namespace tane {

std::vector<GroupPeople> countGroupPeople(const AnswerSheet &before, const AnswerSheet &after,
                                          const Linking &linking, const std::vector<int> &groupsBefore,
                                          const std::vector<int> &groupsAfter, int groups)
{
    std::vector<GroupPeople> people(static_cast<std::size_t>(groups) + 1);
    const auto at = [&people](int group) -> GroupPeople & {
        return people[static_cast<std::size_t>(group + 1)];
    };
    const auto ofBefore = [&](int person) { return groupsBefore[static_cast<std::size_t>(person)]; };
    const auto ofAfter = [&](int person) { return groupsAfter[static_cast<std::size_t>(person)]; };
    for (const Link &link : linking.links) {
        const int groupBefore = ofBefore(link.before);
        const int groupAfter = ofAfter(link.after);
        GroupPeople &group = at(groupBefore >= 0 ? groupBefore : groupAfter);
        if (link.counts()) {
            ++group.pairs;
            ++group.before;
            ++group.after;
            if (groupBefore >= 0 && groupAfter >= 0 && groupBefore != groupAfter)
                ++group.changedGroup;
        } else if (link.state == LinkState::Waiting) {
            ++group.waiting;
        }
    }
    for (const int person : linking.onlyBefore)
        ++at(ofBefore(person)).before;
    for (const int person : linking.onlyAfter)
        ++at(ofAfter(person)).after;
    for (const AnsweredTwice &twice : linking.twice) {
        const bool isBefore = twice.wave == Wave::Before;
        const int first = twice.people.front();
        GroupPeople &group = at(isBefore ? ofBefore(first) : ofAfter(first));
        ++group.twice;
        if (twice.chosen < 0) { // the chosen one is a pair or stands alone, and was counted there
            ++group.twiceOpen;
            ++(isBefore ? group.before : group.after);
        }
    }
    const auto countMarks = [&at](const AnswerSheet &sheet, const auto &groupOf) {
        const std::span<const Mark> marks = sheet.marks();
        for (auto it = std::ranges::find(marks, kNotUnderstood); it != marks.end();
             it = std::find(std::next(it), marks.end(), kNotUnderstood))
            ++at(groupOf(static_cast<int>((it - marks.begin()) / sheet.itemCount()))).notUnderstood;
    };
    countMarks(before, ofBefore);
    countMarks(after, ofAfter);
    return people;
}

GroupPeople sumOf(const std::vector<GroupPeople> &people)
{
    GroupPeople sum;
    for (const GroupPeople &one : people) {
        sum.before += one.before;
        sum.after += one.after;
        sum.pairs += one.pairs;
        sum.waiting += one.waiting;
        sum.twice += one.twice;
        sum.twiceOpen += one.twiceOpen;
        sum.changedGroup += one.changedGroup;
        sum.notUnderstood += one.notUnderstood;
    }
    return sum;
}

} // namespace tane
