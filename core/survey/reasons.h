#pragma once

#include "survey/change.h"

namespace tane {

/// What somebody wrote beside the answer to an item asked once.
struct Reason
{
    int person = -1; ///< in the after sheet
    Mark mark = kUnanswered;
    QString text;
};

/// The free texts that belong to an item: written beside its mark, or to the text items that follow it in its
/// set ("Ⅲ-1理由"). Those who count in its distribution and belong to the group ("all" or a value of
/// analysis.groups), best answer first, those without an answer last.
[[nodiscard]] std::vector<Reason> reasonsOf(const ChangeAnalysis &analysis, const AnswerSheet &after,
                                            const Linking &linking, int item, const QString &group);

} // namespace tane
