#pragma once

#include <QString>

namespace tane {

/// Japanese breaks between any two characters, so a narrow paper tears words, dates and numbers apart. Gives
/// the text with U+2060 (word joiner) wherever no line is to end: inside katakana words and short kanji
/// words, between a word and the kana that belong to it, inside dates and figures with their units. Long
/// words keep one place or more to break at. A rule of thumb by kind of character, not a dictionary.
[[nodiscard]] QString withKeptWords(const QString &text);
/// Takes the word joiners out again.
[[nodiscard]] QString withoutJoiners(QString text);

} // namespace tane
