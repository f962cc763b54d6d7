// People and municipalities as cases with attributes, for cross tables.
#include "people/crosstable.h"
#include "people/ladderstatistics.h"
#include "people/personroles.h"
#include "people/registertext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::CrossTable)
};

void addOnce(QStringList &list, const QString &value)
{
    if (!value.isEmpty() && !list.contains(value))
        list << value;
}

QStringList oneOf(const QString &value)
{
    return value.isEmpty() ? QStringList() : QStringList{value};
}

QStringList bandsOrder()
{
    QStringList bands;
    for (const int population : {0, 10'000, 50'000, 100'000, 300'000})
        bands << populationBand(population);
    return bands;
}

QStringList areasOrder(const Registry &registry)
{
    QStringList names;
    for (const CareArea &area : registry.areas)
        addOnce(names, area.name);
    return names;
}

QStringList prefecturesOrder(const Registry &registry)
{
    QStringList names;
    for (const Prefecture &prefecture : registry.prefectures)
        addOnce(names, prefecture.name);
    return names;
}

QString populationText(const Municipality &municipality)
{
    return municipality.population ? populationBand(*municipality.population) : QString();
}

/// An attribute: its name, the order of its values, and the values of a case.
template<class T>
struct Attribute
{
    QString name;
    QStringList order;
    std::function<QStringList(const T &)> values;
};

template<class T>
CaseTable tableOf(const QString &unit, const std::vector<Attribute<T>> &attributes,
                  const std::vector<const T *> &cases)
{
    CaseTable table{.unit = unit};
    for (const Attribute<T> &attribute : attributes) {
        table.attributes << attribute.name;
        table.order.push_back(attribute.order);
    }
    for (const T *one : cases) {
        std::vector<QStringList> values;
        for (const Attribute<T> &attribute : attributes)
            values.push_back(attribute.values(*one));
        table.cases.push_back(std::move(values));
    }
    return table;
}

/// What the municipalities of somebody's affiliations on the day say, each once.
std::function<QStringList(const PersonRecord &)>
ofPlaces(const Registry &registry, QDate on, const std::function<QString(const Municipality &)> &text)
{
    return [&registry, on, text](const PersonRecord &record) {
        QStringList found;
        for (const Affiliation &affiliation : record.affiliations)
            if (affiliation.holdsOn(on))
                for (const Municipality *place : registry.municipalitiesOf(affiliation))
                    addOnce(found, text(*place));
        return found;
    };
}

QString areaName(const Registry &registry, const Municipality &place)
{
    const CareArea *area = registry.area(place.careArea);
    return area ? area->name : QString();
}

QString prefectureName(const Registry &registry, const Municipality &place)
{
    const Prefecture *prefecture = registry.prefecture(place.prefecture);
    return prefecture ? prefecture->name : QString();
}

using PersonAttribute = Attribute<PersonRecord>;

std::vector<PersonAttribute> ownAttributes(const Registry &registry, QDate on)
{
    QStringList bands, steps;
    for (const int months : {0, 12, 36, 60})
        bands << experienceBandOf(months);
    for (const LadderStep &step : registry.ladder.steps)
        steps << step.name;
    return {{Texts::tr("立場"), builtInVocabulary(Vocabulary::Role),
             [](const PersonRecord &record) { return record.roles; }},
            {Texts::tr("所属種別"), builtInVocabulary(Vocabulary::Organisation),
             [on](const PersonRecord &record) {
                 QStringList kinds;
                 for (const Affiliation &affiliation : record.affiliations)
                     if (affiliation.holdsOn(on))
                         addOnce(kinds, affiliation.kind);
                 return kinds;
             }},
            {Texts::tr("資格"), builtInVocabulary(Vocabulary::Qualification),
             [](const PersonRecord &record) { return record.qualifications; }},
            {Texts::tr("経験年数"), bands,
             [on](const PersonRecord &record) {
                 const auto months = experienceMonths(record.person, on);
                 return months ? QStringList{experienceBandOf(*months)} : QStringList();
             }},
            {Texts::tr("常勤・非常勤"),
             {employmentText(Employment::Full), employmentText(Employment::Part)},
             [](const PersonRecord &record) { return oneOf(employmentText(record.person.employment)); }},
            {Texts::tr("専従・兼務"),
             {dutyText(Duty::Exclusive), dutyText(Duty::Concurrent)},
             [](const PersonRecord &record) { return oneOf(dutyText(record.person.duty)); }},
            {Texts::tr("レベル"), steps, [&registry, steps, on](const PersonRecord &record) {
                 const auto step = stepOn(registry.ladder, record, on);
                 return step ? QStringList{steps[*step]} : QStringList();
             }}};
}

