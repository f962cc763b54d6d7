#include "survey/linking.h"

#include "survey/sheetbuilder.h"

#include <catch2/catch.hpp>

using namespace tane;
using tane::test::SheetBuilder;

namespace {

struct Sides
{
    SheetBuilder before{Wave::Before};
    SheetBuilder after{Wave::After};
    Linking link(const LinkOptions &options = {})
    {
        return linkAnswers(before.sheet(), after.sheet(), options);
    }
};

const auto number = Field::Number;
const auto name = Field::Name;
const auto mail = Field::Email;
const auto place = Field::Affiliation;
const auto kana = Field::Kana;

} // namespace

TEST_CASE("the same number joins, whatever its width and leading zeros")
{
    Sides sides;
    sides.before.add({{number, "007"}, {name, "青木 葵"}});
    sides.before.add({{number, "A-12"}, {name, "石田 奏"}});
    sides.after.add({{number, "Ａ－１２"}, {name, "石田　奏"}});
    sides.after.add({{number, "７"}, {name, "青木葵"}});
    const Linking linking = sides.link();
    REQUIRE(linking.pairs() == 2);
    CHECK(linking.links[0].after == 1);
    CHECK(linking.links[0].method == LinkMethod::Number);
    CHECK(linking.links[0].state == LinkState::Certain);
    CHECK(linking.onlyBefore.empty());
    CHECK(linking.onlyAfter.empty());
}

TEST_CASE("the same number with another name waits for the officer")
{
    Sides sides;
    sides.before.add({{number, "7"}, {name, "青木 葵"}});
    sides.after.add({{number, "7"}, {name, "花岡 葵"}});
    const Linking linking = sides.link();
    CHECK(linking.pairs() == 0);
    REQUIRE(linking.links.size() == 1);
    CHECK(linking.links[0].state == LinkState::Waiting);
    CHECK(linking.onlyBefore.size() == 1);
    CHECK(linking.onlyAfter.size() == 1);
}

TEST_CASE("an e-mail address joins only when nobody else has it and the names agree")
{
    Sides sides;
    sides.before.add({{mail, "aoki@example.jp"}, {name, "青木 葵"}});
    sides.before.add({{mail, "centre@example.jp"}, {name, "石田 奏"}});
    sides.before.add({{mail, "centre@example.jp"}, {name, "上原 湊"}});
    sides.before.add({{mail, "desk@example.jp"}, {name, "前任 者"}});
    sides.after.add({{mail, "Aoki@Example.JP"}, {name, ""}});
    sides.after.add({{mail, "centre@example.jp"}, {name, ""}});
    sides.after.add({{mail, "desk@example.jp"}, {name, "後任 者"}});
    const Linking linking = sides.link();
    REQUIRE(linking.pairs() == 1);
    CHECK(linking.links[0].method == LinkMethod::Email);
    REQUIRE(linking.countOf(LinkState::Waiting) == 1);
    CHECK(linking.links[1].before == 3);
    CHECK(linking.onlyBefore.size() == 3);
}

TEST_CASE("variant kanji of one name join when the affiliation agrees, and wait when nothing else tells")
{
    Sides sides;
    sides.before.add({{name, "斎藤 真央"}, {place, "東部医師会"}});
    sides.before.add({{name, "髙橋 直樹"}});
    sides.before.add({{name, "ｻﾄｳ ﾕｲ"}});
    sides.after.add({{name, "齋藤　真央"}, {place, "東部医師会"}});
    sides.after.add({{name, "高橋直樹"}});
    sides.after.add({{name, "サトウユイ"}});
    const Linking linking = sides.link();
    REQUIRE(linking.links.size() == 3);
    CHECK(linking.links[0].method == LinkMethod::NameAffiliation);
    CHECK(linking.links[0].state == LinkState::Certain);
    CHECK(linking.links[1].state == LinkState::Waiting);
    CHECK(linking.links[2].method == LinkMethod::FoldedName);
    CHECK(linking.links[2].state == LinkState::Certain);
}

TEST_CASE("one name at two places is not surely one person")
{
    Sides sides;
    sides.before.add({{name, "森 結"}, {place, "北部病院"}});
    sides.after.add({{name, "森 結"}, {place, "南部病院"}});
    const Linking linking = sides.link();
    CHECK(linking.pairs() == 0);
    CHECK(linking.countOf(LinkState::Waiting) == 1);
}

