#pragma once

#include "storage/database.h"

namespace tane {

/// One transaction, or a part of one that can be taken back alone. Whatever is not committed is rolled back
/// at the end of the scope, also when an exception passes through.
class Transaction
{
public:
    /// BEGIN IMMEDIATE: whoever else is writing is noticed at the start and not at the end of the work.
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    /// A savepoint inside a running transaction.
    [[nodiscard]] static Result<Transaction> nested(Database &database);
    [[nodiscard]] Result<> commit();

    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;

private:
    Transaction(Database &database, bool isNested)
        : m_database(&database)
        , m_nested(isNested)
    {
    }
    Database *m_database; ///< null when done or moved from
    bool m_nested;
};

} // namespace tane
