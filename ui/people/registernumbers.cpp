#include "people/registernumbers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

bool anyRole(const PersonRecord &person, QStringView word)
{
    return std::ranges::any_of(person.roles, [word](const QString &role) { return role.contains(word); });
}

bool isOpen(const Centre &centre, QDate on)
{
    return !centre.closedOn.isValid() || centre.closedOn > on;
}

} // namespace

bool isCoordinator(const PersonRecord &person)
{
    return anyRole(person, u"コーディネーター");
}

bool isOfficer(const PersonRecord &person)
{
    return anyRole(person, u"市町村担当者");
}

CoordinatorCounts countCoordinators(const Registry &registry, QDate on)
{
    std::unordered_map<qint64, std::vector<qint64>> served;
    for (const CentreMunicipality &link : registry.served)
        served[link.centre].push_back(link.municipality);
    CoordinatorCounts counts;
    for (const PersonRecord &person : registry.people) {
        const bool left = person.person.leftOn.isValid() && person.person.leftOn <= on;
        if (left || !isCoordinator(person))
            continue;
        std::unordered_set<qint64> municipalities;
        std::unordered_set<qint64> centres;
        for (const Affiliation &each : person.affiliations) {
            if (!each.holdsOn(on))
                continue;
            if (each.municipality != 0)
                municipalities.insert(each.municipality);
            if (each.centre == 0)
                continue;
            centres.insert(each.centre);
            if (each.municipality == 0)
                municipalities.insert(served[each.centre].begin(), served[each.centre].end());
        }
        for (const qint64 id : municipalities)
            ++counts.byMunicipality[id];
        for (const qint64 id : centres)
            ++counts.byCentre[id];
    }
    return counts;
}

std::optional<int> statedCoordinators(const std::vector<const Centre *> &centres, QDate on)
{
    std::optional<int> sum;
    for (const Centre *centre : centres)
        if (centre->coordinators && isOpen(*centre, on))
            sum = sum.value_or(0) + *centre->coordinators;
    return sum;
}

QString coordinatorsText(int registered, const std::optional<int> &stated)
{
    if (!stated || *stated == registered)
        return registered > 0 || stated ? QString::number(registered) : QString();
    return QCoreApplication::translate("RegisterNumbers", "%1（%2）").arg(registered).arg(*stated);
}

ServedIndex::ServedIndex(const Registry &registry)
{
    std::unordered_map<qint64, const Centre *> byId;
    for (const Centre &centre : registry.centres)
        byId.emplace(centre.id, &centre);
    for (const CentreMunicipality &link : registry.served) {
        links[link.centre].push_back(&link);
        if (const auto centre = byId.find(link.centre); centre != byId.end())
            centres[link.municipality].push_back(centre->second);
    }
}

std::vector<const Centre *> ServedIndex::centresOf(qint64 municipality) const
{
    const auto found = centres.find(municipality);
    return found == centres.end() ? std::vector<const Centre *>() : found->second;
}

std::vector<const CentreMunicipality *> ServedIndex::linksOf(qint64 centre) const
{
    const auto found = links.find(centre);
    return found == links.end() ? std::vector<const CentreMunicipality *>() : found->second;
}

} // namespace tane
