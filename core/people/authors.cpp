// People made from what they wrote about themselves.
#include "people/authors.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PeopleLinks)
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

} // namespace

Result<> AuthorAdder::readWords()
{
    TANE_TRY(m_roles, vocabulary(m_document, Vocabulary::Role));
    TANE_TRY(m_kinds, vocabulary(m_document, Vocabulary::Organisation));
    TANE_TRY(m_qualifications, vocabulary(m_document, Vocabulary::Qualification));
    return {};
}

Result<qint64> AuthorAdder::add(const std::vector<int> &rows)
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

QString AuthorAdder::said(const std::vector<int> &rows, Field field) const
{
    for (const int row : rows)
        if (const QString text = tidy(m_responses.sheet.text(field, row)); !text.isEmpty())
            return text;
    return {};
}

} // namespace tane
