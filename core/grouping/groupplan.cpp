#include "grouping/groupplan.h"

#include "base/textfold.h"
#include "grouping/groupreasons.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace tane {

namespace {

using Kind = GroupRule::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupPlan)
};

constexpr int kUsualSmallest = 5, kUsualLargest = 6; // 002: groups of five to six

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// Turns words into indices.
class Planner
{
public:
    Planner(const GroupPlan &plan, const WorkshopPeople &people, std::vector<Problem> &problems)
        : m_plan(plan)
        , m_people(people)
        , m_problems(problems)
    {
        m_result.problem.members.resize(people.people.size());
        for (std::size_t i = 0; i < people.people.size(); ++i) {
            m_result.problem.members[i].name = people.people[i].name;
            m_byName[foldName(people.people[i].name)].push_back(static_cast<int>(i));
            if (people.people[i].participant != 0)
                m_byNumber.insert(foldText(participantWord(people.people[i].participant)),
                                  static_cast<int>(i));
            if (!people.people[i].number.isEmpty())
                m_byNumber.insert(foldText(people.people[i].number), static_cast<int>(i));
        }
    }

    Result<PlannedGroups> run(const GroupShape *shape)
    {
        if (shape != nullptr) {
            m_result.problem.groups = shape->groups;
            m_result.problem.smallest = shape->smallest;
            m_result.problem.largest = shape->largest;
        } else {
            TANE_CHECK(sizes());
        }
        int rank = 0;
        for (std::size_t i = 0; i < m_plan.rules.size(); ++i) {
            const PlannedRule &rule = m_plan.rules[i];
            if (rule.off)
                continue;
            rank = std::min(rule.rank.value_or(rank + 1), kGroupRanks - 1);
            if (addRule(rule, rank))
                m_result.planned.push_back(static_cast<int>(i));
            else if (rule.place.isEmpty() && rank > 0)
                --rank; // the preset's next wish takes its place
        }
        addPairs(m_plan.together, m_result.problem.together);
        addPairs(m_plan.apart, m_result.problem.apart);
        fixSeats();
        return std::move(m_result);
    }

private:
    void complain(const QString &place, const QString &message)
    {
        m_problems.push_back({m_plan.file, {}, place, message, {}});
    }

    Result<> sizes()
    {
        GroupProblem &problem = m_result.problem;
        const int people = static_cast<int>(m_people.people.size());
        const bool sizesGiven = m_plan.smallest || m_plan.largest;
        problem.smallest =
            m_plan.smallest.value_or(std::min(kUsualSmallest, m_plan.largest.value_or(kUsualSmallest)));
        problem.largest = m_plan.largest.value_or(std::max(kUsualLargest, problem.smallest));
        if (m_plan.groups) {
            problem.groups = *m_plan.groups;
            if (!sizesGiven) {
                problem.smallest = people / problem.groups;
                problem.largest = (people + problem.groups - 1) / problem.groups;
            }
            if (people < problem.groups)
                return fail(ErrorCode::Usage,
                            Texts::tr("%1人を%2班には分けられません。").arg(people).arg(problem.groups));
            if (people >= problem.groups * problem.smallest && people <= problem.groups * problem.largest)
                return {};
            return noWay();
        }
        const std::vector<int> counts = possibleGroupCounts(people, problem.smallest, problem.largest);
        if (counts.empty())
            return noWay();
        chooseCount(counts);
        return {};
    }

    /// The most groups that still have two municipal officers each; else the fewest groups.
    void chooseCount(const std::vector<int> &counts)
    {
        const auto officers = static_cast<int>(std::ranges::count(officersOf(m_people), true));
        int chosen = counts.front();
        for (const int count : counts) {
            if (2 * count <= officers)
                chosen = count;
        }
        m_result.problem.groups = chosen;
        if (counts.size() == 1)
            return;
        m_result.countChosen = true;
        m_result.notes << (2 * chosen <= officers
                               ? Texts::tr("%1～%2班にできるうち、市町村担当者（%3人）が各班に2人ずつ入る%"
                                           "4班にしました。")
                               : Texts::tr("%1～%2班にできますが、市町村担当者（%"
                                           "3人）が各班に2人ずつは入らないので、いちばん少ない%"
                                           "4班にしました。"))
                              .arg(counts.front())
                              .arg(counts.back())
                              .arg(officers)
                              .arg(chosen);
    }

