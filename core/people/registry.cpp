#include "people/registry.h"

#include <algorithm>

namespace tane {

namespace {

template<class T>
const T *at(const std::vector<T> &list, const std::unordered_map<qint64, std::size_t> &index, qint64 id)
{
    const auto found = index.find(id);
    return found == index.end() ? nullptr : &list[found->second];
}

template<class T>
std::unordered_map<qint64, std::size_t> places(const std::vector<T> &list)
{
    std::unordered_map<qint64, std::size_t> found;
    found.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        found.emplace(list[i].id, i);
    return found;
}

} // namespace

const Affiliation *PersonRecord::affiliationOn(QDate day) const
{
    const auto found =
        std::ranges::find_if(affiliations, [day](const Affiliation &one) { return one.holdsOn(day); });
    return found == affiliations.end() ? nullptr : &*found;
}

const Assessment *PersonRecord::assessmentOn(QDate day) const
{
    const auto later = std::ranges::upper_bound(assessments, day, {}, &Assessment::assessedOn);
    return later == assessments.begin() ? nullptr : &*std::prev(later);
}

std::vector<const Assessment *> PersonRecord::assessmentsUntil(QDate day) const
{
    std::vector<const Assessment *> counted;
    for (const Assessment &assessment : assessments) {
        if (assessment.assessedOn > day)
            break;
        if (!counted.empty() && counted.back()->assessedOn == assessment.assessedOn)
            counted.back() = &assessment;
        else
            counted.push_back(&assessment);
    }
    return counted;
}

QDate PersonRecord::atStepSince(const Ladder &ladder, QDate on) const
{
    const std::vector<const Assessment *> counted = assessmentsUntil(on);
    if (counted.empty())
        return {};
    const int step = ladder.stepOf(counted.back()->level);
    QDate since;
    for (auto it = counted.rbegin(); it != counted.rend() && ladder.stepOf((*it)->level) == step; ++it)
        since = (*it)->assessedOn;
    return since;
}

void Registry::buildIndex()
{
    index = {};
    index.prefectures = places(prefectures);
    index.areas = places(areas);
    index.municipalities = places(municipalities);
    index.centres = places(centres);
    index.supports = places(supports);
    index.people.reserve(people.size());
    for (std::size_t i = 0; i < people.size(); ++i)
        index.people.emplace(people[i].person.id, i);
    for (std::size_t i = 0; i < served.size(); ++i) {
        index.servedBy[served[i].centre].push_back(i);
        index.servesFor[served[i].municipality].push_back(i);
    }
}

const Prefecture *Registry::prefecture(qint64 id) const
{
    return at(prefectures, index.prefectures, id);
}

const CareArea *Registry::area(qint64 id) const
{
    return at(areas, index.areas, id);
}

const Municipality *Registry::municipality(qint64 id) const
{
    return at(municipalities, index.municipalities, id);
}

const Centre *Registry::centre(qint64 id) const
{
    return at(centres, index.centres, id);
}

const PersonRecord *Registry::person(qint64 id) const
{
    return at(people, index.people, id);
}

const Support *Registry::support(qint64 id) const
{
    return at(supports, index.supports, id);
}

std::vector<const Municipality *> Registry::municipalitiesOf(qint64 centre) const
{
    std::vector<const Municipality *> found;
    if (const auto list = index.servedBy.find(centre); list != index.servedBy.end())
        for (const std::size_t place : list->second)
            if (const Municipality *one = municipality(served[place].municipality))
                found.push_back(one);
    std::ranges::sort(found); // they stand in one vector, by code
    return found;
}

std::vector<const Centre *> Registry::centresOf(qint64 municipality) const
{
    std::vector<const Centre *> found;
    if (const auto list = index.servesFor.find(municipality); list != index.servesFor.end())
        for (const std::size_t place : list->second)
            if (const Centre *one = centre(served[place].centre))
                found.push_back(one);
    std::ranges::sort(found);
    return found;
}

std::vector<const PersonRecord *> Registry::peopleOfCentre(qint64 centre, QDate on) const
{
    std::vector<const PersonRecord *> found;
    for (const PersonRecord &record : people) {
        const auto here = [&](const Affiliation &one) { return one.centre == centre && one.holdsOn(on); };
        if (centre != 0 && record.worksOn(on) && std::ranges::any_of(record.affiliations, here))
            found.push_back(&record);
    }
    return found;
}

std::vector<const PersonRecord *> Registry::peopleOfMunicipality(qint64 municipality, QDate on) const
{
    std::vector<qint64> serving;
    for (const Centre *one : centresOf(municipality))
        serving.push_back(one->id);
    // As municipalitiesOf() has it: who is at a shared centre for one municipality is not counted in another.
    const auto here = [&](const Affiliation &one) {
        return one.holdsOn(on) &&
               (one.municipality != 0 ? one.municipality == municipality
                                      : std::ranges::find(serving, one.centre) != serving.end());
    };
    std::vector<const PersonRecord *> found;
    for (const PersonRecord &record : people)
        if (municipality != 0 && record.worksOn(on) && std::ranges::any_of(record.affiliations, here))
            found.push_back(&record);
    return found;
}

std::vector<const Municipality *> Registry::municipalitiesOf(const Affiliation &affiliation) const
{
    if (const Municipality *own = municipality(affiliation.municipality))
        return {own};
    return municipalitiesOf(affiliation.centre);
}

QString Registry::workplace(const PersonRecord &person, QDate on) const
{
    const Affiliation *affiliation = person.affiliationOn(on);
    if (!affiliation)
        return {};
    if (const Centre *one = centre(affiliation->centre))
        return one->name;
    if (!affiliation->organisation.isEmpty())
        return affiliation->organisation;
    const Municipality *own = municipality(affiliation->municipality);
    return own ? own->name : QString();
}

QString Registry::municipalityText(const PersonRecord &person, QDate on) const
{
    const Affiliation *affiliation = person.affiliationOn(on);
    if (!affiliation)
        return {};
    QStringList names;
    for (const Municipality *one : municipalitiesOf(*affiliation))
        names << one->name;
    return names.join(u'・');
}

std::vector<qint64> Registry::areasOf(const PersonRecord &person, QDate on) const
{
    std::vector<qint64> found;
    for (const Affiliation &affiliation : person.affiliations) {
        if (!affiliation.holdsOn(on))
            continue;
        for (const Municipality *one : municipalitiesOf(affiliation))
            if (one->careArea != 0 && std::ranges::find(found, one->careArea) == found.end())
                found.push_back(one->careArea);
    }
    return found;
}

} // namespace tane
