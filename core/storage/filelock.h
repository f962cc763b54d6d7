#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

namespace tane {

/// The one writer of a .tane file, by "NAME.tane.lock" beside it. A lock left by a program that was killed is
/// taken over.
class FileLock
{
public:
    /// Tries once. Check isHeld() afterwards.
    explicit FileLock(const QString &path);

    [[nodiscard]] bool isHeld() const { return m_held; }
    /// Who holds it, in Japanese; empty when we do, or when nobody does but the folder takes no lock file.
    [[nodiscard]] const QString &holder() const { return m_holder; }
    /// The folder does not let us write.
    [[nodiscard]] bool isForbidden() const { return m_forbidden; }

    [[nodiscard]] static QString lockPath(const QString &path);

private:
    [[nodiscard]] QString describeHolder() const;
    void removeUnreadableLock();
    std::unique_ptr<QLockFile> m_lock;
    bool m_held = false;
    bool m_forbidden = false;
    QString m_holder;
};

} // namespace tane
