#include "survey/changerepeated.h"

#include <algorithm>

namespace tane {

namespace {

/// The rows a person counts in: "all", and that of her group when it has one.
class Rows
{
public:
    explicit Rows(const std::vector<int> &order)
        : m_order(order)
    {
    }
    template<class Row, class Add>
    void each(std::vector<Row> &rows, std::size_t first, int group, const Add &add) const
    {
        add(rows[first]);
        const auto at = std::ranges::find(m_order, group);
        if (at != m_order.end())
            add(rows[first + 1 + static_cast<std::size_t>(at - m_order.begin())]);
    }

private:
    const std::vector<int> &m_order;
};

int groupOfPair(const RepeatedAnswerers &people, const Link &link)
{
    const int group = people.groupsBefore[static_cast<std::size_t>(link.before)];
    return group >= 0 ? group : people.groupsAfter[static_cast<std::size_t>(link.after)];
}

struct Answerer
{
    int person, group;
};

std::vector<Answerer> answerers(const RepeatedAnswerers &people, Wave wave)
{
    std::vector<Answerer> result;
    for (const Link &link : people.linking.links) {
        if (link.counts())
            result.push_back({wave == Wave::Before ? link.before : link.after, groupOfPair(people, link)});
    }
    const std::vector<int> &others =
        wave == Wave::Before ? people.linking.onlyBefore : people.linking.onlyAfter;
    const std::vector<int> &groups = wave == Wave::Before ? people.groupsBefore : people.groupsAfter;
    for (const int person : others)
        result.push_back({person, groups[static_cast<std::size_t>(person)]});
    return result;
}

void addTicks(ChangeAnalysis &analysis, const RepeatedAnswerers &people, int item, const Item &asked)
{
    const Rows counted(people.order);
    const std::size_t first = analysis.ticks.size();
    const auto groups = static_cast<std::size_t>(analysis.groups.size());
    const int options = static_cast<int>(asked.options.size());
    for (int option = 0; option < options; ++option) {
        for (const QString &group : std::as_const(analysis.groups))
            analysis.ticks.push_back({item, asked.code, group, option, 0, 0, 0, 0});
    }
    for (const Wave wave : {Wave::Before, Wave::After}) {
        const bool isBefore = wave == Wave::Before;
        const AnswerSheet &sheet = isBefore ? people.before : people.after;
        for (const auto &[person, group] : answerers(people, wave)) {
            const QList<Mark> marks = sheet.several(person, item);
            for (int option = 0; option < options; ++option) {
                const int ticked = marks.contains(static_cast<Mark>(option)) ? 1 : 0;
                counted.each(analysis.ticks, first + static_cast<std::size_t>(option) * groups, group,
                             [&](TickRow &row) {
                                 (isBefore ? row.before : row.after) += ticked;
                                 ++(isBefore ? row.baseBefore : row.baseAfter);
                             });
            }
        }
    }
}

void count(Moves &moves, Mark from, Mark to)
{
    ++(to < from ? moves.up : to > from ? moves.down : moves.stay); // options stand best first
}

void addLookBack(ChangeAnalysis &analysis, const RepeatedAnswerers &people, int item, int thenItem)
{
    const Rows counted(people.order);
    const std::size_t first = analysis.lookBacks.size();
    const QString code = analysis.questionnaire.items()[static_cast<std::size_t>(item)].item->code;
    for (const QString &group : std::as_const(analysis.groups))
        analysis.lookBacks.push_back({item, thenItem, code, group, {}, {}, {}});
    for (const Link &link : people.linking.links) {
        if (!link.counts())
            continue;
        const Mark before = people.before.mark(link.before, item);
        const Mark after = people.after.mark(link.after, item);
        const Mark then = people.after.mark(link.after, thenItem);
        if (before < 0 || after < 0 || then < 0)
            continue;
        counted.each(analysis.lookBacks, first, groupOfPair(people, link), [&](LookBackRow &row) {
            count(row.afterBefore, before, after);
            count(row.afterThen, then, after);
            count(row.thenBefore, before, then);
        });
    }
}

} // namespace

void addRepeatedItems(ChangeAnalysis &analysis, const RepeatedAnswerers &people)
{
    const auto refs = analysis.questionnaire.items();
    for (int item = 0; item < static_cast<int>(refs.size()); ++item) {
        const Item &asked = *refs[static_cast<std::size_t>(item)].item;
        if (asked.type == AnswerType::Multiple && asked.askedBefore && asked.askedAfter)
            addTicks(analysis, people, item, asked);
        if (asked.looksBack.isEmpty() || !asked.askedAfter)
            continue;
        const int former = analysis.questionnaire.indexOf(asked.looksBack);
        if (former >= 0 && refs[static_cast<std::size_t>(former)].item->isComparable() &&
            refs[static_cast<std::size_t>(former)].item->options.size() == asked.options.size())
            addLookBack(analysis, people, former, item);
    }
}

} // namespace tane
