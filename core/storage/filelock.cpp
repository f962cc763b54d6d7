#include "storage/filelock.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QSysInfo>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FileLock)
};

/// Whether a lock file was written on this computer. On Windows Qt writes another of its names than QSysInfo
/// gives.
bool isThisComputer(const QString &host)
{
    return host == QSysInfo::machineHostName() || host == qEnvironmentVariable("COMPUTERNAME");
}

} // namespace

QString FileLock::lockPath(const QString &path)
{
    return path + QStringLiteral(".lock");
}

FileLock::FileLock(const QString &path)
    : m_lock(std::make_unique<QLockFile>(lockPath(path)))
{
    // Never stale by age: the officer may leave the window open for days. Qt still sees that a process is
    // gone.
    m_lock->setStaleLockTime(0);
    m_held = m_lock->tryLock(0);
    if (!m_held && m_lock->error() == QLockFile::LockFailedError) {
        removeUnreadableLock();
        m_held = m_lock->tryLock(0);
    }
    if (m_held)
        return;
    m_forbidden = m_lock->error() != QLockFile::LockFailedError;
    if (!m_forbidden)
        m_holder = describeHolder();
}

/// A power cut can leave an empty lock file, which Qt would respect for ever.
void FileLock::removeUnreadableLock()
{
    qint64 pid = 0;
    QString host, program;
    if (m_lock->getLockInfo(&pid, &host, &program))
        return;
    const QDateTime written = QFileInfo(m_lock->fileName()).lastModified();
    if (written.isValid() && written.secsTo(QDateTime::currentDateTime()) > 60)
        m_lock->removeStaleLockFile(); // does nothing while a living program has it open
}

QString FileLock::describeHolder() const
{
    qint64 pid = 0;
    QString host, program;
    if (!m_lock->getLockInfo(&pid, &host, &program) || host.isEmpty())
        return Texts::tr("ほかの画面");
    if (isThisComputer(host))
        return Texts::tr("このパソコンの別の画面（コンピューター名 %1）").arg(host);
    return Texts::tr("ほかのパソコンの画面（コンピューター名 %1）").arg(host);
}

} // namespace tane
