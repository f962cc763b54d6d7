#include "storage/recordtable.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane::detail {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RecordTable)
};

/// The ids of the list that a row is in, in their order.
Result<std::vector<qint64>> listOf(Database &database, const QString &table, const QStringList &siblings,
                                   qint64 id)
{
    QStringList conditions;
    for (const QString &sibling : siblings)
        conditions << QStringLiteral("other.%1 = mine.%1").arg(sibling);
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT other.id FROM %1 AS mine JOIN %1 AS other ON %2 "
                                             "WHERE mine.id = ? ORDER BY other.position, other.id")
                                  .arg(table, conditions.join(QStringLiteral(" AND ")))));
    TANE_CHECK(query.bind(id).run());
    std::vector<qint64> ids;
    while (query.next())
        ids.push_back(query.integer(0));
    return ids;
}

/// Writes only what changes, so that the undo log stays short.
Result<> number(Database &database, const QString &table, const std::vector<qint64> &ids)
{
    TANE_TRY(Statement update,
             database.prepare(
                 QStringLiteral("UPDATE %1 SET position = ? WHERE id = ? AND position <> ?").arg(table)));
    for (std::size_t i = 0; i < ids.size(); ++i)
        TANE_CHECK(update.bind(static_cast<qint64>(i)).bind(ids[i]).bind(static_cast<qint64>(i)).run());
    return {};
}

} // namespace

std::unexpected<Error> noSuchRecord()
{
    return fail(ErrorCode::NotFound, Texts::tr("この項目は、すでに削除されています。"));
}

Result<> moveRow(Database &database, const QString &table, const QStringList &siblings, qint64 id,
                 int position)
{
    TANE_TRY(std::vector<qint64> ids, listOf(database, table, siblings, id));
    const auto mine = std::ranges::find(ids, id);
    if (mine == ids.end())
        return noSuchRecord();
    ids.erase(mine);
    ids.insert(ids.begin() + std::clamp<std::ptrdiff_t>(position, 0, std::ssize(ids)), id);
    return number(database, table, ids);
}

Result<> removeRow(Database &database, const QString &table, const QStringList &siblings, qint64 id)
{
    std::vector<qint64> ids;
    if (!siblings.isEmpty()) {
        TANE_TRY(ids, listOf(database, table, siblings, id));
    }
    TANE_TRY(Statement remove, database.prepare(QStringLiteral("DELETE FROM %1 WHERE id = ?").arg(table)));
    TANE_CHECK(remove.bind(id).run());
    if (remove.affectedRows() == 0)
        return noSuchRecord();
    if (siblings.isEmpty())
        return {};
    std::erase(ids, id);
    return number(database, table, ids);
}

} // namespace tane::detail
