#include "programme/workshop.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::WorkshopRepository)
};

const QString kColumns = QStringLiteral("SELECT id, title, held_on, questionnaire FROM workshop ");

Workshop readRow(const Statement &row)
{
    return {row.integer(0), row.text(1), QDate::fromString(row.text(2), Qt::ISODate), row.integer(3)};
}

std::optional<QString> storedDate(QDate date)
{
    return date.isValid() ? std::optional(date.toString(Qt::ISODate)) : std::nullopt;
}

std::optional<qint64> storedReference(qint64 id)
{
    return id != 0 ? std::optional(id) : std::nullopt;
}

std::unexpected<Error> noSuchWorkshop()
{
    return fail(ErrorCode::NotFound, Texts::tr("研修会が見つかりません。すでに削除された可能性があります。"));
}

Result<qint64> insertOrUpdate(Database &database, const Workshop &workshop)
{
    if (workshop.id == 0) {
        TANE_TRY(Statement insert,
                 database.prepare(
                     QStringLiteral("INSERT INTO workshop(title, held_on, questionnaire) VALUES (?, ?, ?)")));
        return insert.bind(workshop.title)
            .bind(storedDate(workshop.heldOn))
            .bind(storedReference(workshop.questionnaire))
            .insert();
    }
    TANE_TRY(Statement update,
             database.prepare(QStringLiteral(
                 "UPDATE workshop SET title = ?, held_on = ?, questionnaire = ? WHERE id = ?")));
    TANE_CHECK(update.bind(workshop.title)
                   .bind(storedDate(workshop.heldOn))
                   .bind(storedReference(workshop.questionnaire))
                   .bind(workshop.id)
                   .run());
    if (update.affectedRows() == 0)
        return noSuchWorkshop();
    return workshop.id;
}

} // namespace

Result<std::vector<Workshop>> WorkshopRepository::all()
{
    // Those without a date are being planned: last. Then in the order they were held.
    TANE_TRY(Statement query, m_document.database().prepare(
                                  kColumns + QStringLiteral("ORDER BY held_on IS NULL, held_on, id")));
    TANE_CHECK(query.run());
    std::vector<Workshop> result;
    while (query.next())
        result.push_back(readRow(query));
    return result;
}

Result<Workshop> WorkshopRepository::load(qint64 id)
{
    TANE_TRY(Statement query, m_document.database().prepare(kColumns + QStringLiteral("WHERE id = ?")));
    TANE_CHECK(query.bind(id).run());
    if (!query.next())
        return noSuchWorkshop();
    return readRow(query);
}

Result<qint64> WorkshopRepository::save(const Workshop &workshop)
{
    qint64 id = 0;
    const QString label = workshop.id == 0 ? Texts::tr("研修会の追加") : Texts::tr("研修会の変更");
    TANE_CHECK(m_document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(id, insertOrUpdate(database, workshop));
        return {};
    }));
    return id;
}

Result<> WorkshopRepository::remove(qint64 id)
{
    return m_document.perform(Texts::tr("研修会の削除"), [id](Database &database) -> Result<> {
        TANE_TRY(Statement statement, database.prepare(QStringLiteral("DELETE FROM workshop WHERE id = ?")));
        TANE_CHECK(statement.bind(id).run());
        if (statement.affectedRows() == 0)
            return noSuchWorkshop();
        return {};
    });
}

Result<QString> WorkshopRepository::prefecture()
{
    TANE_TRY(Statement query, m_document.database().prepare(
                                  QStringLiteral("SELECT value FROM meta WHERE key = 'prefecture'")));
    TANE_CHECK(query.run());
    return query.next() ? query.text(0) : QString();
}

Result<> WorkshopRepository::setPrefecture(const QString &name)
{
    return m_document.perform(Texts::tr("都道府県の設定"), [&name](Database &database) -> Result<> {
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral("INSERT INTO meta(key, value) VALUES ('prefecture', ?) "
                                                 "ON CONFLICT(key) DO UPDATE SET value = excluded.value")));
        return statement.bind(name).run();
    });
}

} // namespace tane
