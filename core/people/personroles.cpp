#include "people/personroles.h"

#include <algorithm>

namespace tane {

namespace {

bool has(const PersonRecord &person, RoleKind kind)
{
    return std::ranges::any_of(person.roles,
                               [kind](const QString &role) { return roleKindOf(role) == kind; });
}

} // namespace

bool isCoordinator(const PersonRecord &person)
{
    return has(person, RoleKind::Coordinator);
}

bool isOfficer(const PersonRecord &person)
{
    return has(person, RoleKind::Officer);
}

bool isOpenOn(const Centre &centre, QDate day)
{
    return !centre.closedOn.isValid() || day <= centre.closedOn;
}

std::optional<int> placedCoordinators(const Registry &registry, qint64 municipality, QDate on)
{
    std::optional<int> sum;
    for (const Centre *centre : registry.centresOf(municipality)) {
        if (!isOpenOn(*centre, on))
            continue;
        if (!centre->coordinators || registry.municipalitiesOf(centre->id).size() != 1)
            return std::nullopt;
        sum = sum.value_or(0) + *centre->coordinators;
    }
    return sum;
}

} // namespace tane
