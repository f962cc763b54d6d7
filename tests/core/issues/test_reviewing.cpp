#include "core/issues/issuesoffice.h"
#include "issues/cardsources.h"
#include "issues/reviewing.h"
#include "issues/thingscard.h"

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

IssueReview review(qint64 card, qint64 workshop, IssueReview::Outcome outcome, QDate day = {})
{
    IssueReview made;
    made.card = card;
    made.workshop = workshop;
    made.outcome = outcome;
    made.reviewedOn = day;
    return made;
}

} // namespace

TEST_CASE("what a workshop says solved is closed on its day, and what comes up again is open again")
{
    IssuesOffice office;
    const qint64 card = office.addCard(QStringLiteral("夜の相談先がない"));
    const QDate day(2026, 11, 10);
    REQUIRE(recordReviews(*office.document,
                          {review(card, office.workshop, IssueReview::Outcome::Solved, day)}, office.today,
                          kLabel)
                .has_value());
    CHECK(office.pipeline().card(card)->status == IssueStatus::Solved);
    CHECK(office.pipeline().card(card)->closedOn == day);
    const qint64 later = office.addWorkshop(QStringLiteral("翌年度の研修会"), QDate(2026, 11, 20));
    REQUIRE(recordReviews(*office.document, {review(card, later, IssueReview::Outcome::Remains)},
                          office.today, kLabel)
                .has_value());
    const Pipeline pipeline = office.pipeline();
    CHECK(pipeline.card(card)->status == IssueStatus::Doing);
    CHECK_FALSE(pipeline.card(card)->closedOn.isValid());
    REQUIRE(pipeline.reviewsOf(card).size() == 2);
    CHECK(pipeline.reviewsOf(card)[0]->reviewedOn == office.today); // newest first
}

TEST_CASE("a workshop says one thing of an issue, the last one that was recorded")
{
    IssuesOffice office;
    const qint64 card = office.addCard(QStringLiteral("退院の連絡が遅い"));
    IssueReview first = review(card, office.workshop, IssueReview::Outcome::Remains);
    first.note = QStringLiteral("病院による");
    REQUIRE(recordReviews(*office.document, {first}, office.today, kLabel).has_value());
    REQUIRE(recordReviews(*office.document, {review(card, office.workshop, IssueReview::Outcome::Solved)},
                          office.today, kLabel)
                .has_value());
    const Pipeline pipeline = office.pipeline();
    REQUIRE(pipeline.reviewsOf(card).size() == 1);
    CHECK(pipeline.reviewsOf(card)[0]->outcome == IssueReview::Outcome::Solved);
    CHECK(pipeline.reviewsOf(card)[0]->note == QStringLiteral("病院による")); // what was noted is kept
}

TEST_CASE("many reviews are one step, and one about a card that is gone takes all of them back")
{
    IssuesOffice office;
    const qint64 one = office.addCard(QStringLiteral("一"));
    const qint64 two = office.addCard(QStringLiteral("二"));
    const auto solved = IssueReview::Outcome::Solved;
    const auto refused = recordReviews(
        *office.document, {review(one, office.workshop, solved), review(9999, office.workshop, solved)},
        office.today, kLabel);
    CHECK_FALSE(refused.has_value());
    CHECK(office.pipeline().reviews.empty());
    REQUIRE(recordReviews(*office.document,
                          {review(one, office.workshop, solved), review(two, office.workshop, solved)},
                          office.today, kLabel)
                .has_value());
    REQUIRE(office.document->undo().has_value());
    CHECK(office.pipeline().reviews.empty());
    CHECK(office.pipeline().card(two)->status == IssueStatus::Open);
}