    [[nodiscard]] std::unexpected<Error> noWay() const
    {
        const GroupProblem &problem = m_result.problem;
        const int people = static_cast<int>(m_people.people.size());
        QStringList ways;
        for (const auto &[low, high] : {std::pair(problem.smallest - 1, problem.largest),
                                        std::pair(problem.smallest, problem.largest + 1)}) {
            if (const std::vector<int> counts = possibleGroupCounts(people, low, high); !counts.empty())
                ways << Texts::tr("1班%1～%2人なら%3班").arg(low).arg(high).arg(counts.front());
        }
        return fail(ErrorCode::Usage,
                    Texts::tr("%1人は、1班%2～%3人%4に分けられません。%5")
                        .arg(QString::number(people), QString::number(problem.smallest),
                             QString::number(problem.largest),
                             m_plan.groups ? Texts::tr("の%1班").arg(*m_plan.groups) : QString(),
                             ways.isEmpty() ? Texts::tr("班の人数を変えてください。")
                                            : Texts::tr("%1にできます。").arg(ways.join(Texts::tr("、")))));
    }

    /// Index of the attribute of a column, made once; -1 without the column.
    int attribute(const QString &name)
    {
        const int column = m_people.column(name);
        if (column < 0)
            return -1;
        if (!m_attributes.contains(column))
            m_attributes.insert(column, addAttribute(m_result.problem, m_people, column));
        return m_attributes.value(column);
    }

    bool addRule(const PlannedRule &planned, int rank)
    {
        GroupRule rule;
        rule.kind = planned.kind;
        rule.count = planned.count;
        rule.rank = rank;
        rule.title = planned.title;
        if (planned.kind == Kind::NotAgain) {
            if (!lastTables(planned))
                return false;
        } else if (planned.column.isEmpty()) {
            if (m_people.column(fieldName(Field::Role)) < 0)
                return missing(planned, fieldName(Field::Role));
            rule.attribute = addOfficers(m_result.problem, m_people);
            rule.value = 0;
        } else {
            rule.attribute = attribute(planned.column);
            if (rule.attribute < 0)
                return missing(planned, planned.column);
            if (planned.kind == Kind::AtLeast && !findValue(planned, rule))
                return false;
        }
        m_result.problem.rules.push_back(std::move(rule));
        return true;
    }

    bool missing(const PlannedRule &planned, const QString &column)
    {
        if (planned.place.isEmpty())
            m_result.notes << Texts::tr("「%1」の列がないので、この条件は使いません。").arg(column);
        else
            complain(QString(planned.place + QStringLiteral(".column")),
                     Texts::tr("「%1」の列が名簿にありません。ある列：%2")
                         .arg(column, QStringList(m_people.columns).join(Texts::tr("、"))));
        return false;
    }

    /// A value nobody has is added: then no group can have it, and the result says so.
    bool findValue(const PlannedRule &planned, GroupRule &rule)
    {
        GroupAttribute &attribute = m_result.problem.attributes[at(rule.attribute)];
        for (int value = 0; value < attribute.values.size(); ++value) {
            if (foldText(attribute.values.at(value)) == foldText(planned.value))
                rule.value = value;
        }
        if (rule.value < 0) {
            rule.value = static_cast<int>(attribute.values.size());
            attribute.values << planned.value;
        }
        return true;
    }

    bool lastTables(const PlannedRule &planned)
    {
        const QString name = planned.column.isEmpty() ? kLastTable.toString() : planned.column;
        const int column = m_people.column(name);
        if (column < 0)
            return planned.place.isEmpty() ? false : missing(planned, name);
        QHash<QString, int> tables;
        std::vector<int> earlier;
        for (int person = 0; person < static_cast<int>(m_people.people.size()); ++person) {
            const QString table = foldText(m_people.cell(person, column));
            if (!table.isEmpty() && !tables.contains(table))
                tables.insert(table, static_cast<int>(tables.size()));
            earlier.push_back(tables.value(table, -1));
        }
        m_result.problem.earlier = std::move(earlier);
        return true;
    }

    /// Somebody by 受付番号, else by 氏名; -1 with a problem.
    int person(const QString &word, const QString &place)
    {
        if (const auto it = m_byNumber.constFind(foldText(word)); it != m_byNumber.constEnd())
            return *it;
        const std::vector<int> named = m_byName.value(foldName(word));
        if (named.size() == 1)
            return named.front();
        const bool leftOut = std::ranges::any_of(m_people.leftOut, [&](const WorkshopPeople::LeftOut &each) {
            return foldText(each.person.number) == foldText(word) ||
                   foldName(each.person.name) == foldName(word);
        });
        complain(place, named.size() > 1
                            ? Texts::tr("「%1」さんは複数います。受付番号で書いてください。").arg(word)
                        : leftOut ? Texts::tr("「%1」さんは班に入らない方です。").arg(word)
                                  : Texts::tr("「%1」さんが名簿にいません。").arg(word));
        return -1;
    }

