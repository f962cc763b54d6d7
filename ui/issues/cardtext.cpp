#include "issues/cardtext.h"

#include "base/fiscalyear.h"
#include "paper/posterparts.h"
#include "people/peopletext.h"
#include "programme/steppage.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::CardText)
};

} // namespace

QString cardPlace(const Registry &registry, const IssueCard &card)
{
    if (const Municipality *municipality = registry.municipality(card.municipality))
        return municipality->name;
    const CareArea *area = registry.area(card.careArea);
    return area != nullptr ? area->name : QString();
}

QString cardAge(const IssueCard &card, QDate today)
{
    if (!card.notedOn.isValid())
        return {};
    const int months = issueAge(card, today);
    if (months == 0)
        return Texts::tr("1か月未満");
    if (months < 12)
        return Texts::tr("%1か月").arg(months);
    return months % 12 == 0 ? Texts::tr("%1年").arg(months / 12)
                            : Texts::tr("%1年%2か月").arg(months / 12).arg(months % 12);
}

QString cardEvidence(const Pipeline &pipeline, qint64 card)
{
    const std::size_t notes = pipeline.notesOf(card, true).size();
    const std::size_t consultations = pipeline.consultationsOf(card, true).size();
    QStringList parts;
    if (notes > 0)
        parts << Texts::tr("付箋%1").arg(notes);
    if (consultations > 0)
        parts << Texts::tr("相談%1").arg(consultations);
    return parts.join(u'・');
}

QString lastReview(const Pipeline &pipeline, qint64 card)
{
    const auto reviews = pipeline.reviewsOf(card);
    return reviews.empty() ? QString() : reviewOutcomeText(reviews.front()->outcome);
}

QString sceneTag(const QString &scene)
{
    const int tint = sceneTint(scene);
    if (scene == fourScenes().value(tint)) {
        const QStringList tags{Texts::tr("日常療養"), Texts::tr("入退院"), Texts::tr("急変時"),
                               Texts::tr("看取り")};
        return tags.value(tint);
    }
    return scene;
}

QColor sceneInk(const QString &scene, Scheme scheme)
{
    const QColor ink = kitdrawing::sceneColor(sceneTint(scene));
    return scheme == Scheme::Dark ? mixed(QColor(Qt::white), ink, 0.35) : ink;
}

QString shortMonth(QDate day)
{
    static const QDate reiwa(2019, 5, 1);
    if (day < reiwa)
        return day.isValid() ? eraMonth(day) : QString();
    return u"R%1.%2"_s.arg(day.year() - 2018).arg(day.month());
}

QString shortDay(QDate day)
{
    return day.isValid() ? u"%1.%2"_s.arg(shortMonth(day)).arg(day.day()) : QString();
}

QString dayText(QDate day)
{
    return day.isValid() ? eraDate(day) : Texts::tr("日付なし");
}

QString WorkshopChoice::label() const
{
    return heldOn.isValid() ? Texts::tr("%1（%2）").arg(name, eraDate(heldOn)) : name;
}

qint64 lastHeld(const std::vector<WorkshopChoice> &workshops, QDate today, qint64 preferred)
{
    const auto held = [today](const WorkshopChoice &one) {
        return one.heldOn.isValid() && one.heldOn <= today;
    };
    for (const WorkshopChoice &one : workshops)
        if (one.id == preferred && held(one))
            return one.id;
    const auto last = std::ranges::find_if(workshops, held); // newest first
    return last == workshops.end() ? 0 : last->id;
}

Result<std::vector<WorkshopChoice>> workshopChoices(Document &document)
{
    TANE_TRY(const auto all, WorkshopRepository(document).all());
    std::vector<WorkshopChoice> choices;
    for (const auto &one : all)
        choices.push_back({one.id, one.title.isEmpty() ? workshopName(one) : one.title, one.heldOn});
    std::ranges::stable_sort(choices, [](const WorkshopChoice &a, const WorkshopChoice &b) {
        return a.heldOn.isValid() != b.heldOn.isValid() ? a.heldOn.isValid() : a.heldOn > b.heldOn;
    });
    return choices;
}

} // namespace tane
