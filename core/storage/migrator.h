#pragma once

#include "storage/database.h"

#include <vector>

namespace tane {

/// One step of the schema. `sql` holds statements divided by lines that are exactly "--;".
struct Migration
{
    int version = 0; ///< the version the file has afterwards
    QString name;
    QString sql;
};

/// Those in core/storage/migrations, oldest first, numbered 1, 2, 3 …
[[nodiscard]] const std::vector<Migration> &builtInMigrations();
/// Statements of a migration file. Qt hands SQLite one statement at a time.
[[nodiscard]] QStringList splitStatements(const QString &sql);
[[nodiscard]] int newestVersion(const std::vector<Migration> &migrations);

/// Brings a file to the newest schema, one transaction a version.
class Migrator
{
public:
    Migrator(Database &database, const std::vector<Migration> &migrations)
        : m_database(database)
        , m_migrations(migrations)
    {
    }

    [[nodiscard]] Result<qint64> version();
    /// Runs what is missing. An error leaves the file at the last version that was reached whole.
    [[nodiscard]] Result<> run();

private:
    [[nodiscard]] Result<> apply(const Migration &migration);
    Database &m_database;
    const std::vector<Migration> &m_migrations;
};

} // namespace tane
