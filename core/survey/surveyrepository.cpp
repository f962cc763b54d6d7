// The officer's decisions, columns and readings; questionnaires and answers have files of their own.

#include "survey/surveyrepository.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SurveyRepository)
};

std::unexpected<Error> noSuchResponse()
{
    return fail(ErrorCode::NotFound,
                Texts::tr("対象の回答が見つかりません。取り込みが削除された可能性があります。"));
}

std::unexpected<Error> noSuchWorkshop()
{
    return fail(ErrorCode::NotFound, Texts::tr("研修会が見つかりません。すでに削除された可能性があります。"));
}

/// The response a key means; nothing for an empty key.
Result<std::optional<qint64>> responseOf(Database &database, qint64 workshop, const QString &key)
{
    if (key.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    const qint64 id = key.toLongLong(&isNumber);
    TANE_TRY(Statement query, database.prepare(QStringLiteral(
                                  "SELECT 1 FROM response r JOIN import_batch b ON b.id = r.import_batch "
                                  "WHERE r.id = ? AND b.workshop = ?")));
    TANE_CHECK(query.bind(id).bind(workshop).run());
    if (!isNumber || !query.next())
        return noSuchResponse();
    return id;
}

/// The two responses of a decision, checked.
struct DecisionKeys
{
    std::optional<qint64> before, after;
};

Result<DecisionKeys> keysOf(Database &database, qint64 workshop, const LinkDecision &decision)
{
    DecisionKeys keys;
    TANE_TRY(keys.before, responseOf(database, workshop, decision.before));
    TANE_TRY(keys.after, responseOf(database, workshop, decision.after));
    if (!keys.before && !keys.after)
        return noSuchResponse();
    return keys;
}

Result<int> deleteDecision(Database &database, qint64 workshop, const DecisionKeys &keys)
{
    TANE_TRY(Statement statement,
             database.prepare(QStringLiteral("DELETE FROM link_decision WHERE workshop = ? "
                                             "AND before_response IS ? AND after_response IS ?")));
    TANE_CHECK(statement.bind(workshop).bind(keys.before).bind(keys.after).run());
    return statement.affectedRows();
}

/// The item of a code in the questionnaire of a workshop; nothing when there is none.
Result<std::optional<qint64>> itemOf(Database &database, qint64 workshop, const QString &code)
{
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral(
                 "SELECT i.id FROM workshop w JOIN item_set s ON s.questionnaire = w.questionnaire "
                 "JOIN item i ON i.item_set = s.id WHERE w.id = ? AND i.code = ?")));
    TANE_CHECK(query.bind(workshop).bind(code).run());
    if (!query.next())
        return std::nullopt;
    return query.integer(0);
}

} // namespace

// ---- decisions ----

Result<std::vector<LinkDecision>> SurveyRepository::decisions(qint64 workshop)
{
    TANE_TRY(Statement query, m_document.database().prepare(QStringLiteral(
                                  "SELECT before_response, after_response, accept FROM link_decision "
                                  "WHERE workshop = ? ORDER BY id")));
    TANE_CHECK(query.bind(workshop).run());
    std::vector<LinkDecision> result;
    while (query.next())
        result.push_back({query.isNull(0) ? QString() : query.text(0),
                          query.isNull(1) ? QString() : query.text(1), query.integer(2) != 0});
    return result;
}

Result<> SurveyRepository::saveDecision(qint64 workshop, const LinkDecision &decision, const QString &label)
{
    return m_document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(const DecisionKeys keys, keysOf(database, workshop, decision));
        // Deleted and made anew, not changed: the latest decision is the last one.
        TANE_CHECK(deleteDecision(database, workshop, keys));
        TANE_TRY(Statement insert, database.prepare(QStringLiteral(
                                       "INSERT INTO link_decision(workshop, before_response, after_response, "
                                       "accept) VALUES (?, ?, ?, ?)")));
        return insert.bind(workshop).bind(keys.before).bind(keys.after).bind(decision.accept).run();
    });
}

Result<> SurveyRepository::removeDecision(qint64 workshop, const LinkDecision &decision, const QString &label)
{
    return m_document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(const DecisionKeys keys, keysOf(database, workshop, decision));
        TANE_CHECK(deleteDecision(database, workshop, keys));
        return {};
    });
}

Result<LinkOptions::Twice> SurveyRepository::twiceRule(qint64 workshop)
{
    TANE_TRY(Statement query,
             m_document.database().prepare(QStringLiteral("SELECT twice_rule FROM workshop WHERE id = ?")));
    TANE_CHECK(query.bind(workshop).run());
    if (!query.next())
        return noSuchWorkshop();
    return query.text(0) == u"latest" ? LinkOptions::Twice::Latest : LinkOptions::Twice::Ask;
}

Result<> SurveyRepository::setTwiceRule(qint64 workshop, LinkOptions::Twice rule)
{
    return m_document.perform(Texts::tr("重複回答の扱いの変更"), [&](Database &database) -> Result<> {
        TANE_TRY(Statement update,
                 database.prepare(QStringLiteral("UPDATE workshop SET twice_rule = ? WHERE id = ?")));
        TANE_CHECK(
            update.bind(rule == LinkOptions::Twice::Latest ? QStringLiteral("latest") : QStringLiteral("ask"))
                .bind(workshop)
                .run());
        if (update.affectedRows() == 0)
            return noSuchWorkshop();
        return {};
    });
}

// ---- readings ----

Result<QString> SurveyRepository::reading(qint64 workshop, const QString &itemCode, const QString &group)
{
    Database &database = m_document.database();
    TANE_TRY(const std::optional<qint64> item, itemOf(database, workshop, itemCode));
    if (!item)
        return QString();
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral(
                 "SELECT text FROM reading WHERE workshop = ? AND item = ? AND group_value = ?")));
    TANE_CHECK(query.bind(workshop).bind(*item).bind(group).run());
    return query.next() ? query.text(0) : QString();
}

Result<> SurveyRepository::saveReading(qint64 workshop, const QString &itemCode, const QString &group,
                                       const QString &text)
{
    return m_document.perform(Texts::tr("読み取りの記入"), [&](Database &database) -> Result<> {
        TANE_TRY(const std::optional<qint64> item, itemOf(database, workshop, itemCode));
        if (!item)
            return fail(ErrorCode::NotFound,
                        Texts::tr("設問「%1」が、研修会の調査票に見つかりません。").arg(itemCode));
        if (text.isEmpty()) { // back to the draft
            TANE_TRY(Statement remove,
                     database.prepare(QStringLiteral("DELETE FROM reading WHERE workshop = ? AND item = ? "
                                                     "AND group_value = ?")));
            return remove.bind(workshop).bind(*item).bind(group).run();
        }
        TANE_TRY(Statement save,
                 database.prepare(QStringLiteral(
                     "INSERT INTO reading VALUES (?, ?, ?, ?) "
                     "ON CONFLICT(workshop, item, group_value) DO UPDATE SET text = excluded.text")));
        return save.bind(workshop).bind(*item).bind(group).bind(text).run();
    });
}

} // namespace tane
