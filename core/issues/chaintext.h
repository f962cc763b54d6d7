#pragma once

#include "issues/board.h"

#include <optional>

namespace tane {

/// The five steps of theme 2, as the officer reads them.
enum class ChainPart { What, Why, MainCause, Measures, Best };
/// "何が起きているか", "考えられる対応".
[[nodiscard]] QString chainPartTitle(ChainPart part);
/// What was thought, step by step with its title: "主な原因：…"; empty steps are left out.
[[nodiscard]] QString chainText(const IssueChain &chain);
/// A text that was begun with chainText(), with the steps as they are now: what stands below their titles is
/// replaced, steps that were added come in, everything else stays. A text without any title of a step was
/// written anew by somebody and stays as it is.
[[nodiscard]] QString withChainText(const QString &text, const IssueChain &chain);
/// The chain that became this card; nothing when it came from elsewhere.
[[nodiscard]] Result<std::optional<IssueChain>> chainOfSeed(Document &document, qint64 card);

} // namespace tane
