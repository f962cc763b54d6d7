#include "storage/migrator.h"

#include "storage/fileheader.h"
#include "storage/transaction.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Migrator)
};

struct EmbeddedMigration
{
    int version;
    const char *name;
    const char *sql;
};

constexpr EmbeddedMigration kEmbedded[] = {
#include "migrations.inc"
};

} // namespace

const std::vector<Migration> &builtInMigrations()
{
    static const std::vector<Migration> migrations = [] {
        std::vector<Migration> result;
        for (const EmbeddedMigration &embedded : kEmbedded)
            result.push_back(
                {embedded.version, QString::fromUtf8(embedded.name), QString::fromUtf8(embedded.sql)});
        return result;
    }();
    return migrations;
}

QStringList splitStatements(const QString &sql)
{
    QStringList statements;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        if (line.trimmed() == u"--;") {
            statements << current;
            current.clear();
        } else {
            current += line + u'\n';
        }
    }
    statements << current;
    statements.removeIf([](const QString &statement) { return statement.trimmed().isEmpty(); });
    return statements;
}

int newestVersion(const std::vector<Migration> &migrations)
{
    return migrations.empty() ? 0 : migrations.back().version;
}

Result<qint64> Migrator::version()
{
    return m_database.integer(QStringLiteral("PRAGMA user_version"));
}

Result<> Migrator::run()
{
    TANE_TRY(const qint64 before, version());
    for (const Migration &migration : m_migrations) {
        if (migration.version <= before)
            continue;
        // A migration may rebuild a table that others refer to; that needs the enforcement off, which can
        // only be switched outside a transaction. foreign_key_check below makes up for it.
        TANE_CHECK(m_database.execute(QStringLiteral("PRAGMA foreign_keys = 0")));
        const Result<> applied = apply(migration);
        TANE_CHECK(m_database.execute(QStringLiteral("PRAGMA foreign_keys = 1")));
        TANE_CHECK(applied);
    }
    return {};
}

Result<> Migrator::apply(const Migration &migration)
{
    TANE_TRY(Transaction transaction, Transaction::begin(m_database));
    for (const QString &statement : splitStatements(migration.sql))
        TANE_CHECK(m_database.execute(statement));
    {
        TANE_TRY(Statement orphans, m_database.prepare(QStringLiteral("PRAGMA foreign_key_check")));
        TANE_CHECK(orphans.run());
        if (orphans.next())
            return fail(ErrorCode::BadFormat,
                        Texts::tr("ファイルの内容に食い違いがあるため、新しい形式に変換できませんでした。"),
                        QStringLiteral("%1: orphan in %2").arg(migration.name, orphans.text(0)));
    }
    TANE_CHECK(m_database.execute(QStringLiteral("PRAGMA application_id = %1").arg(kApplicationId)));
    TANE_CHECK(m_database.execute(QStringLiteral("PRAGMA user_version = %1").arg(migration.version)));
    return transaction.commit();
}

} // namespace tane
