#include "survey/change.h"

#include "base/textfold.h"
#include "survey/changerepeated.h"
#include "survey/grouping.h"
#include "survey/grouppeople.h"
#include "survey/statistics.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Change", text);
}

const QString kAll = QStringLiteral("all");

/// Marks that are no option: kUnanswered and kNotUnderstood, -1 and -2.
constexpr int kNoOption = 2;

/// Counts of one comparable item in one group.
struct Counter
{
    std::vector<int> cells;                 ///< before * options + after
    std::vector<int> onlyBefore, onlyAfter; ///< by option
};

/// Counts everything in one pass over the people. The counts of one group lie side by side, item after item,
/// so that the inner loop touches one small block.
class Counting
{
public:
    Counting(const Questionnaire &questionnaire, const AnswerSheet &before, const AnswerSheet &after,
             GroupBy groupBy)
        : m_before(before)
        , m_after(after)
        , m_groups(groupBy)
        , m_groupsBefore(m_groups.ofAll(before))
        , m_groupsAfter(m_groups.ofAll(after))
    {
        const auto refs = questionnaire.items();
        for (std::size_t item = 0; item < refs.size(); ++item) {
            if (!refs[item].item->isComparable())
                continue;
            const std::size_t options = refs[item].item->options.size();
            m_items.push_back({static_cast<int>(item), options, m_block});
            m_block += (options + kNoOption) * (options + kNoOption);
        }
        // Index 0 is for those whose group is not known.
        m_counts.resize(static_cast<std::size_t>(m_groups.labels().size() + 1) * m_block);
    }

    void addPair(int before, int after)
    {
        int *block = blockOf(groupOfPair(before, after));
        const std::span<const Mark> marksBefore = m_before.marksOf(before);
        const std::span<const Mark> marksAfter = m_after.marksOf(after);
        // Without a branch: blanks come at random, and a wrong guess costs more than a count nobody needs.
        for (const CountedItem &item : m_items) {
            const auto index = static_cast<std::size_t>(item.item);
            ++block[item.at(marksBefore[index], marksAfter[index])];
        }
    }

    /// The people of after come in the order of before: their marks are fetched some rounds ahead.
    void prefetch(int after) const
    {
#if defined(__GNUC__)
        __builtin_prefetch(m_after.marksOf(after).data());
#else
        (void)after;
#endif
    }
    static constexpr std::size_t kAhead = 12; ///< rounds

    /// Somebody whose group changed belongs to the one before.
    [[nodiscard]] int groupOfPair(int before, int after) const
    {
        const int group = m_groupsBefore[static_cast<std::size_t>(before)];
        return group >= 0 ? group : m_groupsAfter[static_cast<std::size_t>(after)];
    }
    [[nodiscard]] int groupOf(const AnswerSheet &sheet, int person) const
    {
        return (&sheet == &m_before ? m_groupsBefore : m_groupsAfter)[static_cast<std::size_t>(person)];
    }

    void addUnpaired(const AnswerSheet &sheet, int person)
    {
        int *block = blockOf(groupOf(sheet, person));
        const std::size_t side = &sheet == &m_before ? 0 : 1;
        for (const CountedItem &item : m_items) {
            const Mark mark = sheet.mark(person, item.item);
            ++block[side == 0 ? item.at(mark, kUnanswered) : item.at(kUnanswered, mark)];
        }
    }

    struct CountedItem
    {
        int item; ///< index into Questionnaire::items()
        std::size_t options;
        std::size_t offset; ///< of its counts in a group's block
        /// Where the people are counted who marked this before and that after.
        [[nodiscard]] std::size_t at(int before, int after) const
        {
            const auto row = static_cast<std::size_t>(before + kNoOption);
            return offset + row * (options + kNoOption) + static_cast<std::size_t>(after + kNoOption);
        }
    };
    [[nodiscard]] const std::vector<CountedItem> &items() const
    {
        return m_items;
    }
    [[nodiscard]] const QStringList &labels() const
    {
        return m_groups.labels();
    }
    /// Index of the group of everybody who answered before; afterwards.
    [[nodiscard]] const std::vector<int> &groupsBefore() const
    {
        return m_groupsBefore;
    }
    [[nodiscard]] const std::vector<int> &groupsAfter() const
    {
        return m_groupsAfter;
    }

    /// What was counted of an item in one group (-1 = not known).
    [[nodiscard]] Counter counter(const CountedItem &item, int group) const
    {
        Counter result = emptyCounter(item);
        addTo(result, item, group);
        return result;
    }
    /// The same over all groups.
    [[nodiscard]] Counter total(const CountedItem &item) const
    {
        Counter result = emptyCounter(item);
        for (int group = -1; group < static_cast<int>(m_groups.labels().size()); ++group)
            addTo(result, item, group);
        return result;
    }

