#include "grouping/groupreasons.h"

#include "grouping/groupbounds.h"
#include "grouping/seating.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

using Kind = GroupRule::Kind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupReasons)
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

const GroupAttribute &attributeOf(const GroupProblem &problem, const GroupRule &rule)
{
    return problem.attributes[at(rule.attribute)];
}

QString valueName(const GroupProblem &problem, int attribute, int value)
{
    return problem.attributes[at(attribute)].values.at(value);
}

bool hasValue(const GroupMember &member, int attribute, int value)
{
    return std::ranges::find(member.values[at(attribute)], value) != member.values[at(attribute)].end();
}

QString groupName(int group)
{
    return Texts::tr("%1班").arg(group + 1);
}

QString groupNames(const std::vector<int> &groups)
{
    QStringList names;
    for (const int group : groups)
        names << groupName(group);
    return names.join(Texts::tr("、"));
}

QString personName(const GroupProblem &problem, int member)
{
    return Texts::tr("%1さん").arg(problem.members[at(member)].name);
}

QString personNames(const GroupProblem &problem, const std::vector<int> &members)
{
    QStringList names;
    for (const int member : members)
        names << personName(problem, member);
    return names.join(Texts::tr("、"));
}

/// The reasons of one seating; counts are made once.
class Reasons
{
public:
    Reasons(const GroupProblem &problem, const std::vector<int> &group)
        : m_problem(problem)
        , m_rules(problem)
        , m_seating(m_rules)
    {
        m_seating.assign(group);
    }

    SeatReason of(int member)
    {
        SeatReason reason;
        reason.member = member;
        reason.group = m_seating.groupOf(member);
        if (m_problem.members[at(member)].fixedGroup)
            reason.holds << Texts::tr("この席に固定されています");
        pairs(member, reason.holds);
        for (const GroupRule &rule : m_problem.rules) {
            if (const QString text = held(rule, member); !text.isEmpty())
                reason.holds << text;
        }
        findSwap(reason);
        return reason;
    }

private:
    [[nodiscard]] std::vector<int> withValue(int group, int attribute, int value) const
    {
        std::vector<int> people;
        for (int member = 0; member < static_cast<int>(m_problem.members.size()); ++member) {
            if ((group < 0 || m_seating.groupOf(member) == group) &&
                hasValue(m_problem.members[at(member)], attribute, value))
                people.push_back(member);
        }
        return people;
    }

    /// Those of the list in groups other than hers, as groups.
    [[nodiscard]] std::vector<int> otherGroups(const std::vector<int> &members, int member) const
    {
        std::vector<int> groups;
        for (const int other : members) {
            if (m_seating.groupOf(other) != m_seating.groupOf(member))
                groups.push_back(m_seating.groupOf(other));
        }
        std::ranges::sort(groups);
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        return groups;
    }

    void pairs(int member, QStringList &holds) const
    {
        const int group = m_seating.groupOf(member);
        for (const std::vector<int> &block : m_rules.blocks()) {
            std::vector<int> here;
            for (const int other : block) {
                if (other != member && m_seating.groupOf(other) == group)
                    here.push_back(other);
            }
            if (std::ranges::find(block, member) == block.end())
                continue;
            if (!here.empty())
                holds << Texts::tr("%1と必ず同じ班にする指定です").arg(personNames(m_problem, here));
            if (const std::vector<int> torn = otherGroups(block, member); !torn.empty())
                holds << Texts::tr("必ず同じ班にする方が%1にいて、守れていません").arg(groupNames(torn));
        }
        const std::vector<int> &apart = m_rules.apartFrom(member);
        const std::vector<int> here = besideHer(apart, member), elsewhere = otherGroups(apart, member);
        if (!here.empty())
            holds << Texts::tr("同じ班にしない%1もこの班にいて、守れていません")
                         .arg(personNames(m_problem, here));
        else if (!elsewhere.empty())
            holds << Texts::tr("同じ班にしない方が%1にいます").arg(groupNames(elsewhere));
    }

    /// What a rule has to do with her seat; empty when nothing holds her.
    [[nodiscard]] QString held(const GroupRule &rule, int member) const
    {
        switch (rule.kind) {
        case Kind::Spread:
            return heldBySpread(rule, member);
        case Kind::AtLeast:
            return heldByNumber(rule, member);
        case Kind::Together:
            return heldTogether(rule, member);
        case Kind::Apart:
            return heldApart(rule, member);
        case Kind::NotAgain:
            return heldByLastTime(member);
        case Kind::Stay:
            return at(member) < m_problem.current.size() &&
                           m_problem.current[at(member)] == m_seating.groupOf(member)
                       ? Texts::tr("これまでと同じ班です")
                       : QString();
        }
        return {};
    }

