#include "survey/questionnaireedit.h"

#include "core/storage/storagetest.h"

using namespace tane;
using storagetest::errorOf;
using storagetest::succeeds;
using storagetest::valueOf;

namespace {

Questionnaire trial()
{
    return valueOf(loadQuestionnaire(QStringLiteral("trial1")));
}

QString codes(const Questionnaire &questionnaire)
{
    QStringList all;
    for (const ItemSet &set : questionnaire.sets) {
        QStringList items;
        for (const Item &item : set.items)
            items << item.code;
        all << items.join(u' ');
    }
    return all.join(QStringLiteral(" | "));
}

} // namespace

TEST_CASE("an empty questionnaire begins with one item and is valid")
{
    const Questionnaire empty = emptyQuestionnaire(QStringLiteral("新しい調査票"));
    CHECK(codes(empty) == QStringLiteral("Ⅰ-1"));
    succeeds(checkQuestionnaire(empty));
    CHECK(valueOf(parseQuestionnaire(questionnaireToJson(empty), QStringLiteral("e.json"))) == empty);
}

TEST_CASE("a new item stands at the end of its set with the next number and options of its own")
{
    Questionnaire questionnaire = trial();
    const Questionnaire former = questionnaire;
    CHECK(addItem(questionnaire, {0, 1}) == ItemPlace{0, 6});
    const Item &fresh = questionnaire.sets[0].items[6];
    CHECK(fresh.code == QStringLiteral("Ⅰ-7"));
    CHECK(fresh.options.size() == 2);
    CHECK(fresh.aliases.isEmpty());
    CHECK(fresh.forRole.isEmpty());
    // What was asked keeps its number: Ⅰ-1 to Ⅰ-6 before it, in order.
    for (int i = 0; i < 6; ++i)
        CHECK(questionnaire.sets[0].items[static_cast<std::size_t>(i)] ==
              former.sets[0].items[static_cast<std::size_t>(i)]);
    // Ⅰ-6 was answered in the version before: the code does not come to mean something else.
    CHECK(removeAt(questionnaire, {0, 6}) == ItemPlace{0, 5});
    CHECK(removeAt(questionnaire, {0, 5}) == ItemPlace{0, 4});
    CHECK(addItem(questionnaire, {0, -1}, &former) == ItemPlace{0, 5});
    CHECK(questionnaire.sets[0].items[5].code == QStringLiteral("Ⅰ-7"));
    CHECK(addSet(questionnaire, {0, 3}) == ItemPlace{1, -1});
    CHECK(questionnaire.sets[1].code == QStringLiteral("Ⅳ"));
    succeeds(checkQuestionnaire(questionnaire));
}

TEST_CASE("a new item takes over the scale that most of its set share")
{
    Questionnaire questionnaire = trial();
    const ItemPlace place = addItem(questionnaire, {0, 0});
    const ItemSet &set = questionnaire.sets[0];
    const Item *scale = sharedScale(set, *itemAt(questionnaire, place));
    REQUIRE(scale != nullptr);
    CHECK(scale->code == QStringLiteral("Ⅰ-1"));
    CHECK(scale->options.size() == 5);
    // A set of one's own first item has nobody to be like.
    const Questionnaire empty = emptyQuestionnaire(QStringLiteral("新しい調査票"));
    CHECK(sharedScale(empty.sets[0], empty.sets[0].items[0]) == nullptr);
}

