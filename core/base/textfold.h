#pragma once

#include <QString>

namespace tane {

/// NFKC, control characters and U+0000 dropped, all kinds of space to one ' ', trimmed. For display and
/// storage of what was typed elsewhere; keeps case, kana and kanji.
[[nodiscard]] QString tidy(QStringView text);

/// For comparing words: tidy, then all spaces out, case folded, hiragana made katakana, long-vowel and dash
/// marks unified. Kanji are kept as written.
[[nodiscard]] QString foldText(QStringView text);

/// For comparing names: foldText, then variant kanji (斎 齋 齊 斉, 髙 高, 﨑 崎, 邊 邉 辺, 澤 沢 …) mapped to
/// one representative each. The table comes from Unicode's Unihan data and a list of name characters
/// (textfold_table.inc).
[[nodiscard]] QString foldName(QStringView text);

/// Digits of any width to ASCII, leaving the rest alone.
[[nodiscard]] QString asciiDigits(QStringView text);

} // namespace tane
