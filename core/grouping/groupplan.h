#pragma once

#include "grouping/grouppeople.h"

namespace tane {

/// A rule by the name of its column, before the people are known.
struct PlannedRule
{
    GroupRule::Kind kind = GroupRule::Kind::Spread;
    QString column; ///< empty: municipal officers (AtLeast only)
    QString value;  ///< of AtLeast
    int count = 1;
    std::optional<int> rank; ///< 0 must hold; without: after the one before
    QString title;
    QString place;    ///< "rules[2]" in its file; empty: from a preset, which leaves out what the list has no
                      ///< column for
    bool off = false; ///< kept, but not used now
};
/// Its title, or one made from what it says.
[[nodiscard]] QString plannedTitle(const PlannedRule &rule);

/// People named by 受付番号 or 氏名.
struct PlannedPair
{
    QString first, second;
    QString place = {};
};
struct PlannedSeat
{
    QString person;
    int group = 0; ///< from 1
    QString place;
};

/// What groups are asked for, in words of the list: presets, the rules file and the command line together.
struct GroupPlan
{
    std::optional<int> smallest, largest, groups;
    std::vector<PlannedRule> rules;
    std::vector<PlannedPair> together, apart;
    std::vector<PlannedSeat> fixed;
    QString file; ///< of the rules, for messages
};

enum class GroupPreset {
    Mixed, ///< across areas (trial ①)
    Area   ///< people of an area or centre together (trial ②)
};

/// The ranked wishes of a preset. `kept`: the column to keep together; of Area 圏域, or センター, when it is
/// empty.
[[nodiscard]] std::vector<PlannedRule> presetRules(GroupPreset preset, const WorkshopPeople &people,
                                                   const QString &kept = {});

/// Reads a rules file (docs/group-rules.md). Errors: BadFormat with the place, such as "rules[2].column".
[[nodiscard]] Result<GroupPlan> parseGroupPlan(const QByteArray &json, const QString &fileName);
/// The same written; ranks are always said. Lists of more than two people come back as their pairs.
[[nodiscard]] QByteArray groupPlanJson(const GroupPlan &plan);

/// A problem for the solver, and what was decided on the way.
struct PlannedGroups
{
    GroupProblem problem;
    QStringList notes;        ///< columns that are missing, how the number of groups came about
    bool countChosen = false; ///< the last note is about the number of groups, which could be another
    std::vector<int> planned; ///< by rule of the problem: the index in the plan
};

/// Joins plan and people. What names somebody or a column that is not there becomes a problem with its place.
/// Errors: Usage when no number of groups has the sizes asked for.
[[nodiscard]] Result<PlannedGroups> planGroups(const GroupPlan &plan, const WorkshopPeople &people,
                                               std::vector<Problem> &problems);

/// The same for groups that are there already, whatever their sizes.
struct GroupShape
{
    int groups = 0, smallest = 0, largest = 0;
};
[[nodiscard]] Result<PlannedGroups> planGroups(const GroupPlan &plan, const WorkshopPeople &people,
                                               const GroupShape &shape, std::vector<Problem> &problems);

} // namespace tane
