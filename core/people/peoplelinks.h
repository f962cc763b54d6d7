#pragma once

#include "people/registry.h"

namespace tane {

/// An answer and whose it may be.
struct ResponseMatch
{
    qint64 response = 0;
    qint64 person = 0;    ///< 0: nobody fits
    bool certain = false; ///< by e-mail nobody else has, or by folded name and workplace; else it is proposed
    QString why;
};
/// For the answers of a workshop that belong to nobody yet. Rules of certainty as for before and after
/// (docs/decisions/0004): the same name alone never joins.
[[nodiscard]] Result<std::vector<ResponseMatch>> matchResponses(Document &document, const Registry &registry,
                                                                qint64 workshop);
/// One undo step for all. A person of 0 takes a link away.
[[nodiscard]] Result<> setResponsePeople(Document &document, const std::vector<ResponseMatch> &links,
                                         const QString &label);
/// Adds people that nobody fits, from what they wrote about themselves, and links their answers. Gives how
/// many were added. One undo step.
[[nodiscard]] Result<int> addPeopleOf(Document &document, qint64 workshop,
                                      const std::vector<qint64> &responses);

/// One event of somebody's timeline.
struct TimelineEntry
{
    enum class Kind { Workshop, Answer, Assessment, Support, Affiliation };
    Kind kind = Kind::Workshop;
    QDate day; ///< invalid: not known, sorted last
    QString title;
    QString detail;
    qint64 id = 0; ///< of the workshop, assessment, support or affiliation
};
/// Newest first. Her own up / stay / down of each workshop stands in `detail`.
[[nodiscard]] Result<std::vector<TimelineEntry>> timelineOf(Document &document, const Registry &registry,
                                                            qint64 person);
/// The texts of the behaviours that were seen at an assessment, in the order of the ladder; codes nobody
/// knows are left out.
[[nodiscard]] QStringList observedTexts(const Assessment &assessment);
/// Workshops a municipality's people answered at, with how many coordinators and officers came.
struct Participation
{
    qint64 workshop = 0;
    QString title;
    QDate heldOn;
    int coordinators = 0, officers = 0, others = 0;
};
[[nodiscard]] Result<std::vector<Participation>> participationOf(Document &document, const Registry &registry,
                                                                 qint64 municipality);

} // namespace tane
