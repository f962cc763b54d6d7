#pragma once

#include "programme/evaluation.h"
#include "programme/plan.h"
#include "programme/programme.h"
#include "programme/situation.h"
#include "programme/task.h"
#include "programme/timetable.h"

#include <map>
#include <set>

namespace tane {

/// Everything of one programme as values, each list in its order: what sheets, thread and home page are made
/// from. The maps by viewpoint, target group and workshop have an entry, perhaps an empty one, for each of
/// them.
struct Cycle
{
    Programme programme;
    std::vector<TargetGroup> targetGroups;
    std::vector<Viewpoint> viewpoints;
    std::map<qint64, std::vector<Finding>> findings;         ///< by viewpoint
    std::map<qint64, std::vector<ReviewIssue>> reviewIssues; ///< by target group
    std::map<qint64, std::vector<qint64>> issueFindings;     ///< findings by review issue
    std::vector<Goal> goals;                                 ///< by target group, term, position
    std::vector<Purpose> purposes;
    std::vector<PlanLine> planLines; ///< by target group, field, position
    std::map<std::pair<qint64, PlanField>, LevelRange> planLevels;
    std::vector<Workshop> workshops;
    std::map<qint64, std::vector<TimetableRow>> timetables; ///< by workshop
    std::map<qint64, std::vector<Task>> tasks;              ///< by workshop
    std::vector<EvaluationLine> evaluation;                 ///< by kind, position
    std::vector<Initiative> initiatives;
    std::vector<ReflectionMeeting> meetings;
    std::set<qint64> answeredWorkshops; ///< those that answers were imported for
    std::map<Step, StepState> said;     ///< steps the officer called done or stopped

    /// What the officer says, or what follows from what was entered.
    [[nodiscard]] StepState state(Step step) const;
};

/// The target groups every programme begins with, not stored yet: コーディネーター and 市町村担当者.
[[nodiscard]] std::vector<TargetGroup> guidedTargetGroups();
/// Gives a new programme its target groups and the viewpoints of the guided sheet.
[[nodiscard]] Result<> addGuidedContents(Document &document, qint64 programme, const QString &label);

/// A built-in shape of a programme.
struct CycleTemplate
{
    QString id;          ///< "half-day"
    QString title;       ///< "半日の研修会"
    QString description; ///< one sentence, for the list
};

/// What the cycle after `last` begins as, not stored yet: the fiscal year behind its last one, and its title
/// with that year where it says its own.
[[nodiscard]] Programme nextProgramme(const Programme &last);

/// Makes, copies and reads whole programmes. Every change is one undo step.
class CycleRepository
{
public:
    explicit CycleRepository(Document &document)
        : m_document(document)
    {
    }

    /// Newest fiscal year first, archived ones last.
    [[nodiscard]] Result<std::vector<Programme>> programmes();
    [[nodiscard]] Result<Cycle> load(qint64 programme);

    /// full-day, half-day, basic-programme, study-meeting.
    [[nodiscard]] static const std::vector<CycleTemplate> &templates();
    /// From nothing: the guided viewpoints and the target groups コーディネーター and 市町村担当者 are there.
    /// With a template also its workshop, timetable and checklist. Gives the programme's id. NotFound: no
    /// such template.
    [[nodiscard]] Result<qint64> create(const Programme &programme, const QString &templateId = {});
    /// All of it but years and dates (the day a finding is of stays), tasks' done marks, what was said of
    /// the steps, answers, evaluation and the thread to what is not copied.
    [[nodiscard]] Result<qint64> duplicate(qint64 programme);
    /// The cycle after `programme`: target groups, long and middle goals, own viewpoints and the workshop's
    /// shape are taken over; every 次の短期目標への反映 becomes a short-term goal linked back to its line.
    [[nodiscard]] Result<qint64> next(qint64 programme);
    /// The cycle that follows `programme` already, the newest when there are several; nothing: none yet.
    [[nodiscard]] Result<std::optional<Programme>> following(qint64 programme);
    [[nodiscard]] Result<> setArchived(qint64 programme, bool archived);
    [[nodiscard]] Result<> remove(qint64 programme);
    /// Done or Stopped; Empty and Started take back what was said.
    [[nodiscard]] Result<> setState(qint64 programme, Step step, StepState state);

    /// Replaces the timetable of a workshop by a template's ("full-day", "half-day", …), its start too.
    [[nodiscard]] Result<> applyTimetable(qint64 workshop, const QString &templateId);
    /// Adds the built-in checklist to a workshop, without those codes that it has.
    [[nodiscard]] Result<> applyChecklist(qint64 workshop);

private:
    Document &m_document;
};

} // namespace tane
