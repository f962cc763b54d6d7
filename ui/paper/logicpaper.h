#pragma once

#include "issues/issuesheets.h"
#include "paper/paperpages.h"

namespace tane {

/// A logic model drawn from left to right with its lines, A3 lying. Needs a QGuiApplication.
[[nodiscard]] PaperPages logicModelPages(const LogicContent &content, const IssueSheetOptions &options);
/// The same for the screen: one sheet as wide as there is room, written in the size of the screen's text and
/// as long as the model needs. `widthMm`: not below 100.
[[nodiscard]] PaperPages logicModelFigure(const LogicContent &content, double widthMm);

} // namespace tane