std::vector<PersonAttribute> placeAttributes(const Registry &registry, QDate on)
{
    QStringList names;
    for (const Municipality &place : registry.municipalities)
        addOnce(names, place.name);
    return {{Texts::tr("圏域"), areasOrder(registry),
             ofPlaces(registry, on,
                      [&registry](const Municipality &place) { return areaName(registry, place); })},
            {Texts::tr("市町村"), names, ofPlaces(registry, on, &Municipality::name)},
            {Texts::tr("人口規模"), bandsOrder(), ofPlaces(registry, on, populationText)},
            {Texts::tr("都道府県"), prefecturesOrder(registry),
             ofPlaces(registry, on,
                      [&registry](const Municipality &place) { return prefectureName(registry, place); })}};
}

/// いる when somebody is registered or a centre counts some; わからない when a centre does not know its
/// number.
QString placementText(const Registry &registry, const Municipality &place, QDate on)
{
    const auto people = registry.peopleOfMunicipality(place.id, on);
    const bool known =
        std::ranges::any_of(people, [](const PersonRecord *record) { return isCoordinator(*record); });
    bool counted = false, unknown = false, open = false;
    for (const Centre *centre : registry.centresOf(place.id)) {
        if (!isOpenOn(*centre, on))
            continue;
        open = true;
        unknown = unknown || !centre->coordinators;
        counted = counted || centre->coordinators.value_or(0) > 0;
    }
    if (known || counted)
        return Texts::tr("いる");
    if (unknown)
        return Texts::tr("わからない");
    return open || place.operation == Operation::None ? Texts::tr("いない") : QString();
}

} // namespace

CaseTable casesOfPeople(const Registry &registry, QDate on)
{
    std::vector<const PersonRecord *> people;
    for (const PersonRecord &record : registry.people)
        if (record.worksOn(on))
            people.push_back(&record);
    std::vector<PersonAttribute> attributes = ownAttributes(registry, on);
    for (PersonAttribute &attribute : placeAttributes(registry, on))
        attributes.push_back(std::move(attribute));
    return tableOf(Texts::tr("名"), attributes, people);
}

CaseTable casesOfMunicipalities(const Registry &registry, QDate on)
{
    QStringList operations, stages;
    for (const Operation operation :
         {Operation::Direct, Operation::Commissioned, Operation::Both, Operation::None})
        operations << operationText(operation);
    for (int stage = 1; stage <= 4; ++stage)
        stages << stageText(stage);
    QStringList ten = prefectureNames();
    ten.removeIf([](const QString &name) { return tenPrefectures(name) != name; });
    const std::vector<Attribute<Municipality>> attributes = {
        {Texts::tr("運営"), operations,
         [](const Municipality &place) { return oneOf(operationText(place.operation)); }},
        {Texts::tr("拠点"),
         {answeredText(Answered::Yes), answeredText(Answered::No)},
         [](const Municipality &place) { return oneOf(answeredText(place.hub)); }},
        {Texts::tr("圏域"), areasOrder(registry),
         [&registry](const Municipality &place) { return oneOf(areaName(registry, place)); }},
        {Texts::tr("人口規模"), bandsOrder(),
         [](const Municipality &place) { return oneOf(populationText(place)); }},
        {Texts::tr("発展段階"), stages,
         [](const Municipality &place) { return oneOf(stageText(place.stage.value_or(0))); }},
        {Texts::tr("都道府県"), prefecturesOrder(registry),
         [&registry](const Municipality &place) { return oneOf(prefectureName(registry, place)); }},
        {Texts::tr("10都県"), ten,
         [&registry](const Municipality &place) {
             const QString name = prefectureName(registry, place);
             return name.isEmpty() ? QStringList() : QStringList{tenPrefectures(name)};
         }},
        {Texts::tr("コーディネーターの配置"),
         {Texts::tr("いる"), Texts::tr("いない"), Texts::tr("わからない")},
         [&registry, on](const Municipality &place) { return oneOf(placementText(registry, place, on)); }}};
    std::vector<const Municipality *> places;
    for (const Municipality &place : registry.municipalities)
        places.push_back(&place);
    return tableOf(Texts::tr("市町村"), attributes, places);
}

} // namespace tane
