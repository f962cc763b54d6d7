#pragma once

#include "issues/issuecharts.h"
#include "paper/palette.h"
#include "people/registry.h"

namespace tane {

/// "A市", or the care area where there is no municipality; empty for neither.
[[nodiscard]] QString cardPlace(const Registry &registry, const IssueCard &card);
/// "8か月", "1年2か月", "今月"; empty without a date.
[[nodiscard]] QString cardAge(const IssueCard &card, QDate today);
/// "付箋3・相談2": what stands behind a card, what it was made of among it; empty for nothing.
[[nodiscard]] QString cardEvidence(const Pipeline &pipeline, qint64 card);
/// What the last review says, "まだ挙がる"; empty when nobody looked yet.
[[nodiscard]] QString lastReview(const Pipeline &pipeline, qint64 card);
/// A scene as a small tag has room for it: "日常療養", "入退院", "急変時".
[[nodiscard]] QString sceneTag(const QString &scene);
/// The colour of a scene on screen.
[[nodiscard]] QColor sceneInk(const QString &scene, Scheme scheme);
/// "R7.11", as officers write it where there is little room; empty without a date.
[[nodiscard]] QString shortMonth(QDate day);
/// "R7.11.4", for lists; empty without a date.
[[nodiscard]] QString shortDay(QDate day);
/// "日付なし" or the day in the era.
[[nodiscard]] QString dayText(QDate day);
/// The workshops cards may belong to, newest first.
struct WorkshopChoice
{
    qint64 id = 0;
    QString name; ///< its title
    QDate heldOn;
    [[nodiscard]] QString label() const; ///< "第1回研修会（令和8年9月1日）"
};
/// The last workshop that was held by a day, this one if it was; 0 for none.
[[nodiscard]] qint64 lastHeld(const std::vector<WorkshopChoice> &workshops, QDate today,
                              qint64 preferred = 0);
[[nodiscard]] Result<std::vector<WorkshopChoice>> workshopChoices(Document &document);

} // namespace tane
