#pragma once

#include "people/registry.h"
#include "survey/roles.h"

namespace tane {

/// Whether one of her roles is that of a coordinator or of a municipality's officer (roleKindOf). The one
/// place that decides who is counted as what in the registers; she may be both.
[[nodiscard]] bool isCoordinator(const PersonRecord &person);
[[nodiscard]] bool isOfficer(const PersonRecord &person);

} // namespace tane
