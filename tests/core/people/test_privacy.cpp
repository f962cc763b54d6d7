#include "core/people/peopleoffice.h"
#include "people/peoplelinks.h"
#include "people/privacy.h"
#include "survey/sample.h"
#include "survey/surveyrepository.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;
using namespace peopletest;

namespace {

struct Sample
{
    Folder folder;
    std::unique_ptr<Document> document;
    Sample()
    {
        const QString path = folder(QStringLiteral("s.tane"));
        succeeds(createSample(path));
        document = valueOf(Document::open(path));
    }
    [[nodiscard]] Registry registry() { return valueOf(loadRegistry(*document)); }
    /// up, stay and down of every item and group, as text.
    [[nodiscard]] QStringList results()
    {
        const SurveyState state = valueOf(loadSurveyState(*document, 1, GroupBy::Role));
        QStringList lines{QStringLiteral("%1 %2 %3")
                              .arg(state.analysis.peopleBefore)
                              .arg(state.analysis.peopleAfter)
                              .arg(state.analysis.pairs)};
        for (const ChangeRow &row : state.analysis.rows)
            lines << QStringLiteral("%1 %2 %3/%4/%5")
                         .arg(row.itemCode, row.group)
                         .arg(row.up)
                         .arg(row.stay)
                         .arg(row.down);
        return lines;
    }
};

} // namespace

TEST_CASE("an anonymised person loses name and contact, her level and answers stay, and undo brings her back")
{
    Sample sample;
    const Registry before = sample.registry();
    const auto somebody = std::ranges::find_if(before.people, [](const PersonRecord &record) {
        return record.responses.size() == 2 && record.assessments.size() >= 2;
    });
    REQUIRE(somebody != before.people.end());
    const qint64 id = somebody->person.id;
    const QString name = somebody->person.name;
    const int steps = static_cast<int>(somebody->assessments.size());
    const QStringList results = sample.results();

    const int texts = valueOf(anonymise(*sample.document, id));
    CHECK(texts >= 2 * steps); // evidence and next action of each assessment
    const Registry after = sample.registry();
    const PersonRecord *record = after.person(id);
    REQUIRE(record);
    CHECK(record->person.anonymous);
    CHECK(record->person.name != name);
    for (const QString &gone : {record->person.kana, record->person.email, record->person.phone,
                                record->person.consent, record->person.note})
        CHECK(gone.isEmpty());
    CHECK(record->assessments.size() == static_cast<std::size_t>(steps));
    CHECK(record->responses.size() == 2);
    CHECK(record->affiliations.front().kind == somebody->affiliations.front().kind);
    CHECK(sample.results() == results);
    const QString everywhere = everything(sample.document->database()).join(u'\n');
    CHECK_FALSE(everywhere.contains(name));
    CHECK_FALSE(everywhere.contains(somebody->person.email));

    succeeds(sample.document->undo());
    CHECK(sample.registry().person(id)->person.name == name);
    CHECK(everything(sample.document->database()).join(u'\n').contains(somebody->person.email));
    CHECK_FALSE(sample.document->canUndo());
}

TEST_CASE("the results stay as they are when everybody of the register is anonymised")
{
    Sample sample;
    const QStringList results = sample.results();
    for (const PersonRecord &record : sample.registry().people)
        static_cast<void>(valueOf(anonymise(*sample.document, record.person.id)));
    CHECK(sample.results() == results);
    const Registry registry = sample.registry();
    for (const PersonRecord &record : registry.people)
        CHECK(record.person.anonymous);
    // Nobody is found again by a name that is gone.
    for (const ResponseMatch &match : valueOf(matchResponses(*sample.document, registry, 1)))
        CHECK(match.person == 0);
}

TEST_CASE("everything known of a person is listed: register, places, levels, supports, answers and mentions")
{
    Sample sample;
    const Registry registry = sample.registry();
    const auto somebody = std::ranges::find_if(registry.people, [](const PersonRecord &record) {
        return record.responses.size() == 2 && record.supports.size() >= 2;
    });
    REQUIRE(somebody != registry.people.end());
    const QString name = somebody->person.name;
    RecordTable<Support> supports(*sample.document);
    Support mentioned = valueOf(supports.load(registry.supports.front().id));
    mentioned.outcome = QString(name).remove(u' ') + QStringLiteral("さんが発表した");
    succeeds(supports.update(mentioned, QStringLiteral("変更")));

    const auto facts = valueOf(knownOf(*sample.document, somebody->person.id));
    const auto count = [&](const QString &where) {
        return std::ranges::count_if(facts,
                                     [&](const KnownFact &fact) { return fact.where.startsWith(where); });
    };
    const auto says = [&](const QString &where, const QString &what) {
        return std::ranges::any_of(
            facts, [&](const KnownFact &fact) { return fact.where == where && fact.what.contains(what); });
    };
    CHECK(says(QStringLiteral("名簿"), name));
    CHECK(says(QStringLiteral("名簿"), somebody->person.email));
    CHECK(count(QStringLiteral("所属")) == static_cast<long>(somebody->affiliations.size()));
    CHECK(says(QStringLiteral("評価"), somebody->assessments.front().evidence));
    CHECK(count(QStringLiteral("支援")) == static_cast<long>(somebody->supports.size()));
    CHECK(says(QStringLiteral("研修会の回答（研修前）"), name));
    CHECK(says(QStringLiteral("研修会の回答（研修前）"), QStringLiteral("Ⅱ-1")));
    CHECK(says(QStringLiteral("研修会の回答（研修後）"), QStringLiteral("Ⅲ-1")));
    CHECK(says(QStringLiteral("ほかの記載（支援）"), QStringLiteral("さんが発表した")));
    CHECK(errorOf(knownOf(*sample.document, 999)) == ErrorCode::NotFound);
}

TEST_CASE("whoever is kept too long is named, but not when she is anonymous already")
{
    Office office;
    const QDate today(2026, 11, 21);
    office.add(Person{.name = QStringLiteral("切れた 人"), .keepUntil = today.addDays(-1)});
    office.add(Person{.name = QStringLiteral("今日まで"), .keepUntil = today});
    office.add(Person{.name = QStringLiteral("期限なし")});
    office.add(
        Person{.name = QStringLiteral("（匿名）"), .keepUntil = today.addYears(-1), .anonymous = true});
    const Registry registry = office.registry();
    const auto found = overdue(registry, today);
    REQUIRE(found.size() == 1);
    CHECK(found.front()->person.name == QStringLiteral("切れた 人"));
}

TEST_CASE("masked names are numbers in the order of the register")
{
    Office office;
    office.person(QStringLiteral("森 律"), QStringLiteral("もり りつ"));
    office.person(QStringLiteral("青木 はる"), QStringLiteral("あおき はる"));
    const Registry registry = office.registry();
    const NameMask masked(registry, true), open(registry, false);
    CHECK(masked(registry.people[0]) == QStringLiteral("M01"));
    CHECK(masked(registry.people[1]) == QStringLiteral("M02"));
    CHECK(open(registry.people[0]) == QStringLiteral("青木 はる"));
}