TEST_CASE("two people of one name in one centre are told apart by their reading, or not at all")
{
    Sides sides;
    sides.before.add({{name, "中村 碧"}, {place, "西部センター"}, {kana, "なかむら あおい"}});
    sides.before.add({{name, "中村 碧"}, {place, "西部センター"}, {kana, "なかむら みどり"}});
    sides.after.add({{name, "中村 碧"}, {place, "西部センター"}, {kana, "ナカムラ ミドリ"}});
    sides.after.add({{name, "中村 碧"}, {place, "西部センター"}, {kana, "ナカムラ アオイ"}});
    const Linking told = sides.link();
    REQUIRE(told.pairs() == 2);
    CHECK(told.links[0].after == 1);
    CHECK(told.links[1].after == 0);

    Sides untold;
    untold.before.add({{name, "中村 碧"}, {place, "西部センター"}});
    untold.before.add({{name, "中村 碧"}, {place, "西部センター"}});
    untold.after.add({{name, "中村 碧"}, {place, "西部センター"}});
    const Linking linking = untold.link();
    CHECK(linking.pairs() == 0);
    CHECK(linking.undecidedTwice() == 1);
}

TEST_CASE("somebody who answered twice does not count until it is decided")
{
    Sides sides;
    sides.before.add({{number, "1"}, {name, "青木 葵"}});
    sides.after.add({{number, "1"}, {name, "青木 葵"}, {Field::AnsweredAt, "2024-11-25 10:00"}});
    sides.after.add({{number, "1"}, {name, "青木 葵"}, {Field::AnsweredAt, "2024-11-22 09:00"}});
    Linking linking = sides.link();
    CHECK(linking.pairs() == 0);
    REQUIRE(linking.twice.size() == 1);
    CHECK(linking.twice[0].chosen == -1);
    CHECK(linking.peopleAfter == 1);
    CHECK(linking.onlyBefore.size() == 1);

    SECTION("the rule takes the later answer, by date and not by row")
    {
        LinkOptions options;
        options.twice = LinkOptions::Twice::Latest;
        linking = sides.link(options);
        REQUIRE(linking.pairs() == 1);
        CHECK(linking.links[0].after == 0);
        CHECK(linking.undecidedTwice() == 0);
        CHECK(linking.summary().twiceByRule == 1);
        CHECK(linking.summary().twiceByOfficer == 0);
    }
    SECTION("a decision wins over the rule, and is not called a rule")
    {
        LinkOptions options;
        options.twice = LinkOptions::Twice::Latest;
        options.decisions = {{QString(), QStringLiteral("after.csv:3"), true}};
        linking = sides.link(options);
        REQUIRE(linking.pairs() == 1);
        CHECK(linking.links[0].after == 1);
        CHECK(linking.summary().twiceByRule == 0);
        CHECK(linking.summary().twiceByOfficer == 1);
    }
    SECTION("a decision takes the one the officer named")
    {
        LinkOptions options;
        options.decisions = {{QString(), QStringLiteral("after.csv:3"), true}};
        linking = sides.link(options);
        REQUIRE(linking.pairs() == 1);
        CHECK(linking.links[0].after == 1);
    }
    SECTION("setting one aside leaves the other")
    {
        LinkOptions options;
        options.decisions = {{QString(), QStringLiteral("after.csv:3"), false}};
        linking = sides.link(options);
        REQUIRE(linking.pairs() == 1);
        CHECK(linking.links[0].after == 0);
    }
}

TEST_CASE("every pair counts under exactly one way of joining")
{
    Sides sides;
    sides.before.add({{number, "1"}, {name, "青木 葵"}});
    sides.before.add({{mail, "ishida@example.jp"}, {name, "石田 奏"}});
    sides.before.add({{name, "上原 湊"}, {place, "北部病院"}});
    sides.before.add({{name, "斎藤 真央"}, {place, "東部医師会"}});
    sides.before.add({{name, "森 結"}});
    sides.before.add({{name, "花岡 葵"}, {place, "南部病院"}});
    sides.before.add({{name, "前だけ 者"}});
    sides.after.add({{number, "1"}, {name, "青木 葵"}});
    sides.after.add({{mail, "ishida@example.jp"}});
    sides.after.add({{name, "上原 湊"}, {place, "北部病院"}});
    sides.after.add({{name, "齋藤 真央"}, {place, "東部医師会"}});
    sides.after.add({{name, "森 結"}});
    sides.after.add({{name, "花岡 葵"}, {place, "西部病院"}});
    LinkOptions options;
    options.decisions = {{QStringLiteral("before.csv:7"), QStringLiteral("after.csv:7"), true}};
    const LinkSummary sum = sides.link(options).summary();
    CHECK(sum.number == 1);
    CHECK(sum.email == 1);
    CHECK(sum.nameAffiliation == 1);
    CHECK(sum.variantName == 1);
    CHECK(sum.name == 1);
    CHECK(sum.officer == 1);
    CHECK(sum.pairs() == 6);
    CHECK(sum.twice() == 0);
}

