// A document as a file: creating, opening, migrating, checking and copying.

#include "storage/documentprivate.h"
#include "storage/fileheader.h"
#include "storage/sqlitepath.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QMutex>
#include <QScopeGuard>

namespace tane {

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

/// Locks belong to the process, and so does this list.
struct OpenFiles
{
    QMutex mutex;
    QHash<QString, int> counts;
};

OpenFiles &openFiles()
{
    static OpenFiles files;
    return files;
}

QString literal(QString text)
{
    text.replace(u'\'', QStringLiteral("''"));
    return u'\'' + text + u'\'';
}

} // namespace

OpenFileMark::OpenFileMark(const QString &path)
    : m_path(path)
{
    const QMutexLocker guard(&openFiles().mutex);
    ++openFiles().counts[m_path];
}

OpenFileMark::~OpenFileMark()
{
    const QMutexLocker guard(&openFiles().mutex);
    if (--openFiles().counts[m_path] == 0)
        openFiles().counts.remove(m_path);
}

bool OpenFileMark::isOpen(const QString &path)
{
    const QMutexLocker guard(&openFiles().mutex);
    return openFiles().counts.contains(path);
}

// ---- opening ----

Result<std::unique_ptr<Document>> Document::create(const QString &path, const DocumentOptions &options)
{
    const QFileInfo info(path);
    const auto build = [&]() -> Result<std::unique_ptr<Document>> {
        if (info.exists())
            return fail(ErrorCode::Conflict,
                        tr("同じ名前のファイルがすでにあります。別の名前を指定してください。"));
        if (!info.absoluteDir().exists())
            return fail(
                ErrorCode::NotFound,
                tr("保存先のフォルダーが見つかりません。フォルダーを作るか、別の場所を指定してください。"));
        auto p = std::make_unique<Private>();
        p->path = info.absoluteFilePath();
        p->lock = std::make_unique<FileLock>(p->path);
        if (p->lock->isForbidden())
            return fail(ErrorCode::CannotWrite,
                        tr("保存先のフォルダーに書き込めません。アクセス権をご確認ください。"));
        if (!p->lock->isHeld())
            return fail(ErrorCode::Locked, tr("%1が同じ名前のファイルを使用中です。").arg(p->lock->holder()));
        // Reserve the name: whoever makes the same file at the same moment fails here and not in the middle.
        QFile reserved(p->path);
        if (!reserved.open(QIODevice::NewOnly))
            return fail(
                QFileInfo::exists(p->path) ? ErrorCode::Conflict : ErrorCode::CannotWrite,
                tr("ファイルを作成できません。ファイル名と、フォルダーのアクセス権をご確認ください。"),
                reserved.errorString());
        reserved.close();
        p->openMark = std::make_unique<OpenFileMark>(info.canonicalFilePath());
        auto cleanUp = qScopeGuard([&] {
            p->log.reset();
            p->database.reset();
            removeFiles(p->path);
        });
        TANE_TRY(p->database,
                 Database::connect(p->path, Database::Mode::ReadWrite, options.busyMilliseconds));
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
        // Two ways to one file (a link, another spelling) must meet at one lock.
        const QString file = QFileInfo(path).canonicalFilePath();
        if (!OpenFileMark::isOpen(file))
            TANE_CHECK(readFileHeader(path, newestVersion(options.migrations)));
        auto p = std::make_unique<Private>();
        p->path = file;
        p->openMark = std::make_unique<OpenFileMark>(file);
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
    const QString base = info.absoluteDir().filePath(
        QStringLiteral("%1.backup-v%2").arg(info.completeBaseName()).arg(version));
    QString target = base + QStringLiteral(".tane");
    for (int n = 2; QFileInfo::exists(target); ++n)
        target = QStringLiteral("%1-%2.tane").arg(base).arg(n);
    auto result = copyInto(target);
    if (!result)
        result.error().message =
            tr("変換の前の控え（バックアップ）を作成できなかったため、ファイルを開きませんでした。") +
            result.error().message;
    return result;
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
        TANE_TRY(Statement query,
                 database->prepare(QStringLiteral(
                     "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check LIMIT 20")));
        TANE_CHECK(query.run());
        while (query.next())
            found << QStringLiteral("%1 without %2").arg(query.text(0), query.text(1));
    }
    if (!found.isEmpty())
        return fail(ErrorCode::BadFormat,
                    tr("ファイルの内容に壊れている箇所が見つかりました。控え（バックアップ）のファイルをお使"
                       "いください。"),
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
        return fail(ErrorCode::Conflict,
                    tr("同じ名前のファイルがすでにあります。別の名前を指定してください。"));
    // Under another name until it is whole: a half copy must not look like one.
    const QString part = target + QStringLiteral(".part");
    removeFiles(part);
    auto cleanUp = qScopeGuard([&part] { removeFiles(part); });
    if (access == Access::ReadOnly) // query_only forbids writing to the copy, too
        TANE_CHECK(database->execute(QStringLiteral("PRAGMA query_only = 0")));
    const Result<> copied = database->execute(QStringLiteral("VACUUM INTO ") + literal(sqlitePath(part)));
    if (access == Access::ReadOnly)
        TANE_CHECK(database->execute(QStringLiteral("PRAGMA query_only = 1")));
    TANE_CHECK(copied);
    if (!QFile::rename(part, target)) // never overwrites
        return fail(ErrorCode::CannotWrite,
                    tr("ファイルを書き出せません。フォルダーのアクセス権をご確認ください。"));
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
