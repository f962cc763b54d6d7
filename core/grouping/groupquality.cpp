#include "grouping/groupbounds.h"
#include "grouping/groupreasons.h"
#include "grouping/seating.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

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

int peopleWith(const GroupProblem &problem, int attribute, int value)
{
    return static_cast<int>(std::ranges::count_if(problem.members, [=](const GroupMember &member) {
        const std::vector<int> &values = member.values[at(attribute)];
        return std::ranges::find(values, value) != values.end();
    }));
}

/// Values of at least two people, and which of them sit in more groups than their number needs: of twenty in
/// groups of six nobody expects to sit in one.
void qualityOfTogether(const GroupProblem &problem, const Grouping &grouping, const GroupRule &rule,
                       RuleQuality &quality)
{
    const GroupAttribute &attribute = problem.attributes[at(rule.attribute)];
    quality.unit = attribute.name;
    QStringList torn;
    std::set<int> missed;
    for (int value = 0; value < attribute.values.size(); ++value) {
        std::set<int> groups;
        for (std::size_t member = 0; member < problem.members.size(); ++member) {
            const std::vector<int> &values = problem.members[member].values[at(rule.attribute)];
            if (std::ranges::find(values, value) != values.end())
                groups.insert(grouping.group[member]);
        }
        const int people = peopleWith(problem, rule.attribute, value);
        if (people < 2)
            continue;
        ++quality.total;
        const int needed = (people + problem.largest - 1) / std::max(1, problem.largest);
        if (static_cast<int>(groups.size()) <= std::max(1, needed)) {
            ++quality.met;
        } else {
            torn << attribute.values.at(value);
            missed.insert(groups.begin(), groups.end());
        }
    }
    quality.groups.assign(missed.begin(), missed.end());
    quality.where = torn.join(Texts::tr("、"));
}

void qualityOfStay(const GroupProblem &problem, const Grouping &grouping, RuleQuality &quality)
{
    quality.unit = Texts::tr("人");
    for (std::size_t member = 0; member < problem.current.size(); ++member) {
        if (problem.current[member] < 0)
            continue;
        ++quality.total;
        quality.met += problem.current[member] == grouping.group[member] ? 1 : 0;
    }
}

QString whyTooFew(const GroupProblem &problem, const GroupRule &rule)
{
    const QString value = problem.attributes[at(rule.attribute)].values.at(rule.value);
    const int people = peopleWith(problem, rule.attribute, rule.value);
    if (people == 0)
        return Texts::tr("%1がいないので、どの班にも入れられません").arg(value);
    if (rule.count > problem.largest)
        return Texts::tr("1班は%1人までなので、%2を%3人ずつは入れられません")
            .arg(QString::number(problem.largest), value, QString::number(rule.count));
    return rule.count == 1 ? Texts::tr("%1は%2人なので、%3班すべてには入れられません")
                                 .arg(value, QString::number(people), QString::number(problem.groups))
                           : Texts::tr("%1は%2人なので、%3班すべてに%4人ずつは入れられません")
                                 .arg(value, QString::number(people), QString::number(problem.groups),
                                      QString::number(rule.count));
}

QString whyTorn(const GroupProblem &problem, const GroupRule &rule, std::int32_t bound)
{
    const GroupAttribute &attribute = problem.attributes[at(rule.attribute)];
    QStringList large;
    for (int value = 0; value < attribute.values.size(); ++value) {
        if (const int people = peopleWith(problem, rule.attribute, value); people > problem.largest)
            large << Texts::tr("%1は%2人").arg(attribute.values.at(value)).arg(people);
    }
    if (!large.isEmpty())
        return Texts::tr("%1なので、1班%2人までの班1つには収まりません")
            .arg(large.join(Texts::tr("、")))
            .arg(problem.largest);
    return Texts::tr("%1ごとの人数の組み合わせでは、1班%2～%3人の%4班をちょうど作れないので、少なくとも%"
                     "5回は分かれます")
        .arg(attribute.name, QString::number(problem.smallest), QString::number(problem.largest),
             QString::number(problem.groups), QString::number(bound));
}

