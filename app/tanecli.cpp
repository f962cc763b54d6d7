#include "cli/console.h"

#include <QGuiApplication>

#include <functional>
#include <memory>

namespace {

struct Command
{
    QString name;
    QString summary;
    std::function<int(const QStringList &)> run;
};

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli", text);
}

std::vector<Command> commands()
{
    return {{QStringLiteral("new"), tr("新しい .tane ファイルを作る"), tane::cli::newCommand},
            {QStringLiteral("analyze"), tr("研修前後の回答から表・グラフ・報告書を作る"),
             tane::cli::analyzeCommand},
            {QStringLiteral("import"), tr("回答を .tane ファイルに取り込む"), tane::cli::importCommand},
            {QStringLiteral("forms"), tr("研修プログラムの様式を PDF・Excel・Word・画像で書き出す"),
             tane::cli::formsCommand},
            {QStringLiteral("sample"), tr("見本の回答を書き出す"), tane::cli::sampleCommand},
            {QStringLiteral("check"), tr(".tane ファイルが壊れていないかを調べる"), tane::cli::checkCommand}};
}

QString usage()
{
    QString text = tr("使い方：tane-cli コマンド [引数]（コマンドごとの説明は tane-cli コマンド --help）\n");
    for (const Command &command : commands())
        text += QStringLiteral("  %1 %2\n").arg(command.name.leftJustified(9), command.summary);
    return text + tr("  --version  版を表示する\n  --help     この説明を表示する");
}

/// Painting charts and forms needs fonts, and so a QGuiApplication; tables do not, and start faster without.
bool paints(const QStringList &arguments)
{
    if (arguments.value(0) == QLatin1String("forms"))
        return true;
    return arguments.value(0) == QLatin1String("analyze") &&
           !arguments.contains(QStringLiteral("--tables-only"));
}

/// Remarks of the toolkit about the machine (a missing run-time folder) are no business of whoever reads our
/// messages.
void onlyGraveMessages(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        tane::cli::printError(text);
}

} // namespace

int main(int argc, char **argv)
{
    using namespace tane::cli;
    qInstallMessageHandler(onlyGraveMessages);
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    std::unique_ptr<QCoreApplication> app;
    if (paints(arguments)) {
#ifndef Q_OS_WIN
        qputenv("QT_QPA_PLATFORM", "offscreen"); // no display is needed, whatever the environment says
#endif
        app = std::make_unique<QGuiApplication>(argc, argv);
    } else {
        app = std::make_unique<QCoreApplication>(argc, argv);
    }
    QCoreApplication::setApplicationName(QStringLiteral("tane-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANE_VERSION));
    arguments = QCoreApplication::arguments().mid(1);

    const QString name = arguments.value(0);
    if (name == QLatin1String("--version")) {
        print(QStringLiteral("tane-cli " TANE_VERSION));
        return Done;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
        print(usage());
        return Done;
    }
    for (const Command &command : commands()) {
        if (command.name == name)
            return command.run(arguments.mid(1));
    }
    printError(name.isEmpty() ? tr("コマンドを指定してください。")
                              : tr("「%1」というコマンドはありません。").arg(name));
    printError(usage());
    return WrongUsage;
}