    /// By group + 1.
    [[nodiscard]] std::vector<GroupPeople> people(const Linking &linking) const
    {
        return countGroupPeople(m_before, m_after, linking, m_groupsBefore, m_groupsAfter,
                                static_cast<int>(m_groups.labels().size()));
    }

private:
    [[nodiscard]] static Counter emptyCounter(const CountedItem &item)
    {
        return {std::vector<int>(item.options * item.options), std::vector<int>(item.options),
                std::vector<int>(item.options)};
    }
    [[nodiscard]] int *blockOf(int group)
    {
        return m_counts.data() + static_cast<std::size_t>(group + 1) * m_block;
    }
    void addTo(Counter &counter, const CountedItem &item, int group) const
    {
        const int *block = m_counts.data() + static_cast<std::size_t>(group + 1) * m_block;
        const int options = static_cast<int>(item.options);
        for (int before = 0; before < options; ++before) {
            for (int after = 0; after < options; ++after)
                counter.cells[static_cast<std::size_t>(before * options + after)] +=
                    block[item.at(before, after)];
        }
        for (const Mark none : {kUnanswered, kNotUnderstood}) {
            for (int option = 0; option < options; ++option) {
                const auto at = static_cast<std::size_t>(option);
                counter.onlyBefore[at] += block[item.at(option, none)];
                counter.onlyAfter[at] += block[item.at(none, option)];
            }
        }
    }

    const AnswerSheet &m_before, &m_after;
    GroupIndex m_groups;
    std::vector<int> m_groupsBefore, m_groupsAfter; ///< by person
    std::vector<CountedItem> m_items;
    std::size_t m_block = 0; ///< counts of one group
    std::vector<int> m_counts;
};

ChangeRow rowOf(const Questionnaire::ItemRef &ref, int item, const QString &group, const Counter &counter)
{
    ChangeRow row;
    row.item = item;
    row.itemCode = ref.item->code;
    row.kind = ref.set->kind;
    row.group = group;
    row.unpairedBefore = std::accumulate(counter.onlyBefore.begin(), counter.onlyBefore.end(), 0);
    row.unpairedAfter = std::accumulate(counter.onlyAfter.begin(), counter.onlyAfter.end(), 0);
    const std::size_t options = ref.item->options.size();
    for (std::size_t b = 0; b < options; ++b) {
        for (std::size_t a = 0; a < options; ++a) {
            // Options stand best first: a smaller index afterwards is a better answer.
            int &count = a < b ? row.up : a > b ? row.down : row.stay;
            count += counter.cells[b * options + a];
        }
    }
    if (row.n() > 0) {
        const Interval interval = tangoInterval(row.up, row.down, row.n());
        row.statistics = ChangeStatistics{double(row.up - row.down) / row.n(), interval.low, interval.high,
                                          signTest(row.up, row.down), 1};
    }
    return row;
}

TransitionTable transitionOf(int item, const QString &group, const Counter &counter, std::size_t options)
{
    TransitionTable table{item, group, std::vector<std::vector<int>>(options, std::vector<int>(options)),
                          counter.onlyBefore, counter.onlyAfter};
    for (std::size_t b = 0; b < options; ++b) {
        for (std::size_t a = 0; a < options; ++a)
            table.counts[b][a] = counter.cells[b * options + a];
    }
    return table;
}

/// Holm within one set and one group: the items of a set answer one question together.
void adjust(const Questionnaire &questionnaire, std::vector<ChangeRow> &rows, const QStringList &groups)
{
    const auto refs = questionnaire.items();
    for (const ItemSet &set : questionnaire.sets) {
        for (const QString &group : groups) {
            std::vector<ChangeRow *> members;
            std::vector<double> p;
            for (ChangeRow &row : rows) {
                if (row.group == group && row.statistics &&
                    refs[static_cast<std::size_t>(row.item)].set == &set) {
                    members.push_back(&row);
                    p.push_back(row.statistics->signP);
                }
            }
            const std::vector<double> adjusted = holm(p);
            for (std::size_t i = 0; i < members.size(); ++i)
                members[i]->statistics->holmP = adjusted[i];
        }
    }
}

