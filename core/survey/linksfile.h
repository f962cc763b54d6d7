#pragma once

#include "survey/linking.h"

namespace tane {

/// links.csv: who was joined to whom, how surely and why, and who was not. The column `decision` is empty for
/// the officer to fill in (accept or reject; 同じ or 別) and the file can be given back with --links.
[[nodiscard]] Result<> writeLinksCsv(const QString &path, const AnswerSheet &before, const AnswerSheet &after,
                                     const Linking &linking);
/// Reads decisions back. Errors name the row.
[[nodiscard]] Result<std::vector<LinkDecision>> readLinkDecisions(const QString &path);

} // namespace tane
