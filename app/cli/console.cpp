#include "cli/console.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

namespace tane::cli {

namespace {

void write(std::FILE *stream, const QString &line)
{
    const QByteArray utf8 = line.toUtf8() + '\n';
    std::fwrite(utf8.constData(), 1, static_cast<std::size_t>(utf8.size()), stream);
}

} // namespace

void print(const QString &line)
{
    write(stdout, line);
}

void printError(const QString &line)
{
    write(stderr, line);
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

int report(const Error &error)
{
    printError(error.toString());
    return exitCodeOf(error.code);
}

void report(const std::vector<Problem> &problems)
{
    for (const Problem &problem : problems)
        printError(problem.toString());
}

std::optional<int> parse(QCommandLineParser &parser, const QString &command, const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QCoreApplication::translate("tane::cli", "この説明を表示します。"));
    parser.addOption(help);
    if (!parser.parse(QStringList{QStringLiteral("tane-cli ") + command} + arguments)) {
        printError(parser.errorText());
        printError(QCoreApplication::translate("tane::cli", "使い方は tane-cli %1 --help で表示されます。").arg(command));
        return WrongUsage;
    }
    if (parser.isSet(help)) {
        // helpText() names the executable; the command belongs to it.
        QString text = parser.helpText();
        const qsizetype end = text.indexOf(QLatin1Char('\n'));
        const QString usage = text.left(end);
        text.replace(0, end, QString(usage).replace(QRegularExpression(QStringLiteral("\\S*tane-cli(\\.exe)?")),
                                                   QStringLiteral("tane-cli ") + command));
        print(text);
        return Done;
    }
    return {};
}

} // namespace tane::cli
