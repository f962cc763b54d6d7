#pragma once

#include "people/person.h"
#include "people/registers.h"

namespace tane {

/// What pages, lists, sheets and tables call the values of the registers; empty for one that is not known.
[[nodiscard]] QString answeredText(Answered answered);       ///< "あり", "なし"
[[nodiscard]] QString rankText(Centre::Rank rank);           ///< "基幹", "現場"
[[nodiscard]] QString employmentText(Employment employment); ///< "常勤", "非常勤"
[[nodiscard]] QString dutyText(Duty duty);                   ///< "専従", "兼務"
/// Tenths of a percent: 285 as "28.5%".
[[nodiscard]] QString tenthsText(const std::optional<int> &tenths);

} // namespace tane
