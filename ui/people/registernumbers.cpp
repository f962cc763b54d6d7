#include "people/registernumbers.h"

#include <QCoreApplication>

#include <unordered_set>

using namespace Qt::StringLiterals;

namespace tane {

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

QString coordinatorsHead()
{
    return QCoreApplication::translate("RegisterNumbers", "コーディネーター\n名簿（配置数）");
}

QString coordinatorsText(int registered, const std::optional<int> &placed)
{
    if (!placed || *placed == registered)
        return registered > 0 || placed ? QString::number(registered) : QString();
    return QCoreApplication::translate("RegisterNumbers", "%1（%2）").arg(registered).arg(*placed);
}

} // namespace tane
