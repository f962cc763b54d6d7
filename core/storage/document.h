#pragma once

#include "storage/database.h"
#include "storage/migrator.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace tane {

/// For tests and special cases; the defaults are right for the programs.
struct DocumentOptions
{
    std::vector<Migration> migrations = builtInMigrations();
    int busyMilliseconds = 5000; ///< how long to wait for another program that is just writing
};

/// One open .tane file. Everything is saved at once: each user action is one transaction and one undo step.
class Document : public QObject
{
    Q_OBJECT
public:
    enum class Access { ReadWrite, ReadOnly };

    /// Makes a new file with the current schema. Fails if it exists (Conflict) or cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<Document>> create(const QString &path,
                                                                  const DocumentOptions &options = {});
    /// Opens a file. Refuses what is not ours (NotOurs), what is newer (Newer) and what is missing
    /// (NotFound); migrates an older one after making "NAME.backup-vN.tane" beside it. When another program
    /// holds it, it is opened read-only and lockHolder() says who.
    [[nodiscard]] static Result<std::unique_ptr<Document>> open(const QString &path,
                                                                const DocumentOptions &options = {});
    ~Document() override;

    [[nodiscard]] QString path() const;
    [[nodiscard]] Access access() const;
    [[nodiscard]] bool isReadOnly() const { return access() == Access::ReadOnly; }
    /// Japanese, "ほかの画面（コンピューター名 PC-12）" or so; empty when we hold the lock. Also empty when
    /// the file is read-only because its folder or the file itself cannot be written.
    [[nodiscard]] QString lockHolder() const;

    [[nodiscard]] Database &database();

    /// Runs `work` in one transaction that becomes one undo step called `label` ("回答の取り込み"). Any error
    /// rolls back. Fails with ReadOnly when the file is read-only. Inside another perform() it joins that
    /// one's transaction and step; an error then takes back its own part only. Work that changes nothing
    /// leaves no step.
    [[nodiscard]] Result<> perform(const QString &label, const std::function<Result<>(Database &)> &work);
    /// For bulk imports: the undo triggers are off while `work` runs; undoing deletes the row of
    /// `import_batch` whose id `work` returns (everything imported hangs on it by cascade). Such a step
    /// cannot be redone. `work` may write to `import_batch` and what hangs on it only. Inside perform() it
    /// joins that step, with the triggers on.
    [[nodiscard]] Result<> performBulk(const QString &label,
                                       const std::function<Result<qint64>(Database &)> &work);

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoLabel() const;
    [[nodiscard]] QString redoLabel() const;
    [[nodiscard]] Result<> undo();
    [[nodiscard]] Result<> redo();

    /// PRAGMA integrity_check and foreign_key_check; the error lists what was found.
    [[nodiscard]] Result<> check();
    /// A consistent copy at `path` (SQLite's VACUUM INTO); fails if it exists.
    [[nodiscard]] Result<> copyTo(const QString &path);

Q_SIGNALS:
    /// After a committed change (also undo and redo): the tables whose rows changed.
    void changed(const QSet<QString> &tables);
    void undoStateChanged();

private:
    struct Private;
    explicit Document(std::unique_ptr<Private> p);
    std::unique_ptr<Private> d;
};

} // namespace tane