TEST_CASE("items are numbered anew in their order, with what hangs on their numbers")
{
    Questionnaire questionnaire = trial();
    addLookingBack(questionnaire, {1, 1});
    moveBy(questionnaire, {1, 0}, 1);
    // Ⅱ-2 Ⅱ-1 Ⅱ-2R Ⅱ-3: the numbers follow the places, Ⅱ-2R its item.
    CHECK(renumberItems(questionnaire) == 3);
    CHECK(codes(questionnaire).contains(QStringLiteral("| Ⅱ-1 Ⅱ-2 Ⅱ-1R Ⅱ-3 |")));
    CHECK(questionnaire.sets[1].items[2].looksBack == QStringLiteral("Ⅱ-1"));
    CHECK(renumberItems(questionnaire) == 0);
    // Over into another set: numbered there. Reasons go with what they are the reason for.
    CHECK(moveBy(questionnaire, {0, 5}, 1) == ItemPlace{1, 0});
    renumberItems(questionnaire);
    CHECK(codes(questionnaire).contains(QStringLiteral("Ⅰ-5 | Ⅱ-1 Ⅱ-2 Ⅱ-3 Ⅱ-2R Ⅱ-4 |")));
    succeeds(checkQuestionnaire(questionnaire));
}

TEST_CASE("an item that looks back stands behind the one it asks again, and goes with it")
{
    Questionnaire questionnaire = trial();
    CHECK(addLookingBack(questionnaire, {1, 0}) == ItemPlace{1, 1});
    const Item &back = questionnaire.sets[1].items[1];
    CHECK(back.code == QStringLiteral("Ⅱ-1R"));
    CHECK(back.looksBack == QStringLiteral("Ⅱ-1"));
    CHECK(back.text ==
          QStringLiteral("（研修前を今ふり返ると）なぜ地域包括ケアシステムにおいて、在宅医療・介護連携は"
                         "必要なのか。"));
    CHECK_FALSE(back.askedBefore);
    CHECK(back.askedAfter);
    CHECK_FALSE(back.isComparable());
    succeeds(checkQuestionnaire(questionnaire));
    removeAt(questionnaire, {1, 0});
    CHECK(questionnaire.find(QStringLiteral("Ⅱ-1R")) == nullptr);
}

TEST_CASE("an item that looks back follows the wording of the one it asks again, unless it has its own")
{
    Questionnaire questionnaire = trial();
    addLookingBack(questionnaire, {1, 0});
    const auto reword = [](const QString &text) { return [text](Item &item) { item.text = text; }; };
    changeItem(questionnaire, {1, 0}, reword(QStringLiteral("連携はなぜ必要ですか。")));
    Item &back = questionnaire.sets[1].items[1];
    CHECK(back.text == QStringLiteral("（研修前を今ふり返ると）連携はなぜ必要ですか。"));
    CHECK(back.shortText == QStringLiteral("ふり返り：") + questionnaire.sets[1].items[0].label());
    changeItem(questionnaire, {1, 0}, [](Item &item) { item.shortText = QStringLiteral("必要性"); });
    CHECK(back.shortText == QStringLiteral("ふり返り：必要性"));

    changeItem(questionnaire, {1, 1}, reword(QStringLiteral("研修前はどうでしたか。")));
    changeItem(questionnaire, {1, 0}, reword(QStringLiteral("連携の必要性")));
    CHECK(back.text == QStringLiteral("研修前はどうでしたか。"));
    CHECK(questionnaire.sets[1].items[0].text == QStringLiteral("連携の必要性"));
    CHECK(questionnaire.sets[1].items[2].code == QStringLiteral("Ⅱ-2"));
    changeItem(questionnaire, {9, 0}, reword(QStringLiteral("どこにもない"))); // no such item
    CHECK(questionnaire.sets[1].items[0].text == QStringLiteral("連携の必要性"));
}

