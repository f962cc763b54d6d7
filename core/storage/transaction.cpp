#include "storage/transaction.h"

namespace tane {

Result<Transaction> Transaction::begin(Database &database)
{
    TANE_CHECK(database.execute(QStringLiteral("BEGIN IMMEDIATE")));
    return Transaction(database, false);
}

Result<Transaction> Transaction::nested(Database &database)
{
    // Savepoints of one name nest; the innermost is meant.
    TANE_CHECK(database.execute(QStringLiteral("SAVEPOINT part")));
    return Transaction(database, true);
}

Result<> Transaction::commit()
{
    TANE_CHECK(m_database->execute(m_nested ? QStringLiteral("RELEASE part") : QStringLiteral("COMMIT")));
    m_database = nullptr;
    return {};
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
    , m_nested(other.m_nested)
{
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    // After a full disk SQLite has already rolled back by itself, and says here that there is nothing to roll
    // back.
    if (m_nested) {
        (void)m_database->execute(QStringLiteral("ROLLBACK TO part"));
        (void)m_database->execute(QStringLiteral("RELEASE part"));
    } else {
        (void)m_database->execute(QStringLiteral("ROLLBACK"));
    }
}

} // namespace tane