    void addPairs(const std::vector<PlannedPair> &planned, std::vector<std::pair<int, int>> &pairs)
    {
        for (const PlannedPair &pair : planned) {
            const int first = person(pair.first, pair.place), second = person(pair.second, pair.place);
            if (first >= 0 && first == second)
                complain(pair.place, Texts::tr("同じ方が2回書かれています。"));
            else if (first >= 0 && second >= 0)
                pairs.emplace_back(first, second);
        }
    }

    void fixSeats()
    {
        GroupProblem &problem = m_result.problem;
        for (const PlannedSeat &seat : m_plan.fixed) {
            const int who = person(seat.person, seat.place);
            if (seat.group > problem.groups)
                complain(seat.place,
                         Texts::tr("%1班はありません（%2班までです）。").arg(seat.group).arg(problem.groups));
            else if (who >= 0)
                problem.members[at(who)].fixedGroup = seat.group - 1;
        }
        const int column = m_people.column(kFixedTable.toString());
        for (int who = 0; column >= 0 && who < static_cast<int>(problem.members.size()); ++who) {
            QString text = asciiDigits(m_people.cell(who, column));
            if (text.isEmpty())
                continue;
            if (text.endsWith(u'班'))
                text.chop(1);
            bool isNumber = false;
            const int group = text.trimmed().toInt(&isNumber);
            if (isNumber && group >= 1 && group <= problem.groups)
                problem.members[at(who)].fixedGroup = group - 1;
            else
                m_problems.push_back(m_people.problem(
                    who, column,
                    Texts::tr("班の番号は1から%1までの数字で書いてください。").arg(problem.groups)));
        }
    }

    const GroupPlan &m_plan;
    const WorkshopPeople &m_people;
    std::vector<Problem> &m_problems;
    PlannedGroups m_result;
    QHash<int, int> m_attributes; ///< by column
    QHash<QString, std::vector<int>> m_byName;
    QHash<QString, int> m_byNumber;
};

} // namespace

std::vector<PlannedRule> presetRules(GroupPreset preset, const WorkshopPeople &people, const QString &kept)
{
    const auto has = [&](Field field) { return people.column(fieldName(field)) >= 0; };
    const QString area =
        has(Field::Area) || !has(Field::Centre) ? fieldName(Field::Area) : fieldName(Field::Centre);
    std::vector<PlannedRule> rules;
    const auto add = [&rules](Kind kind, const QString &column, const QString &title = {}) {
        PlannedRule rule;
        rule.kind = kind;
        rule.column = column;
        rule.title = title;
        rules.push_back(rule);
    };
    if (preset == GroupPreset::Area || !kept.isEmpty())
        add(Kind::Together, kept.isEmpty() ? area : kept);
    PlannedRule officers;
    officers.kind = Kind::AtLeast;
    officers.count = 2;
    officers.title = Texts::tr("どの班にも進行・書記になる市町村担当者が2人");
    rules.push_back(officers);
    add(Kind::Spread, fieldName(Field::Role));
    add(Kind::NotAgain, {});
    if (preset == GroupPreset::Mixed)
        add(Kind::Spread, area);
    add(Kind::Spread, has(Field::AffiliationType) || !has(Field::Affiliation)
                          ? fieldName(Field::AffiliationType)
                          : fieldName(Field::Affiliation));
    add(Kind::Spread, fieldName(Field::Experience));
    add(Kind::Spread, fieldName(Field::Qualifications));
    return rules;
}

Result<PlannedGroups> planGroups(const GroupPlan &plan, const WorkshopPeople &people,
                                 std::vector<Problem> &problems)
{
    return Planner(plan, people, problems).run(nullptr);
}

Result<PlannedGroups> planGroups(const GroupPlan &plan, const WorkshopPeople &people, const GroupShape &shape,
                                 std::vector<Problem> &problems)
{
    return Planner(plan, people, problems).run(&shape);
}

QString plannedTitle(const PlannedRule &rule)
{
    // As the title of a rule whose one attribute is its column.
    GroupProblem problem;
    problem.attributes.push_back(
        {rule.column, {rule.column.isEmpty() ? Texts::tr("市町村担当者") : rule.value}});
    GroupRule said;
    said.kind = rule.kind;
    said.attribute = said.value = 0;
    said.count = rule.count;
    said.title = rule.title;
    return ruleTitle(problem, said);
}

} // namespace tane
