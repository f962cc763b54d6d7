#include "people/privacy.h"

#include "people/issuementions.h"
#include "people/participantrecords.h"
#include "people/storedresponses.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Privacy)
};

/// Responses that are hers, and those the survey's linking takes for hers with them: her name stands there,
/// too.
Result<std::set<qint64>> answersTiedTo(Document &document, qint64 person)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT r.id, b.workshop FROM response_person AS p JOIN response AS r ON r.id = p.response "
                 "JOIN import_batch AS b ON b.id = r.import_batch WHERE p.person = ?")));
    TANE_CHECK(query.bind(person).run());
    std::set<qint64> hers, workshops;
    while (query.next()) {
        hers.insert(query.integer(0));
        workshops.insert(query.integer(1));
    }
    for (const qint64 workshop : workshops) {
        TANE_TRY(const JoinedResponses joined, joinedResponses(document, workshop));
        std::vector<std::vector<qint64>> same = joined.twice;
        for (const auto &[before, after] : joined.pairs)
            same.push_back({before, after});
        // Twice over, as an answer given twice may stand on both sides of a pair.
        for (int round = 0; round < 2; ++round)
            for (const std::vector<qint64> &group : same)
                if (std::ranges::any_of(group, [&](qint64 one) { return hers.contains(one); }))
                    hers.insert(group.begin(), group.end());
    }
    return hers;
}

QString anonymousNumber(qint64 person)
{
    return Texts::tr("匿名%1").arg(person);
}

/// The number is replaced, not left out: before and after are still joined by it.
Result<> clearAnswers(Database &database, const std::set<qint64> &responses, qint64 person)
{
    TANE_TRY(Statement clear,
             database.prepare(QStringLiteral("UPDATE response SET name = '', kana = '', email = '', "
                                             "phone = '', number = ? WHERE id = ?")));
    for (const qint64 response : responses)
        TANE_CHECK(clear.bind(anonymousNumber(person)).bind(response).run());
    return {};
}

Result<> clearRegister(Document &document, Person person, const QString &label)
{
    Person cleared;
    cleared.id = person.id;
    cleared.name = Texts::tr("（匿名）");
    cleared.employment = person.employment;
    cleared.duty = person.duty;
    cleared.since = person.since;
    cleared.keepUntil = person.keepUntil;
    cleared.leftOn = person.leftOn;
    cleared.anonymous = true;
    TANE_CHECK(RecordTable<Person>(document).update(cleared, label));
    RecordTable<Affiliation> affiliations(document);
    TANE_TRY(std::vector<Affiliation> places, affiliations.all(QStringLiteral("person"), person.id));
    for (Affiliation &place : places) {
        place.organisation.clear();
        place.title.clear();
        place.note.clear();
        TANE_CHECK(affiliations.update(place, label));
    }
    RecordTable<Assessment> assessments(document);
    TANE_TRY(std::vector<Assessment> levels, assessments.all(QStringLiteral("person"), person.id));
    for (Assessment &level : levels) {
        if (level.assessor != Assessment::Assessor::Self)
            continue;
        level.assessorName.clear(); // her own
        TANE_CHECK(assessments.update(level, label));
    }
    return {};
}

/// Texts in which a name may still stand.
Result<int> freeTexts(Document &document, qint64 person, const std::set<qint64> &responses)
{
    int found = 0;
    TANE_TRY(const std::vector<Assessment> levels,
             RecordTable<Assessment>(document).all(QStringLiteral("person"), person));
    for (const Assessment &level : levels)
        found += (level.evidence.isEmpty() ? 0 : 1) + (level.nextAction.isEmpty() ? 0 : 1);
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT count(*) FROM answer WHERE response = ? AND free_text <> ''")));
    for (const qint64 response : responses) {
        TANE_CHECK(query.bind(response).run());
        if (query.next())
            found += static_cast<int>(query.integer(0));
    }
    TANE_TRY(const std::vector<RaisedCard> cards, raisedCards(document, person));
    for (const RaisedCard &card : cards)
        found += card.detail.isEmpty() ? 0 : 1;
    return found;
}

} // namespace

Result<int> anonymise(Document &document, qint64 person)
{
    TANE_TRY(const Person stored, RecordTable<Person>(document).load(person));
    TANE_TRY(const std::set<qint64> responses, answersTiedTo(document, person));
    const QString label = Texts::tr("匿名化");
    TANE_CHECK(document.perform(label, [&](Database &database) -> Result<> {
        if (auto cleared = clearAnswers(database, responses, person); !cleared)
            return cleared;
        if (auto cleared = clearParticipantRows(document, person, anonymousNumber(person)); !cleared)
            return cleared;
        if (auto cleared = clearNameFromIssues(document, stored.name); !cleared)
            return std::unexpected(cleared.error());
        return clearRegister(document, stored, label);
    }));
    return freeTexts(document, person, responses);
}

Result<> removePerson(Document &document, qint64 person)
{
    const QString label = Texts::tr("人の削除");
    TANE_TRY(const Person stored, RecordTable<Person>(document).load(person));
    return document.perform(label, [&](Database &) -> Result<> {
        if (auto cleared = clearNameFromIssues(document, stored.name); !cleared)
            return std::unexpected(cleared.error());
        TANE_CHECK(removeParticipantRows(document, person));
        return RecordTable<Person>(document).remove(person, label);
    });
}

std::vector<const PersonRecord *> overdue(const Registry &registry, QDate today)
{
    std::vector<const PersonRecord *> found;
    for (const PersonRecord &record : registry.people)
        if (!record.person.anonymous && record.person.keepUntil.isValid() && record.person.keepUntil < today)
            found.push_back(&record);
    return found;
}

NameMask::NameMask(const Registry &registry, bool masked)
{
    const auto digits = std::max<qsizetype>(2, QString::number(registry.people.size()).size());
    int number = 0;
    for (const PersonRecord &record : registry.people) {
        ++number;
        m_names.emplace(record.person.id, masked ? QStringLiteral("M%1").arg(number, static_cast<int>(digits),
                                                                             10, QLatin1Char('0'))
                                                 : record.person.name);
    }
}

QString NameMask::operator()(const PersonRecord &person) const
{
    const auto found = m_names.find(person.person.id);
    return found == m_names.end() ? QString() : found->second;
}

} // namespace tane
