#pragma once

#include "survey/disclosure.h"

#include <span>
#include <vector>

namespace tane {

/// By the name of a group: "all" is no part of the people, so few answers in all stay what they are.
[[nodiscard]] Disclosure disclosureOf(const QString &group, int people, bool external);
/// The parts of one total that the reader sees, too. What is hidden adds up to at least kHiddenBelow people,
/// or the smallest of the others is hidden with it: else subtraction would give it away.
[[nodiscard]] std::vector<Disclosure> disclosureOfParts(std::span<const int> people, bool external);
/// What is said below a table or figure with such groups; empty for Full.
[[nodiscard]] QString disclosureNote(Disclosure disclosure);

} // namespace tane
