#include "people/person.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Person)
};

/// As in the column `list`, by Vocabulary.
constexpr std::array kLists{"role", "organisation", "qualification", "operator"};

QString listName(Vocabulary list)
{
    return QLatin1String(kLists.at(static_cast<std::size_t>(list)));
}

constexpr std::array kEmployments{"", "full", "part"};
constexpr std::array kDuties{"", "exclusive", "concurrent"};

} // namespace

std::vector<RecordColumn<Person>> RecordSchema<Person>::columns()
{
    return {recordColumn("name", &Person::name),
            recordColumn("kana", &Person::kana),
            recordColumn("email", &Person::email),
            recordColumn("phone", &Person::phone),
            wordColumn("employment", &Person::employment, kEmployments),
            wordColumn("duty", &Person::duty, kDuties),
            recordColumn("since", &Person::since),
            recordColumn("consent", &Person::consent),
            recordColumn("keep_until", &Person::keepUntil),
            recordColumn("left_on", &Person::leftOn),
            recordColumn("anonymous", &Person::anonymous),
            recordColumn("note", &Person::note)};
}

std::vector<RecordColumn<PersonRole>> RecordSchema<PersonRole>::columns()
{
    return {referenceColumn("person", &PersonRole::person), recordColumn("name", &PersonRole::name)};
}

std::vector<RecordColumn<PersonQualification>> RecordSchema<PersonQualification>::columns()
{
    return {referenceColumn("person", &PersonQualification::person),
            recordColumn("name", &PersonQualification::name)};
}

std::vector<RecordColumn<Affiliation>> RecordSchema<Affiliation>::columns()
{
    return {referenceColumn("person", &Affiliation::person),
            referenceColumn("centre", &Affiliation::centre),
            referenceColumn("municipality", &Affiliation::municipality),
            recordColumn("organisation", &Affiliation::organisation),
            recordColumn("kind", &Affiliation::kind),
            recordColumn("title", &Affiliation::title),
            recordColumn("from_on", &Affiliation::fromOn),
            recordColumn("until_on", &Affiliation::untilOn),
            recordColumn("note", &Affiliation::note)};
}

std::optional<int> experienceMonths(const Person &person, QDate on)
{
    if (!person.since.isValid() || !on.isValid() || person.since > on)
        return std::nullopt;
    int months = 12 * (on.year() - person.since.year()) + on.month() - person.since.month();
    // addMonths takes the 31st to the last day of a shorter month, so a month is full there.
    if (person.since.addMonths(months) > on)
        --months;
    return months;
}

QString experienceBandOf(int months)
{
    if (months < 12)
        return Texts::tr("1年未満");
    if (months < 36)
        return Texts::tr("1～3年未満");
    return months < 60 ? Texts::tr("3～5年未満") : Texts::tr("5年以上");
}

// The words of the published forms, word for word. 未回答 is no word of the list but an empty field.
QStringList builtInVocabulary(Vocabulary list)
{
    switch (list) {
    case Vocabulary::Role:
        return {Texts::tr("コーディネーター"), Texts::tr("市町村担当者"), Texts::tr("その他")};
    case Vocabulary::Organisation:
        return {Texts::tr("病院"),
                Texts::tr("診療所"),
                Texts::tr("薬局"),
                Texts::tr("医師会"),
                Texts::tr("歯科医師会"),
                Texts::tr("薬剤師会"),
                Texts::tr("訪問看護事業所"),
                Texts::tr("都道府県"),
                Texts::tr("保健所"),
                Texts::tr("市町村"),
                Texts::tr("地域包括支援センター"),
                Texts::tr("その他")};
    case Vocabulary::Qualification:
        return {Texts::tr("医師"),           Texts::tr("歯科医師"),
                Texts::tr("薬剤師"),         Texts::tr("保健師"),
                Texts::tr("看護師"),         Texts::tr("理学療法士"),
                Texts::tr("作業療法士"),     Texts::tr("言語聴覚士"),
                Texts::tr("歯科衛生士"),     Texts::tr("医療ソーシャルワーカー"),
                Texts::tr("介護福祉士"),     Texts::tr("社会福祉士"),
                Texts::tr("精神保健福祉士"), Texts::tr("介護支援専門員"),
                Texts::tr("その他"),         Texts::tr("特になし")};
    case Vocabulary::Operator:
        return {Texts::tr("郡市医師会"), Texts::tr("病院"), Texts::tr("地域包括支援センター"),
                Texts::tr("大学"), Texts::tr("直営")};
    }
    Q_UNREACHABLE();
}

Result<QStringList> vocabulary(Document &document, Vocabulary list)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT text FROM vocabulary_word WHERE list = ? ORDER BY position, id")));
    TANE_CHECK(query.bind(listName(list)).run());
    QStringList words;
    while (query.next())
        words << query.text(0);
    return words.isEmpty() ? builtInVocabulary(list) : words;
}

Result<> setVocabulary(Document &document, Vocabulary list, const QStringList &words)
{
    QStringList kept;
    for (const QString &word : words)
        if (const QString plain = word.simplified(); !plain.isEmpty() && !kept.contains(plain))
            kept << plain;
    return document.perform(Texts::tr("選択肢の変更"), [&](Database &database) -> Result<> {
        TANE_TRY(const QStringList former, vocabulary(document, list));
        if (former == kept)
            return {};
        TANE_TRY(Statement clear,
                 database.prepare(QStringLiteral("DELETE FROM vocabulary_word WHERE list = ?")));
        TANE_CHECK(clear.bind(listName(list)).run());
        if (kept == builtInVocabulary(list))
            return {};
        TANE_TRY(Statement add, database.prepare(QStringLiteral(
                                    "INSERT INTO vocabulary_word(list, position, text) VALUES (?, ?, ?)")));
        int position = 0;
        for (const QString &word : kept)
            TANE_CHECK(add.bind(listName(list)).bind(position++).bind(word).run());
        return {};
    });
}

} // namespace tane
