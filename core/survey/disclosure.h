#pragma once

#include "survey/change.h"

#include <QStringList>

namespace tane {

/// How much of a group may be shown: a percentage of few people says more about each of them than about the
/// group.
enum class Disclosure { Full, CountsOnly, Hidden };
inline constexpr int kCountsOnlyBelow = 10; ///< people: percentages, tests and pictures are left out
inline constexpr int kHiddenBelow = 5;      ///< people: left out of what goes outside
[[nodiscard]] Disclosure disclosureOf(int people, bool external);

/// The groups of an analysis that may be shown, "all" first, as in the analysis. Internally all of them. For
/// the outside those under kHiddenBelow pairs go, and when what went adds up to fewer than that, the smallest
/// of the others goes with it: else "all" less the others would tell it.
[[nodiscard]] QStringList shownGroups(const ChangeAnalysis &analysis, bool external);
/// The groups that shownGroups() leaves out.
[[nodiscard]] QStringList hiddenGroups(const ChangeAnalysis &analysis, bool external);

/// Whether a row of a shown group may be shown, by its own pairs: an item that few of the group answered
/// twice is as telling as a small group. "all" is shown in any case but with fewer than kHiddenBelow pairs.
[[nodiscard]] Disclosure disclosureOf(const ChangeRow &row, bool external);

/// Takes names out of a free text: each of `names` as written and without its spaces becomes 〇〇, and so
/// does its family name before さん, 様, 氏, 先生, 君. Names of one character are left alone. What nobody
/// listed cannot be found: a person reads the text before it goes outside.
[[nodiscard]] QString maskNames(const QString &text, const QStringList &names);

} // namespace tane
