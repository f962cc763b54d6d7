#include "base/wordbreak.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace tane {

namespace {

constexpr char16_t kJoiner = 0x2060;
constexpr qsizetype kKanjiWord = 5;    ///< longer ones are made of words of two
constexpr qsizetype kKatakanaWord = 7; ///< longer ones may break once, near the middle
constexpr qsizetype kHiraganaRun = 8;

constexpr QStringView kParts[] = {u"なった", u"なる", u"できな", u"いる", u"いない",
                                  u"ある",   u"こと", u"もの",   u"ため", u"とき"};

enum class Kind { Kanji, Hiragana, Katakana, Digit, Latin, Other };

Kind kindOf(QChar c)
{
    const char16_t code = c.unicode();
    if (c.isDigit())
        return Kind::Digit;
    if ((code >= 0x30a1 && code <= 0x30fa) || code == 0x30fc)
        return Kind::Katakana;
    if (code >= 0x3041 && code <= 0x309f)
        return Kind::Hiragana;
    if (c.script() == QChar::Script_Han)
        return Kind::Kanji;
    return c.isLetter() ? Kind::Latin : Kind::Other;
}

bool isOneOf(QChar c, QStringView set)
{
    return set.contains(c);
}

/// "ー", small kana: they belong to what stands before them.
bool clings(QChar c)
{
    return isOneOf(c, u"ーッャュョァィゥェォっゃゅょぁぃぅぇぉンん");
}

/// Characters of one kind in a row, from `first` up to but without `last`.
struct Run
{
    Kind kind = Kind::Other;
    qsizetype first = 0, last = 0;
    [[nodiscard]] qsizetype size() const { return last - first; }
};

std::vector<Run> runsOf(const QString &text)
{
    std::vector<Run> runs;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const Kind kind = kindOf(text.at(i));
        if (!runs.empty() && runs.back().kind == kind)
            runs.back().last = i + 1;
        else
            runs.push_back({kind, i, i + 1});
    }
    return runs;
}

/// A word of two kanji, then the next: 訪問|看護師, never a single one left over.
bool keptInKanji(const Run &run, qsizetype at)
{
    const qsizetype before = at - run.first, after = run.last - at;
    return run.size() <= kKanjiWord || before % 2 != 0 || after < 2;
}

bool keptInKatakana(const QString &text, const Run &run, qsizetype at)
{
    if (run.size() <= kKatakanaWord)
        return true;
    qsizetype best = 0;
    for (qsizetype i = run.first + 3; i <= run.last - 3; ++i)
        if (!clings(text.at(i)) && std::abs(2 * i - run.first - run.last) <=
                                       (best == 0 ? run.size() : std::abs(2 * best - run.first - run.last)))
            best = i;
    return at != best;
}

/// A particle right after a noun ends a phrase: 連絡が|つかない, but not 上が|る.
bool keptInHiragana(const QString &text, const Run &run, qsizetype at, bool afterNoun)
{
    const QChar before = text.at(at - 1), after = text.at(at);
    if (clings(after))
        return true;
    if (before == u'を' && run.last - at >= 2)
        return false;
    const bool particle =
        afterNoun && at == run.first + 1 && run.last - at >= 2 && isOneOf(before, u"がはにもと");
    if (particle && !(before == u'が' && isOneOf(after, u"らりるれろっ")) && !isOneOf(after, u"はもの"))
        return false;
    // 通院できなく|なった: a helping verb or noun begins a part of its own in a long row of kana.
    const QStringView rest = QStringView(text).sliced(at, run.last - at);
    const bool part = run.size() >= 5 && at - run.first >= 2 &&
                      std::ranges::any_of(kParts, [&](QStringView each) { return rest.startsWith(each); });
    if (part)
        return false;
    return run.size() <= kHiraganaRun || at - run.first < 3 || run.last - at < 3;
}

/// 取り|組み, お|薬: one kana that ties kanji to a word.
bool ties(const QString &text, const std::vector<Run> &runs, std::size_t at)
{
    const Run &kana = runs[at];
    if (kana.kind != Kind::Hiragana || kana.size() != 1)
        return false;
    if (isOneOf(text.at(kana.first), u"おご"))
        return true;
    const bool verb = at > 0 && runs[at - 1].kind == Kind::Kanji && runs[at - 1].size() == 1;
    return verb && isOneOf(text.at(kana.first), u"りしきけれみいえち");
}

/// Between two runs: what belongs to a figure, to an era, to a word.
bool keptBetween(const QString &text, const std::vector<Run> &runs, std::size_t at)
{
    const Run &left = runs[at - 1], &right = runs[at];
    if (right.kind == Kind::Kanji && ties(text, runs, at - 1))
        return true;
    const QChar before = text.at(left.last - 1), after = text.at(right.first);
    if (right.kind == Kind::Hiragana)
        return left.kind != Kind::Other; // its ending, or its particle
    if (left.kind == Kind::Digit)
        return right.kind != Kind::Other || isOneOf(after, u"/.,:：．，～-％%／");
    if (right.kind == Kind::Digit)
        return isOneOf(before, u"和成昭第約計全/.,:：．，～-／") || left.kind == Kind::Latin;
    return left.kind == Kind::Latin && right.kind == Kind::Kanji && left.size() == 1; // A市
}

} // namespace

QString withKeptWords(const QString &text)
{
    QString kept;
    kept.reserve(text.size() * 2);
    const std::vector<Run> runs = runsOf(text);
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const Run &run = runs[r];
        if (r > 0 && keptBetween(text, runs, r))
            kept += QChar(kJoiner);
        const bool afterNoun =
            r > 0 && (runs[r - 1].kind == Kind::Kanji || runs[r - 1].kind == Kind::Katakana);
        for (qsizetype i = run.first; i < run.last; ++i) {
            const bool inside = i > run.first;
            if (inside && (run.kind == Kind::Digit || (run.kind == Kind::Kanji && keptInKanji(run, i)) ||
                           (run.kind == Kind::Katakana && keptInKatakana(text, run, i)) ||
                           (run.kind == Kind::Hiragana && keptInHiragana(text, run, i, afterNoun))))
                kept += QChar(kJoiner);
            kept += text.at(i);
        }
    }
    return kept;
}

QString withoutJoiners(QString text)
{
    return text.remove(QChar(kJoiner));
}

} // namespace tane
