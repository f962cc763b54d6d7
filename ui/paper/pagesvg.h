#pragma once

#include "paper/paperpages.h"

namespace tane {

/// A page as SVG in its own size, text as text; only where TANE_SVG is set. Error: Internal.
[[nodiscard]] Result<QByteArray> pageSvg(const PaperPages &pages, int page);

} // namespace tane
