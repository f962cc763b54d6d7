#pragma once

// Private to the lists of registers: what cells say, and how values are written so that they can be read
// back.

#include "people/registertext.h"

namespace tane::registers {

/// A head or a word without what only decorates it: brackets, marks, "必須", width, kana, spaces.
[[nodiscard]] QString foldHead(QStringView text);

/// Text of a cell as a workbook holds it: what two values must share to be the same in a list.
[[nodiscard]] QString cellForm(const QString &text);

/// Several words in one cell: "看護師、保健師"; a word that holds a divider itself stands in double quotes.
[[nodiscard]] QString joinWords(const QStringList &words);
/// Divided by 、 , ; ，；or line feeds, but not inside brackets or quotes; without repeats.
[[nodiscard]] QStringList splitWords(const QString &text);

/// "１ヵ所", "3名", "12,345人", "1.2万人". Nothing when it is no count.
[[nodiscard]] std::optional<int> countOf(const QString &text);
/// "わからない", "不明", "未定" …
[[nodiscard]] bool saysUnknown(const QString &text);
/// "28.5％", "28.5", or 0.285 as a workbook holds a percentage: tenths of a percent, half up. Nothing when it
/// is none or more than 100 %. tenthsText writes it.
[[nodiscard]] std::optional<int> rateOf(const QString &text);

/// Dates in all spellings, with a time behind, as serial numbers of a workbook, as months ("令和5年4月": its
/// first day) and fiscal years.
[[nodiscard]] std::optional<QDate> dateOf(const QString &text);
/// "2026/04/01": sorts as text and is read by every program.
[[nodiscard]] QString dateText(QDate date);
/// "3年", "2年6か月", "8か月", "1.5" (years): months. Nothing for a band such as "1～3年未満".
[[nodiscard]] std::optional<int> monthsOf(const QString &text);

[[nodiscard]] std::optional<Answered> answeredOf(const QString &text);
[[nodiscard]] std::optional<int> stageOf(const QString &text);
[[nodiscard]] std::optional<Centre::Rank> rankOf(const QString &text);
[[nodiscard]] std::optional<Employment> employmentOf(const QString &text);
[[nodiscard]] std::optional<Duty> dutyOf(const QString &text);
/// "なし", "-", "同上": nothing that could be written to or rung up.
[[nodiscard]] bool saysNothing(const QString &text);

} // namespace tane::registers
