#include "participants/capacity.h"

#include "applicantfile.h"
#include "participants/participantedit.h"

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::errorOf;
using storagetest::succeeds;
using storagetest::valueOf;
using State = Participant::State;

namespace {

Workshop workshopOf(const Held &held)
{
    return valueOf(WorkshopRepository(*held.document).load(held.workshop));
}

/// "A" for accepted, "w" for waiting, "." for applied … in the order they came in.
QString states(const Held &held)
{
    QString all;
    for (const Participant &one : held.participants())
        all += u"i.AwdC"_s.at(static_cast<int>(one.state));
    return all;
}

void addApplicants(const Held &held, int count)
{
    for (int i = 0; i < count; ++i)
        held.add(person(u"申込 %1"_s.arg(i + 1), State::Applied));
}

} // namespace

TEST_CASE("places are counted for learners only")
{
    const Held held(2);
    addApplicants(held, 2);
    Participant lecturer = person(u"講師 一"_s);
    lecturer.part = Participant::Part::Lecturer;
    held.add(lecturer);
    held.add(person(u"受講 一"_s));
    const Capacity capacity = capacityOf(workshopOf(held), held.participants());
    CHECK(capacity.accepted == 1);
    CHECK(capacity.applied == 2);
    CHECK(capacity.free() == 1);
    CHECK(capacity.isOversubscribed()); // 3 for 2
}

TEST_CASE("first come first served gives the places in order, then the waiting list")
{
    const Held held(3);
    addApplicants(held, 5);
    Participant observer = person(u"見学 一"_s, State::Applied);
    observer.part = Participant::Part::Observer;
    held.add(observer);
    const auto proposals = proposeFirstCome(workshopOf(held), held.participants());
    CHECK(states(held) == u"......"_s); // a proposal only
    CHECK(valueOf(applyProposals(*held.document, proposals, u"先着順の受付"_s)) == 6);
    CHECK(states(held) == u"AAAwwA"_s);
    succeeds(held.document->undo());
    CHECK(states(held) == u"......"_s);
    succeeds(held.document->redo());

    // Nobody moves up while there is no place; when one cancels, the first who waits.
    CHECK(valueOf(proposeFromWaiting(*held.document, workshopOf(held), held.participants())).empty());
    CHECK(valueOf(setParticipantStates(*held.document, {held.participants()[1].id}, State::Cancelled)) == 1);
    const auto up = valueOf(proposeFromWaiting(*held.document, workshopOf(held), held.participants()));
    REQUIRE(up.size() == 1);
    CHECK(up.front().participant == held.participants()[3].id);
    CHECK(valueOf(applyProposals(*held.document, up, u"繰上げ"_s)) == 1);
    CHECK(states(held) == u"ACAAwA"_s);

    // Whoever applies now stands behind those who wait.
    held.add(person(u"遅れ 一"_s, State::Applied));
    CHECK(valueOf(setParticipantStates(*held.document, {held.participants()[0].id}, State::Cancelled)) == 1);
    const auto late = proposeFirstCome(workshopOf(held), held.participants());
    REQUIRE(late.size() == 1);
    CHECK(late.front().to == State::Waiting);
}

TEST_CASE("without a limit everybody who applied gets a place")
{
    const Held held;
    addApplicants(held, 4);
    CHECK(valueOf(applyProposals(*held.document, proposeFirstCome(workshopOf(held), held.participants()),
                                 u"受付"_s)) == 4);
    CHECK(states(held) == u"AAAA"_s);
}

// From a program of its own in Python: SplitMix64 (Steele, Lea and Flood 2014), Fisher and Yates from the
// end, values of the incomplete last round drawn anew.
TEST_CASE("lots are the same on every machine")
{
    CHECK(drawLots(10, 123456) == std::vector{7, 3, 2, 1, 5, 4, 10, 9, 6, 8});
    CHECK(drawLots(7, 20261119) == std::vector{6, 1, 2, 5, 4, 7, 3});
    CHECK(drawLots(5, 1) == std::vector{3, 2, 5, 4, 1});
    CHECK(drawLots(1, 9) == std::vector{1});
    CHECK(drawLots(0, 9).empty());
}

TEST_CASE("every order of three is drawn about as often as the others")
{
    std::map<std::vector<int>, int> orders;
    constexpr int draws = 6000;
    for (qint64 seed = 0; seed < draws; ++seed)
        ++orders[drawLots(3, seed)];
    REQUIRE(orders.size() == 6);
    // Of 6,000 draws 1,000 each, standard deviation 29: five of them to either side.
    for (const auto &[order, count] : orders)
        CHECK(std::abs(count - 1000) < 145);
}

