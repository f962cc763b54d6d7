#pragma once

#include "base/error.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace tane::cli {

/// Where files go until all of them are written: a hidden folder inside the target, moved over at the end, so
/// that a failure half-way leaves what was there untouched.
class OutputFolder
{
public:
    [[nodiscard]] static Result<OutputFolder> prepare(const QString &target);
    OutputFolder(OutputFolder &&) noexcept = default;
    ~OutputFolder();

    [[nodiscard]] QDir folder() const { return QDir(m_work->filePath(QStringLiteral("new"))); }
    [[nodiscard]] QString filePath(const QString &name) const { return folder().filePath(name); }
    /// Moves everything over, replacing files of the same names, all or none. `replacesCharts`: charts of an
    /// earlier run go.
    [[nodiscard]] Result<> commit(bool replacesCharts);

private:
    OutputFolder() = default;
    QString m_target;
    QString m_made; ///< the topmost folder made for it: empty ones go again
    std::unique_ptr<QTemporaryDir> m_work;
};

/// The error of a path that cannot be written.
[[nodiscard]] Error cannotWrite(const QString &path);

} // namespace tane::cli
