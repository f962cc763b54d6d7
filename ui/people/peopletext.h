#pragma once

#include "people/registry.h"

namespace tane {

/// "令和8年6月"; empty for an invalid date.
[[nodiscard]] QString eraMonth(QDate day);
/// Her name, or "（匿名）" once it was taken away.
[[nodiscard]] QString personName(const PersonRecord &person);
/// "東部センター・A市": where she works on a day; what is not known is left out.
[[nodiscard]] QString placeText(const Registry &registry, const PersonRecord &person, QDate on);
/// "令和8年6月から", "1-1と1-2の間・令和8年6月から", or "まだ評価していません".
[[nodiscard]] QString sinceText(const Registry &registry, const PersonRecord &person, QDate on);
/// The last support up to a day; null for none.
[[nodiscard]] const Support *lastSupport(const Registry &registry, const PersonRecord &person, QDate on);
/// "令和8年6月 ネットワーク"; empty for none.
[[nodiscard]] QString supportText(const Support *support);
/// "レベル1-1", or "未評価".
[[nodiscard]] QString levelText(const Registry &registry, const PersonRecord &person, QDate on);
/// "東部圏域・西部圏域".
[[nodiscard]] QString areaText(const Registry &registry, const PersonRecord &person, QDate on);

} // namespace tane
