#include "applicantfile.h"
#include "core/people/peoplefile.h"
#include "participants/participantedit.h"
#include "participants/participantlinks.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::succeeds;
using storagetest::valueOf;

namespace {

/// A workshop in a file whose registers know some people.
struct WithRegisters : Held
{
    qint64 centre = 0, aoki = 0, ishida = 0;
    WithRegisters()
        : Held({}, true)
    {
        const qint64 prefecture = peoplefile::added(*document, Prefecture{.name = u"架空県"_s});
        const qint64 area =
            peoplefile::added(*document, CareArea{.prefecture = prefecture, .name = u"東部"_s});
        const qint64 city = peoplefile::added(
            *document, Municipality{.prefecture = prefecture, .careArea = area, .name = u"朝日市"_s});
        centre = peoplefile::added(*document, Centre{.prefecture = prefecture, .name = u"東部センター"_s});
        peoplefile::added(*document, CentreMunicipality{.centre = centre, .municipality = city});
        aoki = peoplefile::addCoordinator(*document, u"齋藤 葵"_s, u"さいとう あおい"_s, centre);
        ishida = peoplefile::addCoordinator(*document, u"石田 奏"_s, {}, centre);
    }
};

Participant at(const QString &name, const QString &affiliation)
{
    Participant one = person(name);
    one.affiliation = affiliation;
    return one;
}

} // namespace

TEST_CASE("people of the registers are invited with what is known of them, and nobody twice")
{
    const WithRegisters held;
    const Registry registry = peoplefile::registryOf(*held.document);
    CHECK(valueOf(inviteFromRegisters(*held.document, registry, held.workshop, {held.aoki, held.ishida})) ==
          2);
    const Participant invited = held.named(u"齋藤 葵"_s);
    CHECK(invited.state == Participant::State::Invited);
    CHECK(invited.person == held.aoki);
    CHECK(invited.kana == u"さいとう あおい"_s);
    CHECK(invited.affiliation == u"東部センター"_s);
    CHECK(invited.centre == u"東部センター"_s);
    CHECK(invited.municipality == u"朝日市"_s);
    CHECK(invited.area == u"東部"_s);
    CHECK(invited.prefecture == u"架空県"_s);
    CHECK(invited.number == u"001"_s);
    CHECK(invited.token.size() == 12);
    CHECK(valueOf(inviteFromRegisters(*held.document, registry, held.workshop, {held.aoki, held.ishida})) ==
          0);
    succeeds(held.document->undo());
    CHECK(held.participants().empty());
}

TEST_CASE(
    "an applicant is found in the registers by name and workplace, a namesake elsewhere is only proposed")
{
    const WithRegisters held;
    const qint64 same = held.add(at(u"斎藤　葵"_s, u"東部センター"_s));
    const qint64 elsewhere = held.add(at(u"石田 奏"_s, u"西部病院"_s));
    const qint64 stranger = held.add(at(u"中西 斉"_s, u"西部病院"_s));
    const Registry registry = peoplefile::registryOf(*held.document);
    const auto matches = valueOf(matchPeople(*held.document, registry, held.workshop));
    REQUIRE(matches.size() == 3);
    CHECK(matches[0].participant == same);
    CHECK(matches[0].person == held.aoki);
    CHECK(matches[0].certain);
    CHECK(matches[1].person == held.ishida);
    CHECK_FALSE(matches[1].certain);
    CHECK(matches[2].person == 0);
    // Whoever is surely there is linked, others are added.
    CHECK(valueOf(addParticipantsToRegisters(*held.document, held.workshop, {same, stranger})) == 1);
    CHECK(held.named(u"斎藤　葵"_s).person == held.aoki);
    const Registry after = peoplefile::registryOf(*held.document);
    CHECK(after.people.size() == 3);
    CHECK(held.named(u"中西 斉"_s).person == peoplefile::personNamed(after, u"中西 斉"_s).person.id);
    // Invited again, she would be there already.
    CHECK(valueOf(inviteFromRegisters(*held.document, after, held.workshop, {held.aoki})) == 0);
    CHECK(held.named(u"石田 奏"_s).id == elsewhere);
    succeeds(held.document->undo());
    CHECK(peoplefile::registryOf(*held.document).people.size() == 2);
    CHECK(held.named(u"斎藤　葵"_s).person == 0);
}

TEST_CASE("a workshop that was run without participants gets them from its answers, each once")
{
    const Held held({}, true);
    using F = Field;
    held.answer(Wave::Before, {{{F::Number, u"12"_s},
                                {F::Name, u"青木 葵"_s},
                                {F::Affiliation, u"東部センター"_s},
                                {F::Experience, u"2年"_s},
                                {F::Role, u"コーディネーター"_s}},
                               {{F::Name, u"石田 奏"_s}, {F::Affiliation, u"西部センター"_s}},
                               {}});
    held.answer(Wave::After, {{{F::Number, u"12"_s}, {F::Name, u"青木 葵"_s}},
                              {{F::Name, u"上原 湊"_s}, {F::Affiliation, u"西部センター"_s}}});
    CHECK(valueOf(participantsFromAnswers(*held.document, held.workshop)) == 3);
    const Participant aoki = held.named(u"青木 葵"_s);
    CHECK(aoki.number == u"12"_s);
    CHECK(aoki.affiliation == u"東部センター"_s);
    CHECK(aoki.experienceMonths == 24);
    CHECK(aoki.state == Participant::State::Accepted);
    CHECK(aoki.attendance == Participant::Attendance::Present);
    CHECK(held.named(u"石田 奏"_s).attendance == Participant::Attendance::Open);
    const auto matches = valueOf(answerMatches(*held.document, held.workshop));
    CHECK(std::ranges::count_if(matches, [](const AnswerMatch &match) { return match.certain; }) == 4);
    CHECK(valueOf(participantsFromAnswers(*held.document, held.workshop)) == 0);
    succeeds(held.document->undo());
    CHECK(held.participants().empty());
}
