#pragma once

#include "base/rounding.h"
#include "chart/chartspec.h"
#include "survey/linking.h"

#include <optional>

namespace tane {

enum class Judgement { Up, Stay, Down };

enum class GroupBy { None, Role, Affiliation, Experience, Area };
[[nodiscard]] QString groupByName(GroupBy by); ///< "立場"
[[nodiscard]] QString groupByKey(GroupBy by);  ///< "role"
[[nodiscard]] std::optional<GroupBy> groupByFromKey(QStringView key);

/// A confidence interval and tests for one row; all of them need only up, down and n.
struct ChangeStatistics
{
    double net = 0;    ///< (up − down) / n
    double netLow = 0; ///< Tango (1998), score interval, 95 %
    double netHigh = 0;
    double signP = 1; ///< exact two-sided sign test on the changed
    double holmP = 1; ///< Holm over the items of the set, within the group
};

struct ChangeRow
{
    int item = -1; ///< index into Questionnaire::items()
    QString itemCode;
    ItemKind kind = ItemKind::Other;
    QString group; ///< "all" or the value ("コーディネーター")
    int up = 0, stay = 0, down = 0;
    int unpairedBefore = 0; ///< answered this item before, but not (or not surely the same person) after
    int unpairedAfter = 0;
    std::optional<ChangeStatistics> statistics; ///< empty when n is 0
    [[nodiscard]] int n() const { return up + stay + down; }
    [[nodiscard]] Percent upPercent() const { return Percent::of(up, n()); }
    [[nodiscard]] Percent stayPercent() const { return Percent::of(stay, n()); }
    [[nodiscard]] Percent downPercent() const { return Percent::of(down, n()); }
};

/// before × after of one item in one group: [before option][after option], best option first; and how those
/// answered, by option, who have no pair.
struct TransitionTable
{
    int item = -1;
    QString group;
    std::vector<std::vector<int>> counts;
    std::vector<int> onlyBefore = {}, onlyAfter = {};

    enum class Whose {
        Pairs,   ///< who answered both times
        Everyone ///< the others, too
    };
    /// How many chose each option.
    [[nodiscard]] std::vector<int> before(Whose whose) const;
    [[nodiscard]] std::vector<int> after(Whose whose) const;
};

/// One option of an item with several marks ("知りたい・活用してみたい"), asked before and after: how many
/// ticked it. People are not joined.
struct TickRow
{
    int item = -1;
    QString itemCode;
    QString group;
    int option = 0;
    int before = 0, after = 0;         ///< who ticked it
    int baseBefore = 0, baseAfter = 0; ///< all who answered: an empty box is an answer, too
};

/// How many went up, stayed and went down between two answers of one person.
struct Moves
{
    int up = 0, stay = 0, down = 0;
    friend bool operator==(const Moves &, const Moves &) = default;
};

/// An item that was asked again after the workshop about the time before ("then"): the three answers of those
/// who gave all of them. What somebody said before stays what it is; a difference of then and before shows
/// that the measure itself moved (G. S. Howard, Evaluation Review 4 (1980) 93–106).
struct LookBackRow
{
    int item = -1;     ///< asked before and after
    int thenItem = -1; ///< the one that looks back to it
    QString itemCode;
    QString group;
    Moves afterBefore, afterThen, thenBefore;
    [[nodiscard]] int n() const { return afterBefore.up + afterBefore.stay + afterBefore.down; }
};

/// Distribution of an item that is asked once (satisfaction).
struct DistributionRow
{
    int item = -1;
    QString itemCode;
    QString group;
    std::vector<int> counts; ///< per option
    int unanswered = 0;
    [[nodiscard]] int n() const;
};

/// How many people a group has, and what of theirs does not count or waits.
struct GroupPeople
{
    QString group; ///< "all" or the value
    int before = 0, after = 0, pairs = 0;
    int waiting = 0;              ///< links to be confirmed, by the person before
    int twice = 0, twiceOpen = 0; ///< people with several answers in a wave; those not decided yet
    int changedGroup = 0;         ///< pairs that say another group afterwards
    int notUnderstood = 0;        ///< marks
};

struct ChangeAnalysis
{
    Questionnaire questionnaire;
    GroupBy groupBy = GroupBy::Role;
    QStringList groups;          ///< "all" first, then values: commonest first; "（未回答）" last
    std::vector<ChangeRow> rows; ///< by item, then by group
    std::vector<TransitionTable> transitions;   ///< same order as rows
    std::vector<DistributionRow> distributions; ///< items asked only after
    std::vector<TickRow> ticks;                 ///< by item, option, then group
    std::vector<LookBackRow> lookBacks;         ///< by item, then group
    int peopleBefore = 0, peopleAfter = 0, pairs = 0, waitingLinks = 0, acceptedLinks = 0, rejectedLinks = 0,
        undecidedTwice = 0;
    int onlyBefore = 0, onlyAfter = 0; ///< people, waiting links included
    int changedGroup = 0;              ///< pairs whose group value differs; they count in the one before
    int notUnderstood = 0;             ///< marks that could not be understood, both waves
    LinkSummary links;                 ///< what the pairs rest on, and how double answers were settled
    std::vector<GroupPeople> people;   ///< same order as groups
    bool latestRule = false;
    LinkOptions::By linkedBy = LinkOptions::By::Auto;

    [[nodiscard]] const ChangeRow *row(int item, const QString &group) const;
    [[nodiscard]] const TransitionTable *transition(int item, const QString &group) const;
    /// Of a group; of everybody when there is no such group.
    [[nodiscard]] const GroupPeople &peopleOf(const QString &group) const;
};

/// "all" as the officer reads it: "全体"; other values unchanged.
[[nodiscard]] QString groupLabel(const QString &group);

[[nodiscard]] ChangeAnalysis analyseChange(const Questionnaire &questionnaire, const AnswerSheet &before,
                                           const AnswerSheet &after, const Linking &linking,
                                           const LinkOptions &options, GroupBy groupBy);

/// Indexes into linking.links of the pairs in one cell of a transition table, in the order of the before
/// sheet.
[[nodiscard]] std::vector<int> peopleInCell(const ChangeAnalysis &analysis, const AnswerSheet &before,
                                            const AnswerSheet &after, const Linking &linking, int item,
                                            const QString &group, Mark beforeMark, Mark afterMark);

/// The hint that must stand wherever a result of this kind is shown.
[[nodiscard]] QString kindHint(ItemKind kind);
/// A draft of the reading of one row: a few plain sentences with their reason; never calls a practice item
/// "improved" or "failed". Says where there was no room to rise, and whether those who left before the second
/// questionnaire had answered alike.
[[nodiscard]] QString readingDraft(const ChangeAnalysis &analysis, const ChangeRow &row);

/// Whether those who answered before only had answered as the others did before; empty when there are none.
[[nodiscard]] QString dropOutSentence(const ChangeAnalysis &analysis, const TransitionTable &table);

/// Charts of an analysis: one set in one group; the transition table of an item.
[[nodiscard]] ChartSpec changeChart(const ChangeAnalysis &analysis, const ItemSet &set, const QString &group);
/// The part of its note that says who is not in it.
[[nodiscard]] QString leftOutNote(const ChangeAnalysis &analysis, const ItemSet &set, const QString &group);
[[nodiscard]] ChartSpec transitionChart(const ChangeAnalysis &analysis, int item, const QString &group);

} // namespace tane
