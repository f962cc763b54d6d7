#include "storage/undolog.h"

#include <algorithm>

namespace tane {

namespace {

/// An identifier in SQL.
QString identifier(const QString &name)
{
    QString escaped = name;
    escaped.replace(u'"', QStringLiteral("\"\""));
    return u'"' + escaped + u'"';
}

/// A text in SQL.
QString literal(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\'', QStringLiteral("''"));
    return u'\'' + escaped + u'\'';
}

/// SQL that gives "a=1 AND b='x'" for the row called `row` ("new" or "old").
QString assignments(const QStringList &columns, const QString &row, const QString &between)
{
    QStringList parts;
    for (const QString &column : columns)
        parts << literal(identifier(column) + u'=') +
                     QStringLiteral("||quote(%1.%2)").arg(row, identifier(column));
    return parts.join(QStringLiteral("||%1||").arg(literal(between)));
}

} // namespace

Result<> UndoLog::install()
{
    TANE_CHECK(m_database.execute(QStringLiteral(
        "CREATE TEMP TABLE undo_log (id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, sql TEXT NOT NULL)")));
    return createTriggers();
}

Result<> UndoLog::createTriggers()
{
    TANE_TRY(const std::vector<Table> all, tables());
    for (const Table &table : all)
        for (const QString &sql : triggersFor(table))
            TANE_CHECK(m_database.execute(sql));
    return {};
}

Result<> UndoLog::dropTriggers()
{
    QStringList names;
    {
        TANE_TRY(Statement query, m_database.prepare(QStringLiteral(
                                      "SELECT name FROM sqlite_temp_master WHERE type = 'trigger'")));
        TANE_CHECK(query.run());
        while (query.next())
            names << query.text(0);
    }
    for (const QString &name : std::as_const(names))
        TANE_CHECK(m_database.execute(QStringLiteral("DROP TRIGGER temp.%1").arg(identifier(name))));
    return {};
}

Result<std::vector<UndoLog::Table>> UndoLog::tables()
{
    std::vector<std::pair<QString, bool>> names;
    {
        TANE_TRY(Statement query, m_database.prepare(QStringLiteral(
                                      "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' "
                                      "AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")));
        TANE_CHECK(query.run());
        while (query.next())
            names.emplace_back(query.text(0), query.integer(1) != 0);
    }
    std::vector<Table> result;
    for (const auto &[name, withoutRowid] : names) {
        TANE_TRY(Table table, describe(name, withoutRowid));
        result.push_back(std::move(table));
    }
    return result;
}

Result<UndoLog::Table> UndoLog::describe(const QString &name, bool withoutRowid)
{
    Table table{name, {}, {}, false};
    QStringList key;
    bool integerKey = false;
    TANE_TRY(Statement query,
             m_database.prepare(QStringLiteral("PRAGMA main.table_info(%1)").arg(identifier(name))));
    TANE_CHECK(query.run());
    while (query.next()) {
        table.columns << query.text(1);
        if (query.integer(5) > 0) {
            key << query.text(1);
            integerKey = query.text(2).compare(u"INTEGER", Qt::CaseInsensitive) == 0;
        }
    }
    table.key = withoutRowid ? key : QStringList{QStringLiteral("rowid")};
    // A sole INTEGER PRIMARY KEY is the row id itself.
    table.explicitRowid = !withoutRowid && !(key.size() == 1 && integerKey);
    return table;
}