QString whyMeeting(const GroupProblem &problem, const GroupRule &rule)
{
    const GroupAttribute &attribute = problem.attributes[at(rule.attribute)];
    QStringList many;
    for (int value = 0; value < attribute.values.size(); ++value) {
        if (const int people = peopleWith(problem, rule.attribute, value); people > problem.groups)
            many << Texts::tr("%1は%2人").arg(attribute.values.at(value)).arg(people);
    }
    return Texts::tr("%1なので、%2班では同じ班になる方が出ます")
        .arg(many.join(Texts::tr("、")))
        .arg(problem.groups);
}

} // namespace

std::vector<RuleQuality> ruleQualities(const GroupProblem &problem, const Grouping &grouping)
{
    const SeatingRules rules(problem);
    Seating seating(rules);
    seating.assign(grouping.group);
    std::vector<RuleQuality> qualities;
    for (std::size_t i = 0; i < problem.rules.size(); ++i) {
        const GroupRule &rule = problem.rules[i];
        RuleQuality quality;
        quality.title = ruleTitle(problem, rule);
        quality.rank = rule.rank;
        quality.missed = seating.missedBy(static_cast<int>(i));
        quality.bound = i < grouping.rules.size() ? grouping.rules[i].bound : ruleBound(problem, rule);
        quality.best = quality.missed <= quality.bound;
        if (rule.kind == Kind::Together) {
            qualityOfTogether(problem, grouping, rule, quality);
        } else if (rule.kind == Kind::Stay) {
            qualityOfStay(problem, grouping, quality);
        } else {
            quality.unit = Texts::tr("班");
            quality.total = problem.groups;
            QStringList where;
            for (int group = 0; group < problem.groups; ++group) {
                if (seating.missedBy(static_cast<int>(i), group) == 0) {
                    ++quality.met;
                } else {
                    quality.groups.push_back(group);
                    where << Texts::tr("%1班").arg(group + 1);
                }
            }
            quality.where = where.join(Texts::tr("、"));
        }
        qualities.push_back(std::move(quality));
    }
    return qualities;
}

std::vector<ImpossibleRule> impossibleRules(const GroupProblem &problem)
{
    std::vector<ImpossibleRule> list;
    const SeatingRules rules(problem);
    for (const std::vector<int> &block : rules.blocks()) {
        const int people = static_cast<int>(block.size());
        if (people > problem.largest)
            list.push_back(
                {-1,
                 Texts::tr("必ず同じ班にする方が%1人つながっているので、1班%2人までの班1つには収まりません")
                     .arg(people)
                     .arg(problem.largest)});
    }
    for (std::size_t i = 0; i < problem.rules.size(); ++i) {
        const GroupRule &rule = problem.rules[i];
        const std::int32_t bound = ruleBound(problem, rule);
        if (bound == 0)
            continue;
        QString why;
        switch (rule.kind) {
        case Kind::Spread:
            break; // always possible by itself
        case Kind::AtLeast:
            why = whyTooFew(problem, rule);
            break;
        case Kind::Together:
            why = whyTorn(problem, rule, bound);
            break;
        case Kind::Apart:
            why = whyMeeting(problem, rule);
            break;
        case Kind::NotAgain:
            why = Texts::tr("前回の1班の人数が今回の班の数より多いので、同じ顔ぶれが少なくとも%1組できます")
                      .arg(bound);
            break;
        case Kind::Stay:
            why = Texts::tr("今の班のままでは1班%1～%2人にならないので、少なくとも%3人が動きます")
                      .arg(problem.smallest)
                      .arg(problem.largest)
                      .arg(bound);
            break;
        }
        list.push_back({static_cast<int>(i), why});
    }
    return list;
}

} // namespace tane
