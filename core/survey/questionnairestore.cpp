// Questionnaires as rows: later work refers to single items by foreign key.

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

Result<> insertTexts(Database &database, qint64 itemId, const Item &item)
{
    TANE_TRY(Statement alias, database.prepare(QStringLiteral("INSERT INTO item_alias VALUES (?, ?, ?)")));
    for (qsizetype i = 0; i < item.aliases.size(); ++i)
        TANE_CHECK(alias.bind(itemId).bind(qint64(i)).bind(item.aliases[i]).run());
    TANE_TRY(Statement option,
             database.prepare(QStringLiteral("INSERT INTO item_option VALUES (?, ?, ?, ?, ?)")));
    qint64 position = 0;
    for (const Option &o : item.options)
        TANE_CHECK(option.bind(itemId).bind(position++).bind(o.code).bind(o.text).bind(o.shortText).run());
    return {};
}

/// The columns of an item but its id, in this order; see bindItem.
const QString kItemColumns = QStringLiteral(
    "item_set, position, code, text, short_text, answer_type, asked_before, asked_after, ordered, "
    "asked_followup, required, for_role, looks_back, note");

void bindItem(Statement &statement, qint64 setId, qint64 position, const Item &item)
{
    statement.bind(setId)
        .bind(position)
        .bind(item.code)
        .bind(item.text)
        .bind(item.shortText)
        .bind(storedWord(kAnswerTypeWords, item.type))
        .bind(item.askedBefore)
        .bind(item.askedAfter)
        .bind(item.ordered)
        .bind(item.askedFollowUp)
        .bind(item.required)
        .bind(item.forRole)
        .bind(item.looksBack)
        .bind(item.note);
}

using ItemIds = QHash<QString, qint64>; ///< by code

/// Adds the items of a set; those that are known move there.
Result<> writeItems(Database &database, qint64 setId, const ItemSet &set, const ItemIds &known)
{
    const QString columns = kItemColumns;
    const QStringList places(columns.count(u',') + 1, QStringLiteral("?"));
    TANE_TRY(
        Statement insert,
        database.prepare(QStringLiteral("INSERT INTO item(%1) VALUES (%2)").arg(columns, places.join(u','))));
    TANE_TRY(Statement change,
             database.prepare(
                 QStringLiteral("UPDATE item SET (%1) = (%2) WHERE id = ?").arg(columns, places.join(u','))));
    qint64 position = 0;
    for (const Item &item : set.items) {
        qint64 id = known.value(item.code);
        Statement &statement = id != 0 ? change : insert;
        bindItem(statement, setId, position++, item);
        if (id != 0)
            TANE_CHECK(statement.bind(id).run());
        else {
            TANE_TRY(id, statement.insert());
        }
        TANE_CHECK(insertTexts(database, id, item));
    }
    return {};
}

Result<> writeSets(Database &database, qint64 id, const Questionnaire &questionnaire, const ItemIds &known)
{
    TANE_TRY(Statement insertSet, database.prepare(QStringLiteral(
                                      "INSERT INTO item_set(questionnaire, position, code, title, kind) "
                                      "VALUES (?, ?, ?, ?, ?)")));
    qint64 position = 0;
    for (const ItemSet &set : questionnaire.sets) {
        TANE_TRY(const qint64 setId, insertSet.bind(id)
                                         .bind(position++)
                                         .bind(set.code)
                                         .bind(set.title)
                                         .bind(storedWord(kKindWords, set.kind))
                                         .insert());
        TANE_CHECK(writeItems(database, setId, set, known));
    }
    return {};
}

Result<> runFor(Database &database, const QString &sql, qint64 id)
{
    TANE_TRY(Statement statement, database.prepare(sql));
    return statement.bind(id).run();
}

Result<> loadTexts(Database &database, qint64 itemId, Item &item)
{
    TANE_TRY(Statement aliases, database.prepare(QStringLiteral(
                                    "SELECT text FROM item_alias WHERE item = ? ORDER BY position")));
    TANE_CHECK(aliases.bind(itemId).run());
    while (aliases.next())
        item.aliases << aliases.text(0);
    TANE_TRY(Statement options,
             database.prepare(QStringLiteral(
                 "SELECT code, text, short_text FROM item_option WHERE item = ? ORDER BY position")));
    TANE_CHECK(options.bind(itemId).run());
    while (options.next())
        item.options.push_back({options.text(0), options.text(1), options.text(2)});
    return {};
}

Result<> loadItems(Database &database, qint64 setId, ItemSet &set)
{
    TANE_TRY(Statement query,
             database.prepare(
                 QStringLiteral("SELECT id, code, text, short_text, answer_type, asked_before, asked_after, "
                                "ordered, asked_followup, required, for_role, looks_back, note FROM item "
                                "WHERE item_set = ? ORDER BY position")));
    TANE_CHECK(query.bind(setId).run());
    while (query.next()) {
        Item item;
        item.code = query.text(1);
        item.text = query.text(2);
        item.shortText = query.text(3);
        item.type = fromStoredWord<AnswerType>(kAnswerTypeWords, query.text(4));
        item.askedBefore = query.integer(5) != 0;
        item.askedAfter = query.integer(6) != 0;
        item.ordered = query.integer(7) != 0;
        item.askedFollowUp = query.integer(8) != 0;
        item.required = query.integer(9) != 0;
        item.forRole = query.text(10);
        item.looksBack = query.text(11);
        item.note = query.text(12);
        TANE_CHECK(loadTexts(database, query.integer(0), item));
        set.items.push_back(std::move(item));
    }
    return {};
}

