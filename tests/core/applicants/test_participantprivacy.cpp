#include "applicantfile.h"
#include "people/privacy.h"
#include "programme/search.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::succeeds;
using storagetest::valueOf;

namespace {

/// 青木 葵 of the registers, who takes part, with a goal and a note to her homework.
struct Known : Held
{
    qint64 id = 0, row = 0;
    Known()
    {
        id = valueOf(RecordTable<Person>(*document).add({.name = u"青木 葵"_s}, u"追加"_s));
        Participant one = person(u"青木 葵"_s);
        one.person = id;
        one.email = u"aoki@example.jp"_s;
        one.municipality = u"朝日市"_s;
        one.question = u"看取りの進め方"_s;
        row = add(one);
        storagetest::act(
            *document,
            {u"INSERT INTO participant_goal(participant, term, position, text) "
             "VALUES (%1, 'short', 0, '月に一度話す')"_s.arg(row),
             u"INSERT INTO homework(id, workshop, position, phase, title) VALUES (1, %1, 0, 'before', '課題')"_s
                 .arg(workshop),
             u"INSERT INTO homework_receipt(homework, participant, note) VALUES (1, %1, '青木さんより')"_s
                 .arg(row)});
    }
    [[nodiscard]] QString everything() const
    {
        return storagetest::everything(document->database()).join(u'\n');
    }
};

} // namespace

TEST_CASE("what is known of a person includes what she wrote as a participant")
{
    const Known held;
    const auto facts = valueOf(knownOf(*held.document, held.id));
    const auto says = [&](const QString &text) {
        return std::ranges::any_of(facts, [&](const KnownFact &fact) { return fact.what.contains(text); });
    };
    CHECK(says(u"コーディネーター研修会"_s));
    CHECK(says(u"看取りの進め方"_s));
    CHECK(says(u"月に一度話す"_s));
    CHECK(says(u"青木さんより"_s));
    CHECK(says(u"aoki@example.jp"_s));
}

TEST_CASE("an anonymised person is anonymous among the participants, too, and keeps what is counted")
{
    const Known held;
    const int before = static_cast<int>(held.everything().count(u"青木"_s));
    CHECK(before >= 3);
    valueOf(anonymise(*held.document, held.id));
    const QString after = held.everything();
    CHECK_FALSE(after.contains(u"青木"_s));
    CHECK_FALSE(after.contains(u"aoki@"_s));
    CHECK_FALSE(after.contains(u"看取りの進め方"_s));
    CHECK_FALSE(after.contains(u"月に一度"_s));
    REQUIRE(held.participants().size() == 1);
    CHECK(held.participants().front().municipality == u"朝日市"_s);
    CHECK(held.participants().front().role == u"コーディネーター"_s);
    CHECK(held.participants().front().token.isEmpty());
    succeeds(held.document->undo());
    CHECK(held.participants().front().name == u"青木 葵"_s);
}

TEST_CASE("a person who is deleted is gone from the participants, in one step")
{
    const Known held;
    held.add(person(u"石田 奏"_s));
    succeeds(removePerson(*held.document, held.id));
    REQUIRE(held.participants().size() == 1);
    CHECK(held.participants().front().name == u"石田 奏"_s);
    CHECK_FALSE(held.everything().contains(u"青木"_s));
    succeeds(held.document->undo());
    CHECK(held.participants().size() == 2);
    CHECK(held.participants().front().person == held.id);
}

TEST_CASE("the search finds participants by what they wrote, whatever the writing")
{
    const Known held;
    const auto hits = valueOf(searchFile(*held.document, u"看取り"_s));
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().table == u"participant"_s);
    CHECK(hits.front().page == u"participants"_s);
    CHECK(hits.front().row == held.row);
    CHECK(hits.front().workshop == held.workshop);
    CHECK(valueOf(searchFile(*held.document, u"月に一度"_s)).front().row == held.row);
}

TEST_CASE("what a person raised is known of her, and her name goes from the issues when she is anonymised")
{
    const Known held;
    storagetest::act(
        *held.document,
        {u"INSERT INTO issue_card(id, stage, position, title, detail, person, who, owner) VALUES "
         "(1, 2, 0, '夜間の連絡', '経過', %1, 'A市 青木　葵', '県')"_s.arg(held.id),
         u"INSERT INTO issue_card(id, stage, position, title, who) VALUES "
         "(2, 2, 1, '別の方', '江口 結')"_s,
         u"INSERT INTO issue_message(id, title, sender, recipient) VALUES "
         "(1, '伝えること', '青木葵', 'A市福祉課')"_s});
    const auto facts = valueOf(knownOf(*held.document, held.id));
    const auto says = [&](const QString &what) {
        return std::ranges::any_of(facts, [&](const KnownFact &fact) {
            return fact.where == u"地域課題に挙げたこと"_s && fact.what.contains(what);
        });
    };
    CHECK(says(u"夜間の連絡"_s));
    CHECK(says(u"経過"_s));
    const auto one = [&](const char *sql) {
        Statement query = valueOf(held.document->database().prepare(QLatin1String(sql)));
        succeeds(query.run());
        REQUIRE(query.next());
        return query.text(0);
    };
    CHECK(valueOf(anonymise(*held.document, held.id)) >= 1); // the text of the card is to be looked through
    CHECK(one("SELECT who FROM issue_card WHERE id = 1") == u"（匿名）"_s);
    CHECK(one("SELECT owner FROM issue_card WHERE id = 1") == u"県"_s);
    CHECK(one("SELECT who FROM issue_card WHERE id = 2") == u"江口 結"_s);
    CHECK(one("SELECT sender FROM issue_message") == u"（匿名）"_s);
    CHECK(one("SELECT recipient FROM issue_message") == u"A市福祉課"_s);
    CHECK_FALSE(held.everything().contains(u"青木"_s + u"葵"_s));
    succeeds(held.document->undo());
    CHECK(one("SELECT who FROM issue_card WHERE id = 1") == u"A市 青木　葵"_s);
    // Deleting her takes her name away as well; the issue stays.
    succeeds(removePerson(*held.document, held.id));
    CHECK(one("SELECT sender FROM issue_message") == u"（匿名）"_s);
    CHECK(one("SELECT title FROM issue_card WHERE id = 1") == u"夜間の連絡"_s);
}
