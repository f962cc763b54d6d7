#pragma once

#include <QString>

#include <vector>

namespace tane {

/// A place in a text that looks like it names a person. Only a hint: raw consultations stay with the
/// municipality, and the officer decides.
struct NameHint
{
    enum class Kind { Honorific, Phone, Mail, BirthDate, Address, Number };
    Kind kind = Kind::Honorific;
    qsizetype at = 0, length = 0; ///< in the text
    friend bool operator==(const NameHint &, const NameHint &) = default;
};
/// In the order of the text: a name-like word before 様, さん, 氏, 先生 … (not 患者さん, 娘さん,
/// ケアマネさん); phone numbers; mail addresses; full dates of birth (生まれ behind them, or of 明治, 大正,
/// 昭和); addresses down to the house number; insurance and personal numbers of 10 or 12 digits. Letters and
/// circles instead of a name (A様, ○○さん) are none.
[[nodiscard]] std::vector<NameHint> nameHints(const QString &text);
/// "お名前のような言葉（田中さん）があります。個人が分からない書き方にしてください。"; empty without hints.
[[nodiscard]] QString nameHintText(const QString &text);

} // namespace tane