TEST_CASE("a draw is recorded, can be repeated, gives places and an order of waiting, and is one step")
{
    const Held held(4);
    addApplicants(held, 10);
    const Lottery lottery = valueOf(drawLottery(*held.document, held.workshop, 123456, u"立会い：係長"_s));
    // By the order above the applicants 7, 3, 2 and 1 are in.
    CHECK(states(held) == u"AAAwwwAwww"_s);
    const auto stored = valueOf(lotteriesOf(*held.document, held.workshop));
    REQUIRE(stored.size() == 1);
    CHECK(stored.front().seed == 123456);
    CHECK(stored.front().places == 4);
    REQUIRE(stored.front().entries.size() == 10);
    CHECK(stored.front().entries[0].entry == 7);
    CHECK(repeats(stored.front()));
    Lottery forged = stored.front();
    std::swap(forged.entries[0].participant, forged.entries[9].participant);
    std::swap(forged.entries[0].entry, forged.entries[9].entry);
    CHECK_FALSE(repeats(forged));

    // Two cancel: 5 and 4 were drawn next, in this order, although 4 applied before 5.
    const auto all = held.participants();
    CHECK(valueOf(setParticipantStates(*held.document, {all[0].id}, State::Cancelled)) == 1);
    const auto up = valueOf(proposeFromWaiting(*held.document, workshopOf(held), held.participants()));
    REQUIRE(up.size() == 1);
    CHECK(up.front().participant == all[4].id);

    succeeds(held.document->undo());
    succeeds(held.document->undo());
    CHECK(states(held) == u".........."_s);
    CHECK(valueOf(lotteriesOf(*held.document, held.workshop)).empty());
}

TEST_CASE("a draw is still repeated after whoever stood last in the list and was drawn last is deleted")
{
    // The first seed by which the last of four is drawn last.
    qint64 seed = 1;
    while (drawLots(4, seed).back() != 4)
        ++seed;
    const Held held(2);
    addApplicants(held, 4);
    static_cast<void>(valueOf(drawLottery(*held.document, held.workshop, seed)));
    const auto all = held.participants();
    succeeds(RecordTable<Participant>(*held.document).remove(all.back().id, u"削除"_s));
    const auto stored = valueOf(lotteriesOf(*held.document, held.workshop));
    REQUIRE(stored.front().entries.size() == 3);
    CHECK(repeats(stored.front()));
}

TEST_CASE("the record of a draw shows numbers, and names only when asked for")
{
    const Held held(1);
    addApplicants(held, 3);
    const Lottery lottery = valueOf(drawLottery(*held.document, held.workshop, 7));
    for (const bool withNames : {false, true}) {
        const FormSheet sheet =
            makeLotterySheet(workshopOf(held), lottery, held.participants(), u"架空県"_s, withNames);
        QString text;
        for (const FormSheet::Part &part : sheet.parts)
            if (part.table)
                for (const auto &row : part.table->rows)
                    for (const FormTableCell &cell : row)
                        text += cell.text + u'\n';
        CHECK(text.contains(u"002"_s));
        CHECK(text.contains(u"3人のうち1人"_s));
        CHECK(text.contains(u"キャンセル待ち 2番"_s));
        CHECK(text.contains(u"申込 2"_s) == withNames);
    }
}

TEST_CASE("there is no draw without a limit or without applicants")
{
    const Held unlimited, empty(3);
    addApplicants(unlimited, 2);
    CHECK(errorOf(drawLottery(*unlimited.document, unlimited.workshop, 1)) == ErrorCode::Conflict);
    CHECK(errorOf(drawLottery(*empty.document, empty.workshop, 1)) == ErrorCode::Conflict);
    const qint64 seed = newLotterySeed();
    CHECK(seed >= 100000);
    CHECK(seed <= 999999);
}

TEST_CASE("numbers are given in the order people came in, and go on after the highest")
{
    const Held held;
    Participant first = person(u"青木 葵"_s);
    first.number = u"098"_s;
    held.add(first);
    held.add(person(u"石田 奏"_s));
    held.add(person(u"上原 湊"_s));
    CHECK(held.participants()[1].number == u"099"_s);
    CHECK(held.participants()[2].number == u"100"_s);
    Participant cleared = held.participants()[1];
    cleared.number.clear();
    succeeds(updateParticipants(*held.document, {cleared}, u"番号を消す"_s));
    CHECK(valueOf(numberParticipants(*held.document, held.workshop)) == 1);
    CHECK(held.participants()[1].number == u"101"_s); // a number is never given twice
}
