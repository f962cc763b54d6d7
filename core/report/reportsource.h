#pragma once

#include "issues/board.h"
#include "issues/pipeline.h"
#include "participants/chasing.h"
#include "participants/participantgoal.h"
#include "people/registry.h"
#include "programme/cycle.h"
#include "programme/evidence.h"
#include "report/report.h"
#include "survey/followup.h"
#include "survey/freetext.h"
#include "survey/surveyrepository.h"

#include <QMap>

#include <memory>

namespace tane {

/// What a report says of one workshop.
struct WorkshopSource
{
    Workshop workshop;
    std::optional<SurveyState> survey; ///< nothing: no questionnaire, or no answers yet
    QMap<std::pair<QString, QString>, QString> readings;
    ChasingState chasing; ///< participants and who answered
    std::map<qint64, std::vector<ParticipantGoal>> goals;
    std::vector<BoardContent> boards;
    FreeTexts freeTexts;
    FollowUpResults followUp; ///< without people while nobody answered
};

/// A workshop of any programme of the file, with its checklist: what the calendar of a handover counts from.
struct DatedWorkshop
{
    Workshop workshop;
    QString programme; ///< its title
    std::vector<Task> tasks;
};

/// Everything a report of a programme is made from, as values: loaded once, then composed in any thread.
struct ReportSource
{
    Cycle cycle;
    QString prefecture;
    std::vector<WorkshopSource> workshops; ///< in the cycle's order
    Registry registry;
    Pipeline pipeline;
    EvidenceThread thread;
    std::vector<DatedWorkshop> dated; ///< all workshops of the file that have a day, earliest first
    QStringList roleWords, qualificationWords;
    QStringList
        names; ///< people who must not be named outside: participants (not lecturers) and the registers
    QDate today;

    /// Of that id; of 0 the first that was answered, else the first. Null when there is none.
    [[nodiscard]] const WorkshopSource *workshop(qint64 id) const;
};
/// Errors: NotFound, those of loading; Cancelled when `progress` says so.
[[nodiscard]] Result<std::shared_ptr<const ReportSource>>
loadReportSource(Document &document, qint64 programme, QDate today, const Progress &progress = {});
/// The same over a connection of its own, for a thread beside the one that has `file` open and may be
/// writing.
[[nodiscard]] Result<std::shared_ptr<const ReportSource>>
readReportSource(const QString &file, qint64 programme, QDate today, const Progress &progress = {});

} // namespace tane
