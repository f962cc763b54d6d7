#pragma once

#include "people/registry.h"
#include "survey/roles.h"

namespace tane {

/// Whether one of her roles is that of a coordinator or of a municipality's officer (roleKindOf). The one
/// place that decides who is counted as what in the registers; she may be both.
[[nodiscard]] bool isCoordinator(const PersonRecord &person);
[[nodiscard]] bool isOfficer(const PersonRecord &person);

/// 閉所日 is the last day a centre is open.
[[nodiscard]] bool isOpenOn(const Centre &centre, QDate day);
/// 配置数 of a municipality: what the centres open on the day say together. Nothing while one of them does
/// not know its number or serves other municipalities, too: then it is not this one's number.
[[nodiscard]] std::optional<int> placedCoordinators(const Registry &registry, qint64 municipality, QDate on);

} // namespace tane
