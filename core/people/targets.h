#pragma once

#include "people/ladderstatistics.h"

namespace tane {

/// What a programme aimed at for a target group, against where its people stand.
struct TargetComparison
{
    qint64 targetGroup = 0;
    QString name;
    LevelRange entry, outcome, action; ///< as planned; empty where none was given
    bool comparable = true;            ///< false: the ladder no longer has the steps that `outcome` speaks of
    bool participants = false; ///< its people are those who answered at a workshop; else all with that role
    std::vector<qint64> below, reached, above, notAssessed; ///< against `outcome`
    [[nodiscard]] int people() const
    {
        return static_cast<int>(below.size() + reached.size() + above.size() + notAssessed.size());
    }
};
/// A plan writes its levels on the five published steps ("level 1-1"): the same range on the officer's
/// ladder, by the names of the steps. Steps she put between two belong to what lies between. Nothing when a
/// step that the range needs is not on the ladder.
[[nodiscard]] std::optional<LevelRange> onLadder(const LevelRange &planned, const Ladder &ladder);

/// One for each target group of the programme that has a level for the end of the training. A group's people
/// are those with a role of its name who answered at one of the programme's workshops; when the answers
/// belong to nobody yet, everybody with that role. Assessments up to and including `on` count.
[[nodiscard]] Result<std::vector<TargetComparison>>
compareTargets(Document &document, const Registry &registry, qint64 programme, QDate on);

} // namespace tane
