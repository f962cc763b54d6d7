#include "cli/console.h"

#include "cli/consoletext.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace tane::cli {

void print(const QString &line)
{
    writeText(stdout, line + QLatin1Char('\n'));
}

void printError(const QString &line)
{
    writeText(stderr, line + QLatin1Char('\n'));
}

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return WrongUsage;
    case ErrorCode::NotFound:
    case ErrorCode::CannotRead:
    case ErrorCode::BadFormat:
    case ErrorCode::TooLarge:
    case ErrorCode::NothingUnderstood:
    case ErrorCode::NotOurs:
        return UnusableInput;
    case ErrorCode::Locked:
    case ErrorCode::ReadOnly:
    case ErrorCode::Newer:
        return LockedOrNewer;
    case ErrorCode::CannotWrite:
    case ErrorCode::Conflict:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return OtherFailure;
    }
    return OtherFailure;
}

int reportOf(Error error, const QString &path)
{
    if (error.file.isEmpty() && error.code != ErrorCode::Usage)
        error.file = QFileInfo(path).fileName();
    return report(error);
}

int report(const Error &error)
{
    printError(error.toString());
    return exitCodeOf(error.code);
}

void report(const std::vector<Problem> &problems)
{
    for (const Problem &problem : problems) {
        // What stands in the cell saves opening the workbook for most slips.
        constexpr qsizetype shortEnough = 40;
        QString content = problem.content.simplified();
        if (content.size() > shortEnough)
            content = content.left(shortEnough) + QStringLiteral("…");
        printError(content.isEmpty() ? problem.toString()
                                     : QCoreApplication::translate("tane::cli", "%1（書かれている内容：%2）")
                                           .arg(problem.toString(), content));
    }
}

namespace {

/// Why the arguments cannot be understood. Qt says it in English only.
QString argumentProblem(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (!unknown.isEmpty()) {
        const QString dashes = unknown.first().size() == 1 ? QStringLiteral("-") : QStringLiteral("--");
        return QCoreApplication::translate("tane::cli", "%1 という指定はありません。")
            .arg(dashes + unknown.first());
    }
    static const QRegularExpression missing(QStringLiteral("^Missing value after '(.+)'"));
    if (const auto match = missing.match(parser.errorText()); match.hasMatch())
        return QCoreApplication::translate("tane::cli", "%1 の後に値が必要です。").arg(match.captured(1));
    static const QRegularExpression unexpected(QStringLiteral("^Unexpected value after '(.+)'"));
    if (const auto match = unexpected.match(parser.errorText()); match.hasMatch())
        return QCoreApplication::translate("tane::cli", "%1 の後に値は要りません。").arg(match.captured(1));
    return parser.errorText();
}

} // namespace

std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QCoreApplication::translate("tane::cli", "この説明を表示します。"));
    parser.addOption(help);
    if (!parser.parse(QStringList{QStringLiteral("tane-cli ") + command} + arguments)) {
        printError(argumentProblem(parser));
        printError(QCoreApplication::translate("tane::cli", "使い方は tane-cli %1 --help で表示されます。")
                       .arg(command));
        return WrongUsage;
    }
    if (parser.isSet(help)) {
        // helpText() names the executable; the command belongs to it.
        QString text = parser.helpText();
        const qsizetype end = text.indexOf(QLatin1Char('\n'));
        const QString usage = text.left(end);
        text.replace(0, end,
                     QString(usage).replace(QRegularExpression(QStringLiteral("\\S*tane-cli(\\.exe)?")),
                                            QStringLiteral("tane-cli ") + command));
        print(text);
        return Done;
    }
    return {};
}

} // namespace tane::cli
