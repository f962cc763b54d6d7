#pragma once

#include "survey/changereport.h"

#include <QDir>
#include <QTemporaryDir>

#include <memory>

namespace tane::cli {

/// Where files go until all of them are written: a hidden folder inside the target, moved over at the end, so that a failure half-way
/// leaves what was there untouched.
class OutputFolder
{
public:
    [[nodiscard]] static Result<OutputFolder> prepare(const QString &target);
    OutputFolder(OutputFolder &&) noexcept = default;
    ~OutputFolder();

    [[nodiscard]] QDir folder() const { return QDir(m_work->path()); }
    [[nodiscard]] QString filePath(const QString &name) const { return folder().filePath(name); }
    /// Moves everything over, replacing files of the same names.
    [[nodiscard]] Result<> commit();

private:
    OutputFolder() = default;
    QString m_target;
    bool m_made = false; ///< the target was made here: it goes again when nothing came into it
    std::unique_ptr<QTemporaryDir> m_work;
};

/// Writes the tables, and unless `tablesOnly` also problems, workbook, charts and report. links.csv is the caller's.
[[nodiscard]] Result<> writeAnalysis(const OutputFolder &output, const ChangeAnalysis &analysis,
                                     const std::vector<Problem> &problems, bool tablesOnly);

} // namespace tane::cli
