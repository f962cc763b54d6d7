// Storing what a list of people says, as one undo step.
#include "people/peopleimport.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

/// Makes an ordered list of words of a person be `words`.
template<class T>
Result<> storeWords(Document &document, qint64 person, const QStringList &words, const QString &label)
{
    RecordTable<T> table(document);
    TANE_TRY(const std::vector<T> stored, table.all(QStringLiteral("person"), person));
    QStringList now;
    for (const T &each : stored)
        now << each.name;
    if (now == words)
        return {};
    for (const T &each : stored)
        TANE_CHECK(table.remove(each.id, label));
    for (const QString &word : words)
        TANE_CHECK(table.add({0, person, word}, label));
    return {};
}

Result<> storeAffiliations(Document &document, qint64 person, const std::vector<Affiliation> &affiliations,
                           const std::vector<Affiliation> &stored, const QString &label)
{
    RecordTable<Affiliation> table(document);
    for (std::size_t i = 0; i < affiliations.size(); ++i) {
        Affiliation affiliation = affiliations[i];
        affiliation.person = person;
        if (affiliation.id == 0)
            TANE_CHECK(table.add(affiliation, label, static_cast<int>(i)));
        else if (std::ranges::find(stored, affiliation) == stored.end())
            TANE_CHECK(table.update(affiliation, label));
    }
    return {};
}

} // namespace

Result<> storePeople(Document &document, const std::vector<PersonDraft> &drafts)
{
    const QString label = Texts::tr("人材の一覧の取り込み");
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Person> people(document);
        for (const PersonDraft &draft : drafts) {
            qint64 id = draft.value.id;
            std::vector<Affiliation> stored;
            if (id == 0) {
                TANE_TRY(id, people.add(draft.value, label));
            } else {
                TANE_CHECK(people.update(draft.value, label));
                TANE_TRY(stored, RecordTable<Affiliation>(document).all(QStringLiteral("person"), id));
            }
            TANE_CHECK(storeWords<PersonRole>(document, id, draft.roles, label));
            TANE_CHECK(storeWords<PersonQualification>(document, id, draft.qualifications, label));
            TANE_CHECK(storeAffiliations(document, id, draft.affiliations, stored, label));
        }
        return {};
    });
}

} // namespace tane::registers
