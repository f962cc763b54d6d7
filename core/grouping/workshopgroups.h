#pragma once

#include "grouping/groupdraft.h"
#include "grouping/groupplan.h"
#include "grouping/groupreasons.h"
#include "grouping/grouprepair.h"
#include "participants/participant.h"

namespace tane {

/// The groups of a workshop as one draft has them, as values.
struct WorkshopGroups
{
    GroupSeating seating;
    std::vector<Participant> participants; ///< everybody of the workshop, in the order they came in
    WorkshopPeople people;                 ///< those who sit in groups; `leftOut`: all others who came in
    std::vector<int> group;                ///< by person: her group from 0; -1: no seat yet
    std::vector<GroupDuty> duties;         ///< by person: as the officer set it
    std::vector<bool> pinned;              ///< by person
    GroupPlan plan;                        ///< the rules of the draft

    [[nodiscard]] int groups() const { return seating.groups(); }
    /// A person by her participant; -1 when she sits in no group.
    [[nodiscard]] int personOf(qint64 participant) const;
    [[nodiscard]] const Participant *participant(qint64 id) const;
    /// Who moderates and who writes, by group.
    [[nodiscard]] std::vector<GroupRoles> roles() const;
    /// Participants who have a seat and do not come (any more): absent, cancelled, observers, online.
    [[nodiscard]] std::vector<qint64> missing() const;
    /// People of `people` without a seat.
    [[nodiscard]] std::vector<int> unseated() const;
};

/// What is known of a draft. Errors: NotFound; BadFormat when its rules cannot be read.
[[nodiscard]] Result<WorkshopGroups> loadWorkshopGroups(Document &document, qint64 draft);
/// A draft that is not stored yet: nobody sits, the rules are those of the mixed preset.
[[nodiscard]] Result<WorkshopGroups> newWorkshopGroups(Document &document, qint64 workshop);

/// Participants as a list of people with the columns of an answer sheet, 参加区分 and 前回の班. `heldOn`:
/// the day for which the band of experience is said. `lastTables`: by participant, may be empty.
[[nodiscard]] WorkshopPeople workshopPeople(const std::vector<Participant> &participants, QDate heldOn,
                                            const QHash<qint64, QString> &lastTables);

/// Where the participants of a workshop sat in the groups in use of an earlier one: the same person of the
/// registers, else the only one of that name in both whose reading does not contradict.
[[nodiscard]] Result<QHash<qint64, QString>>
lastTables(Document &document, const std::vector<Participant> &participants, qint64 earlier);

/// What the solver is to do: everybody who sits in groups, pinned ones where they are. Pairs with somebody
/// who does not come are left out, and so are rules about columns in which nothing stands. Errors: Usage
/// when the sizes do not fit or a pin has no group.
[[nodiscard]] Result<PlannedGroups> plannedGroups(const WorkshopGroups &groups);

/// The groups as they are, measured by the rules.
struct JudgedGroups
{
    GroupProblem problem;     ///< of those who have a seat; sizes as they are
    WorkshopPeople people;    ///< these, by member
    std::vector<int> members; ///< by member of it: the person
    std::vector<int> planned; ///< by rule of it: the index in the plan
    std::vector<RuleQuality> qualities;
    Grouping grouping;
    [[nodiscard]] int memberOf(int person) const; ///< -1 without a seat
};
[[nodiscard]] Result<JudgedGroups> judgeGroups(const WorkshopGroups &groups);

/// Mends the groups for those who are there now: whoever is missing leaves, whoever has no seat gets one, as
/// few others as possible move. Members of the repair are persons. Errors: those of repairGroups.
[[nodiscard]] Result<Repair> repairWorkshopGroups(const WorkshopGroups &groups, const SolveOptions &options,
                                                  const Progress &progress = {});

/// A new plan: the wishes of a preset, all columns of participants being there.
[[nodiscard]] GroupPlan presetPlan(GroupPreset preset);
/// Rules that need a rank get 1, 2, 3 … in their order; those that must hold stay.
void rankInOrder(std::vector<PlannedRule> &rules);

} // namespace tane