    [[nodiscard]] QString heldBySpread(const GroupRule &rule, int member) const
    {
        const int group = m_seating.groupOf(member);
        QStringList needed;
        for (const int value : m_problem.members[at(member)].values[at(rule.attribute)]) {
            const auto here = static_cast<int>(withValue(group, rule.attribute, value).size());
            const auto all = static_cast<int>(withValue(-1, rule.attribute, value).size());
            const int low = all * m_seating.sizeOf(group) / static_cast<int>(m_problem.members.size());
            if (here < low)
                needed << Texts::tr("「%1」の方はこの班に%2人必要ですが、この方を入れて%3人です")
                              .arg(valueName(m_problem, rule.attribute, value))
                              .arg(low)
                              .arg(here);
            else if (here == low)
                needed << (here == 1 ? Texts::tr("「%1」の方はこの班に1人で、その1人です")
                                           .arg(valueName(m_problem, rule.attribute, value))
                                     : Texts::tr("「%1」の方はこの班に%2人必要で、そのうちの1人です")
                                           .arg(valueName(m_problem, rule.attribute, value))
                                           .arg(low));
        }
        return needed.isEmpty() ? QString()
                                : about(rule, needed.join(Texts::tr("、")) + unlessKept(rule, member));
    }

    [[nodiscard]] QString heldByNumber(const GroupRule &rule, int member) const
    {
        if (!hasValue(m_problem.members[at(member)], rule.attribute, rule.value))
            return {};
        const auto here =
            static_cast<int>(withValue(m_seating.groupOf(member), rule.attribute, rule.value).size());
        if (here > rule.count)
            return {}; // one of them could go
        return about(rule, Texts::tr("この班の%1%2人のうちの1人です")
                                   .arg(valueName(m_problem, rule.attribute, rule.value))
                                   .arg(here) +
                               unlessKept(rule, member));
    }

    [[nodiscard]] QString heldTogether(const GroupRule &rule, int member) const
    {
        QStringList parts;
        for (const int value : m_problem.members[at(member)].values[at(rule.attribute)]) {
            const auto here =
                static_cast<int>(withValue(m_seating.groupOf(member), rule.attribute, value).size());
            const std::vector<int> elsewhere = otherGroups(withValue(-1, rule.attribute, value), member);
            const QString name = valueName(m_problem, rule.attribute, value);
            if (here > 1)
                parts << Texts::tr("同じ「%1」の%2人と一緒です").arg(name).arg(here - 1);
            if (!elsewhere.empty())
                parts << Texts::tr("「%1」の方は%2にもいます").arg(name, groupNames(elsewhere));
        }
        return parts.isEmpty() ? QString() : about(rule, parts.join(Texts::tr("。")));
    }

    /// Others of the list in her own group.
    [[nodiscard]] std::vector<int> besideHer(const std::vector<int> &members, int member) const
    {
        std::vector<int> here;
        for (const int other : members) {
            if (other != member && m_seating.groupOf(other) == m_seating.groupOf(member))
                here.push_back(other);
        }
        return here;
    }

    [[nodiscard]] QString heldApart(const GroupRule &rule, int member) const
    {
        QStringList parts;
        for (const int value : m_problem.members[at(member)].values[at(rule.attribute)]) {
            const std::vector<int> all = withValue(-1, rule.attribute, value);
            const std::vector<int> here = besideHer(all, member), elsewhere = otherGroups(all, member);
            const QString name = valueName(m_problem, rule.attribute, value);
            // Kept or not: never both of the same value.
            if (!here.empty())
                parts << Texts::tr("同じ「%1」の%2もこの班にいて、分けられていません")
                             .arg(name, personNames(m_problem, here));
            else if (!elsewhere.empty())
                parts << Texts::tr("同じ「%1」の方がいる%2と分けています").arg(name, groupNames(elsewhere));
        }
        return parts.isEmpty() ? QString() : about(rule, parts.join(Texts::tr("。")));
    }

    [[nodiscard]] QString heldByLastTime(int member) const
    {
        if (m_problem.earlier.empty() || m_problem.earlier[at(member)] < 0)
            return {};
        std::vector<int> before;
        for (int other = 0; other < static_cast<int>(m_problem.members.size()); ++other) {
            if (other != member && m_problem.earlier[at(other)] == m_problem.earlier[at(member)])
                before.push_back(other);
        }
        const std::vector<int> here = besideHer(before, member), elsewhere = otherGroups(before, member);
        if (!here.empty())
            return Texts::tr("前回同じ班だった%1もこの班にいて、避けられていません")
                .arg(personNames(m_problem, here));
        return elsewhere.empty()
                   ? QString()
                   : Texts::tr("前回同じ班だった方がいる%1と分けています").arg(groupNames(elsewhere));
    }

    /// She is needed here, but the group keeps the rule no better for it yet.
    [[nodiscard]] QString unlessKept(const GroupRule &rule, int member) const
    {
        const auto index = static_cast<int>(&rule - m_problem.rules.data());
        return m_seating.missedBy(index, m_seating.groupOf(member)) > 0
                   ? Texts::tr("。この班では、まだ満たせていません")
                   : QString();
    }

