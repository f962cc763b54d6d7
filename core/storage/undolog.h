#pragma once

#include "storage/database.h"

#include <QSet>

#include <vector>

namespace tane {

/// A stretch of the log: what has to run, backwards, to take one action back.
struct LogRange
{
    qint64 first = 0;
    qint64 last = -1;
    QSet<QString> tables; ///< whose rows changed
    [[nodiscard]] bool isEmpty() const { return last < first; }
    [[nodiscard]] qint64 size() const { return last - first + 1; }
};

/// The inverse of every change of a row, written by triggers on all tables. Log and triggers are TEMP on
/// purpose: they end with the program, so that nobody who was deleted lives on in the file.
class UndoLog
{
public:
    explicit UndoLog(Database &database)
        : m_database(database)
    {
    }

    /// Makes the log and the triggers from the tables the file has now.
    [[nodiscard]] Result<> install();
    /// For bulk work; both inside a transaction, so that a roll-back brings the triggers back.
    [[nodiscard]] Result<> dropTriggers();
    [[nodiscard]] Result<> createTriggers();

    /// The last entry; 0 when the log is empty. Entries of the work to come are above it.
    [[nodiscard]] Result<qint64> mark();
    /// What was logged since `mark`.
    [[nodiscard]] Result<LogRange> since(qint64 mark);
    /// Runs the entries of `range` from last to first, and drops them. The triggers log the way back
    /// meanwhile. Only inside a transaction with deferred foreign keys.
    [[nodiscard]] Result<> replay(const LogRange &range);
    [[nodiscard]] Result<> forget(const LogRange &range);

    /// `root` and all tables whose rows go when one of its rows goes.
    [[nodiscard]] Result<QSet<QString>> cascadeFrom(const QString &root);

private:
    struct Table
    {
        QString name;
        QStringList columns;
        QStringList key; ///< what names a row: "rowid", or the primary key of a WITHOUT ROWID table
        bool explicitRowid = false; ///< the row id is none of the columns and has to be restored beside them
    };
    [[nodiscard]] Result<std::vector<Table>> tables();
    [[nodiscard]] Result<Table> describe(const QString &name, bool withoutRowid);
    [[nodiscard]] static QStringList triggersFor(const Table &table);
    Database &m_database;
};

} // namespace tane
