#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace tane::testing {

/// What one run of tane-cli gave back.
struct CliRun
{
    int code = -1; ///< -1: it could not be started, or it crashed
    QString out, err;
};

[[nodiscard]] CliRun runCli(const QStringList &arguments);

/// A folder of its own for one test, with the sample written into it on demand.
class CliFolder
{
public:
    [[nodiscard]] QString operator()(const QString &name) const { return m_folder.filePath(name); }
    /// Writes a file and gives its path.
    QString write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    /// Names of everything below the folder `name`, hidden files too, sorted.
    [[nodiscard]] QStringList names(const QString &name) const;
    /// before.xlsx and after.xlsx.
    void writeSample() const;
    /// analyze on two files of this folder, writing to `out`.
    [[nodiscard]] CliRun analyze(const QString &before, const QString &after, const QString &out,
                                 const QStringList &more = {}) const;

private:
    QTemporaryDir m_folder;
};

} // namespace tane::testing