QStringList UndoLog::triggersFor(const Table &table)
{
    const QString name = identifier(table.name);
    QStringList restored = table.columns;
    if (table.explicitRowid)
        restored.prepend(QStringLiteral("rowid"));
    QStringList restoredNames, oldValues, differences;
    for (const QString &column : std::as_const(restored)) {
        const QString quoted = identifier(column);
        restoredNames << quoted;
        oldValues << QStringLiteral("quote(old.%1)").arg(quoted);
        // Whatever collation a column has, a change of case is a change.
        differences << QStringLiteral("old.%1 IS NOT new.%1 COLLATE BINARY").arg(quoted);
    }
    const QString deletion = literal(QStringLiteral("DELETE FROM %1 WHERE ").arg(name)) +
                             QStringLiteral("||") +
                             assignments(table.key, QStringLiteral("new"), QStringLiteral(" AND "));
    const QString update = literal(QStringLiteral("UPDATE %1 SET ").arg(name)) + QStringLiteral("||") +
                           assignments(restored, QStringLiteral("old"), QStringLiteral(",")) +
                           QStringLiteral("||' WHERE '||") +
                           assignments(table.key, QStringLiteral("new"), QStringLiteral(" AND "));
    const QString insertion =
        literal(QStringLiteral("INSERT INTO %1(%2) VALUES(").arg(name, restoredNames.join(u','))) +
        QStringLiteral("||") + oldValues.join(QStringLiteral("||','||")) + QStringLiteral("||')'");

    const auto trigger = [&](const QString &event, const QString &condition, const QString &inverse) {
        return QStringLiteral("CREATE TEMP TRIGGER %1 AFTER %2 ON main.%3 %4 BEGIN "
                              "INSERT INTO undo_log(table_name, sql) VALUES(%5, %6); END")
            .arg(identifier(QStringLiteral("undo_%1_%2").arg(event.toLower(), table.name)), event, name,
                 condition, literal(table.name), inverse);
    };
    return {trigger(QStringLiteral("INSERT"), {}, deletion),
            trigger(QStringLiteral("UPDATE"),
                    QStringLiteral("WHEN ") + differences.join(QStringLiteral(" OR ")), update),
            trigger(QStringLiteral("DELETE"), {}, insertion)};
}

Result<qint64> UndoLog::mark()
{
    return m_database.integer(QStringLiteral("SELECT max(id) FROM undo_log"));
}

Result<LogRange> UndoLog::since(qint64 mark)
{
    LogRange range;
    range.first = mark + 1;
    TANE_TRY(range.last, this->mark());
    TANE_TRY(Statement query,
             m_database.prepare(QStringLiteral("SELECT DISTINCT table_name FROM undo_log WHERE id > ?")));
    TANE_CHECK(query.bind(mark).run());
    while (query.next())
        range.tables << query.text(0);
    return range;
}

Result<> UndoLog::replay(const LogRange &range)
{
    // In portions, so that a large step does not lie in memory twice.
    constexpr qint64 portion = 10000;
    for (qint64 last = range.last; last >= range.first; last -= portion) {
        QStringList statements;
        {
            TANE_TRY(Statement query,
                     m_database.prepare(QStringLiteral(
                         "SELECT sql FROM undo_log WHERE id BETWEEN ? AND ? ORDER BY id DESC")));
            TANE_CHECK(query.bind(std::max(range.first, last - portion + 1)).bind(last).run());
            while (query.next())
                statements << query.text(0);
        }
        for (const QString &sql : std::as_const(statements))
            TANE_CHECK(m_database.execute(sql));
    }
    return forget(range);
}

Result<> UndoLog::forget(const LogRange &range)
{
    TANE_TRY(Statement query,
             m_database.prepare(QStringLiteral("DELETE FROM undo_log WHERE id BETWEEN ? AND ?")));
    return query.bind(range.first).bind(range.last).run();
}

Result<QSet<QString>> UndoLog::cascadeFrom(const QString &root)
{
    QSet<QString> result{root};
    TANE_TRY(Statement query,
             m_database.prepare(QStringLiteral(
                 "SELECT m.name, f.\"table\" FROM main.sqlite_master m, pragma_foreign_key_list(m.name) f "
                 "WHERE m.type = 'table'")));
    TANE_CHECK(query.run());
    std::vector<std::pair<QString, QString>> references; // child, parent
    while (query.next())
        references.emplace_back(query.text(0), query.text(1));
    for (qsizetype size = 0; size != result.size();) {
        size = result.size();
        for (const auto &[child, parent] : references)
            if (result.contains(parent))
                result << child;
    }
    return result;
}

} // namespace tane
