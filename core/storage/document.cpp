#include "storage/document.h"

#include "storage/fileheader.h"
#include "storage/filelock.h"
#include "storage/transaction.h"
#include "storage/undolog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <deque>

namespace tane {

namespace {

constexpr std::size_t kMostSteps = 200;
constexpr qint64 kMostEntries = 3'000'000; ///< of the undo log, which lies in memory

struct Step
{
    QString label;
    LogRange range;
    std::optional<qint64> import; ///< a bulk import: undone by deleting this row of import_batch
};

} // namespace

struct Document::Private
{
    QString path;
    Access access = Access::ReadWrite;
    std::unique_ptr<FileLock> lock; // before the database: it must outlive the connection
    std::unique_ptr<Database> database;
    std::unique_ptr<UndoLog> log;
    std::deque<Step> undoSteps, redoSteps; // the next one is at the back
    bool working = false; ///< inside perform() or performBulk()

    [[nodiscard]] QString fileName() const { return QFileInfo(path).fileName(); }
    [[nodiscard]] Result<> backUp(qint64 version);
    [[nodiscard]] Result<> migrate(const std::vector<Migration> &migrations);
    [[nodiscard]] Result<> requireWritable() const;
    [[nodiscard]] Result<> copyInto(const QString &target);
    [[nodiscard]] Result<> checkWhole();
    [[nodiscard]] Result<> joinRunning(const std::function<Result<>(Database &)> &work);
    [[nodiscard]] Result<Step> runStep(const QString &label, const std::function<Result<>(Database &)> &work);
    [[nodiscard]] Result<Step> runBulk(const QString &label, const std::function<Result<qint64>(Database &)> &work);
    [[nodiscard]] Result<LogRange> replay(const LogRange &range);
    [[nodiscard]] Result<> takeBackImport(qint64 import);
    void forgetRedo();
    void limitSteps();
};

namespace {

/// An error of opening names the file; its folder is nobody's business in a log.
template<class T>
Result<T> inFile(Result<T> result, const QString &path)
{
    if (!result && result.error().file.isEmpty())
        result.error().file = QFileInfo(path).fileName();
    return result;
}

/// Removes what a failed attempt left behind.
void removeFiles(const QString &path)
{
    QFile::remove(path);
    QFile::remove(path + QStringLiteral("-journal"));
}

QString literal(QString text)
{
    text.replace(u'\'', QStringLiteral("''"));
    return u'\'' + text + u'\'';
}

} // namespace

Document::Document(std::unique_ptr<Private> p) : d(std::move(p)) {}
Document::~Document() = default;

// ---- opening ----

Result<std::unique_ptr<Document>> Document::create(const QString &path, const DocumentOptions &options)
{
    const QFileInfo info(path);
    const auto build = [&]() -> Result<std::unique_ptr<Document>> {
        if (info.exists())
            return fail(ErrorCode::Conflict,
                        tr("同じ名前のファイルがすでにあります。別の名前を指定してください。"));
        if (!info.absoluteDir().exists())
            return fail(ErrorCode::NotFound, tr("保存先のフォルダーが見つかりません。"));
        auto p = std::make_unique<Private>();
        p->path = info.absoluteFilePath();
        p->lock = std::make_unique<FileLock>(p->path);
        if (p->lock->isForbidden())
            return fail(ErrorCode::CannotWrite, tr("保存先のフォルダーに書き込めません。アクセス権をご確認ください。"));
        if (!p->lock->isHeld())
            return fail(ErrorCode::Locked, tr("%1が同じ名前のファイルを使用中です。").arg(p->lock->holder()));
        // Reserve the name: whoever makes the same file at the same moment fails here and not in the middle.
        QFile reserved(p->path);
        if (!reserved.open(QIODevice::NewOnly))
            return fail(QFileInfo::exists(p->path) ? ErrorCode::Conflict : ErrorCode::CannotWrite,
                        tr("ファイルを作成できません。ファイル名と、フォルダーのアクセス権をご確認ください。"),
                        reserved.errorString());
        reserved.close();
        auto cleanUp = qScopeGuard([&] {
            p->log.reset();
            p->database.reset();
            removeFiles(p->path);
        });
        TANE_TRY(p->database, Database::connect(p->path, Database::Mode::ReadWrite, options.busyMilliseconds));
        TANE_CHECK(Migrator(*p->database, options.migrations).run());
        p->log = std::make_unique<UndoLog>(*p->database);
        TANE_CHECK(p->log->install());
        cleanUp.dismiss();
        return std::unique_ptr<Document>(new Document(std::move(p)));
    };
    return inFile(build(), path);
}

Result<std::unique_ptr<Document>> Document::open(const QString &path, const DocumentOptions &options)
{
    const auto build = [&]() -> Result<std::unique_ptr<Document>> {
        TANE_CHECK(readFileHeader(path, newestVersion(options.migrations)));
        auto p = std::make_unique<Private>();
        // Two ways to one file (a link, another spelling) must meet at one lock.
        p->path = QFileInfo(path).canonicalFilePath();
        p->lock = std::make_unique<FileLock>(p->path);
        const bool writable = p->lock->isHeld() && QFileInfo(p->path).isWritable();
        p->access = writable ? Access::ReadWrite : Access::ReadOnly;
        const bool uncleanEnd = writable && QFileInfo::exists(p->path + QStringLiteral("-journal"));
        TANE_TRY(p->database,
                 Database::connect(p->path, writable ? Database::Mode::ReadWrite : Database::Mode::ReadOnly,
                                   options.busyMilliseconds));
        if (uncleanEnd)
            TANE_CHECK(p->checkWhole());
        TANE_CHECK(p->migrate(options.migrations));
        if (writable) {
            p->log = std::make_unique<UndoLog>(*p->database);
            TANE_CHECK(p->log->install());
        }
        return std::unique_ptr<Document>(new Document(std::move(p)));
    };
    return inFile(build(), path);
}

Result<> Document::Private::migrate(const std::vector<Migration> &migrations)
{
    Migrator migrator(*database, migrations);
    TANE_TRY(const qint64 version, migrator.version()); // again: a journal may have been played back
    if (version > newestVersion(migrations))
        return std::unexpected(newerFileError(version));
    if (version == newestVersion(migrations))
        return {};
    if (access == Access::ReadOnly)
        return fail(ErrorCode::Locked,
                    tr("古い版のタネで作られたファイルです。新しい形式に変換する必要がありますが、"
                       "ほかの画面で使用中か、書き込みができないため、変換できません。"));
    TANE_CHECK(checkWhole());
    TANE_CHECK(backUp(version));
    return migrator.run();
}

Result<> Document::Private::backUp(qint64 version)
{
    const QFileInfo info(path);
    const QString base =
        info.absoluteDir().filePath(QStringLiteral("%1.backup-v%2").arg(info.completeBaseName()).arg(version));
    QString target = base + QStringLiteral(".tane");
    for (int n = 2; QFileInfo::exists(target); ++n)
        target = QStringLiteral("%1-%2.tane").arg(base).arg(n);
    auto result = copyInto(target);
    if (!result)
        result.error().message = tr("変換の前の控え（バックアップ）を作成できなかったため、ファイルを開きませんでした。")
            + result.error().message;
    return result;
}

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
        return fail(ErrorCode::ReadOnly, tr("ファイルまたはフォルダーに書き込めないため、読み取り専用で開いています。"));
    return fail(ErrorCode::ReadOnly, tr("%1で使用中のため、読み取り専用で開いています。").arg(lock->holder()));
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
    TANE_TRY(Step step, d->runStep(label, work));
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

Result<Step> Document::Private::runStep(const QString &label, const std::function<Result<>(Database &)> &work)
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
    TANE_TRY(Step step, d->runBulk(label, work));
    const QSet<QString> tables = step.range.tables;
    d->forgetRedo();
    d->undoSteps.push_back(std::move(step));
    d->limitSteps();
    Q_EMIT changed(tables);
    Q_EMIT undoStateChanged();
    return {};
}

