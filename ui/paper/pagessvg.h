#pragma once

#include "paper/paperpages.h"

namespace tane {

/// One page (0 is the first) as SVG in millimetres, its text as outlines, so that it looks the same without
/// our fonts. Only where kWritesSvg (paper/chartexport.h) says so.
[[nodiscard]] Result<QByteArray> pageSvg(const PaperPages &pages, int page);
/// Pages as files: `path` for one, "F-1.svg", "F-2.svg" … for the path "F.svg" where there are several. Gives
/// the files written.
[[nodiscard]] Result<QStringList> writePagesSvg(const QString &path, const PaperPages &pages);

} // namespace tane
