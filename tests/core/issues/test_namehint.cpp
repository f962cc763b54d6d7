#include "issues/namehint.h"

#include <catch2/catch.hpp>

#include <QStringList>

using namespace tane;

namespace {

/// The places found in a text.
QStringList found(const char16_t *words)
{
    const QString text = QString::fromUtf16(words);
    QStringList all;
    for (const NameHint &hint : nameHints(text))
        all << text.sliced(hint.at, hint.length);
    return all;
}

} // namespace

TEST_CASE("a name before an honorific is hinted at")
{
    CHECK(found(u"昨日、田中さんから電話があった。") == QStringList{QStringLiteral("田中さん")});
    CHECK(found(u"佐々木様の退院") == QStringList{QStringLiteral("佐々木様")});
    CHECK(found(u"鈴木先生が往診している") == QStringList{QStringLiteral("鈴木先生")});
    CHECK(found(u"スズキ　さん") == QStringList{QStringLiteral("スズキ　さん")});
    CHECK(found(u"山本氏と相談") == QStringList{QStringLiteral("山本氏")});
    CHECK(found(u"たなかさんは独居") == QStringList{QStringLiteral("たなかさん")});
}

TEST_CASE("what somebody is, and words that end like an honorific, name nobody")
{
    for (const char16_t *words :
         {u"患者さんと娘さんが来所", u"ケアマネさん、ヘルパーさん、看護師さんに相談", u"お母さんとおばあさん",
          u"ご家族様、利用者様", u"同様の相談が多様な様子", u"生活様式、模様替え、仕様", u"氏名は書かない",
          u"たくさんの薬", u"みなさんで話し合う", u"主治医の先生", u"皮膚科先生", u"A様、○○さん、●●様",
          u"奥さんが介護", u"同氏", u"民生委員さん", u"お客様", u"隣の方"}) {
        INFO(QString::fromUtf16(words).toStdString());
        CHECK(found(words).isEmpty());
    }
}

TEST_CASE("telephone, mail, birth, address and numbers are hinted at in any width")
{
    CHECK(found(u"電話は027-000-0000です") == QStringList{QStringLiteral("027-000-0000")});
    CHECK(found(u"０９０－００００－００００") == QStringList{QStringLiteral("０９０－００００－００００")});
    CHECK(found(u"連絡先 taro@example.jp まで") == QStringList{QStringLiteral("taro@example.jp")});
    CHECK(found(u"昭和10年3月4日の方") == QStringList{QStringLiteral("昭和10年3月4日")});
    CHECK(found(u"1935年3月4日生まれ") == QStringList{QStringLiteral("1935年3月4日")});
    CHECK(found(u"被保険者番号は0012345678") == QStringList{QStringLiteral("0012345678")});
    CHECK(found(u"架空市桜町1-2-3に住む").size() == 1);
    CHECK(found(u"桜町三丁目の方").size() == 1);
}

TEST_CASE("days of events, counts and excerpts of the published table need no hint")
{
    // Excerpts of the table of 稲城市 (002:6841), which is published.
    for (const char16_t *words :
         {u"令和8年9月1日の研修会", u"2026年9月1日に届いた", u"3回、延べ12件、65歳以上",
          u"パーキンソンに強い市外の訪問診療は遠くて訪問できない。", u"往診できる皮膚科は？(市外2カ所を紹介)",
          u"自律神経失調症だが、母を介護しているため通院できない。",
          u"転入した後に、かかりつけ医がいないので、作りたい。", u"24時間365日の対応"}) {
        INFO(QString::fromUtf16(words).toStdString());
        CHECK(found(words).isEmpty());
    }
    CHECK(nameHintText(QStringLiteral("往診できる皮膚科は？")).isEmpty());
    CHECK(nameHintText(QStringLiteral("田中さんの往診")).contains(QStringLiteral("「田中さん」")));
}
