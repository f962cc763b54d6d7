#include "base/textfold.h"

#include <catch2/catch.hpp>

using namespace tane;

namespace {
QString s(const char16_t *text)
{
    return QString::fromUtf16(text);
}
} // namespace

TEST_CASE("a text is tidied as Unicode's compatibility normalisation says, and its spaces are mended")
{
    // Mappings of half-width kana and full-width forms: UnicodeData.txt 15.0.
    CHECK(tidy(s(u"　ｻｲﾄｳ　ﾊﾅｺ　")) == s(u"サイトウ ハナコ"));
    CHECK(tidy(s(u"ｶﾞｷﾞﾊﾟ")) == s(u"ガギパ"));
    CHECK(tidy(s(u"か゛")) == s(u"が"));
    CHECK(tidy(s(u"Ａ１\u00a0\u2003ｂ")) == s(u"A1 b"));
    CHECK(tidy(s(u"医師会\r\n事務局\t")) == s(u"医師会 事務局"));
    CHECK(tidy(s(u"㈱群馬")) == s(u"(株)群馬"));
    CHECK(tidy(QString(QStringLiteral("a") + QChar(0) + QStringLiteral("b\u0007\u200e"))) == s(u"ab"));
    CHECK(tidy(s(u"\uFEFF氏名")) == s(u"氏名")); // a byte order mark in the middle of a joined file
    CHECK(tidy(QString()).isEmpty());
    CHECK(tidy(s(u" a  b ")) == s(u"a b"));
}

TEST_CASE("a name is stored with the kanji it was typed with")
{
    CHECK(tidy(s(u"髙﨑 \uFA19")) == s(u"髙﨑 \uFA19"));
    CHECK(tidy(s(u"𠮷田")) == s(u"𠮷田"));
}

TEST_CASE("half of a surrogate pair does not survive tidying")
{
    CHECK(tidy(QString(QChar(0xd842))) == QString(QChar(QChar::ReplacementCharacter)));
}

TEST_CASE("words compare equal whatever their width, case, kana and dashes")
{
    CHECK(foldText(s(u"コーディネーター")) == foldText(s(u"ｺｰﾃﾞｨﾈｰﾀｰ")));
    CHECK(foldText(s(u"コーディネーター")) == foldText(s(u"コ－ディネ―タ-")));
    CHECK(foldText(s(u"こーでぃねーたー")) == foldText(s(u"コーディネーター")));
    CHECK(foldText(s(u"Ⅰ－１")) == foldText(s(u"i-1")));
    CHECK(foldText(s(u"ＩＤ")) == s(u"id"));
    CHECK(foldText(s(u"E mail")) == s(u"email"));
    CHECK(foldText(s(u"地域 包括　支援センター")) == foldText(s(u"地域包括支援ｾﾝﾀｰ")));
    CHECK(foldText(s(u"\uFA19社")) == foldText(s(u"神社"))); // canonically equivalent
    CHECK(foldText(s(u"斎藤")) != foldText(s(u"斉藤")));
}

TEST_CASE("names compare equal across variant kanji")
{
    // Pairs listed for family names in the koseki unification table of the Ministry of Justice and in
    // Unihan's kJinmeiyoKanji.
    const std::pair<const char16_t *, const char16_t *> pairs[] = {
        {u"斎藤 花子", u"齋藤花子"},  {u"斉藤", u"齊藤"},
        {u"斉藤", u"斎藤"},           {u"髙橋", u"高橋"},
        {u"山﨑", u"山崎"},           {u"宮嵜", u"宮崎"},
        {u"渡邉", u"渡辺"},           {u"渡邊", u"渡辺"},
        {u"黒澤", u"黒沢"},           {u"濵田", u"浜田"},
        {u"濱田", u"浜田"},           {u"德田", u"徳田"},
        {u"中嶋", u"中島"},           {u"眞田", u"真田"},
        {u"廣瀨", u"広瀬"},           {u"櫻井", u"桜井"},
        {u"國分", u"国分"},           {u"𠮷田", u"吉田"},
        {u"栁田", u"柳田"},           {u"冨田", u"富田"},
        {u"龍野", u"竜野"},           {u"曻", u"昇"},
        {u"𣘺本", u"橋本"},           {u"\uFA4F", u"祐"},
        {u"葛\U000E0100城", u"葛城"}, {u"ｻｲﾄｳ ﾊﾅｺ", u"さいとう　はなこ"},
    };
    for (const auto &[one, other] : pairs) {
        INFO(s(one).toStdString() << " " << s(other).toStdString());
        CHECK(foldName(s(one)) == foldName(s(other)));
    }
}

TEST_CASE("different names stay different")
{
    const std::pair<const char16_t *, const char16_t *> pairs[] = {
        {u"太田", u"大田"},   {u"伊藤", u"井藤"}, {u"川島", u"川鳥"}, {u"河合", u"川合"},
        {u"佐藤", u"佐籐"},   {u"岩田", u"巌田"}, {u"畑中", u"畠中"}, {u"台場", u"臺場"},
        {u"庄司", u"荘司"},   {u"松", u"鬆"},     {u"乾", u"干"},     {u"里", u"裏"},
        {u"佐々木", u"佐木"}, {u"塚", u"家"},     {u"三浦", u"二浦"}, {u"一郎", u"-郎"},
    };
    for (const auto &[one, other] : pairs) {
        INFO(s(one).toStdString() << " " << s(other).toStdString());
        CHECK(foldName(s(one)) != foldName(s(other)));
    }
}

TEST_CASE("folding what is folded changes nothing")
{
    for (const char16_t *text : {u"髙﨑 Ｈａｎａ", u"㈱ﾀﾈ ー―", u"渡邊 𠮷", u"か゛", u"", u"  "}) {
        const QString once = foldName(s(text));
        CHECK(foldName(once) == once);
        CHECK(tidy(tidy(s(text))) == tidy(s(text)));
    }
}

TEST_CASE("digits of any width become ASCII and the rest stays")
{
    CHECK(asciiDigits(s(u"令和８年１１月 ﾃｽﾄ①")) == s(u"令和8年11月 ﾃｽﾄ①"));
    CHECK(asciiDigits(s(u"abc")) == s(u"abc"));
}