Result<Questionnaire> loadStored(Database &database, qint64 id)
{
    TANE_TRY(Statement head,
             database.prepare(QStringLiteral("SELECT code, title, lead FROM questionnaire WHERE id = ?")));
    TANE_CHECK(head.bind(id).run());
    if (!head.next())
        return fail(ErrorCode::NotFound, Texts::tr("アンケートの調査票が見つかりません。"));
    Questionnaire result{head.text(0), head.text(1), {}, head.text(2)};
    TANE_TRY(Statement sets,
             database.prepare(QStringLiteral(
                 "SELECT id, code, title, kind FROM item_set WHERE questionnaire = ? ORDER BY position")));
    TANE_CHECK(sets.bind(id).run());
    while (sets.next()) {
        ItemSet set{sets.text(1), sets.text(2), fromStoredWord<ItemKind>(kKindWords, sets.text(3)), {}};
        TANE_CHECK(loadItems(database, sets.integer(0), set));
        result.sets.push_back(std::move(set));
    }
    return result;
}

} // namespace

Result<qint64> insertQuestionnaire(Database &database, const Questionnaire &questionnaire)
{
    TANE_TRY(Statement insert, database.prepare(QStringLiteral(
                                   "INSERT INTO questionnaire(code, title, lead) VALUES (?, ?, ?)")));
    TANE_TRY(const qint64 id,
             insert.bind(questionnaire.id).bind(questionnaire.title).bind(questionnaire.lead).insert());
    TANE_CHECK(writeSets(database, id, questionnaire, {}));
    return id;
}

Result<> updateQuestionnaire(Database &database, qint64 id, const Questionnaire &questionnaire,
                             const QHash<QString, QString> &formerCodes)
{
    TANE_TRY(Statement head, database.prepare(QStringLiteral(
                                 "UPDATE questionnaire SET code = ?, title = ?, lead = ? WHERE id = ?")));
    TANE_CHECK(head.bind(questionnaire.id).bind(questionnaire.title).bind(questionnaire.lead).bind(id).run());
    ItemIds known;
    {
        TANE_TRY(Statement query,
                 database.prepare(QStringLiteral("SELECT i.code, i.id FROM item_set s JOIN item i "
                                                 "ON i.item_set = s.id WHERE s.questionnaire = ?")));
        TANE_CHECK(query.bind(id).run());
        while (query.next())
            known.insert(query.text(0), query.integer(1));
    }
    ItemIds renamed = known;
    for (const QString &former : formerCodes)
        renamed.remove(former);
    for (auto each = formerCodes.begin(); each != formerCodes.end(); ++each)
        renamed.insert(each.key(), known.value(each.value()));
    const QString ofItems = QStringLiteral(" WHERE item IN (SELECT i.id FROM item i JOIN item_set s "
                                           "ON s.id = i.item_set WHERE s.questionnaire = ?)");
    TANE_CHECK(runFor(database, QStringLiteral("DELETE FROM item_alias") + ofItems, id));
    TANE_CHECK(runFor(database, QStringLiteral("DELETE FROM item_option") + ofItems, id));
    // The former sets make room, give their items to the new ones, and go with those that are left.
    TANE_CHECK(runFor(database,
                      QStringLiteral("UPDATE item_set SET position = -1 - position WHERE questionnaire = ?"),
                      id));
    TANE_CHECK(writeSets(database, id, questionnaire, renamed));
    return runFor(database, QStringLiteral("DELETE FROM item_set WHERE questionnaire = ? AND position < 0"),
                  id);
}

Result<std::vector<qint64>> storedItemIds(Database &database, qint64 questionnaire)
{
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT i.id FROM item_set s JOIN item i ON i.item_set = s.id "
                                             "WHERE s.questionnaire = ? ORDER BY s.position, i.position")));
    TANE_CHECK(query.bind(questionnaire).run());
    std::vector<qint64> ids;
    while (query.next())
        ids.push_back(query.integer(0));
    return ids;
}

Result<std::optional<qint64>> SurveyRepository::findQuestionnaire(const Questionnaire &questionnaire)
{
    Database &database = m_document.database();
    std::vector<qint64> candidates;
    {
        TANE_TRY(Statement query,
                 database.prepare(QStringLiteral("SELECT id FROM questionnaire WHERE code = ? ORDER BY id")));
        TANE_CHECK(query.bind(questionnaire.id).run());
        while (query.next())
            candidates.push_back(query.integer(0));
    }
    for (const qint64 id : candidates) {
        TANE_TRY(const Questionnaire stored, loadStored(database, id));
        if (stored == questionnaire)
            return id;
    }
    return std::nullopt;
}

Result<qint64> SurveyRepository::addQuestionnaire(const Questionnaire &questionnaire)
{
    TANE_TRY(const std::optional<qint64> known, findQuestionnaire(questionnaire));
    if (known)
        return *known;
    qint64 id = 0;
    TANE_CHECK(m_document.perform(Texts::tr("調査票の登録"), [&](Database &database) -> Result<> {
        TANE_TRY(id, insertQuestionnaire(database, questionnaire));
        return {};
    }));
    return id;
}

Result<Questionnaire> SurveyRepository::questionnaire(qint64 id)
{
    return loadStored(m_document.database(), id);
}

} // namespace tane
