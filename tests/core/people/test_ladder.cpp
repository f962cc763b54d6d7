#include "core/people/peopleoffice.h"

using namespace tane;
using namespace storagetest;
using namespace peopletest;

TEST_CASE("the built-in ladder has the five published steps, lowest first")
{
    // 2024 research report on supporting home-care coordinators, figure 29.
    const Ladder ladder = builtInLadder();
    QStringList names;
    for (const LadderStep &step : ladder.steps)
        names << step.name;
    CHECK(names == QStringList{QStringLiteral("0"), QStringLiteral("1-1"), QStringLiteral("1-2"),
                               QStringLiteral("2-1"), QStringLiteral("2-2")});
    CHECK(ladder.steps[1].state ==
          QStringLiteral(
              "日々の業務（相談支援、地域資源の把握、連携への働きかけ等）から地域課題につながる可能性のあ"
              "る地域課題のタネを見つけ、市町村担当者と共有する。"));
    CHECK(ladder.steps[4].state ==
          QStringLiteral("地域課題の解決に向け、市町村、医療・介護の関係者との合意形成を"
                         "働きかけ、自らも行動する"));
}

TEST_CASE("a level is a step or lies between two, and belongs to the lower one")
{
    const Ladder ladder = builtInLadder();
    CHECK(ladder.highest() == 8);
    CHECK(ladder.levelText(2) == QStringLiteral("1-1"));
    CHECK(ladder.levelText(5) == QStringLiteral("1-2と2-1の間")); // level 1.5
    CHECK(ladder.levelText(8) == QStringLiteral("2-2"));
    CHECK(ladder.levelText(11) == QStringLiteral("2-2"));
    CHECK(ladder.stepOf(5) == 2);
    CHECK(ladder.stepOf(4) == 2);
}

TEST_CASE("every step has three or four behaviours that can be observed, each with a code of its own")
{
    std::vector<int> of(5, 0);
    QStringList codes;
    for (const Behaviour &behaviour : behaviours()) {
        REQUIRE(behaviour.step >= 0);
        REQUIRE(behaviour.step < 5);
        ++of[static_cast<std::size_t>(behaviour.step)];
        CHECK_FALSE(codes.contains(behaviour.code));
        CHECK_FALSE(behaviour.text.isEmpty());
        codes << behaviour.code;
    }
    for (const int count : of) {
        CHECK(count >= 3);
        CHECK(count <= 4);
    }
}

namespace {

/// The codes of the steps up to and including `step`.
QStringList upTo(int step)
{
    QStringList codes;
    for (const Behaviour &behaviour : behaviours())
        if (behaviour.step <= step)
            codes << behaviour.code;
    return codes;
}

} // namespace

TEST_CASE("what was observed proposes the highest step that is seen whole with all below it")
{
    CHECK_FALSE(proposedLevel({}).has_value());
    CHECK_FALSE(proposedLevel({QStringLiteral("9-9.z")}).has_value());
    CHECK(proposedLevel(upTo(0)) == 0);
    CHECK(proposedLevel(upTo(1)) == 2);
    CHECK(proposedLevel(upTo(4)) == 8);
    // One of the three of the next step is less than half, two are more.
    CHECK(proposedLevel(upTo(0) + QStringList{QStringLiteral("1-1.a")}) == 0);
    CHECK(proposedLevel(upTo(0) + QStringList{QStringLiteral("1-1.a"), QStringLiteral("1-1.c")}) == 1);
    // Two of the four of 1-2 are half.
    CHECK(proposedLevel(upTo(1) + QStringList{QStringLiteral("1-2.a"), QStringLiteral("1-2.d")}) == 3);
    // A gap below keeps the proposal there, whatever is seen above.
    QStringList gap = upTo(3);
    gap.removeAll(QStringLiteral("1-1.b"));
    CHECK(proposedLevel(gap) == 1);
    CHECK(proposedLevel({QStringLiteral("2-2.a")}) == 0);
}