TEST_CASE("items and sets are moved one by one, and an item over the edge of its set into the next")
{
    Questionnaire questionnaire = trial();
    questionnaire.sets.pop_back();
    CHECK(moveBy(questionnaire, {0, 0}, 1) == ItemPlace{0, 1});
    CHECK(moveBy(questionnaire, {0, 5}, 1) == ItemPlace{1, 0});
    CHECK(codes(questionnaire) == QStringLiteral("Ⅰ-2 Ⅰ-1 Ⅰ-3 Ⅰ-4 Ⅰ-5 | Ⅰ-6 Ⅱ-1 Ⅱ-2 Ⅱ-3"));
    CHECK(moveBy(questionnaire, {1, -1}, -1) == ItemPlace{0, -1});
    CHECK(codes(questionnaire) == QStringLiteral("Ⅰ-6 Ⅱ-1 Ⅱ-2 Ⅱ-3 | Ⅰ-2 Ⅰ-1 Ⅰ-3 Ⅰ-4 Ⅰ-5"));
    CHECK(moveBy(questionnaire, {0, 0}, -1) == ItemPlace{0, 0});
    CHECK(moveBy(questionnaire, {1, -1}, 1) == ItemPlace{1, -1});
}

TEST_CASE("dragged items are arranged only when none is lost or doubled")
{
    Questionnaire questionnaire = trial();
    questionnaire.sets.pop_back();
    const Questionnaire before = questionnaire;
    const QStringList one{QStringLiteral("Ⅰ-6"), QStringLiteral("Ⅰ-1"), QStringLiteral("Ⅰ-2"),
                          QStringLiteral("Ⅰ-3"), QStringLiteral("Ⅰ-4"), QStringLiteral("Ⅱ-3")};
    const QStringList two{QStringLiteral("Ⅱ-1"), QStringLiteral("Ⅱ-2"), QStringLiteral("Ⅰ-5")};
    CHECK_FALSE(arrange(questionnaire, {{QStringLiteral("Ⅰ"), one}}));
    CHECK_FALSE(arrange(questionnaire, {{QStringLiteral("Ⅰ"), one}, {QStringLiteral("Ⅱ"), one}}));
    CHECK_FALSE(arrange(questionnaire, {{QStringLiteral("Ⅰ"), one + two}, {QStringLiteral("Ⅱ"), {}}}));
    CHECK(questionnaire == before);
    CHECK(arrange(questionnaire, {{QStringLiteral("Ⅱ"), two}, {QStringLiteral("Ⅰ"), one}}));
    CHECK(codes(questionnaire) == QStringLiteral("Ⅱ-1 Ⅱ-2 Ⅰ-5 | Ⅰ-6 Ⅰ-1 Ⅰ-2 Ⅰ-3 Ⅰ-4 Ⅱ-3"));
}

TEST_CASE("the last item of all stays, and a set without items goes")
{
    Questionnaire questionnaire = emptyQuestionnaire(QStringLiteral("調査票"));
    CHECK(removeAt(questionnaire, {0, 0}) == ItemPlace{0, 0});
    CHECK(removeAt(questionnaire, {0, -1}) == ItemPlace{0, -1});
    CHECK(codes(questionnaire) == QStringLiteral("Ⅰ-1"));
    addSet(questionnaire, {0, -1});
    CHECK(removeAt(questionnaire, {0, 0}).set == 0);
    CHECK(codes(questionnaire) == QStringLiteral("Ⅱ-1"));
}

TEST_CASE("options are lettered or numbered by their place, and codes of one's own stay")
{
    const auto coded = [](const QStringList &codes) {
        std::vector<Option> options;
        for (const QString &code : codes)
            options.push_back({code, code, {}});
        renumberOptions(options);
        QStringList now;
        for (const Option &option : options)
            now << option.code;
        return now.join(u' ');
    };
    CHECK(coded({QStringLiteral("a"), {}, QStringLiteral("c")}) == QStringLiteral("a b c"));
    CHECK(coded({QStringLiteral("3"), QStringLiteral("1"), {}}) == QStringLiteral("1 2 3"));
    CHECK(coded({QStringLiteral("甲"), {}, QStringLiteral("乙")}) == QStringLiteral("甲 1 乙"));
}

