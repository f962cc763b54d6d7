// Whose answer it is: the register against what people wrote about themselves, by the rules for before and
// after.
#include "people/authors.h"
#include "people/peoplelinks.h"
#include "survey/identity.h"
#include "survey/peopleby.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PeopleLinks)
};

const std::vector<int> &at(const People &people, const std::string &key)
{
    static const std::vector<int> none;
    const auto found = people.find(key);
    return found == people.end() ? none : found->second;
}

/// The people of the register in the form the rules of identity are written for.
AnswerSheet sheetOf(const std::vector<const PersonRecord *> &people)
{
    AnswerSheet sheet;
    for (const PersonRecord *record : people) {
        const int row = sheet.addPerson(record->person.id, 0, 0);
        sheet.setField(row, Field::Name, sheet.store(record->person.name));
        sheet.setField(row, Field::Kana, sheet.store(record->person.kana));
        sheet.setField(row, Field::Email, sheet.store(record->person.email));
    }
    return sheet;
}

/// Every writing of the places she works or worked at, folded.
QSet<QString> workplaces(const Registry &registry, const PersonRecord &record)
{
    QSet<QString> places;
    for (const Affiliation &one : record.affiliations) {
        const Centre *centre = registry.centre(one.centre);
        const Municipality *municipality = registry.municipality(one.municipality);
        QStringList writings{one.organisation};
        if (centre)
            writings << centre->name;
        if (municipality && !centre)
            writings << municipality->name << QString(municipality->name + one.organisation);
        for (const QString &writing : writings)
            if (const QString folded = foldText(writing); !folded.isEmpty())
                places.insert(folded);
    }
    return places;
}

class Matcher
{
public:
    Matcher(const Registry &registry, const StoredResponses &responses)
        : m_responses(responses)
        , m_answered(responses.sheet)
    {
        for (const PersonRecord &record : registry.people)
            if (!record.person.anonymous)
                m_people.push_back(&record);
        m_register = sheetOf(m_people);
        m_known.emplace(m_register);
        m_byEmail = peopleBy(m_register.size(), [this](int row) { return m_known->email(row); });
        m_byName = peopleBy(m_register.size(), [this](int row) { return m_known->foldedName(row); });
        m_answeredByEmail =
            peopleBy(responses.sheet.size(), [this](int row) { return m_answered.email(row); });
        m_answeredByName =
            peopleBy(responses.sheet.size(), [this](int row) { return m_answered.foldedName(row); });
        for (const PersonRecord *record : m_people)
            m_places.push_back(workplaces(registry, *record));
    }

    ResponseMatch match(int row) const
    {
        ResponseMatch found{.response = m_responses.sheet.id(row)};
        if (byEmail(row, found) && found.certain)
            return found;
        byName(row, found);
        return found;
    }

private:
    [[nodiscard]] bool namesConflict(int known, int row) const
    {
        const std::string &a = m_known->foldedName(known), &b = m_answered.foldedName(row);
        return !a.empty() && !b.empty() && a != b;
    }
    [[nodiscard]] bool kanaConflict(int known, int row) const
    {
        const std::string a = m_known->kana(known), b = m_answered.kana(row);
        return !a.empty() && !b.empty() && a != b;
    }
    void take(ResponseMatch &found, int known, bool certain, LinkReason reason) const
    {
        found.person = m_register.id(known);
        found.certain = certain;
        found.why = linkReasonText(reason);
    }

    /// Another row of the same wave.
    [[nodiscard]] bool sameWave(int other, int row) const
    {
        return other != row && m_responses.waves[static_cast<std::size_t>(other)] ==
                                   m_responses.waves[static_cast<std::size_t>(row)];
    }

    /// Whether somebody else has the address in the same wave: centres share mailboxes.
    [[nodiscard]] bool isShared(const std::string &email, int row) const
    {
        return std::ranges::any_of(at(m_answeredByEmail, email), [&](int other) {
            return sameWave(other, row) && m_answered.foldedName(other) != m_answered.foldedName(row);
        });
    }

    bool byEmail(int row, ResponseMatch &found) const
    {
        const std::string email = m_answered.email(row);
        const std::vector<int> &known = at(m_byEmail, email);
        if (email.empty() || known.size() != 1 || isShared(email, row))
            return false;
        const bool conflict = namesConflict(known.front(), row);
        take(found, known.front(), !conflict,
             conflict ? LinkReason::EmailOtherName : LinkReason::UnsharedEmail);
        return true;
    }

    [[nodiscard]] bool sameWorkplace(int known, int row) const
    {
        const QSet<QString> &places = m_places[static_cast<std::size_t>(known)];
        const auto holds = [&](Field field) {
            const QString folded = foldText(m_responses.sheet.text(field, row));
            return !folded.isEmpty() && places.contains(folded);
        };
        const bool given = !m_responses.sheet.field(Field::Affiliation, row).empty() ||
                           !m_responses.sheet.field(Field::Centre, row).empty();
        return holds(Field::Affiliation) || holds(Field::Centre) || (!given && holds(Field::Municipality));
    }