/// Group indexes by size, the commonest first; those not known last. A group nobody of which counts has no
/// row.
std::vector<int> orderOfGroups(const std::vector<GroupPeople> &people)
{
    const auto size = [&people](int group) {
        const GroupPeople &one = people[static_cast<std::size_t>(group + 1)];
        return one.before + one.after - one.pairs - one.twiceOpen;
    };
    std::vector<int> order;
    for (int group = 0; group + 1 < static_cast<int>(people.size()); ++group) {
        if (size(group) > 0)
            order.push_back(group);
    }
    std::stable_sort(order.begin(), order.end(), [&size](int a, int b) { return size(a) > size(b); });
    if (!order.empty() && size(-1) > 0)
        order.push_back(-1);
    return order;
}

/// Sheets of people who answered more than once and that do not count.
std::vector<char> setAside(const AnswerSheet &sheet, Wave wave, const Linking &linking)
{
    std::vector<char> aside(static_cast<std::size_t>(sheet.size()));
    for (const AnsweredTwice &group : linking.twice) {
        for (const int person : group.people) {
            if (group.wave == wave && person != group.chosen)
                aside[static_cast<std::size_t>(person)] = 1;
        }
    }
    return aside;
}

void addDistributions(ChangeAnalysis &analysis, const AnswerSheet &after, const Linking &linking,
                      const std::vector<int> &groups, const std::vector<int> &order)
{
    const auto refs = analysis.questionnaire.items();
    const std::vector<char> aside = setAside(after, Wave::After, linking);
    for (int item = 0; item < static_cast<int>(refs.size()); ++item) {
        const Item &asked = *refs[static_cast<std::size_t>(item)].item;
        if (asked.type != AnswerType::Single || asked.askedBefore || !asked.askedAfter)
            continue;
        const std::size_t first = analysis.distributions.size();
        for (const QString &group : std::as_const(analysis.groups))
            analysis.distributions.push_back(
                {item, asked.code, group, std::vector<int>(asked.options.size()), 0});
        for (int person = 0; person < after.size(); ++person) {
            if (aside[static_cast<std::size_t>(person)])
                continue;
            const int group = groups[static_cast<std::size_t>(person)];
            const auto at = std::find(order.begin(), order.end(), group);
            const auto add = [&](DistributionRow &row) {
                const Mark mark = after.mark(person, item);
                ++(mark >= 0 ? row.counts[static_cast<std::size_t>(mark)] : row.unanswered);
            };
            add(analysis.distributions[first]);
            if (at != order.end())
                add(analysis.distributions[first + 1 + static_cast<std::size_t>(at - order.begin())]);
        }
    }
}

} // namespace

QString groupByName(GroupBy by)
{
    switch (by) {
    case GroupBy::None:
        return tr("分けない");
    case GroupBy::Role:
        return tr("立場");
    case GroupBy::Affiliation:
        return tr("所属");
    case GroupBy::Experience:
        return tr("経験年数");
    case GroupBy::Area:
        return tr("圏域");
    }
    return {};
}

QString groupByKey(GroupBy by)
{
    static const QStringList keys = {QStringLiteral("none"), QStringLiteral("role"),
                                     QStringLiteral("affiliation"), QStringLiteral("experience"),
                                     QStringLiteral("area")};
    return keys.at(static_cast<int>(by));
}

std::optional<GroupBy> groupByFromKey(QStringView key)
{
    for (const GroupBy by :
         {GroupBy::None, GroupBy::Role, GroupBy::Affiliation, GroupBy::Experience, GroupBy::Area}) {
        if (groupByKey(by) == key)
            return by;
    }
    return {};
}

QString groupLabel(const QString &group)
{
    return group == kAll ? tr("全体") : group;
}

int DistributionRow::n() const
{
    int total = 0;
    for (const int count : counts)
        total += count;
    return total;
}

std::vector<int> TransitionTable::before(Whose whose) const
{
    std::vector<int> people(counts.size());
    for (std::size_t option = 0; option < people.size(); ++option) {
        people[option] = std::accumulate(counts[option].begin(), counts[option].end(), 0);
        if (whose == Whose::Everyone && option < onlyBefore.size())
            people[option] += onlyBefore[option];
    }
    return people;
}

std::vector<int> TransitionTable::after(Whose whose) const
{
    std::vector<int> people(counts.size());
    for (std::size_t option = 0; option < people.size(); ++option) {
        for (const std::vector<int> &row : counts)
            people[option] += row[option];
        if (whose == Whose::Everyone && option < onlyAfter.size())
            people[option] += onlyAfter[option];
    }
    return people;
}

const ChangeRow *ChangeAnalysis::row(int item, const QString &group) const
{
    const auto it = std::find_if(rows.begin(), rows.end(), [&](const ChangeRow &row) {
        return row.item == item && row.group == group;
    });
    return it == rows.end() ? nullptr : &*it;
}

