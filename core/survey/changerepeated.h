#pragma once

#include "survey/change.h"

namespace tane {

/// Who is counted where.
struct RepeatedAnswerers
{
    const AnswerSheet &before, &after;
    const Linking &linking;
    const std::vector<int> &groupsBefore, &groupsAfter; ///< by person; -1: not known
    const std::vector<int> &order;                      ///< groups as they stand in analysis.groups, behind "all"
};

/// Fills `ticks` and `lookBacks` of an analysis that has its questionnaire and groups.
void addRepeatedItems(ChangeAnalysis &analysis, const RepeatedAnswerers &people);

} // namespace tane