    /// Another answer of the wave by the same name and workplace that is told apart by number or address.
    [[nodiscard]] bool hasNamesake(int row) const
    {
        const auto differ = [](const std::string &a, const std::string &b) {
            return !a.empty() && !b.empty() && a != b;
        };
        return std::ranges::any_of(at(m_answeredByName, m_answered.foldedName(row)), [&](int other) {
            return sameWave(other, row) && m_answered.affiliation(other) == m_answered.affiliation(row) &&
                   (differ(std::string(m_answered.number(other)), std::string(m_answered.number(row))) ||
                    differ(m_answered.email(other), m_answered.email(row)) ||
                    differ(m_answered.kana(other), m_answered.kana(row)));
        });
    }

    void byName(int row, ResponseMatch &found) const
    {
        const std::string &name = m_answered.foldedName(row);
        const std::vector<int> &known = at(m_byName, name);
        if (name.empty() || known.empty())
            return;
        std::vector<int> fitting;
        std::ranges::copy_if(known, std::back_inserter(fitting),
                             [&](int one) { return sameWorkplace(one, row) && !kanaConflict(one, row); });
        if (fitting.size() == 1) {
            const bool sameWriting = m_known->name(fitting.front()) == m_answered.name(row);
            if (hasNamesake(row))
                take(found, fitting.front(), false, LinkReason::SeveralOfName);
            else
                take(found, fitting.front(), true,
                     sameWriting ? LinkReason::NameAndAffiliation : LinkReason::VariantNameAndAffiliation);
            return;
        }
        if (found.person != 0)
            return; // the address proposes somebody already
        const int first = fitting.empty() ? known.front() : fitting.front();
        const LinkReason reason =
            known.size() > 1           ? LinkReason::SeveralOfName
            : kanaConflict(first, row) ? LinkReason::NameOtherKana
            : m_answered.affiliation(row).empty() || m_places[static_cast<std::size_t>(first)].isEmpty()
                ? LinkReason::OnlyOneOfName
                : LinkReason::NameOtherAffiliation;
        take(found, first, false, reason);
    }

    const StoredResponses &m_responses;
    Identity m_answered;
    std::vector<const PersonRecord *> m_people;
    AnswerSheet m_register;
    std::optional<Identity> m_known;
    People m_byEmail, m_byName;                 ///< people of m_register
    People m_answeredByEmail, m_answeredByName; ///< rows of m_responses
    std::vector<QSet<QString>> m_places;        ///< by person of m_register
};

/// Where before and after are surely one person, what is certain of one is certain of the other.
void followPairs(const StoredResponses &responses, const JoinedResponses &joined,
                 std::map<qint64, ResponseMatch> &matches)
{
    const auto certainPerson = [&](qint64 response) -> qint64 {
        if (const auto found = matches.find(response); found != matches.end())
            return found->second.certain ? found->second.person : 0;
        const int row = responses.indexOf(response);
        return row < 0 ? 0 : responses.belongTo[static_cast<std::size_t>(row)];
    };
    const auto follow = [&](qint64 from, qint64 to) {
        const qint64 person = certainPerson(from);
        const auto other = matches.find(to);
        if (person == 0 || other == matches.end() || other->second.certain)
            return;
        other->second = {to, person, true, Texts::tr("研修前後で結びついた回答が、この方のものです")};
    };
    for (const auto &[before, after] : joined.pairs) {
        follow(before, after);
        follow(after, before);
    }
}

} // namespace

std::vector<ResponseMatch> matchAuthors(const Registry &registry, const StoredResponses &responses)
{
    const Matcher matcher(registry, responses);
    std::vector<ResponseMatch> all;
    for (int row = 0; row < responses.sheet.size(); ++row)
        if (responses.belongTo[static_cast<std::size_t>(row)] == 0)
            all.push_back(matcher.match(row));
    return all;
}

Result<std::vector<ResponseMatch>> matchResponses(Document &document, const Registry &registry,
                                                  qint64 workshop)
{
    TANE_TRY(const StoredResponses responses, storedResponses(document, workshop));
    TANE_TRY(const JoinedResponses joined, joinedResponses(document, workshop));
    std::map<qint64, ResponseMatch> matches;
    for (ResponseMatch &match : matchAuthors(registry, responses))
        matches.emplace(match.response, std::move(match));
    followPairs(responses, joined, matches);
    std::vector<ResponseMatch> all;
    for (const auto &[response, match] : matches)
        all.push_back(match);
    return all;
}

Result<> setResponsePeople(Document &document, const std::vector<ResponseMatch> &links, const QString &label)
{
    return document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(Statement remove,
                 database.prepare(QStringLiteral("DELETE FROM response_person WHERE response = ?")));
        TANE_TRY(Statement insert, database.prepare(QStringLiteral(
                                       "INSERT INTO response_person(response, person) VALUES (?, ?) "
                                       "ON CONFLICT(response) DO UPDATE SET person = excluded.person "
                                       "WHERE person <> excluded.person")));
        for (const ResponseMatch &link : links) {
            if (link.person == 0)
                TANE_CHECK(remove.bind(link.response).run());
            else
                TANE_CHECK(insert.bind(link.response).bind(link.person).run());
        }
        return {};
    });
}

} // namespace tane
