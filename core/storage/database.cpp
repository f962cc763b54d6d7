#include "storage/database.h"

#include "storage/sqlerror.h"
#include "storage/sqlitepath.h"

#include <QCoreApplication>
#include <QSqlError>

#include <atomic>
#include <cmath>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Database)
};

/// Connections are looked up by name in Qt; two documents must never share one.
QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return QStringLiteral("tane-%1").arg(++count);
}

struct Pragma
{
    const char *name;
    qint64 value;
};

/// Local single file, maybe on a share: no side files but the journal, every commit on the disk, deleted
/// people wiped.
constexpr Pragma kPragmas[] = {
    {"foreign_keys", 1},   {"recursive_triggers", 1}, {"secure_delete", 1},
    {"temp_store", 2},  // memory: the undo log must not leave people's data in a temporary file
    {"synchronous", 3}, // EXTRA
    {"trusted_schema", 0}, {"cell_size_check", 1},    {"cache_size", -16384},
};

Result<> applyPragma(Database &database, const QString &name, qint64 value)
{
    TANE_CHECK(database.execute(QStringLiteral("PRAGMA %1 = %2").arg(name).arg(value)));
    TANE_TRY(const qint64 actual, database.integer(QStringLiteral("PRAGMA %1").arg(name)));
    if (actual != value)
        return fail(ErrorCode::Internal, Texts::tr("ファイルを安全に扱うための設定ができませんでした。"),
                    QStringLiteral("PRAGMA %1: %2 instead of %3").arg(name).arg(actual).arg(value));
    return {};
}

/// A file that another program set to write-ahead logging is set back: its side files do not work on shares.
Result<> useRollbackJournal(Database &database)
{
    TANE_TRY(Statement statement, database.prepare(QStringLiteral("PRAGMA journal_mode = DELETE")));
    TANE_CHECK(statement.run());
    const QString mode = statement.next() ? statement.text(0) : QString();
    if (mode != u"delete")
        return fail(ErrorCode::Internal, Texts::tr("ファイルを安全に扱うための設定ができませんでした。"),
                    QStringLiteral("PRAGMA journal_mode: %1").arg(mode));
    return {};
}

} // namespace

Statement &Statement::bind(qint64 value)
{
    m_query.bindValue(m_position++, value);
    return *this;
}

Statement &Statement::bind(double value)
{
    // SQLite would turn NaN into NULL, and the undo log cannot write down an infinity.
    m_unstorable = m_unstorable || !std::isfinite(value);
    m_query.bindValue(m_position++, value);
    return *this;
}

Statement &Statement::bind(const QString &value)
{
    QString text = value.isNull() ? QStringLiteral("") : value;
    if (text.contains(QChar::Null))
        text.remove(QChar::Null); // quote() in the undo log would cut the text there
    m_query.bindValue(m_position++, text);
    return *this;
}

Statement &Statement::bind(const QByteArray &value)
{
    m_query.bindValue(m_position++, value.isNull() ? QByteArray("") : value);
    return *this;
}

Statement &Statement::bindNull()
{
    m_query.bindValue(m_position++, QVariant());
    return *this;
}

Result<> Statement::run()
{
    const int bound = std::exchange(m_position, 0);
    if (std::exchange(m_unstorable, false))
        return fail(ErrorCode::Internal, Texts::tr("保存できない数値が含まれています。"),
                    QStringLiteral("NaN or infinity"));
    if (m_expected < 0)
        m_expected = bound;
    if (bound != m_expected)
        return fail(ErrorCode::Internal, Texts::tr("データの処理中に、プログラムの誤りが見つかりました。"),
                    QStringLiteral("%1 values bound instead of %2").arg(bound).arg(m_expected));
    if (!m_query.exec())
        return sqlFailure(m_query.lastError());
    return {};
}

Result<qint64> Statement::insert()
{
    TANE_CHECK(run());
    return m_query.lastInsertId().toLongLong();
}

Result<std::unique_ptr<Database>> Database::connect(const QString &path, Mode mode, int busyMilliseconds)
{
    std::unique_ptr<Database> database(new Database);
    database->m_connection = nextConnectionName();
    {
        QSqlDatabase connection =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connection);
        connection.setDatabaseName(sqlitePath(path));
        connection.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyMilliseconds));
        if (!connection.open())
            return sqlFailure(connection.lastError());
    }
    for (const Pragma &pragma : kPragmas)
        TANE_CHECK(applyPragma(*database, QLatin1String(pragma.name), pragma.value));
    if (mode == Mode::ReadWrite)
        TANE_CHECK(useRollbackJournal(*database));
    else // not opened as read-only: a read-only connection cannot play back the journal of a killed program
        TANE_CHECK(applyPragma(*database, QStringLiteral("query_only"), 1));
    return database;
}

Result<Statement> Database::prepare(const QString &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true); // else Qt keeps every row it has passed
    if (!query.prepare(sql))
        return sqlFailure(query.lastError());
    return Statement(std::move(query));
}

Result<> Database::execute(const QString &sql)
{
    TANE_TRY(Statement statement, prepare(sql));
    return statement.run();
}

Result<qint64> Database::integer(const QString &sql)
{
    TANE_TRY(Statement statement, prepare(sql));
    TANE_CHECK(statement.run());
    return statement.next() ? statement.integer(0) : 0;
}

Database::~Database()
{
    QSqlDatabase::removeDatabase(m_connection);
}

} // namespace tane
