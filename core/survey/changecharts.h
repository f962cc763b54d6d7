#pragma once

#include "survey/change.h"
#include "survey/disclosureparts.h"

namespace tane {

/// The distributions of a set's items before and after, side by side around a line: at its right the options
/// up to wantedOption(). Pairs: those who answered both times; Everyone: all answers, not joined.
[[nodiscard]] ChartSpec distributionsChart(const ChangeAnalysis &analysis, const ItemSet &set,
                                           const QString &group, TransitionTable::Whose whose);
/// Who went from which answer to which, as ribbons.
[[nodiscard]] ChartSpec flowChart(const ChangeAnalysis &analysis, int item, const QString &group);
/// Up, stay and down of one item, all first and then group by group. Small groups as disclosureOfParts() says.
[[nodiscard]] ChartSpec changeByGroupChart(const ChangeAnalysis &analysis, int item, bool external = false);
/// The answers to an item asked once, all first and then group by group. Small groups as above.
[[nodiscard]] ChartSpec distributionByGroupChart(const ChangeAnalysis &analysis, int item,
                                                 bool external = false);
/// All satisfaction items of one scale under each other (図表-46–49), in one group. Empty when no two items
/// share their options.
[[nodiscard]] ChartSpec satisfactionChart(const ChangeAnalysis &analysis, const QString &group);

} // namespace tane
