// A document at work: actions, undo and redo.

#include "storage/document.h"

#include "storage/documentprivate.h"
#include "storage/transaction.h"

#include <QScopeGuard>

namespace tane {

namespace {

constexpr std::size_t kMostSteps = 200;
constexpr qint64 kMostEntries = 3'000'000; ///< of the undo log, which lies in memory

} // namespace

Document::Document(std::unique_ptr<Private> p)
    : d(std::move(p))
{
}
Document::~Document() = default;

// ---- what it is ----

QString Document::path() const
{
    return d->path;
}

Document::Access Document::access() const
{
    return d->access;
}

QString Document::lockHolder() const
{
    return d->lock->holder();
}

Database &Document::database()
{
    return *d->database;
}

// ---- changing ----

Result<> Document::Private::requireWritable() const
{
    if (access == Access::ReadWrite)
        return {};
    if (lock->holder().isEmpty())
        return fail(ErrorCode::ReadOnly,
                    tr("ファイルまたはフォルダーに書き込めないため、読み取り専用で開いています。"));
    return fail(ErrorCode::ReadOnly,
                tr("%1で使用中のため、読み取り専用で開いています。").arg(lock->holder()));
}

Result<> Document::Private::joinRunning(const std::function<Result<>(Database &)> &work)
{
    TANE_TRY(Transaction part, Transaction::nested(*database));
    TANE_CHECK(work(*database));
    return part.commit();
}

Result<> Document::perform(const QString &label, const std::function<Result<>(Database &)> &work)
{
    TANE_CHECK(d->requireWritable());
    if (d->working)
        return d->joinRunning(work);
    TANE_TRY(Private::Step step, d->runStep(label, work));
    if (step.range.isEmpty())
        return {};
    const QSet<QString> tables = step.range.tables;
    d->forgetRedo();
    d->undoSteps.push_back(std::move(step));
    d->limitSteps();
    Q_EMIT changed(tables);
    Q_EMIT undoStateChanged();
    return {};
}

Result<Document::Private::Step> Document::Private::runStep(const QString &label,
                                                           const std::function<Result<>(Database &)> &work)
{
    working = true;
    const auto done = qScopeGuard([this] { working = false; });
    TANE_TRY(Transaction transaction, Transaction::begin(*database));
    TANE_TRY(const qint64 mark, log->mark());
    TANE_CHECK(work(*database));
    TANE_TRY(LogRange range, log->since(mark));
    TANE_CHECK(transaction.commit());
    return Step{label, std::move(range), {}};
}

Result<> Document::performBulk(const QString &label, const std::function<Result<qint64>(Database &)> &work)
{
    TANE_CHECK(d->requireWritable());
    if (d->working)
        return d->joinRunning([&work](Database &database) -> Result<> {
            TANE_CHECK(work(database));
            return {};
        });
    TANE_TRY(Private::Step step, d->runBulk(label, work));
    const QSet<QString> tables = step.range.tables;
    d->forgetRedo();
    d->undoSteps.push_back(std::move(step));
    d->limitSteps();
    Q_EMIT changed(tables);
    Q_EMIT undoStateChanged();
    return {};
}

Result<Document::Private::Step>
Document::Private::runBulk(const QString &label, const std::function<Result<qint64>(Database &)> &work)
{
    working = true;
    // Pages are written once, at the end, instead of now and then under an exclusive lock.
    TANE_CHECK(database->execute(QStringLiteral("PRAGMA cache_spill = 0")));
    const auto done = qScopeGuard([this] {
        (void)database->execute(QStringLiteral("PRAGMA cache_spill = 1"));
        working = false;
    });
    TANE_TRY(Transaction transaction, Transaction::begin(*database));
    TANE_CHECK(log->dropTriggers());
    TANE_TRY(const qint64 import, work(*database));
    TANE_CHECK(log->createTriggers());
    LogRange range;
    TANE_TRY(range.tables, log->cascadeFrom(QStringLiteral("import_batch")));
    TANE_CHECK(transaction.commit());
    return Step{label, std::move(range), import};
}

void Document::Private::forgetRedo()
{
    for (const Step &step : redoSteps)
        (void)log->forget(step.range); // at worst the memory stays taken until the file is closed
    redoSteps.clear();
}

void Document::Private::limitSteps()
{
    qint64 entries = 0;
    for (const Step &step : undoSteps)
        entries += step.range.size();
    while (undoSteps.size() > kMostSteps || (entries > kMostEntries && undoSteps.size() > 1)) {
        entries -= undoSteps.front().range.size();
        (void)log->forget(undoSteps.front().range);
        undoSteps.pop_front();
    }
}

// ---- undo and redo ----

bool Document::canUndo() const
{
    return !d->undoSteps.empty();
}

bool Document::canRedo() const
{
    return !d->redoSteps.empty();
}

QString Document::undoLabel() const
{
    return canUndo() ? d->undoSteps.back().label : QString();
}

QString Document::redoLabel() const
{
    return canRedo() ? d->redoSteps.back().label : QString();
}

Result<LogRange> Document::Private::replay(const LogRange &range)
{
    TANE_TRY(Transaction transaction, Transaction::begin(*database));
    // Rows come back one after the other; only the end has to be consistent. The setting ends with the
    // transaction.
    TANE_CHECK(database->execute(QStringLiteral("PRAGMA defer_foreign_keys = 1")));
    TANE_TRY(const qint64 mark, log->mark());
    TANE_CHECK(log->replay(range));
    TANE_TRY(LogRange wayBack, log->since(mark));
    TANE_CHECK(transaction.commit());
    return wayBack;
}

Result<> Document::Private::takeBackImport(qint64 import)
{
    TANE_TRY(Transaction transaction, Transaction::begin(*database));
    TANE_CHECK(log->dropTriggers());
    {
        TANE_TRY(Statement statement,
                 database->prepare(QStringLiteral("DELETE FROM import_batch WHERE id = ?")));
        TANE_CHECK(statement.bind(import).run());
    }
    TANE_CHECK(log->createTriggers());
    return transaction.commit();
}

Result<> Document::undo()
{
    TANE_CHECK(d->requireWritable());
    if (d->working || !canUndo())
        return fail(ErrorCode::Usage, tr("元に戻せる操作はありません。"));
    const Private::Step &step = d->undoSteps.back();
    QSet<QString> tables = step.range.tables;
    if (step.import) {
        TANE_CHECK(d->takeBackImport(*step.import));
        d->forgetRedo(); // what came after the import needs it, and it cannot come back
    } else {
        TANE_TRY(LogRange wayBack, d->replay(step.range));
        tables += wayBack.tables;
        d->redoSteps.push_back({step.label, std::move(wayBack), {}});
    }
    d->undoSteps.pop_back();
    Q_EMIT changed(tables);
    Q_EMIT undoStateChanged();
    return {};
}

Result<> Document::redo()
{
    TANE_CHECK(d->requireWritable());
    if (d->working || !canRedo())
        return fail(ErrorCode::Usage, tr("やり直せる操作はありません。"));
    const Private::Step &step = d->redoSteps.back();
    QSet<QString> tables = step.range.tables;
    TANE_TRY(LogRange wayBack, d->replay(step.range));
    tables += wayBack.tables;
    d->undoSteps.push_back({step.label, std::move(wayBack), {}});
    d->redoSteps.pop_back();
    Q_EMIT changed(tables);
    Q_EMIT undoStateChanged();
    return {};
}

} // namespace tane
