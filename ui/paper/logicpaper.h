#pragma once

#include "issues/issuesheets.h"
#include "paper/paperpages.h"

namespace tane {

/// A logic model drawn from left to right with its lines, A3 lying. Needs a QGuiApplication.
[[nodiscard]] PaperPages logicModelPages(const LogicContent &content, const IssueSheetOptions &options);

} // namespace tane
