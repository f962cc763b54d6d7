// What the officer said a column head means.

#include "survey/storeditems.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SurveyRepository)
};

constexpr std::array<const char *, 4> kMeaningWords{"ignored", "person", "answer", "free_text"};

std::optional<Field> fieldFromKey(const QString &key)
{
    for (int i = 0; i < kFieldCount; ++i)
        if (fieldKey(static_cast<Field>(i)) == key)
            return static_cast<Field>(i);
    return std::nullopt;
}

/// Makes `head` mean nothing. A person's field holds for every questionnaire and has none.
Result<> forget(Database &database, const std::optional<qint64> &questionnaire, const QString &head)
{
    TANE_TRY(Statement statement,
             database.prepare(
                 QStringLiteral("DELETE FROM column_mapping WHERE questionnaire IS ? AND folded_head = ?")));
    return statement.bind(questionnaire).bind(head).run();
}

Result<> remember(Database &database, qint64 questionnaire, const std::vector<qint64> &items,
                  const QString &head, const ColumnMeaning &meaning)
{
    const bool isPerson = meaning.kind == ColumnMeaning::Kind::Person;
    const bool isItem =
        meaning.kind == ColumnMeaning::Kind::Answer || meaning.kind == ColumnMeaning::Kind::FreeText;
    if (isItem && (meaning.item < 0 || meaning.item >= static_cast<int>(items.size())))
        return fail(ErrorCode::Conflict, Texts::tr("列に対応する設問が、調査票に見つかりません。"));
    const std::optional<qint64> scope = isPerson ? std::nullopt : std::optional(questionnaire);
    TANE_CHECK(forget(database, questionnaire, head));
    TANE_CHECK(forget(database, scope, head));
    TANE_TRY(Statement insert,
             database.prepare(
                 QStringLiteral("INSERT INTO column_mapping(questionnaire, folded_head, kind, field, item) "
                                "VALUES (?, ?, ?, ?, ?)")));
    return insert.bind(scope)
        .bind(head)
        .bind(storedWord(kMeaningWords, meaning.kind))
        .bind(isPerson ? fieldKey(meaning.field) : QString())
        .bind(isItem ? std::optional(items[static_cast<std::size_t>(meaning.item)]) : std::nullopt)
        .run();
}

} // namespace

Result<ColumnMappings> SurveyRepository::columnMappings(const Questionnaire &questionnaire)
{
    Database &database = m_document.database();
    TANE_TRY(const std::optional<qint64> id, findQuestionnaire(questionnaire));
    TANE_TRY(const std::vector<qint64> items, storedItemIds(database, id.value_or(0)));
    QHash<qint64, int> indexOf;
    for (std::size_t i = 0; i < items.size(); ++i)
        indexOf.insert(items[i], static_cast<int>(i));
    // What holds for every questionnaire comes first, so that what was said about this one wins.
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral(
                 "SELECT folded_head, kind, field, item FROM column_mapping "
                 "WHERE questionnaire IS NULL OR questionnaire = ? ORDER BY questionnaire IS NOT NULL")));
    TANE_CHECK(query.bind(id.value_or(0)).run());
    ColumnMappings result;
    while (query.next()) {
        ColumnMeaning meaning;
        meaning.kind = fromStoredWord<ColumnMeaning::Kind>(kMeaningWords, query.text(1));
        const std::optional<Field> field = fieldFromKey(query.text(2));
        if (meaning.kind == ColumnMeaning::Kind::Person && !field)
            continue; // a field this version does not know
        meaning.field = field.value_or(ColumnMeaning().field);
        meaning.item = query.isNull(3) ? -1 : indexOf.value(query.integer(3), -1);
        result.insert(query.text(0), meaning);
    }
    return result;
}

Result<> SurveyRepository::rememberMappings(const Questionnaire &questionnaire,
                                            const ColumnMappings &mappings)
{
    if (mappings.isEmpty())
        return {};
    return m_document.perform(Texts::tr("列の対応の記憶"), [&](Database &database) -> Result<> {
        TANE_TRY(const qint64 id, addQuestionnaire(questionnaire));
        TANE_TRY(const std::vector<qint64> items, storedItemIds(database, id));
        for (auto it = mappings.cbegin(); it != mappings.cend(); ++it)
            TANE_CHECK(remember(database, id, items, it.key(), it.value()));
        return {};
    });
}

} // namespace tane
