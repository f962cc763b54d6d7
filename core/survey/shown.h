#pragma once

#include <QString>

#include <span>
#include <vector>

namespace tane {

/// What may be shown of a group of so many people: a percentage of seven people says less than the seven, and
/// of three people outside the office everybody knows who they are.
enum class Shown {
    All,        ///< counts, percentages, statistics
    CountsOnly, ///< no percentages and no tests
    Hidden      ///< nothing but that there are some
};

inline constexpr int kFewPeople = 10;   ///< below: counts only
inline constexpr int kHiddenPeople = 5; ///< below: hidden in what leaves the office

/// Of a part of the people (a role, an affiliation); `external` is for what leaves the office.
[[nodiscard]] Shown shownOf(int people, bool external);
/// The same by the name of a group: "all" is no part, so few answers in all stay what they are.
[[nodiscard]] Shown shownOf(const QString &group, int people, bool external);
/// The parts of one total, which the reader sees, too: were only one of them hidden, subtraction would give
/// it away, so the next smallest is hidden with it.
[[nodiscard]] std::vector<Shown> shownOfParts(std::span<const int> people, bool external);
/// What stands in the place of a number that is not shown: "5名未満のため非表示".
[[nodiscard]] QString hiddenText();
/// What is said below a table or figure with such groups; empty for All.
[[nodiscard]] QString shownNote(Shown shown);

} // namespace tane
