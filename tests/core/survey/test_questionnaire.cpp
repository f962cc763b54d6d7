#include "survey/questionnaire.h"

#include <catch2/catch.hpp>

using namespace tane;

TEST_CASE("the built-in questionnaire of trial 1 has nine comparable items in two sets")
{
    const auto questionnaire = loadQuestionnaire(QStringLiteral("trial1"));
    REQUIRE(questionnaire);
    int comparable = 0;
    for (const auto &[set, item] : questionnaire->items()) {
        if (!item->isComparable())
            continue;
        ++comparable;
        CHECK(item->options.size() == (set->kind == ItemKind::Practice ? 5u : 4u));
        CHECK_FALSE(item->shortText.isEmpty());
    }
    CHECK(comparable == 9);
    CHECK(questionnaire->sets[0].kind == ItemKind::Practice);
    CHECK(questionnaire->sets[1].kind == ItemKind::Explain);
    // Word for word: the instrument of the 2024 research report.
    CHECK(questionnaire->sets[0].items[0].text ==
          QStringLiteral("受け付けた相談への対応結果をコーディネーターと市町村担当者で共有する"));
    CHECK(questionnaire->sets[1].items[2].options[3].text ==
          QStringLiteral("時間と資料があっても難しそうだ"));
}

TEST_CASE("a questionnaire survives being written and read")
{
    const auto questionnaire = loadQuestionnaire(QStringLiteral("trial1"));
    REQUIRE(questionnaire);
    const auto again = parseQuestionnaire(questionnaireToJson(*questionnaire), QStringLiteral("again.json"));
    REQUIRE(again);
    CHECK(*again == *questionnaire);
}

TEST_CASE("an error in a questionnaire names its place")
{
    const auto placeOf = [](const char *json) {
        const auto result = parseQuestionnaire(QByteArray(json), QStringLiteral("q.json"));
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::BadFormat);
        CHECK(result.error().file == QStringLiteral("q.json"));
        CHECK_FALSE(result.error().message.isEmpty());
        return result.error().cell;
    };
    CHECK(placeOf("{\n\"id\": \"x\",,\n}") == QStringLiteral("2行目"));
    CHECK(placeOf("[]").isEmpty());
    CHECK(placeOf(R"({"title":"t","sets":[]})") == QStringLiteral("id"));
    CHECK(placeOf(R"({"id":"x","title":"t"})") == QStringLiteral("sets"));
    CHECK(
        placeOf(R"({"id":"x","title":"t","sets":[{"code":"1","title":"s","kind":"magic","items":[{}]}]})") ==
        QStringLiteral("sets[0].kind"));
    CHECK(placeOf(
              R"({"id":"x","title":"t","sets":[{"code":"1","title":"s","options":"none","items":[{}]}]})") ==
          QStringLiteral("sets[0].options"));
    CHECK(
        placeOf(
            R"({"id":"x","title":"t","sets":[{"code":"1","title":"s","items":[{"code":"1-1","text":"q"}]}]})") ==
        QStringLiteral("sets[0].items[0].options"));
    CHECK(
        placeOf(
            R"({"id":"x","title":"t","sets":[{"code":"1","title":"s","options":[{"code":"a","text":"A"},{"code":"a","text":"B"}],"items":[{}]}]})") ==
        QStringLiteral("sets[0].options[1]"));
    CHECK(
        placeOf(
            R"({"id":"x","title":"t","sets":[{"code":"1","title":"s","options":[{"code":"a","text":"A"},{"code":"b","text":"B"}],
                      "items":[{"code":"1-1","text":"q"},{"code":"1-1","text":"r"}]}]})") ==
        QStringLiteral("sets[0].items[1].code"));
}

TEST_CASE("a questionnaire that is not there is reported with the built-in ones to choose from")
{
    const auto result = loadQuestionnaire(QStringLiteral("/nowhere/mine.json"));
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::NotFound);
    CHECK(result.error().message.contains(QStringLiteral("trial1")));
}