TEST_CASE("the follow-up asks the goals of the plan word for word, each of its group and only once")
{
    Questionnaire questionnaire = trial();
    const QStringList goals{QStringLiteral("月に1回、市町村担当者と話す場を持つ"),
                            QStringLiteral("タネを記録する")};
    CHECK(addFollowUp(questionnaire, goals, QStringLiteral("コーディネーター")) == 2);
    CHECK(addFollowUp(questionnaire, goals, QStringLiteral("コーディネーター")) == 0);
    const Questionnaire asked = askedPart(questionnaire, Wave::FollowUp, QStringLiteral("コーディネーター"));
    REQUIRE(asked.items().size() == 2);
    CHECK(asked.items()[0].item->text == goals[0]);
    // The scale of set Ⅰ, domain.md 6.1.
    CHECK(asked.items()[0].item->options.size() == 5);
    CHECK(asked.items()[0].item->options[1].text == QStringLiteral("概ねそのようにできている"));
    CHECK(askedPart(questionnaire, Wave::FollowUp, QStringLiteral("市町村担当者")).sets.empty());
    succeeds(checkQuestionnaire(questionnaire));
}

TEST_CASE("what would make a questionnaire useless is refused with the reason")
{
    const auto refused = [](const std::function<void(Questionnaire &)> &spoil) {
        Questionnaire questionnaire = trial();
        spoil(questionnaire);
        return errorOf(checkQuestionnaire(questionnaire));
    };
    succeeds(checkQuestionnaire(trial()));
    CHECK(refused([](Questionnaire &q) { q.title.clear(); }) == ErrorCode::Usage);
    CHECK(refused([](Questionnaire &q) { q.sets[1].title.clear(); }) == ErrorCode::Usage);
    CHECK(refused([](Questionnaire &q) { q.sets[1].code = q.sets[0].code; }) == ErrorCode::Conflict);
    CHECK(refused([](Questionnaire &q) { q.sets[0].items[1].code = QStringLiteral("Ｉ-1"); }) ==
          ErrorCode::Conflict);
    CHECK(refused([](Questionnaire &q) { q.sets[0].items[1].text.clear(); }) == ErrorCode::Usage);
    CHECK(refused([](Questionnaire &q) { q.sets[0].items[1].options.resize(1); }) == ErrorCode::Usage);
    CHECK(refused([](Questionnaire &q) { q.sets[2].items[0].askedAfter = false; }) == ErrorCode::Usage);
    CHECK(refused([](Questionnaire &q) {
              q.sets[0].items[0].options[1].text = q.sets[0].items[0].options[0].text;
          }) == ErrorCode::Usage);
}

TEST_CASE("every built-in questionnaire is valid, the one of the trial first")
{
    REQUIRE(builtInQuestionnaires().first() == QStringLiteral("trial1"));
    CHECK(builtInQuestionnaires().size() == 3);
    for (const QString &id : builtInQuestionnaires()) {
        INFO(id.toStdString());
        const Questionnaire questionnaire = valueOf(loadQuestionnaire(id));
        CHECK(questionnaire.id == id);
        succeeds(checkQuestionnaire(questionnaire));
    }
    // domain.md 6.3: six kinds of affiliation, five degrees of usefulness for three parts.
    const Questionnaire meeting = valueOf(loadQuestionnaire(QStringLiteral("report-meeting")));
    CHECK(meeting.sets[0].items[0].options.size() == 6);
    CHECK(meeting.sets[3].items.size() == 4);
    CHECK(meeting.sets[3].items[2].options[4].text == QStringLiteral("参考にならなかった"));
    // 6.4: eight resources, known one of three ways, and a tick of its own for each.
    const Questionnaire study = valueOf(loadQuestionnaire(QStringLiteral("study-meeting")));
    CHECK(study.sets[0].items.size() == 8);
    CHECK(study.sets[0].items[0].isComparable());
    CHECK(study.sets[1].items[0].options.size() == 8);
    CHECK(study.sets[1].items[0].type == AnswerType::Multiple);
}
