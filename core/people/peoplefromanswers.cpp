// People made from answers.
#include "people/authors.h"
#include "people/peoplelinks.h"
#include "survey/identity.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PeopleLinks)
};

/// Rows of one person: joined by the survey, or the same name and affiliation.
class Groups
{
public:
    explicit Groups(int rows)
        : m_parent(static_cast<std::size_t>(rows))
    {
        std::iota(m_parent.begin(), m_parent.end(), 0);
    }
    int of(int row)
    {
        while (m_parent[static_cast<std::size_t>(row)] != row)
            row = m_parent[static_cast<std::size_t>(row)];
        return row;
    }
    void join(int a, int b)
    {
        if (a >= 0 && b >= 0)
            m_parent[static_cast<std::size_t>(std::max(of(a), of(b)))] = std::min(of(a), of(b));
    }

private:
    std::vector<int> m_parent;
};

/// Joins answers of different waves by the same name and affiliation.
void joinNamesakes(const StoredResponses &responses, Groups &groups)
{
    const Identity identity(responses.sheet);
    std::map<std::pair<std::string, std::string>, int> first;
    for (int row = 0; row < responses.sheet.size(); ++row) {
        const std::string &name = identity.foldedName(row), &affiliation = identity.affiliation(row);
        if (name.empty() || affiliation.empty())
            continue;
        const auto [known, isNew] = first.try_emplace({name, affiliation}, row);
        const auto wave = [&](int of) { return responses.waves[static_cast<std::size_t>(of)]; };
        if (!isNew && wave(known->second) != wave(row))
            groups.join(known->second, row);
    }
}

} // namespace

std::vector<std::vector<int>> groupAuthors(const StoredResponses &responses, const JoinedResponses &joined,
                                           const std::vector<qint64> &given)
{
    Groups groups(responses.sheet.size());
    for (const auto &[before, after] : joined.pairs)
        groups.join(responses.indexOf(before), responses.indexOf(after));
    for (const std::vector<qint64> &same : joined.twice)
        for (const qint64 response : same)
            groups.join(responses.indexOf(same.front()), responses.indexOf(response));
    joinNamesakes(responses, groups);
    std::map<int, std::vector<int>> people;
    for (const qint64 response : given) {
        const int row = responses.indexOf(response);
        if (row >= 0)
            people[groups.of(row)].push_back(row);
    }
    std::vector<std::vector<int>> all;
    for (auto &[group, rows] : people) {
        std::ranges::sort(rows);
        all.push_back(std::move(rows));
    }
    return all;
}

Result<int> addPeopleOf(Document &document, qint64 workshop, const std::vector<qint64> &responses)
{
    TANE_TRY(const StoredResponses stored, storedResponses(document, workshop));
    TANE_TRY(const JoinedResponses joined, joinedResponses(document, workshop));
    TANE_TRY(Registry registry, loadRegistry(document));
    TANE_TRY(const std::vector<ResponseMatch> matches, matchResponses(document, registry, workshop));
    AuthorAdder adder(document, std::move(registry), stored, Texts::tr("回答からの名簿登録"));
    TANE_CHECK(adder.readWords());
    const auto fitOf = [&](int row) -> qint64 {
        const auto found = std::ranges::find(matches, stored.sheet.id(row), &ResponseMatch::response);
        return found != matches.end() && found->certain ? found->person : 0;
    };
    std::vector<qint64> open = responses;
    std::erase_if(open, [&](qint64 response) {
        const int row = stored.indexOf(response);
        return row < 0 || stored.belongTo[static_cast<std::size_t>(row)] != 0;
    });
    int added = 0;
    const auto work = [&](Database &) -> Result<> {
        std::vector<ResponseMatch> links;
        for (const std::vector<int> &rows : groupAuthors(stored, joined, open)) {
            const auto fitting = std::ranges::find_if(rows, [&](int row) { return fitOf(row) != 0; });
            const bool named = std::ranges::any_of(
                rows, [&](int row) { return !tidy(stored.sheet.text(Field::Name, row)).isEmpty(); });
            qint64 person = fitting != rows.end() ? fitOf(*fitting) : 0;
            if (person == 0 && !named)
                continue; // nobody to speak of
            if (person == 0) {
                TANE_TRY(person, adder.add(rows));
                ++added;
            }
            for (const int row : rows)
                links.push_back({stored.sheet.id(row), person, true, {}});
        }
        return setResponsePeople(document, links, adder.label());
    };
    TANE_CHECK(document.perform(adder.label(), work));
    return added;
}

} // namespace tane
