#include "people/peopletext.h"

#include "base/fiscalyear.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PeopleText)
};

} // namespace

QString eraMonth(QDate day)
{
    const QString whole = eraDate(day);
    return whole.left(whole.indexOf(u'月') + 1);
}

QString personName(const PersonRecord &person)
{
    return person.person.name.isEmpty() ? Texts::tr("（匿名）") : person.person.name;
}

QString placeText(const Registry &registry, const PersonRecord &person, QDate on)
{
    const QString workplace = registry.workplace(person, on);
    const QString municipality = registry.municipalityText(person, on);
    if (workplace.isEmpty() || municipality.isEmpty() || workplace == municipality)
        return workplace.isEmpty() ? municipality : workplace;
    return workplace + u'・' + municipality;
}

QString sinceText(const Registry &registry, const PersonRecord &person, QDate on)
{
    const Assessment *assessment = person.assessmentOn(on);
    if (assessment == nullptr)
        return Texts::tr("まだ評価していません");
    const QString since = Texts::tr("%1から").arg(eraMonth(person.atStepSince(registry.ladder, on)));
    return assessment->level % 2 == 0 ? since : registry.ladder.levelText(assessment->level) + u'・' + since;
}

const Support *lastSupport(const Registry &registry, const PersonRecord &person, QDate on)
{
    for (const qint64 id : person.supports) {
        const Support *support = registry.support(id);
        if (support && support->heldOn.isValid() && support->heldOn <= on)
            return support;
    }
    return nullptr;
}

QString supportText(const Support *support)
{
    return support ? eraMonth(support->heldOn) + u' ' + supportKindShortText(support->kind) : QString();
}

QString levelText(const Registry &registry, const PersonRecord &person, QDate on)
{
    const Assessment *assessment = person.assessmentOn(on);
    return assessment ? Texts::tr("レベル%1").arg(registry.ladder.levelText(assessment->level))
                      : Texts::tr("未評価");
}

QString areaText(const Registry &registry, const PersonRecord &person, QDate on)
{
    QStringList names;
    for (const qint64 id : registry.areasOf(person, on)) {
        if (const CareArea *area = registry.area(id))
            names << area->name;
    }
    return names.join(u'・');
}

} // namespace tane
