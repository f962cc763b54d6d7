#include "people/registernumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

bool isOpen(const Centre &centre, QDate on)
{
    return !centre.closedOn.isValid() || centre.closedOn > on;
}

} // namespace

CoordinatorCounts countCoordinators(const Registry &registry, QDate on)
{
    CoordinatorCounts counts;
    for (const PersonRecord &person : registry.people) {
        if (!person.worksOn(on) || !isCoordinator(person))
            continue;
        std::unordered_set<qint64> municipalities;
        std::unordered_set<qint64> centres;
        for (const Affiliation &each : person.affiliations) {
            if (!each.holdsOn(on))
                continue;
            if (each.centre != 0)
                centres.insert(each.centre);
            for (const Municipality *municipality : registry.municipalitiesOf(each))
                municipalities.insert(municipality->id);
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

} // namespace tane