TEST_CASE("the officer's ladder replaces the built-in one in one step that can be undone")
{
    Office office;
    Ladder ladder = valueOf(loadLadder(*office.document));
    CHECK(ladder.steps == builtInLadder().steps);
    ladder.steps[1].state = QStringLiteral("県の言葉で書いた状態");
    succeeds(saveLadder(*office.document, ladder));
    const Ladder stored = valueOf(loadLadder(*office.document));
    REQUIRE(stored.steps.size() == 5);
    CHECK(stored.steps[1].state == QStringLiteral("県の言葉で書いた状態"));
    CHECK(stored.steps[1].id != 0);
    succeeds(saveLadder(*office.document, stored));
    succeeds(office.document->undo());
    CHECK(valueOf(loadLadder(*office.document)).steps == builtInLadder().steps);
    CHECK_FALSE(office.document->canUndo());
}

TEST_CASE("assessments follow their steps when steps are added, moved or taken away")
{
    Office office;
    const qint64 person = office.person(QStringLiteral("石田 奏"));
    office.assess(person, QDate(2025, 5, 1), 4); // 1-2
    office.assess(person, QDate(2025, 6, 1), 5); // between 1-2 and 2-1
    office.assess(person, QDate(2025, 7, 1), 8); // 2-2
    const auto levels = [&] {
        std::vector<int> found;
        const Registry registry = office.registry();
        for (const Assessment &one : registry.people.front().assessments)
            found.push_back(one.level);
        return found;
    };

    Ladder ladder = valueOf(loadLadder(*office.document));
    ladder.steps.insert(ladder.steps.begin() + 3, {.name = QStringLiteral("1-3")});
    succeeds(saveLadder(*office.document, ladder));
    CHECK(levels() == std::vector{4, 5, 10}); // above 1-2 is still just above it, 2-2 is the sixth step

    ladder = valueOf(loadLadder(*office.document));
    ladder.steps.erase(ladder.steps.begin() + 1); // 1-1: nobody was assessed at it
    succeeds(saveLadder(*office.document, ladder));
    CHECK(levels() == std::vector{2, 3, 8});

    const Ladder kept = valueOf(loadLadder(*office.document));
    Ladder without = kept;
    without.steps.pop_back();
    CHECK(errorOf(saveLadder(*office.document, without)) == ErrorCode::Conflict);
    CHECK(valueOf(loadLadder(*office.document)).steps == kept.steps);
    CHECK(levels() == std::vector{2, 3, 8});

    succeeds(office.document->undo());
    succeeds(office.document->undo());
    CHECK(levels() == std::vector{4, 5, 8});
}

TEST_CASE("a renamed step of the built-in ladder stays the step it was")
{
    Office office;
    office.assess(office.person(QStringLiteral("三浦 由紀")), QDate(2025, 5, 1), 6);
    Ladder ladder = builtInLadder();
    ladder.steps[3].name = QStringLiteral("発信期");
    succeeds(saveLadder(*office.document, ladder));
    const Registry registry = office.registry();
    CHECK(registry.ladder.levelText(registry.people.front().assessments.front().level) ==
          QStringLiteral("発信期"));
}

TEST_CASE("a ladder needs two steps, each with a name of its own")
{
    Office office;
    CHECK(errorOf(saveLadder(*office.document, {{{.name = QStringLiteral("0")}}})) == ErrorCode::Conflict);
    CHECK(errorOf(saveLadder(*office.document, {{{.name = QStringLiteral("0")}, {.name = QString()}}})) ==
          ErrorCode::Conflict);
    CHECK(errorOf(saveLadder(*office.document, {{{.name = QStringLiteral("0")},
                                                 {.name = QStringLiteral(" 0")}}})) == ErrorCode::Conflict);
    CHECK_FALSE(office.document->canUndo());
}
