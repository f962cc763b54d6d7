#pragma once

#include "cli/outputfolder.h"
#include "survey/change.h"

#include <functional>

namespace tane::cli {

/// What stands beside the tables of an analysis: problems, workbook, charts, report.
using PictureWriter = std::function<Result<>(const OutputFolder &output, const ChangeAnalysis &analysis,
                                             const std::vector<Problem> &problems)>;

/// Commands and parts of commands that draw, and so need Qt Gui and fonts.
struct Drawing
{
    PictureWriter pictures;
    std::function<int(const QStringList &)> forms;
    std::function<int(const QStringList &)> report;
    std::function<int(const QStringList &)> handover;
};

/// Whether these arguments (command first) need a Drawing.
[[nodiscard]] bool draws(const QStringList &arguments);

/// Runs the command; gives the exit code. A QCoreApplication must exist, for drawing a QGuiApplication.
[[nodiscard]] int runProgram(const QStringList &arguments, const Drawing &drawing);

int analyzeCommand(const QStringList &arguments, const PictureWriter &pictures);

} // namespace tane::cli
