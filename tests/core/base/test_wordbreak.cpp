#include "base/wordbreak.h"

#include <catch2/catch.hpp>

#include <string>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

/// The pieces between which a line may end; where Unicode's own rules forbid one is not their matter.
std::string pieces(const QString &text)
{
    const QString kept = withKeptWords(text);
    QString shown;
    for (qsizetype i = 0; i < kept.size(); ++i) {
        if (kept.at(i) == QChar(0x2060))
            continue;
        if (i > 0 && kept.at(i - 1) != QChar(0x2060))
            shown += u'|';
        shown += kept.at(i);
    }
    return shown.toStdString();
}

} // namespace

// The words are those of an ordinary dictionary: where a reader would not end a line, none ends.
TEST_CASE("A line does not end inside a short word, a date or a figure with its unit")
{
    CHECK(pieces(u"退院の連絡が当日になる"_s) == "退院の|連絡が|当日に|なる");
    CHECK(pieces(u"ケアマネジャーへの連絡"_s) == "ケアマネジャーへの|連絡");
    CHECK(pieces(u"令和6年度"_s) == "令和6年度");
    CHECK(pieces(u"48時間以内に返事を"_s) == "48時間以内に|返事を");
    CHECK(pieces(u"第2回"_s) == "第2回");
    CHECK(pieces(u"通院できなくなった"_s) == "通院できなく|なった");
    CHECK(pieces(u"A市"_s) == "A市");
    CHECK(pieces(u"取り組みと申し込み"_s) == "取り組みと|申し込み");
    CHECK(pieces(u"お薬手帳"_s) == "お薬手帳");
    CHECK(pieces(u"病状が悪くなる"_s) == "病状が|悪くなる");
    CHECK(pieces(u"体制が上がる"_s) == "体制が|上がる");
}

TEST_CASE("A long word of kanji or katakana may end a line between its parts")
{
    CHECK(pieces(u"在宅医療介護"_s) == "在宅|医療|介護");
    CHECK(pieces(u"訪問看護師"_s) == "訪問看護師");
    CHECK(pieces(u"ソーシャルワーカー"_s) == "ソーシャル|ワーカー");
    CHECK(pieces(u"リハビリテーション"_s) == "リハビリ|テーション");
}

TEST_CASE("Without its joiners the text is as it was")
{
    for (const QString &text :
         {u"夜間に連絡がつかない（土日も）。"_s, u"a\nb 3/4～5"_s, QString(), u"😀が出た"_s})
        CHECK(withoutJoiners(withKeptWords(text)) == text);
}
