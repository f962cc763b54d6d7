// The library tane-draw: see cli/drawing.h.
#include "cli/console.h"
#include "cli/drawing.h"
#include "cli/pictures.h"
#include "cli/program.h"

#include <QGuiApplication>

extern "C" Q_DECL_EXPORT int taneDraw(int &argc, char **argv)
{
#ifndef Q_OS_WIN
    qputenv("QT_QPA_PLATFORM", "offscreen"); // no display is needed, whatever the environment says
#endif
    const QGuiApplication app(argc, argv);
    return tane::cli::runProgram(QCoreApplication::arguments().mid(1),
                                 {tane::cli::writePictures, tane::cli::formsCommand, tane::cli::reportCommand,
                                  tane::cli::handoverCommand});
}

namespace {
[[maybe_unused]] constexpr tane::cli::DrawingProgram kSameType = taneDraw;
}
