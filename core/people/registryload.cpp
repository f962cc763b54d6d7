// All registers in one load: one query a table, put together in memory.
#include "people/registry.h"

#include "base/textfold.h"

#include <algorithm>

namespace tane {

namespace {

/// Runs `sql` and hands each row on.
template<class Take>
Result<> each(Document &document, const char *sql, Take &&take)
{
    TANE_TRY(Statement query, document.database().prepare(QLatin1String(sql)));
    TANE_CHECK(query.run());
    while (query.next())
        take(query);
    return {};
}

class Loader
{
public:
    explicit Loader(Document &document)
        : m_document(document)
    {
    }
    Result<Registry> load();

private:
    Result<> loadPlaces();
    Result<> loadPeople();
    Result<> loadAssessments();
    Result<> loadSupports();
    Result<> loadResponses();

    template<class T>
    Result<> all(std::vector<T> &into)
    {
        TANE_TRY(into, RecordTable<T>(m_document).all());
        return {};
    }
    PersonRecord *person(qint64 id)
    {
        const auto found = m_places.find(id);
        return found == m_places.end() ? nullptr : &m_registry.people[found->second];
    }

    Document &m_document;
    Registry m_registry;
    std::unordered_map<qint64, std::size_t> m_places; ///< of people
};

Result<> Loader::loadPlaces()
{
    TANE_CHECK(all(m_registry.prefectures));
    TANE_CHECK(all(m_registry.areas));
    TANE_CHECK(all(m_registry.municipalities));
    TANE_CHECK(all(m_registry.centres));
    TANE_CHECK(all(m_registry.served));
    // Own entries without a code come last.
    std::ranges::stable_sort(m_registry.municipalities, [](const Municipality &a, const Municipality &b) {
        return a.code.isEmpty() != b.code.isEmpty() ? b.code.isEmpty() : a.code < b.code;
    });
    std::ranges::stable_sort(m_registry.prefectures, {}, &Prefecture::code);
    return {};
}

Result<> Loader::loadPeople()
{
    std::vector<Person> people;
    TANE_CHECK(all(people));
    // Lists write the reading in hiragana or katakana, of either width: one order for all.
    std::unordered_map<qint64, QString> readings;
    for (const Person &one : people)
        readings.emplace(one.id, foldText(one.kana));
    std::ranges::sort(people, [&readings](const Person &a, const Person &b) {
        return std::tie(readings.at(a.id), a.name, a.id) < std::tie(readings.at(b.id), b.name, b.id);
    });
    m_registry.people.reserve(people.size());
    for (Person &one : people) {
        m_places.emplace(one.id, m_registry.people.size());
        m_registry.people.push_back({});
        m_registry.people.back().person = std::move(one);
    }
    TANE_CHECK(each(m_document, "SELECT person, name FROM person_role ORDER BY person, position",
                    [&](const Statement &row) {
                        if (PersonRecord *record = person(row.integer(0)))
                            record->roles << row.text(1);
                    }));
    TANE_CHECK(each(m_document, "SELECT person, name FROM person_qualification ORDER BY person, position",
                    [&](const Statement &row) {
                        if (PersonRecord *record = person(row.integer(0)))
                            record->qualifications << row.text(1);
                    }));
    std::vector<Affiliation> affiliations;
    TANE_CHECK(all(affiliations));
    for (Affiliation &one : affiliations) // by position
        if (PersonRecord *record = person(one.person))
            record->affiliations.push_back(std::move(one));
    return {};
}

Result<> Loader::loadAssessments()
{
    std::vector<Assessment> assessments;
    TANE_CHECK(all(assessments));
    std::ranges::stable_sort(assessments, {}, &Assessment::assessedOn); // from the order of ids
    for (Assessment &one : assessments)
        if (PersonRecord *record = person(one.person))
            record->assessments.push_back(std::move(one));
    return {};
}

Result<> Loader::loadSupports()
{
    TANE_CHECK(all(m_registry.supports));
    std::ranges::sort(m_registry.supports, [](const Support &a, const Support &b) {
        return a.heldOn != b.heldOn ? a.heldOn > b.heldOn : a.id > b.id;
    });
    std::vector<SupportStage> stages;
    TANE_CHECK(all(stages));
    std::ranges::stable_sort(stages, {}, &SupportStage::stage);
    for (SupportStage &one : stages)
        m_registry.stages[one.support].push_back(std::move(one));
    TANE_CHECK(
        each(m_document, "SELECT support, person FROM support_person ORDER BY support, id",
             [&](const Statement &row) { m_registry.attendees[row.integer(0)].push_back(row.integer(1)); }));
    for (const Support &support : m_registry.supports) {
        const auto attendees = m_registry.attendees.find(support.id);
        if (attendees == m_registry.attendees.end())
            continue;
        for (const qint64 id : attendees->second)
            if (PersonRecord *record = person(id))
                record->supports.push_back(support.id);
    }
    return {};
}

Result<> Loader::loadResponses()
{
    return each(m_document, "SELECT response, person FROM response_person ORDER BY response",
                [&](const Statement &row) {
                    if (PersonRecord *record = person(row.integer(1)))
                        record->responses.push_back(row.integer(0));
                });
}

Result<Registry> Loader::load()
{
    TANE_CHECK(loadPlaces());
    TANE_CHECK(loadPeople());
    TANE_CHECK(loadAssessments());
    TANE_CHECK(loadSupports());
    TANE_CHECK(loadResponses());
    TANE_TRY(m_registry.ladder, loadLadder(m_document));
    m_registry.buildIndex();
    return std::move(m_registry);
}

} // namespace

Result<Registry> loadRegistry(Document &document)
{
    return Loader(document).load();
}

} // namespace tane
