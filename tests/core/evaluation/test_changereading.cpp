#include "survey/change.h"

#include "survey/sheetbuilder.h"

#include <catch2/catch.hpp>

using namespace tane;
using namespace tane::test;

namespace {

Item fourOptions(const QString &code)
{
    Item item;
    item.code = item.text = code;
    for (const char *option : {"a", "b", "c", "d"})
        item.options.push_back({QString::fromLatin1(option), QString::fromLatin1(option), {}});
    return item;
}

/// Marks of people before and after; −1: did not answer that time.
struct Answers
{
    std::vector<std::pair<int, int>> people;
    void add(int count, int before, int after)
    {
        for (int i = 0; i < count; ++i)
            people.emplace_back(before, after);
    }
};

ChangeAnalysis analysed(const Answers &answers, ItemKind kind)
{
    SheetBuilder before(Wave::Before), after(Wave::After);
    int number = 1;
    for (const auto &[first, second] : answers.people) {
        const std::string id = std::to_string(number++);
        if (first >= 0)
            before.add({{Field::Number, id.c_str()}}, {first});
        if (second >= 0)
            after.add({{Field::Number, id.c_str()}}, {second});
    }
    Questionnaire questionnaire;
    questionnaire.sets.push_back(
        {QStringLiteral("Ⅱ"), QStringLiteral("説明"), kind, {fourOptions(QStringLiteral("Ⅱ-1"))}});
    const LinkOptions options;
    return analyseChange(questionnaire, before.sheet(), after.sheet(),
                         linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::None);
}

QString draft(const Answers &answers, ItemKind kind)
{
    const ChangeAnalysis analysis = analysed(answers, kind);
    return readingDraft(analysis, analysis.rows.front());
}

} // namespace

TEST_CASE("many who rose and few who fell read as a clear rise, with the reason")
{
    Answers answers; // trial 1, Ⅱ-2: 24 up, 36 stay, 7 down; sign test 24 against 7: 0.0033 (binomial tables)
    answers.add(24, 2, 1);
    answers.add(36, 1, 1);
    answers.add(7, 1, 2);
    const QString text = draft(answers, ItemKind::Explain);
    CHECK(text.contains(QStringLiteral("67 対のうち、上がった方は 24 名（35.8%）")));
    CHECK(text.contains(QStringLiteral("説明できる方向への変化がはっきり表れています")));
    CHECK(text.contains(QStringLiteral("変わった 31 名のうち、上がった方が 24 名、下がった方が 7 名")));
    CHECK(text.contains(QStringLiteral("100回に1回もない")));
    CHECK(text.contains(QStringLiteral("下がった 7 名には")));
}

TEST_CASE("a small difference reads as none that so few answers could show")
{
    Answers answers; // trial 1, Ⅱ-2, officers: 8 up, 15 stay, 3 down; sign test 0.227
    answers.add(8, 2, 1);
    answers.add(15, 1, 1);
    answers.add(3, 1, 2);
    const QString text = draft(answers, ItemKind::Explain);
    CHECK(text.contains(QStringLiteral("この人数でははっきりした差とまでは言えません")));
    CHECK(text.contains(QStringLiteral("五分五分でも起こる程度")));
    CHECK_FALSE(text.contains(QStringLiteral("はっきり表れています")));
}

TEST_CASE("who was at the top before could not rise, and the reading says how many")
{
    Answers answers;
    answers.add(14, 0, 0);
    answers.add(4, 1, 0);
    answers.add(2, 1, 1);
    const QString text = draft(answers, ItemKind::Explain);
    CHECK(text.contains(QStringLiteral("最も上の選択肢だった方が 14 名")));
    CHECK(text.contains(QStringLiteral("上がる余地のあった 6 名のうち、上がった方は 4 名")));
    Answers top;
    top.add(12, 0, 0);
    CHECK(draft(top, ItemKind::Explain).contains(QStringLiteral("上がる余地がありませんでした")));
}