TEST_CASE("a card names the notes and consultations of all it came from, its own first and each once")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(3);
    const qint64 own = office.addNote(board, QStringLiteral("退院の連絡が当日になる"));
    const qint64 earlier = office.addNote(board, QStringLiteral("病院の窓口が分からない"));
    const qint64 asked = office.add(Consultation{.asker = Asker::Family,
                                                 .excerpt = QStringLiteral("退院後の通院ができない"),
                                                 .municipality = office.kaede});
    const qint64 trouble = office.addCard(QStringLiteral("困りごと"));
    const qint64 seed = office.addCard(QStringLiteral("タネ"), IssueStage::Seed);
    REQUIRE(setCardLink(*office.document, trouble, seed, true, kLabel).has_value());
    REQUIRE(setCardNote(*office.document, seed, own, true, kLabel).has_value());
    REQUIRE(setCardNote(*office.document, trouble, own, true, kLabel).has_value());
    REQUIRE(setCardNote(*office.document, trouble, earlier, true, kLabel).has_value());
    REQUIRE(setCardConsultation(*office.document, trouble, asked, true, kLabel).has_value());
    const auto sources = valueOf(cardSources(*office.document, office.pipeline(), seed));
    REQUIRE(sources.size() == 3);
    CHECK(sources[0].id == own);
    CHECK(sources[0].card == seed);
    CHECK(sources[0].where.endsWith(QStringLiteral("3班")));
    CHECK(sources[1].id == earlier);
    CHECK(sources[1].card == trouble);
    CHECK(sources[2].kind == CardSource::Kind::Consultation);
    CHECK(sources[2].text == QStringLiteral("（家族）退院後の通院ができない"));
    CHECK(sources[2].where.startsWith(QStringLiteral("楓町")));
}

TEST_CASE("what recurs becomes a card linked to every note, consultation and earlier card it stands for")
{
    IssuesOffice office;
    const qint64 first = office.addBoard(1, 0, office.sakura), second = office.addBoard(2, 0, office.sakura);
    std::vector<qint64> notes;
    for (const qint64 board : {first, second}) {
        const qint64 note = office.addNote(board, QStringLiteral("夜中に電話できる所がない"));
        notes.push_back(note);
        REQUIRE(clusterNotes(*office.document, board, QStringLiteral("夜間の相談先"), {note}, kLabel)
                    .has_value());
    }
    const qint64 card = office.addCard(QStringLiteral("夜間の相談先"));
    const auto things = valueOf(raisedThings(*office.document));
    const auto found = findRecurrences(things, {});
    REQUIRE(found.size() == 1);
    const qint64 made = valueOf(cardFromThings(*office.document, found[0].heading, found[0].things, 0,
                                               IssueStage::Seed, office.today, kLabel));
    const Pipeline pipeline = office.pipeline();
    CHECK(pipeline.card(made)->title == QStringLiteral("夜間の相談先"));
    CHECK(pipeline.notesOf(made) == notes);
    REQUIRE(pipeline.originsOf(made).size() == 1);
    CHECK(pipeline.originsOf(made)[0]->id == card);
    CHECK(pipeline.card(made)->municipality == 0); // the card says none
    REQUIRE(office.document->undo().has_value());
    CHECK(office.pipeline().card(made) == nullptr);
}

TEST_CASE("two headings that the officer calls one thing recur together, and two themes become one")
{
    IssuesOffice office;
    const auto cluster = [&](int number, const QString &heading) {
        const qint64 board = office.addBoard(number);
        const qint64 note = office.addNote(board, heading + QStringLiteral("の付箋"));
        return valueOf(clusterNotes(*office.document, board, heading, {note}, kLabel));
    };
    const QString night = QStringLiteral("夜間の相談先"), late = QStringLiteral("夜の相談窓口");
    cluster(1, night);
    cluster(2, late);
    auto things = valueOf(raisedThings(*office.document));
    CHECK(findRecurrences(things, {}).empty()); // each at one place only
    const qint64 theme = valueOf(joinHeadings(*office.document, things, night, late, kLabel));
    things = valueOf(raisedThings(*office.document));
    const auto found = findRecurrences(things, {{theme, night}});
    REQUIRE(found.size() == 1);
    CHECK(found[0].places == 2);
    CHECK(similarHeadings(things).empty()); // decided: no proposal any more

    const QString bath = QStringLiteral("入浴の手段");
    cluster(3, bath);
    things = valueOf(raisedThings(*office.document));
    std::vector<RaisedThing> other;
    for (const RaisedThing &thing : things)
        if (thing.heading == bath)
            other.push_back(thing);
    REQUIRE(linkToTheme(*office.document, other, 0, bath, kLabel).has_value());
    things = valueOf(raisedThings(*office.document));
    CHECK(valueOf(joinHeadings(*office.document, things, late, bath, kLabel)) == theme);
    const Pipeline pipeline = office.pipeline();
    REQUIRE(pipeline.themes.size() == 1);
    CHECK(pipeline.themes[0].heading == night);
    CHECK(pipeline.members.size() == 3);
    CHECK(joinHeadings(*office.document, things, QStringLiteral("ない"), QStringLiteral("無い物"), kLabel)
              .error()
              .code == ErrorCode::Conflict);
}
