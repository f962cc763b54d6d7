#pragma once

#include "survey/change.h"
#include "survey/ranktests.h"

namespace tane {

/// One item, or one box of an item with several, compared between all who answered before and all who
/// answered after, without knowing who is who.
struct UnpairedRow
{
    int item = -1;
    QString itemCode;
    ItemKind kind = ItemKind::Other;
    QString group;
    int option = -1;                ///< the box compared; -1: the item's scale
    std::vector<int> before, after; ///< people by option; of a box: who ticked it, who did not
    UnpairedRanks ranks;
    int wanted = 0; ///< options 0 to this one count as reached
    int reachedBefore = 0, reachedAfter = 0;
    double difference = 0; ///< of the reached shares, after − before
    Interval interval;     ///< of it: Newcombe, 95 %
    double fisherP = 1;    ///< of reached or not, exact

    [[nodiscard]] int baseBefore() const { return ranks.before; }
    [[nodiscard]] int baseAfter() const { return ranks.after; }
    [[nodiscard]] bool isComparable() const { return baseBefore() > 0 && baseAfter() > 0; }
};

/// Of two distributions on one ordinal scale, best option first; `wanted` as in changeDetails(). They are
/// taken as independent: where many of the same people answered both times the tests say less than they
/// could, never more, as long as the two answers of a person agree more than those of strangers.
[[nodiscard]] UnpairedRow compareDistributions(std::vector<int> before, std::vector<int> after, int wanted = -1);

/// All items that can be compared, by item, then by group; boxes behind the scales.
[[nodiscard]] std::vector<UnpairedRow> compareUnpaired(const ChangeAnalysis &analysis);
/// Those of one item in one group.
[[nodiscard]] std::vector<UnpairedRow> compareUnpaired(const ChangeAnalysis &analysis, int item,
                                                       const QString &group, int wanted = -1);

/// What must stand wherever such a comparison is shown.
[[nodiscard]] QString unpairedHint();
/// One row in a plain sentence with its numbers.
[[nodiscard]] QString unpairedSentence(const ChangeAnalysis &analysis, const UnpairedRow &row);

} // namespace tane