    /// A sentence with the rule it is about.
    [[nodiscard]] QString about(const GroupRule &rule, const QString &text) const
    {
        return Texts::tr("%1（%2）").arg(text, ruleTitle(m_problem, rule));
    }

    void findSwap(SeatReason &reason) const
    {
        if (m_problem.members[at(reason.member)].fixedGroup) {
            reason.swap = Texts::tr("席が固定されているため、入れ替えは考えません。");
            return;
        }
        for (int other = 0; other < static_cast<int>(m_problem.members.size()); ++other) {
            if (m_seating.groupOf(other) == reason.group || m_problem.members[at(other)].fixedGroup)
                continue;
            const GroupCost cost = m_seating.swapDelta(reason.member, other);
            if (reason.swapWith < 0 || cost < reason.swapCost) {
                reason.swapWith = other;
                reason.swapCost = cost;
            }
        }
        if (reason.swapWith < 0) {
            reason.swap = Texts::tr("入れ替えられる方がほかの班にいません。");
            return;
        }
        reason.swapByRule = m_seating.swapDeltaByRule(reason.member, reason.swapWith);
        reason.swap = swapText(reason);
    }

    [[nodiscard]] QString swapText(const SeatReason &reason) const
    {
        // The decisive rank first: rules by rank, the pairs (at the end of the list) before all.
        std::vector<std::size_t> order(reason.swapByRule.size());
        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = i;
        const auto rankOf = [&](std::size_t i) {
            return i < m_problem.rules.size() ? m_problem.rules[i].rank : -1;
        };
        std::ranges::stable_sort(order, {}, rankOf);
        QStringList worse, better;
        for (const std::size_t i : order) {
            const std::int32_t change = reason.swapByRule[i];
            if (change == 0)
                continue;
            const bool pair = i == m_problem.rules.size();
            const QString title =
                pair ? Texts::tr("同じ班にする・しない方の指定") : ruleTitle(m_problem, m_problem.rules[i]);
            const QString amount = missedText(pair ? Kind::Apart : m_problem.rules[i].kind, std::abs(change));
            (change > 0 ? worse : better) << Texts::tr("「%1」%2").arg(title, amount);
        }
        const QString who = Texts::tr("%1の%2").arg(groupName(m_seating.groupOf(reason.swapWith)),
                                                    personName(m_problem, reason.swapWith));
        if (worse.isEmpty() && better.isEmpty())
            return Texts::tr("%1と入れ替えても、条件の満たし方は変わりません。").arg(who);
        QStringList parts;
        if (!worse.isEmpty())
            parts << Texts::tr("%1が満たせなくなります").arg(worse.join(Texts::tr("、")));
        if (!better.isEmpty())
            parts << Texts::tr("%1がよくなります").arg(better.join(Texts::tr("、")));
        if (reason.swapCost < GroupCost())
            return Texts::tr("%1と入れ替えると、%2。").arg(who, parts.join(Texts::tr("が、")));
        return Texts::tr("影響がいちばん小さい%1との入れ替えでも、%2。")
            .arg(who, parts.join(Texts::tr("が、")));
    }

    const GroupProblem &m_problem;
    SeatingRules m_rules;
    Seating m_seating;
};

} // namespace

SeatReason seatReason(const GroupProblem &problem, const std::vector<int> &group, int member)
{
    return Reasons(problem, group).of(member);
}

std::vector<SeatReason> seatReasons(const GroupProblem &problem, const std::vector<int> &group)
{
    Reasons reasons(problem, group);
    std::vector<SeatReason> list;
    for (int member = 0; member < static_cast<int>(problem.members.size()); ++member)
        list.push_back(reasons.of(member));
    return list;
}

QString ruleTitle(const GroupProblem &problem, const GroupRule &rule)
{
    if (!rule.title.isEmpty())
        return rule.title;
    switch (rule.kind) {
    case Kind::Spread:
        return Texts::tr("%1を各班に偏りなく").arg(attributeOf(problem, rule).name);
    case Kind::AtLeast:
        return Texts::tr("どの班にも%1が%2人以上")
            .arg(valueName(problem, rule.attribute, rule.value))
            .arg(rule.count);
    case Kind::Together:
        return Texts::tr("同じ%1の方を同じ班に").arg(attributeOf(problem, rule).name);
    case Kind::Apart:
        return Texts::tr("同じ%1の方を別の班に").arg(attributeOf(problem, rule).name);
    case Kind::NotAgain:
        return Texts::tr("前回と同じ顔ぶれを避ける");
    case Kind::Stay:
        return Texts::tr("今の班から動かさない");
    }
    return {};
}

QString missedText(GroupRule::Kind kind, std::int32_t missed)
{
    switch (kind) {
    case Kind::Together:
        return Texts::tr("%1班分").arg(missed);
    case Kind::Apart:
    case Kind::NotAgain:
        return Texts::tr("%1組").arg(missed);
    default:
        return Texts::tr("%1人分").arg(missed);
    }
}

} // namespace tane
