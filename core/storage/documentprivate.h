#pragma once

#include "storage/document.h"
#include "storage/filelock.h"
#include "storage/undolog.h"

#include <deque>

namespace tane {

/// Says that this program has a file open. On Unix, closing any descriptor of a file gives up every lock the
/// program has on it, SQLite's among them (sqlite.org/howtocorrupt.html, 2.2): what is open is read through
/// SQLite alone.
class OpenFileMark
{
public:
    /// `path` as QFileInfo::canonicalFilePath() gives it.
    explicit OpenFileMark(const QString &path);
    ~OpenFileMark();
    Q_DISABLE_COPY_MOVE(OpenFileMark)
    [[nodiscard]] static bool isOpen(const QString &path);

private:
    QString m_path;
};

/// What an open document holds; shared by the files that implement it.
struct Document::Private
{
    struct Step
    {
        QString label;
        LogRange range;
        std::optional<qint64> import; ///< a bulk import: undone by deleting this row of import_batch
    };

    QString path;
    Access access = Access::ReadWrite;
    std::unique_ptr<OpenFileMark> openMark;
    std::unique_ptr<FileLock> lock; // before the database: it must outlive the connection
    std::unique_ptr<Database> database;
    std::unique_ptr<UndoLog> log;
    std::deque<Step> undoSteps, redoSteps; // the next one is at the back
    bool working = false;                  ///< inside perform() or performBulk()

    [[nodiscard]] Result<> backUp(qint64 version);
    [[nodiscard]] Result<> migrate(const std::vector<Migration> &migrations);
    [[nodiscard]] Result<> requireWritable() const;
    [[nodiscard]] Result<> copyInto(const QString &target);
    [[nodiscard]] Result<> checkWhole();
    [[nodiscard]] Result<> joinRunning(const std::function<Result<>(Database &)> &work);
    [[nodiscard]] Result<Step> runStep(const QString &label, const std::function<Result<>(Database &)> &work);
    [[nodiscard]] Result<Step> runBulk(const QString &label,
                                       const std::function<Result<qint64>(Database &)> &work);
    [[nodiscard]] Result<LogRange> replay(const LogRange &range);
    [[nodiscard]] Result<> takeBackImport(qint64 import);
    void forgetRedo();
    void limitSteps();
};

} // namespace tane
