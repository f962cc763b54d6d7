#pragma once

#include "base/error.h"
#include "people/registerfiles.h"
#include "programme/workshop.h"
#include "survey/answersheet.h"

#include <QString>
#include <QStringList>

class QCommandLineParser;

namespace tane::cli {

/// Exit codes of the contract.
enum Exit { Done = 0, OtherFailure = 1, WrongUsage = 2, UnusableInput = 3, LockedOrNewer = 4 };

void print(const QString &line);      ///< to stdout
void printError(const QString &line); ///< to stderr
/// Prints the error as file:sheet!cell: message and gives the exit code that fits it.
int report(const Error &error);
/// The same for an error about a file; one that does not name it (from deep inside the database) gets its
/// name.
int reportOf(Error error, const QString &path);
int exitCodeOf(ErrorCode code);
/// Every problem on stderr.
void report(const std::vector<Problem> &problems);

/// Parses the arguments of a command (without program and command name). Gives an exit code when the command
/// is over: --help was asked for, or the usage is wrong.
[[nodiscard]] std::optional<int> parse(QCommandLineParser &parser, const QString &command,
                                       const QStringList &arguments);

int formsCommand(const QStringList &arguments);
int reportCommand(const QStringList &arguments);
int handoverCommand(const QStringList &arguments);
int newCommand(const QStringList &arguments);
int sampleCommand(const QStringList &arguments);
int importCommand(const QStringList &arguments);
int checkCommand(const QStringList &arguments);
int groupCommand(const QStringList &arguments);
int tableCheckCommand(const QStringList &arguments);

/// Opens a file that something is read into. Locked when another program holds it, unless it is only tried.
[[nodiscard]] Result<std::unique_ptr<Document>> openForImport(const QString &file, bool dryRun);
/// The workshop of this number, or the only one there is; for answers (`asks`) also the only one with a
/// questionnaire. Usage: several, or no such; NothingUnderstood: there is none yet.
[[nodiscard]] Result<Workshop> chooseWorkshop(Document &document, const QString &id, bool asks);
/// Reads answers of a wave into a workshop, or only reports what it would do.
int importAnswers(const QString &file, const QString &path, const QString &workshopId, Wave wave,
                  bool dryRun);
/// Reads applications (a file or folder) into a workshop's participants, or only reports what it would do.
int importApplicants(const QString &file, const QString &path, const QString &workshopId, bool dryRun);

/// "people", "centres", "municipalities".
[[nodiscard]] std::optional<RegisterKind> registerKindOf(const QString &name);
/// Reads a list into the registers, or only reports what it would do.
int importRegister(const QString &file, RegisterKind kind, const QString &list, bool dryRun);
/// Reads control sheets (a workbook, a folder of them or a table), all of them or, with any problem, none.
int importControlSheets(const QString &file, const QString &sheets, bool dryRun);

} // namespace tane::cli
