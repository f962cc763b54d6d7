#include "base/portable.h"
#include "base/startup.h"
#include "cli/consoletext.h"
#include "paper/palette.h"
#include "shell/dialogs.h"
#include "shell/icons.h"
#include "shell/mainwindow.h"
#include "shell/settings.h"
#include "shell/theme.h"
#include "survey/sampleearlier.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>
#include <QTranslator>

#include <cstdio>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

constexpr const char kHelp[] = "使い方: tane [FILE.tane]\n"
                               "  FILE.tane     開くファイル\n"
                               "  --sample      見本の写しを作って開く\n"
                               "  --version     版を表示する\n"
                               "  --help        この説明を表示する\n";

void print(std::FILE *stream, const char *text)
{
    tane::cli::useConsoleOfParent();
    tane::cli::writeText(stream, QString::fromUtf8(text));
}

struct Arguments
{
    bool sample = false;
    int exitCode = -1;
};

// Before any QApplication, so that --version and --help need no display. Options of Qt itself ("-platform x")
// are left to it.
Arguments parse(int argc, char **argv)
{
    Arguments arguments;
    for (int i = 1; i < argc; ++i) {
        const std::string_view text = argv[i];
        if (text == "--version" || text == "-v") {
            print(stdout, "tane " TANE_VERSION "\n");
            arguments.exitCode = 0;
            return arguments;
        }
        if (text == "--help" || text == "-h") {
            print(stdout, kHelp);
            arguments.exitCode = 0;
            return arguments;
        }
        if (text == "--sample")
            arguments.sample = true;
        else if (text.starts_with("--")) {
            print(stderr, "分からない指定です。\n");
            print(stderr, kHelp);
            arguments.exitCode = 2;
            return arguments;
        }
    }
    return arguments;
}

// Qt's own texts (menus of text fields, file dialogs) in Japanese.
void installTranslation(QApplication &app, QTranslator &translator)
{
    const QStringList folders = {QCoreApplication::applicationDirPath() + u"/translations"_s,
                                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)};
    for (const QString &folder : folders) {
        if (translator.load(u"qtbase_ja"_s, folder)) {
            app.installTranslator(&translator);
            return;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    tane::prepareProcess();
    const Arguments arguments = parse(argc, argv);
    if (arguments.exitCode >= 0)
        return arguments.exitCode;

    QApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tane"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TANE_VERSION));
    QGuiApplication::setApplicationDisplayName(QString()); // the window titles end in the name themselves
    QGuiApplication::setDesktopFileName(u"tane"_s);
    QLocale::setDefault(QLocale(QLocale::Japanese, QLocale::Japan));
    QTranslator translator;
    installTranslation(app, translator);

    const auto settings = tane::Settings::ofProgram(QCoreApplication::applicationDirPath());
    if (settings->isPortable())
        tane::keepTemporaryFilesIn(settings->filesFolder());
    tane::applyTheme(app, tane::themeFromKey(settings->text(tane::Setting::Theme)));
    tane::RealDialogs dialogs(*settings);
    tane::MainWindow window(*settings, dialogs, tane::pageRegistry(),
                            [](const QString &path) { return tane::createSampleOfYears(path); });

    // What Qt did not take for itself is the file.
    const QStringList rest = QCoreApplication::arguments().mid(1);
    for (const QString &argument : rest) {
        if (!argument.startsWith(u'-')) {
            window.controller()->openPath(argument);
            break;
        }
    }
    if (arguments.sample)
        window.controller()->openSample();
    window.show();
    return QApplication::exec();
}
