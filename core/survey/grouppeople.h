#pragma once

#include "survey/change.h"

namespace tane {

/// Counts the people of every group in one pass. `groupsBefore` and `groupsAfter` give the group of each
/// person (-1 = not known); the result is indexed by group + 1, without names.
[[nodiscard]] std::vector<GroupPeople> countGroupPeople(const AnswerSheet &before, const AnswerSheet &after,
                                                        const Linking &linking,
                                                        const std::vector<int> &groupsBefore,
                                                        const std::vector<int> &groupsAfter, int groups);

/// The sum over groups.
[[nodiscard]] GroupPeople sumOf(const std::vector<GroupPeople> &people);

} // namespace tane
