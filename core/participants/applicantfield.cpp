#include "participants/applicantfield.h"

#include "base/textfold.h"
#include "people/person.h"
#include "people/registervalues.h"
#include "survey/headings.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantField)
};

struct FieldEntry
{
    ApplicantField field;
    const char *key;
    QString name;
};

const std::vector<FieldEntry> &entries()
{
    using enum ApplicantField;
    static const std::vector<FieldEntry> all = {{Ignored, "ignored", Texts::tr("取り込まない")},
                                                {Number, "number", Texts::tr("受付番号")},
                                                {Name, "name", Texts::tr("氏名")},
                                                {Kana, "kana", Texts::tr("ふりがな")},
                                                {Role, "role", Texts::tr("立場")},
                                                {Part, "part", Texts::tr("参加区分")},
                                                {Online, "online", Texts::tr("参加方法")},
                                                {Affiliation, "affiliation", Texts::tr("所属")},
                                                {AffiliationType, "affiliation_type", Texts::tr("所属種別")},
                                                {Title, "title", Texts::tr("役職")},
                                                {Prefecture, "prefecture", Texts::tr("都道府県")},
                                                {Municipality, "municipality", Texts::tr("市町村")},
                                                {Area, "area", Texts::tr("圏域")},
                                                {Centre, "centre", Texts::tr("センター")},
                                                {Email, "email", Texts::tr("メール")},
                                                {Phone, "phone", Texts::tr("電話")},
                                                {Experience, "experience", Texts::tr("経験年数")},
                                                {Qualifications, "qualifications", Texts::tr("資格")},
                                                {Question, "question", Texts::tr("知りたいこと・質問")},
                                                {AppliedOn, "applied_on", Texts::tr("申込日")},
                                                {Note, "note", Texts::tr("備考")}};
    return all;
}

ApplicantField fieldOf(Field field)
{
    using F = ApplicantField;
    static constexpr std::array<ApplicantField, kFieldCount> fields = {
        F::Number,          F::Name,     F::Kana,       F::Email,        F::Phone, F::Role,   F::Affiliation,
        F::AffiliationType, F::Title,    F::Prefecture, F::Municipality, F::Area,  F::Centre, F::Experience,
        F::Qualifications,  F::AppliedOn};
    return fields.at(static_cast<std::size_t>(field));
}

/// Heads that only lists of applicants have; folded as registers::foldHead does.
const QHash<QString, ApplicantField> &ownHeads()
{
    static const QHash<QString, ApplicantField> heads = [] {
        using enum ApplicantField;
        const std::vector<std::pair<ApplicantField, QStringList>> words = {
            {Part,
             {QStringLiteral("参加区分"), QStringLiteral("参加種別"), QStringLiteral("参加の形"),
              QStringLiteral("参加形態"), QStringLiteral("受講区分")}},
            {Online,
             {QStringLiteral("参加方法"), QStringLiteral("受講方法"), QStringLiteral("会場・オンライン"),
              QStringLiteral("会場オンラインの別")}},
            {Question,
             {QStringLiteral("その他"), QStringLiteral("知りたいこと"), QStringLiteral("質問"),
              QStringLiteral("ご質問"), QStringLiteral("知りたいこと・質問"),
              QStringLiteral("その他（知りたいこと・質問）"), QStringLiteral("講師への質問"),
              QStringLiteral("事前質問")}},
            {AppliedOn,
             {QStringLiteral("申込日"), QStringLiteral("申込日時"), QStringLiteral("受付日"),
              QStringLiteral("受付日時"), QStringLiteral("申込年月日")}},
            {Note, {QStringLiteral("備考"), QStringLiteral("メモ"), QStringLiteral("特記事項")}},
            // Columns of our own lists that an import must not change.
            {Ignored,
             {QStringLiteral("管内・管外"), QStringLiteral("管内外"), QStringLiteral("状態"),
              QStringLiteral("申込状況"), QStringLiteral("出欠"), QStringLiteral("No"), QStringLiteral("No."),
              QStringLiteral("番号"), QStringLiteral("班")}}};
        QHash<QString, ApplicantField> result;
        for (const auto &[field, names] : words)
            for (const QString &name : names)
                result.insert(registers::foldHead(name), field);
        return result;
    }();
    return heads;
}

} // namespace

const std::vector<ApplicantField> &allApplicantFields()
{
    static const std::vector<ApplicantField> all = [] {
        std::vector<ApplicantField> fields;
        for (const FieldEntry &entry : entries())
            fields.push_back(entry.field);
        return fields;
    }();
    return all;
}

QString applicantFieldName(ApplicantField field)
{
    return std::ranges::find(entries(), field, &FieldEntry::field)->name;
}

QString applicantFieldKey(ApplicantField field)
{
    return QLatin1String(std::ranges::find(entries(), field, &FieldEntry::field)->key);
}

std::optional<ApplicantField> applicantFieldOf(const QString &key)
{
    for (const FieldEntry &entry : entries())
        if (key == QLatin1String(entry.key))
            return entry.field;
    return std::nullopt;
}

std::optional<ApplicantField> applicantFieldOfHead(const QString &head, const ApplicantColumns &columns)
{
    if (const auto said = columns.constFind(foldText(head)); said != columns.constEnd())
        return *said;
    const QString folded = registers::foldHead(head);
    if (folded.isEmpty())
        return std::nullopt;
    if (const auto own = ownHeads().constFind(folded); own != ownHeads().constEnd())
        return *own;
    static const HeadingBook book{Questionnaire{}, ColumnMappings{}};
    const auto meaning = book.meaningOf(head);
    if (meaning && meaning->kind == ColumnMeaning::Kind::Person)
        return fieldOf(meaning->field);
    return std::nullopt;
}

Result<ApplicantColumns> applicantColumns(Document &document)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT folded_head, field FROM applicant_column ORDER BY folded_head")));
    TANE_CHECK(query.run());
    ApplicantColumns columns;
    while (query.next())
        if (const auto field = applicantFieldOf(query.text(1))) // else: one this version does not know
            columns.insert(query.text(0), *field);
    return columns;
}

Result<> rememberApplicantColumns(Document &document, const ApplicantColumns &columns)
{
    return document.perform(Texts::tr("列の対応の記憶"), [&](Database &database) -> Result<> {
        TANE_TRY(Statement insert, database.prepare(QStringLiteral(
                                       "INSERT INTO applicant_column(folded_head, field) VALUES (?, ?) "
                                       "ON CONFLICT(folded_head) DO UPDATE SET field = excluded.field "
                                       "WHERE field <> excluded.field")));
        for (auto it = columns.cbegin(); it != columns.cend(); ++it)
            TANE_CHECK(insert.bind(it.key()).bind(applicantFieldKey(it.value())).run());
        return {};
    });
}

Result<ApplicantWords> applicantWords(Document &document)
{
    ApplicantWords words;
    TANE_TRY(words.roles, vocabulary(document, Vocabulary::Role));
    TANE_TRY(words.organisations, vocabulary(document, Vocabulary::Organisation));
    TANE_TRY(words.qualifications, vocabulary(document, Vocabulary::Qualification));
    return words;
}

} // namespace tane
