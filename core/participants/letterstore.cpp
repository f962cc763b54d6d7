// What letters are made from, loaded; what the officer filled in, stored.
#include "participants/chasing.h"
#include "participants/letterparts.h"

#include <algorithm>

namespace tane {

namespace {

using letters::Texts;

Result<LetterTexts> ownTexts(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT kind, field, text FROM letter_field WHERE workshop = ?")));
    TANE_CHECK(query.bind(workshop).run());
    LetterTexts texts;
    while (query.next())
        texts[{query.text(0), query.text(1)}] = query.text(2);
    return texts;
}

/// What does not change from workshop to workshop, as the last one before has it.
Result<std::map<QString, QString>> earlierTexts(Document &document, const Workshop &workshop)
{
    static const QStringList lasting{QStringLiteral("sender"), QStringLiteral("seal"),
                                     QStringLiteral("office"), QStringLiteral("person"),
                                     QStringLiteral("phone"),  QStringLiteral("email")};
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT f.field, f.text FROM letter_field f JOIN workshop w ON w.id = "
                                  "f.workshop WHERE f.kind = '' AND w.id <> ? ORDER BY w.held_on IS NULL, "
                                  "w.held_on, w.id")));
    TANE_CHECK(query.bind(workshop.id).run());
    std::map<QString, QString> texts;
    while (query.next())
        if (lasting.contains(query.text(0)))
            texts[query.text(0)] = query.text(1); // the last one wins
    return texts;
}

QString kindOf(LetterKind kind, const LetterField &field)
{
    return field.shared ? QString() : letterCode(kind);
}

Result<> removeText(Database &database, qint64 workshop, const QString &kind, const QString &field)
{
    TANE_TRY(Statement statement,
             database.prepare(
                 QStringLiteral("DELETE FROM letter_field WHERE workshop = ? AND kind = ? AND field = ?")));
    return statement.bind(workshop).bind(kind).bind(field).run();
}

} // namespace

Result<LetterSource> loadLetterSource(Document &document, qint64 workshop, QDate today)
{
    LetterSource source;
    source.today = today;
    WorkshopRepository workshops(document);
    TANE_TRY(source.workshop, workshops.load(workshop));
    TANE_TRY(source.prefecture, workshops.prefecture());
    TANE_TRY(source.cycle, CycleRepository(document).load(source.workshop.programme));
    TANE_TRY(source.registry, loadRegistry(document));
    TANE_TRY(const ChasingState chasing, loadChasing(document, workshop));
    source.participants = chasing.participants;
    for (const Wave wave : {Wave::Before, Wave::After, Wave::FollowUp})
        for (const Participant *one : chasing.missing(wave))
            source.unanswered[wave].insert(one->id);
    TANE_TRY(source.own, ownTexts(document, workshop));
    TANE_TRY(source.earlier, earlierTexts(document, source.workshop));
    return source;
}

Result<> saveLetterField(Document &document, qint64 workshop, LetterKind kind, const LetterField &field,
                         const QString &text)
{
    if (text == field.proposal || (text.isEmpty() && field.required))
        return resetLetterField(document, workshop, kind, field);
    return document.perform(
        Texts::tr("%1の%2の変更")
            .arg(field.shared ? Texts::tr("案内・通知") : letterTitle(kind), field.label),
        [&](Database &database) -> Result<> {
            TANE_TRY(Statement statement,
                     database.prepare(QStringLiteral(
                         "INSERT INTO letter_field(workshop, kind, field, text) VALUES (?, ?, ?, ?) "
                         "ON CONFLICT(workshop, kind, field) DO UPDATE SET text = excluded.text")));
            return statement.bind(workshop).bind(kindOf(kind, field)).bind(field.key).bind(text).run();
        });
}

Result<> resetLetterField(Document &document, qint64 workshop, LetterKind kind, const LetterField &field)
{
    return document.perform(
        Texts::tr("%1の%2の変更")
            .arg(field.shared ? Texts::tr("案内・通知") : letterTitle(kind), field.label),
        [&](Database &database) { return removeText(database, workshop, kindOf(kind, field), field.key); });
}

} // namespace tane
