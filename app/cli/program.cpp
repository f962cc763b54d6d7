#include "cli/program.h"

#include "base/portable.h"
#include "cli/console.h"

#include <QCoreApplication>

namespace tane::cli {

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

std::vector<Command> commands(const Drawing &drawing)
{
    return {
        {QStringLiteral("new"), tr("新しい .tane ファイルを作る"), newCommand},
        {QStringLiteral("analyze"), tr("研修前後の回答から表・グラフ・報告書を作る"),
         [pictures = drawing.pictures](const QStringList &arguments) {
             return analyzeCommand(arguments, pictures);
         }},
        {QStringLiteral("import"), tr("申込みや回答、人材・センター・市町村の一覧を取り込む"), importCommand},
        {QStringLiteral("forms"), tr("様式を PDF・Excel・Word・画像で書き出す"), drawing.forms},
        {QStringLiteral("report"), tr("研修プログラムの報告書を Word・PDF・Excel で書き出す"),
         drawing.report},
        {QStringLiteral("handover"), tr("引き継ぎ資料を一つのフォルダーに書き出す"), drawing.handover},
        {QStringLiteral("group"), tr("参加者の名簿から班を作り、理由と評価を付けて書き出す"), groupCommand},
        {QStringLiteral("table-check"), tr("表の百分率が人数から計算した値と合うかを調べる"),
         tableCheckCommand},
        {QStringLiteral("sample"), tr("見本の回答を書き出す"), sampleCommand},
        {QStringLiteral("check"), tr(".tane ファイルが壊れていないかを調べる"), checkCommand}};
}

QString usage()
{
    QString text = tr("使い方：tane-cli コマンド [引数]（コマンドごとの説明は tane-cli コマンド --help）\n");
    for (const Command &command : commands({}))
        text += QStringLiteral("  %1 %2\n").arg(command.name.leftJustified(11), command.summary);
    return text + tr("  --version  版を表示する\n  --help     この説明を表示する");
}

} // namespace

bool draws(const QStringList &arguments)
{
    const QString command = arguments.value(0);
    if (command == QLatin1String("forms") || command == QLatin1String("report") ||
        command == QLatin1String("handover"))
        return true;
    return command == QLatin1String("analyze") && !arguments.contains(QStringLiteral("--tables-only"));
}

int runProgram(const QStringList &arguments, const Drawing &drawing)
{
    QCoreApplication::setApplicationName(QStringLiteral("tane-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANE_VERSION));
    if (isPortableCopy(QCoreApplication::applicationDirPath()))
        keepTemporaryFilesIn(QCoreApplication::applicationDirPath());
    const QString name = arguments.value(0);
    if (name == QLatin1String("--version")) {
        print(QStringLiteral("tane-cli " TANE_VERSION));
        return Done;
    }
    if (name == QLatin1String("--help") || name == QLatin1String("-h")) {
        print(usage());
        return Done;
    }
    for (const Command &command : commands(drawing)) {
        if (command.name == name)
            return command.run(arguments.mid(1));
    }
    printError(name.isEmpty() ? tr("コマンドを指定してください。")
                              : tr("「%1」というコマンドはありません。").arg(name));
    printError(usage());
    return WrongUsage;
}

} // namespace tane::cli
