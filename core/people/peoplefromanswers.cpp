// People made from what they wrote about themselves.
#include "people/peoplelinks.h"
#include "people/storedresponses.h"
#include "survey/identity.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

/// The word of the list that is meant, or else the text itself.
QString wordOf(const QStringList &words, const QString &text)
{
    const QString folded = foldText(text);
    for (const QString &word : words)
        if (foldText(word) == folded)
            return word;
    return tidy(text);
}

QStringList listOf(const QString &text)
{
    static const QRegularExpression dividers(QStringLiteral("[、，,;；/／\\n]+"));
    QStringList words;
    for (const QString &part : text.split(dividers, Qt::SkipEmptyParts))
        if (const QString word = tidy(part); !word.isEmpty() && !words.contains(word))
            words << word;
    return words;
}

/// The record with this name, however written; 0 when there is none or several.
template<class T>
qint64 named(const std::vector<T> &list, const QString &name)
{
    const QString folded = foldText(name);
    qint64 found = 0;
    for (const T &one : list) {
        if (folded.isEmpty() || foldText(one.name) != folded)
            continue;
        if (found != 0)
            return 0;
        found = one.id;
    }
    return found;
}

class Adder
{
public:
    Adder(Document &document, Registry registry, const StoredResponses &responses)
        : m_document(document)
        , m_registry(std::move(registry))
        , m_responses(responses)
        , m_label(Texts::tr("回答からの名簿登録"))
    {
    }
    Result<> readWords()
    {
        TANE_TRY(m_roles, vocabulary(m_document, Vocabulary::Role));
        TANE_TRY(m_kinds, vocabulary(m_document, Vocabulary::Organisation));
        TANE_TRY(m_qualifications, vocabulary(m_document, Vocabulary::Qualification));
        return {};
    }
    /// The first row of somebody that says something about a field counts.
    Result<qint64> add(const std::vector<int> &rows)
    {
        const auto text = [&](Field field) { return said(rows, field); };
        Person person{.name = text(Field::Name),
                      .kana = text(Field::Kana),
                      .email = text(Field::Email),
                      .phone = text(Field::Phone)};
        if (const QString experience = text(Field::Experience); !experience.isEmpty())
            person.note = Texts::tr("回答時の経験年数：%1").arg(experience);
        TANE_TRY(const qint64 id, RecordTable<Person>(m_document).add(person, m_label));
        if (const QString role = text(Field::Role); !role.isEmpty())
            TANE_CHECK(store(PersonRole{.person = id, .name = wordOf(m_roles, role)}));
        for (const QString &word : listOf(text(Field::Qualifications)))
            TANE_CHECK(store(PersonQualification{.person = id, .name = wordOf(m_qualifications, word)}));
        Affiliation affiliation{.person = id, .title = text(Field::Title)};
        affiliation.organisation = text(Field::Affiliation);
        affiliation.kind = wordOf(m_kinds, text(Field::AffiliationType));
        affiliation.centre = named(m_registry.centres, text(Field::Centre));
        if (affiliation.centre == 0)
            affiliation.centre = named(m_registry.centres, affiliation.organisation);
        affiliation.municipality = named(m_registry.municipalities, text(Field::Municipality));
        if (affiliation.centre == 0 && affiliation.organisation.isEmpty())
            affiliation.organisation = text(Field::Centre);
        const bool says = affiliation.centre != 0 || affiliation.municipality != 0 ||
                          !affiliation.organisation.isEmpty() || !affiliation.kind.isEmpty();
        if (says)
            TANE_CHECK(store(affiliation));
        return id;
    }
    [[nodiscard]] const QString &label() const { return m_label; }

private:
    [[nodiscard]] QString said(const std::vector<int> &rows, Field field) const
    {
        for (const int row : rows)
            if (const QString text = tidy(m_responses.sheet.text(field, row)); !text.isEmpty())
                return text;
        return {};
    }
    template<class T>
    Result<> store(const T &record)
    {
        const auto added = RecordTable<T>(m_document).add(record, m_label);
        return added ? Result<>() : std::unexpected(added.error());
    }

    Document &m_document;
    Registry m_registry;
    const StoredResponses &m_responses;
    QString m_label;
    QStringList m_roles, m_kinds, m_qualifications;
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

/// The given rows that nobody has yet, by person, in the order of the answers.
std::map<int, std::vector<int>> groupRows(const StoredResponses &responses, const JoinedResponses &joined,
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
        if (row >= 0 && responses.belongTo[static_cast<std::size_t>(row)] == 0)
            people[groups.of(row)].push_back(row);
    }
    for (auto &[group, rows] : people)
        std::ranges::sort(rows);
    return people;
}

} // namespace

Result<int> addPeopleOf(Document &document, qint64 workshop, const std::vector<qint64> &responses)
{
    TANE_TRY(const StoredResponses stored, storedResponses(document, workshop));
    TANE_TRY(const JoinedResponses joined, joinedResponses(document, workshop));
    TANE_TRY(Registry registry, loadRegistry(document));
    TANE_TRY(const std::vector<ResponseMatch> matches, matchResponses(document, registry, workshop));
    Adder adder(document, std::move(registry), stored);
    TANE_CHECK(adder.readWords());
    const auto fitOf = [&](int row) -> qint64 {
        const auto found = std::ranges::find(matches, stored.sheet.id(row), &ResponseMatch::response);
        return found != matches.end() && found->certain ? found->person : 0;
    };
    int added = 0;
    const auto work = [&](Database &) -> Result<> {
        std::vector<ResponseMatch> links;
        for (const auto &[group, rows] : groupRows(stored, joined, responses)) {
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
