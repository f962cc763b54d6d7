#pragma once

#include <QString>

namespace tane {

/// Whom the programme is for: coordinators, officers of municipalities, and everybody else.
enum class RoleKind { Coordinator, Officer, Other };

/// What the words of a role (立場) mean, whatever their writing. A role that names コーディネーター is a
/// coordinator's, also one placed at a municipality; another that names 市町村 or 市区町村 is an officer's,
/// unless it says その他 or 以外 ("市町村その他" is counted apart in the published tables).
[[nodiscard]] RoleKind roleKindOf(const QString &role);

} // namespace tane
