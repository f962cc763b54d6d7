#include "base/textfold.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

struct Variant
{
    char32_t from;
    char32_t to;
};

constexpr Variant kVariants[] = {
#include "base/textfold_table.inc"
};
static_assert(std::ranges::is_sorted(kVariants, {}, &Variant::from));

/// Characters that NFKC leaves as they are and that compose with nothing before them: nearly all text is made
/// of these.
bool isStable(char16_t c)
{
    return (c >= 0x20 && c < 0x7f) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fc) ||
           (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || c == 0x3001 || c == 0x3002 ||
           c == 0x3005;
}

/// CJK compatibility ideographs, such as the 神 with 示: normalising would turn them into another spelling of
/// the name.
bool isCompatibilityIdeograph(char32_t c)
{
    return (c >= 0xf900 && c <= 0xfaff) || (c >= 0x2f800 && c <= 0x2fa1f);
}

bool isVariationSelector(char32_t c)
{
    return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
}

/// NFKC of everything but compatibility ideographs.
QString normalisedKeepingKanji(const QString &text)
{
    QString out;
    out.reserve(text.size());
    qsizetype start = 0;
    const auto flush = [&](qsizetype end) {
        if (end > start)
            out += text.mid(start, end - start).normalized(QString::NormalizationForm_KC);
    };
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        const qsizetype next = i + (pair ? 2 : 1);
        if (isCompatibilityIdeograph(c)) {
            flush(i);
            out += QStringView(text).mid(i, next - i);
            start = next;
        }
        i = next;
    }
    flush(text.size());
    return out;
}

/// Sound marks typed as characters of their own ("か゛") become combining ones, so that NFKC joins them to
/// the kana.
QString withCombiningSoundMarks(QStringView text)
{
    QString out = text.toString();
    out.replace(QChar(0x309b), QChar(0x3099));
    out.replace(QChar(0x309c), QChar(0x309a));
    return out;
}

/// Drops control and format characters and joins all spaces; a lone surrogate, which no file could hold,
/// becomes U+FFFD.
QString cleaned(QStringView text)
{
    QString out;
    out.reserve(text.size());
    bool space = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c.isSpace() || c.unicode() == 0x200b ||
            c.unicode() == 0x3164) { // also zero-width and Hangul filler
            space = true;
            continue;
        }
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            continue;
        if (space && !out.isEmpty())
            out += QLatin1Char(' ');
        space = false;
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            out += c;
            out += text[++i];
        } else {
            out += c.isSurrogate() ? QChar(QChar::ReplacementCharacter) : c;
        }
    }
    return out;
}

/// Hyphens, dashes, minus signs, rules and the long-vowel mark: people type any of them for any other.
bool isDash(char16_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2500 || c == 0x2501 || c == 0x30fc ||
           c == 0xfe63 || c == 0x207b || c == 0xff0d || c == 0xff70;
}

bool isWave(char16_t c)
{
    return c == 0x301c || c == 0x3030 || c == 0xff5e || c == 0x223c;
}

char32_t representative(char32_t c)
{
    const auto found = std::ranges::lower_bound(kVariants, c, {}, &Variant::from);
    return found != std::end(kVariants) && found->from == c ? found->to : c;
}

} // namespace

QString tidy(QStringView text)
{
    if (std::ranges::all_of(text, [](QChar c) { return isStable(c.unicode()); })) {
        // Nothing to normalise: only spaces remain, and most texts have none to mend.
        const bool plain =
            text.isEmpty() || (text.front() != QLatin1Char(' ') && text.back() != QLatin1Char(' ') &&
                               !text.contains(QLatin1String("  ")));
        return plain ? text.toString() : text.toString().simplified();
    }
    return cleaned(normalisedKeepingKanji(withCombiningSoundMarks(text)));
}

QString foldText(QStringView text)
{
    QString folded = tidy(text);
    // What tidy keeps as typed, and comparing must not see.
    if (!std::ranges::all_of(folded, [](QChar c) { return isStable(c.unicode()); }))
        folded = folded.normalized(QString::NormalizationForm_KC).toCaseFolded();
    qsizetype out = 0;
    QChar *data = folded.data();
    for (qsizetype i = 0; i < folded.size(); ++i) {
        char16_t c = data[i].unicode();
        if (c == ' ')
            continue;
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char16_t>(c + 0x20);
        else if ((c >= 0x3041 && c <= 0x3096) || c == 0x309d || c == 0x309e)
            c = static_cast<char16_t>(c + 0x60);
        else if (isDash(c))
            c = '-';
        else if (isWave(c))
            c = '~';
        else if (isVariationSelector(c))
            continue;
        else if (c == 0xdb40 && i + 1 < folded.size() && data[i + 1].unicode() >= 0xdd00 &&
                 data[i + 1].unicode() <= 0xddef) { // U+E0100..U+E01EF: which drawing of a kanji was meant
            ++i;
            continue;
        }
        data[out++] = QChar(c);
    }
    folded.truncate(out);
    return folded;
}

QString foldName(QStringView text)
{
    const QString folded = foldText(text);
    if (std::ranges::none_of(folded, [](QChar c) { return c.unicode() >= 0x3400; }))
        return folded;
    QString out;
    out.reserve(folded.size());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const bool pair =
            folded[i].isHighSurrogate() && i + 1 < folded.size() && folded[i + 1].isLowSurrogate();
        const char32_t c = representative(pair ? QChar::surrogateToUcs4(folded[i], folded[i + 1])
                                               : char32_t(folded[i].unicode()));
        i += pair ? 1 : 0;
        if (c > 0xffff) {
            out += QChar(QChar::highSurrogate(c));
            out += QChar(QChar::lowSurrogate(c));
        } else {
            out += QChar(static_cast<char16_t>(c));
        }
    }
    return out;
}

QString asciiDigits(QStringView text)
{
    QString out = text.toString();
    const auto foreign = [](QChar c) {
        return c.unicode() >= 0x80 && c.category() == QChar::Number_DecimalDigit;
    };
    if (std::ranges::none_of(text, foreign))
        return out;
    for (QChar &c : out) {
        if (foreign(c))
            c = QChar(static_cast<char16_t>('0' + c.digitValue()));
    }
    return out;
}

} // namespace tane
