#pragma once

#include "base/error.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QVariant>

#include <memory>
#include <optional>

namespace tane {

/// One prepared statement. Binds only the types SQLite stores as we mean them: an enum or a null QString
/// cannot slip in.
class Statement
{
public:
    Statement &bind(qint64 value);
    Statement &bind(int value) { return bind(static_cast<qint64>(value)); }
    Statement &bind(bool value) { return bind(static_cast<qint64>(value ? 1 : 0)); }
    Statement &bind(double value);         ///< NaN is a programming error
    Statement &bind(const QString &value); ///< a null string is stored as '', U+0000 is stripped
    Statement &bind(const QByteArray &value);
    Statement &bindNull();
    template<class T>
    Statement &bind(const std::optional<T> &value)
    {
        return value ? bind(*value) : bindNull();
    }
    template<class T>
    Statement &bind(T) = delete;

    /// Runs it, and forgets the bound values so that it can be bound again.
    [[nodiscard]] Result<> run();
    /// Runs it and gives the row id of the inserted row.
    [[nodiscard]] Result<qint64> insert();
    /// Next row of a query that was run.
    [[nodiscard]] bool next() { return m_query.next(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] int columnCount() const { return m_query.record().count(); }
    [[nodiscard]] int affectedRows() const { return m_query.numRowsAffected(); }

private:
    friend class Database;
    explicit Statement(QSqlQuery query)
        : m_query(std::move(query))
    {
    }
    QSqlQuery m_query;
    int m_position = 0;
    int m_expected = -1; ///< values of the first run; a later run with fewer would silently reuse old ones
    bool m_unstorable = false;
};

/// A connection of our own to one SQLite file.
class Database
{
public:
    [[nodiscard]] Result<Statement> prepare(const QString &sql);
    /// What the connection may do; ReadOnly may still read a file whose journal has to be played back first.
    enum class Mode { ReadWrite, ReadOnly };
    /// Connects to an existing file with our settings, each of which is read back. `busyMilliseconds`: how
    /// long to wait for another program that is just writing.
    [[nodiscard]] static Result<std::unique_ptr<Database>> connect(const QString &path, Mode mode,
                                                                   int busyMilliseconds = 5000);

    /// For statements without values and results.
    [[nodiscard]] Result<> execute(const QString &sql);
    /// First column of the first row as an integer; 0 when there is no row.
    [[nodiscard]] Result<qint64> integer(const QString &sql);

    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

private:
    friend class Document;
    friend class Migrator;
    friend class UndoLog;
    Database() = default;
    QString m_connection; ///< name of the QSqlDatabase connection
};

} // namespace tane
