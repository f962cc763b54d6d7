#pragma once

#include <QString>

namespace tane {

/// Text as XML 1.0 may hold it: control characters other than tab and newline are dropped, CR LF and CR
/// become LF, unpaired surrogates become U+FFFD, U+FFFE and U+FFFF are dropped. Cut to `maxUnits` UTF-16
/// units with "…" (Excel counts so).
[[nodiscard]] QString xmlText(QStringView text, qsizetype maxUnits = -1);

/// Width on paper or screen in half-width characters: Japanese counts two. Newlines: the widest line.
[[nodiscard]] int displayWidth(QStringView text);

} // namespace tane