const TransitionTable *ChangeAnalysis::transition(int item, const QString &group) const
{
    const auto it = std::find_if(transitions.begin(), transitions.end(), [&](const TransitionTable &table) {
        return table.item == item && table.group == group;
    });
    return it == transitions.end() ? nullptr : &*it;
}

const GroupPeople &ChangeAnalysis::peopleOf(const QString &group) const
{
    const auto it = std::find_if(people.begin(), people.end(),
                                 [&group](const GroupPeople &one) { return one.group == group; });
    return it == people.end() ? people.front() : *it;
}

ChangeAnalysis analyseChange(const Questionnaire &questionnaire, const AnswerSheet &before,
                             const AnswerSheet &after, const Linking &linking, const LinkOptions &options,
                             GroupBy groupBy)
{
    ChangeAnalysis analysis;
    analysis.questionnaire = questionnaire;
    analysis.groupBy = groupBy;
    analysis.latestRule = options.twice == LinkOptions::Twice::Latest;

    Counting counting(questionnaire, before, after, groupBy);
    for (std::size_t i = 0; i < linking.links.size(); ++i) {
        if (i + Counting::kAhead < linking.links.size())
            counting.prefetch(linking.links[i + Counting::kAhead].after);
        if (const Link &link = linking.links[i]; link.counts())
            counting.addPair(link.before, link.after);
    }
    for (const int person : linking.onlyBefore)
        counting.addUnpaired(before, person);
    for (const int person : linking.onlyAfter)
        counting.addUnpaired(after, person);

    const std::vector<GroupPeople> people = counting.people(linking);
    const std::vector<int> order = groupBy == GroupBy::None ? std::vector<int>() : orderOfGroups(people);
    const auto addGroup = [&analysis](const QString &group, GroupPeople counts) {
        counts.group = group;
        analysis.groups << group;
        analysis.people.push_back(std::move(counts));
    };
    addGroup(kAll, sumOf(people));
    for (const int group : order)
        addGroup(group < 0 ? tr("（未回答）") : counting.labels().at(group),
                 people[static_cast<std::size_t>(group + 1)]);

    const auto refs = analysis.questionnaire.items();
    for (const auto &counted : counting.items()) {
        const auto &ref = refs[static_cast<std::size_t>(counted.item)];
        const auto add = [&](const QString &group, const Counter &counter) {
            analysis.rows.push_back(rowOf(ref, counted.item, group, counter));
            analysis.transitions.push_back(transitionOf(counted.item, group, counter, counted.options));
        };
        add(kAll, counting.total(counted));
        for (std::size_t i = 0; i < order.size(); ++i)
            add(analysis.groups.at(static_cast<qsizetype>(i) + 1), counting.counter(counted, order[i]));
    }
    adjust(analysis.questionnaire, analysis.rows, analysis.groups);
    addDistributions(analysis, after, linking, counting.groupsAfter(), order);
    addRepeatedItems(analysis, {before, after, linking, counting.groupsBefore(), counting.groupsAfter(), order});

    analysis.peopleBefore = linking.peopleBefore;
    analysis.peopleAfter = linking.peopleAfter;
    analysis.pairs = linking.pairs();
    analysis.waitingLinks = linking.countOf(LinkState::Waiting);
    analysis.links = linking.summary();
    analysis.linkedBy = options.by;
    analysis.acceptedLinks = linking.countOf(LinkState::Accepted);
    analysis.rejectedLinks = linking.countOf(LinkState::Rejected);
    analysis.undecidedTwice = linking.undecidedTwice();
    analysis.onlyBefore = static_cast<int>(linking.onlyBefore.size());
    analysis.onlyAfter = static_cast<int>(linking.onlyAfter.size());
    analysis.changedGroup = analysis.people.front().changedGroup;
    analysis.notUnderstood = analysis.people.front().notUnderstood;
    return analysis;
}

std::vector<int> peopleInCell(const ChangeAnalysis &analysis, const AnswerSheet &before,
                              const AnswerSheet &after, const Linking &linking, int item,
                              const QString &group, Mark beforeMark, Mark afterMark)
{
    GroupIndex groups(analysis.groupBy);
    std::vector<int> result;
    for (std::size_t i = 0; i < linking.links.size(); ++i) {
        const Link &link = linking.links[i];
        if (!link.counts() || before.mark(link.before, item) != beforeMark ||
            after.mark(link.after, item) != afterMark)
            continue;
        if (group != kAll) {
            int index = groups.of(before, link.before);
            if (index < 0)
                index = groups.of(after, link.after);
            if (foldText(index < 0 ? tr("（未回答）") : groups.labels().at(index)) != foldText(group))
                continue;
        }
        result.push_back(static_cast<int>(i));
    }
    return result;
}

} // namespace tane
