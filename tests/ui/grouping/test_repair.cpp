// On the day: absences and walk-ins, in the real window.
#include "groupsfixture.h"

#include "grouping/repaircard.h"
#include "shell/widgets.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

void setAbsent(Participant &participant)
{
    participant.attendance = Participant::Attendance::Absent;
}

std::vector<std::pair<qint64, int>> seatsOf(const GroupSeating &seating)
{
    std::vector<std::pair<qint64, int>> seats;
    for (const GroupSeat &seat : seating.seats)
        seats.emplace_back(seat.participant, seat.number);
    std::ranges::sort(seats);
    return seats;
}

void press(NoticeBar *bar)
{
    for (QPushButton *button : bar->findChildren<QPushButton *>()) {
        if (button->isVisible())
            return click(button);
    }
    FAIL("no button beside the message");
}

} // namespace

TEST_CASE("an absence is told, a repair is proposed with its reasons, accepted, undone, and kept in the file")
{
    Hall hall;
    hall.makeGroups();
    const qint64 draft = hall.page().draft();
    const auto before = seatsOf(hall.stored(draft));
    REQUIRE_FALSE(hall.page().absenceBar()->isVisible());
    // Two of one group of six do not come: four are left where five to six shall sit, so one must move, and
    // no fewer can.
    const int number = hall.groupOf(u"参加 カ"_s);
    const std::vector<GroupBoard::Card> cards =
        hall.board().groups()[static_cast<std::size_t>(number - 1)].cards;
    const QString firstIll = cards[4].name, secondIll = cards[5].name;
    hall.update(firstIll, setAbsent);
    hall.update(secondIll, setAbsent);
    NoticeBar *bar = hall.page().absenceBar();
    REQUIRE(bar->isVisible());
    CHECK(bar->text().contains(u"席があって来ない方が2人います"_s));
    CHECK(bar->text().contains(u"%1さん"_s.arg(firstIll)));
    CHECK(cardOf(hall.board(), hall.person(firstIll)).away == u"欠席"_s);

    press(bar);
    hall.waitForJob();
    RepairCard &card = *hall.page().repair();
    REQUIRE(card.isVisible());
    INFO(card.text().toStdString());
    CHECK(card.text().contains(u"ほかの班へ動く方は1人です（これより少なくは直せません）。"_s));
    CHECK(
        card.text().contains(u"この方が入らないと、%1班が4人になり、1班5人に足りなくなるため"_s.arg(number)));
    CHECK(card.text().contains(u"%1さんの%2班の席を空けます"_s.arg(secondIll).arg(number)));
    CHECK(seatsOf(hall.stored(draft)) == before); // a proposal, no more
    click(card.acceptButton());
    CHECK_FALSE(card.isVisible());
    CHECK_FALSE(bar->isVisible());
    const auto after = seatsOf(hall.stored(draft));
    CHECK(after.size() == 10);
    int moved = 0;
    for (const auto &[participant, seat] : after)
        moved += std::ranges::find(before, std::pair(participant, seat)) == before.end() ? 1 : 0;
    CHECK(moved == 1);
    CHECK(hall.document().undoLabel() == u"欠席・当日参加に合わせた席の直し"_s);
    REQUIRE(hall.document().undo().has_value());
    CHECK(seatsOf(hall.stored(draft)) == before);
    CHECK(bar->isVisible());
    REQUIRE(hall.document().redo().has_value());
    hall.reopen();
    CHECK(seatsOf(hall.stored(draft)) == after);
    CHECK_FALSE(hall.page().absenceBar()->isVisible());
}

TEST_CASE(
    "a walk-in gets a seat without anybody moving, and what stands on printed cards stays for the others")
{
    Hall hall;
    hall.makeGroups();
    const qint64 draft = hall.page().draft();
    GroupSeating printed = hall.stored(draft);
    for (GroupSeat seat : printed.seats) {
        seat.printed = seat.number;
        REQUIRE(RecordTable<GroupSeat>(hall.document()).update(seat, u"印刷"_s).has_value());
    }
    const QString ill = hall.board().groups()[0].cards.back().name;
    hall.update(ill, setAbsent);
    hall.addPerson(u"当日 参加"_s, u"コーディネーター"_s, u"東部"_s, u"1年未満"_s);
    hall.update(u"当日 参加"_s, [](Participant &participant) {
        participant.state = Participant::State::Applied;
        participant.walkIn = true;
    });
    NoticeBar *bar = hall.page().absenceBar();
    REQUIRE(bar->isVisible());
    CHECK(bar->text().contains(u"席のない方が1人います（当日 参加さん）"_s));
    press(bar);
    hall.waitForJob();
    CHECK(hall.page().repair()->text().contains(u"ほかの班へ動く方はいません。"_s));
    CHECK(hall.page().repair()->text().contains(u"当日 参加さん　→ "_s));
    click(hall.page().repair()->acceptButton());
    const GroupSeating after = hall.stored(draft);
    CHECK(after.seats.size() == 12);
    for (const GroupSeat &seat : after.seats) {
        const bool walkIn = seat.participant == hall.person(u"当日 参加"_s);
        // Only her card has to be printed.
        CHECK(seat.printed.has_value() != walkIn);
        if (!walkIn)
            CHECK(seat.printed == seat.number);
    }
}

TEST_CASE("a repair is given up with a button, and one that is no longer needed goes away")
{
    Hall hall;
    hall.makeGroups();
    const QString ill = hall.board().groups()[0].cards.back().name;
    hall.update(ill, setAbsent);
    press(hall.page().absenceBar());
    hall.waitForJob();
    click(child(hall.page(), u"rejectRepair"_s));
    CHECK_FALSE(hall.page().repair()->isVisible());
    CHECK(hall.page().absenceBar()->isVisible());
    press(hall.page().absenceBar());
    hall.waitForJob();
    REQUIRE(hall.page().repair()->isVisible());
    hall.update(ill,
                [](Participant &participant) { participant.attendance = Participant::Attendance::Late; });
    // They came after all.
    CHECK_FALSE(hall.page().absenceBar()->isVisible());
}
