#include "issues/namehint.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Issues)
};

/// Kanji are named by their range: the property Han holds 、 and 。 too (they are used with it).
QRegularExpression expression(const char16_t *pattern)
{
    QRegularExpression made(QString::fromUtf16(pattern), QRegularExpression::UseUnicodePropertiesOption);
    made.optimize();
    return made;
}

QStringList words(const char16_t *text)
{
    return QString::fromUtf16(text).split(u' ');
}

/// A word before an honorific that says what somebody is, not who.
bool saysWhat(const QString &run, const QString &honorific)
{
    static const QStringList ends =
        words(u"患者 家族 利用者 本人 奥 娘 息子 母 父 兄 姉 弟 妹 嫁 婿 孫 主人 旦那 親 子 祖父 祖母 隣 客 "
              u"皆 者 師 員 "
              u"士 職 方 医 院 長 民 人 夫 妻 主 所 局 署 屋 店 社 会 課 園 科 室 係 班 組 役 先 本人 "
              u"ケアマネ ケアマネジャー ケアマネージャー ヘルパー スタッフ ドクター ナース センター デイ "
              u"デイサービス "
              u"ショート リハ ボランティア ソーシャルワーカー ワーカー コーディネーター オーナー パートナー "
              u"たく かあ とう ばあ じい みな おく だんな むすこ むすめ よめ まご おや おい めい おば おじ "
              u"いもうと "
              u"ねえ にい ども ひと かた");
    if (std::ranges::any_of(ends, [&](const QString &end) { return run.endsWith(end); }))
        return true;
    static const QStringList before_sama = words(u"同 多 模 仕 有 異 一 王 神 左 如何 何 各 皆々");
    static const QStringList before_shi = words(u"同 両 某 摂 華 彼 諸 姓 氏");
    const QChar first = honorific.front();
    if (first == u'様')
        return std::ranges::any_of(before_sama, [&](const QString &end) { return run.endsWith(end); });
    if (first == u'氏')
        return std::ranges::any_of(before_shi, [&](const QString &end) { return run.endsWith(end); });
    return honorific == QChar(u'君') && run.endsWith(QChar(u'諸'));
}

void addHonorifics(const QString &text, std::vector<NameHint> &hints)
{
    static const QRegularExpression named = expression(
        u"(?<run>[一-鿿㐀-䶿豈-﫿々ヶ]{1,5}|[ァ-ヴー]{2,10}|(?<![ぁ-ん])[ぁ-ん]{2,6}?)[ 　]?"
        u"(?<honorific>様(?![々子式相態体])|さん|さま|氏(?![名族神]"
        u")|殿(?!堂)|ちゃん|"
        u"くん|君|先生)");
    auto all = named.globalMatch(text);
    while (all.hasNext()) {
        const auto found = all.next();
        const QString run = found.captured(QStringLiteral("run"));
        if (!saysWhat(run, found.captured(QStringLiteral("honorific"))))
            hints.push_back({NameHint::Kind::Honorific, found.capturedStart(), found.capturedLength()});
    }
}

void addMatches(const QString &text, const QRegularExpression &pattern, NameHint::Kind kind,
                std::vector<NameHint> &hints)
{
    auto all = pattern.globalMatch(text);
    while (all.hasNext()) {
        const auto found = all.next();
        const qsizetype at = found.capturedStart(), end = found.capturedEnd();
        const bool within = std::ranges::any_of(
            hints, [&](const NameHint &one) { return at < one.at + one.length && end > one.at; });
        if (!within)
            hints.push_back({kind, at, end - at});
    }
}

} // namespace

std::vector<NameHint> nameHints(const QString &text)
{
    // One character stays one, so that places in it are places in the text.
    const QString plain = asciiDigits(text);
    static const QRegularExpression mail =
        expression(u"[A-Za-z0-9._%+\\-ａ-ｚＡ-Ｚ]+[@＠][A-Za-z0-9.\\-]+\\.[A-Za-z]{2,}");
    static const QRegularExpression phone =
        expression(u"(?<![0-9])[(（]?0[0-9]{1,4}[)）\\-－–‐ー−][0-9]{1,4}[)）\\-－–‐ー−][0-9]{3,4}(?![0-9])|"
                   u"(?<![0-9])0[0-9]{9,10}(?![0-9])");
    static const QRegularExpression birth =
        expression(u"(?:明治|大正|昭和|[MTS])[ 　]?(?:元|[0-9]{1,2})[年./\\-]"
                   u"[ 　]?[0-9]{1,2}[月./\\-][ 　]?[0-9]{1,2}日?|"
                   u"(?:(?:平成|令和|[HR])[ 　]?(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})"
                   u"[年./\\-][0-9]{1,2}[月./\\-][0-9]{1,2}日?"
                   u"(?=[ 　]?(?:生|うまれ|産))|"
                   u"(?:生年月日|誕生日)[^0-9]{0,4}"
                   u"(?:(?:平成|令和|[HR])(?:元|[0-9]{1,2})|(?:19|20)[0-9]{2})"
                   u"[年./\\-][0-9]{1,2}[月./\\-][0-9]{1,2}日?");
    static const QRegularExpression address = expression(u"[一-鿿㐀-䶿々ぁ-んァ-ヴーヶ]{1,12}"
                                                         u"[0-9一二三四五六七八九十]{1,3}"
                                                         u"(?:丁目|番地|番[0-9]{1,4}号)"
                                                         u"[0-9\\-－番号の]*|"
                                                         u"[一-鿿㐀-䶿々]{1,8}[市区町村]"
                                                         u"[一-鿿㐀-䶿々ぁ-んァ-ヴーヶ]{1,10}"
                                                         u"[0-9]{1,4}[\\-－‐ー−][0-9]{1,4}"
                                                         u"(?:[\\-－‐ー−][0-9]{1,4})?");
    static const QRegularExpression number = expression(u"(?<![0-9])(?:[0-9]{12}|[0-9]{10})(?![0-9])");
    std::vector<NameHint> hints;
    addHonorifics(text, hints);
    addMatches(plain, mail, NameHint::Kind::Mail, hints);
    addMatches(plain, phone, NameHint::Kind::Phone, hints);
    addMatches(plain, birth, NameHint::Kind::BirthDate, hints);
    addMatches(plain, address, NameHint::Kind::Address, hints);
    addMatches(plain, number, NameHint::Kind::Number, hints);
    std::ranges::stable_sort(hints, {}, &NameHint::at);
    return hints;
}

QString nameHintText(const QString &text)
{
    const std::vector<NameHint> hints = nameHints(text);
    if (hints.empty())
        return {};
    QStringList parts;
    for (const NameHint &hint : hints)
        parts << QStringLiteral("「%1」").arg(text.sliced(hint.at, hint.length));
    parts.removeDuplicates();
    return Texts::tr("どなたか分かる書き方かもしれません：%1。個人が分からない形に直してください。"
                     "相談の原票は市町村に残し、ここには要点だけを書きます。")
        .arg(parts.join(QString()));
}

} // namespace tane