Result<Step> Document::Private::runBulk(const QString &label,
                                        const std::function<Result<qint64>(Database &)> &work)
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
    // Rows come back one after the other; only the end has to be consistent. The setting ends with the transaction.
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
        TANE_TRY(Statement statement, database->prepare(QStringLiteral("DELETE FROM import_batch WHERE id = ?")));
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
    const Step &step = d->undoSteps.back();
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
    const Step &step = d->redoSteps.back();
    QSet<QString> tables = step.range.tables;
    TANE_TRY(LogRange wayBack, d->replay(step.range));
    tables += wayBack.tables;
    d->undoSteps.push_back({step.label, std::move(wayBack), {}});
    d->redoSteps.pop_back();
    Q_EMIT changed(tables);
    Q_EMIT undoStateChanged();
    return {};
}

// ---- whole file ----

Result<> Document::Private::checkWhole()
{
    QStringList found;
    {
        TANE_TRY(Statement query, database->prepare(QStringLiteral("PRAGMA integrity_check(20)")));
        TANE_CHECK(query.run());
        while (query.next())
            found << query.text(0);
        found.removeAll(QStringLiteral("ok"));
    }
    {
        TANE_TRY(Statement query, database->prepare(QStringLiteral(
                                      "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check LIMIT 20")));
        TANE_CHECK(query.run());
        while (query.next())
            found << QStringLiteral("%1 without %2").arg(query.text(0), query.text(1));
    }
    if (!found.isEmpty())
        return fail(ErrorCode::BadFormat,
                    tr("ファイルの内容に壊れている箇所が見つかりました。控え（バックアップ）のファイルをお使いください。"),
                    found.join(u'\n'));
    return {};
}

Result<> Document::check()
{
    return inFile(d->checkWhole(), d->path);
}

Result<> Document::Private::copyInto(const QString &target)
{
    if (QFileInfo::exists(target))
        return fail(ErrorCode::Conflict, tr("同じ名前のファイルがすでにあります。別の名前を指定してください。"));
    // Under another name until it is whole: a half copy must not look like one.
    const QString part = target + QStringLiteral(".part");
    removeFiles(part);
    auto cleanUp = qScopeGuard([&part] { removeFiles(part); });
    if (access == Access::ReadOnly) // query_only forbids writing to the copy, too
        TANE_CHECK(database->execute(QStringLiteral("PRAGMA query_only = 0")));
    const Result<> copied = database->execute(QStringLiteral("VACUUM INTO ") + literal(part));
    if (access == Access::ReadOnly)
        TANE_CHECK(database->execute(QStringLiteral("PRAGMA query_only = 1")));
    TANE_CHECK(copied);
    if (!QFile::rename(part, target)) // never overwrites
        return fail(ErrorCode::CannotWrite, tr("ファイルを書き出せません。フォルダーのアクセス権をご確認ください。"));
    cleanUp.dismiss();
    return {};
}

Result<> Document::copyTo(const QString &path)
{
    if (d->working)
        return fail(ErrorCode::Usage, tr("処理の途中では、ファイルを複製できません。"));
    return inFile(d->copyInto(QFileInfo(path).absoluteFilePath()), path);
}

} // namespace tane
