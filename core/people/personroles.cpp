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

} // namespace tane