TEST_CASE("more who fell read as less sure than before")
{
    Answers answers;
    answers.add(2, 2, 1);
    answers.add(10, 1, 1);
    answers.add(15, 1, 2);
    CHECK(draft(answers, ItemKind::Explain).contains(QStringLiteral("自信がなくなった方のほうが多く")));
}

TEST_CASE("practice reads as awareness that changed up, down or both ways")
{
    Answers both;
    both.add(9, 2, 1);
    both.add(40, 1, 1);
    both.add(10, 1, 2);
    CHECK(draft(both, ItemKind::Practice).contains(QStringLiteral("受け止め方が分かれています")));
    Answers down;
    down.add(20, 1, 1);
    down.add(9, 1, 3);
    CHECK(draft(down, ItemKind::Practice).contains(QStringLiteral("できていないことへの気づき")));
    Answers up;
    up.add(20, 1, 1);
    up.add(9, 3, 1);
    CHECK(draft(up, ItemKind::Practice).contains(QStringLiteral("すでに取り組めていたことへの気づき")));
}

TEST_CASE("who answered only before is compared with those who stayed")
{
    Answers alike;
    alike.add(10, 1, 1);
    alike.add(10, 2, 2);
    alike.add(5, 1, -1);
    alike.add(6, 2, -1);
    const ChangeAnalysis same = analysed(alike, ItemKind::Explain);
    const QString text = dropOutSentence(same, same.transitions.front());
    CHECK(text.contains(QStringLiteral("研修前だけ答えた方では 11 名中 5 名（45.5%）")));
    CHECK(text.contains(QStringLiteral("両方に答えた方では 20 名中 10 名（50.0%）")));
    CHECK(text.contains(QStringLiteral("はっきりした違いは見られません")));
    CHECK_FALSE(readingDraft(same, same.rows.front()).contains(QStringLiteral("研修前だけ")));
    Answers other; // all who left had been less sure
    other.add(20, 0, 0);
    other.add(10, 3, -1);
    const ChangeAnalysis left = analysed(other, ItemKind::Explain);
    CHECK(readingDraft(left, left.rows.front()).contains(QStringLiteral("参加者全体のこととは言えません")));
    Answers few;
    few.add(20, 0, 0);
    few.add(3, 1, -1);
    const ChangeAnalysis three = analysed(few, ItemKind::Explain);
    CHECK(dropOutSentence(three, three.transitions.front()).contains(QStringLiteral("3 名中 3 名、")));
}

TEST_CASE("an item that looks back stands beside the true before and never replaces it")
{
    SheetBuilder before(Wave::Before, 2), after(Wave::After, 2);
    // Four people: before c, then (looking back) d, after b; one of them did not look back.
    for (const char *id : {"1", "2", "3", "4"}) {
        before.add({{Field::Number, id}}, {2, -1});
        after.add({{Field::Number, id}}, {1, *id == '4' ? -1 : 3});
    }
    Questionnaire questionnaire;
    Item then = fourOptions(QStringLiteral("Ⅱ-1b"));
    then.askedBefore = false;
    then.looksBack = QStringLiteral("Ⅱ-1");
    questionnaire.sets.push_back({QStringLiteral("Ⅱ"), QStringLiteral("説明"), ItemKind::Explain,
                                  {fourOptions(QStringLiteral("Ⅱ-1")), then}});
    const LinkOptions options;
    const ChangeAnalysis analysis =
        analyseChange(questionnaire, before.sheet(), after.sheet(),
                      linkAnswers(before.sheet(), after.sheet(), options), options, GroupBy::None);
    REQUIRE(analysis.lookBacks.size() == 1);
    const LookBackRow &row = analysis.lookBacks.front();
    CHECK(row.itemCode == QStringLiteral("Ⅱ-1"));
    CHECK(row.n() == 3);
    CHECK(row.afterBefore == Moves{3, 0, 0});
    CHECK(row.afterThen == Moves{3, 0, 0});
    CHECK(row.thenBefore == Moves{0, 0, 3});
    CHECK(analysis.rows.front().up == 4); // counted by what was said before
    CHECK(readingDraft(analysis, analysis.rows.front()).contains(QStringLiteral("置き換えません")));
}
