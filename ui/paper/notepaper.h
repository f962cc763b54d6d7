#pragma once

#include "paper/palette.h"

namespace tane {

/// The paper of a sticky note by the kind of what stands on it (0 to 3: 困りごと, 解決したいこと, 伝え方,
/// メモ), the same on screen and in print.
[[nodiscard]] QColor notePaper(int kind, Scheme scheme);
/// Of the larger notes that name a cluster.
[[nodiscard]] QColor headingPaper(Scheme scheme);
/// What a paper's kind is marked with besides: a line along its upper edge, in this colour. In dashes by
/// Qt::PenStyle of noteMark(); no line for メモ.
[[nodiscard]] QColor noteMarkColor(int kind, Scheme scheme);
[[nodiscard]] Qt::PenStyle noteMark(int kind);
/// The colour of a scene by its tint (sceneTint of issues/issuewords.h).
[[nodiscard]] QColor sceneTintColor(int tint, Scheme scheme);

} // namespace tane