TEST_CASE("two names under one number are never settled by a rule")
{
    Sides sides;
    sides.before.add({{number, "1"}, {name, "青木 葵"}});
    sides.after.add({{number, "1"}, {name, "青木 葵"}});
    sides.after.add({{number, "1"}, {name, "石田 奏"}});
    LinkOptions options;
    options.twice = LinkOptions::Twice::Latest;
    CHECK(sides.link(options).undecidedTwice() == 1);
}

TEST_CASE("the officer's decisions win: accepted, rejected and joined by hand")
{
    Sides sides;
    sides.before.add({{name, "森 結"}, {place, "北部病院"}});
    sides.before.add({{name, "青木 葵"}});
    sides.after.add({{name, "森 結"}, {place, "南部病院"}});
    sides.after.add({{name, "花岡 葵"}});
    LinkOptions options;
    options.decisions = {{QStringLiteral("before.csv:2"), QStringLiteral("after.csv:2"), false},
                         {QStringLiteral("before.csv:3"), QStringLiteral("after.csv:3"), true},
                         {QStringLiteral("before.csv:99"), QStringLiteral("after.csv:3"), true}};
    const Linking linking = sides.link(options);
    CHECK(linking.pairs() == 1);
    CHECK(linking.countOf(LinkState::Rejected) == 1);
    CHECK(linking.countOf(LinkState::Waiting) == 0);
    CHECK(linking.onlyBefore == std::vector<int>{0});
    CHECK(linking.unknownDecisions.size() == 1);
}

TEST_CASE("linking by number alone leaves names alone, and the other way round")
{
    Sides sides;
    sides.before.add({{number, "1"}, {name, "青木 葵"}});
    sides.before.add({{number, "2"}, {name, "森 結"}});
    sides.after.add({{number, "1"}, {name, "青木 葵"}});
    sides.after.add({{name, "森 結"}});
    LinkOptions options;
    options.by = LinkOptions::By::Id;
    CHECK(sides.link(options).pairs() == 1);
    options.by = LinkOptions::By::Name;
    CHECK(sides.link(options).pairs() == 2);
}

TEST_CASE("everybody is somewhere: pairs, only before, only after, or set aside")
{
    Sides sides;
    for (int i = 0; i < 30; ++i) {
        const QByteArray n = QByteArray::number(i % 25);
        const QByteArray person = "人" + QByteArray::number(i % 25);
        sides.before.add({{number, i % 3 ? n.constData() : ""}, {name, person.constData()}});
        sides.after.add({{number, i % 4 ? n.constData() : ""}, {name, person.constData()}});
    }
    const Linking linking = sides.link();
    int asideBefore = 0;
    int asideAfter = 0;
    for (const AnsweredTwice &group : linking.twice) {
        for (const int person : group.people)
            (group.wave == Wave::Before ? asideBefore : asideAfter) += person != group.chosen ? 1 : 0;
    }
    CHECK(linking.pairs() + static_cast<int>(linking.onlyBefore.size()) + asideBefore == 30);
    CHECK(linking.pairs() + static_cast<int>(linking.onlyAfter.size()) + asideAfter == 30);
}

TEST_CASE("when joining by hand the likeliest person stands first")
{
    Sides sides;
    sides.before.add({{name, "青木 葵"}, {place, "東部医師会"}});
    sides.after.add({{name, "森 結"}, {place, "西部病院"}});
    sides.after.add({{name, "花岡 葵"}, {place, "東部医師会"}});
    CHECK(candidatesFor(sides.before.sheet(), 0, sides.after.sheet(), {0, 1}).front() == 1);
}
