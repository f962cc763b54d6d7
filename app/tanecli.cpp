#include "base/startup.h"
#include "cli/console.h"
#include "cli/drawing.h"
#include "cli/program.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

namespace {

/// Remarks of the toolkit about the machine (a missing run-time folder) are no business of whoever reads our
/// messages.
void onlyGraveMessages(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        tane::cli::printError(text);
}

/// The rest of the program, which lies beside it.
tane::cli::DrawingProgram loadDrawing(int &argc, char **argv)
{
    const QCoreApplication app(argc, argv); // knows where the program is
    QLibrary library(QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("tane-draw")));
    const auto program =
        reinterpret_cast<tane::cli::DrawingProgram>(library.resolve(tane::cli::kDrawingProgram));
    if (!program)
        tane::cli::printError(
            QCoreApplication::translate("tane::cli",
                                        "プログラムの一部（%1）を読み込めません。タネを入れ直してください。")
                .arg(library.errorString()));
    return program;
}

} // namespace

int main(int argc, char **argv)
{
    tane::prepareProcess();
    qInstallMessageHandler(onlyGraveMessages);
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (tane::cli::draws(arguments)) {
        const tane::cli::DrawingProgram program = loadDrawing(argc, argv);
        return program ? program(argc, argv) : tane::cli::OtherFailure;
    }
    const QCoreApplication app(argc, argv);
    return tane::cli::runProgram(QCoreApplication::arguments().mid(1), {});
}
