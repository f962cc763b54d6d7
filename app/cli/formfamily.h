#pragma once

// What a family of sheets of `tane-cli forms` is made of. A new family is a file of its own (programmeforms,
// peopleforms …) with one function that gives a FormFamily, and one line in formscommand.cpp.

#include "exchange/formsheet.h"
#include "programme/workshop.h"
#include "storage/document.h"

#include <QCommandLineOption>

class QCommandLineParser;

namespace tane::cli {

/// The arguments of one run of `tane-cli forms`.
struct FormCall
{
    QString kind; ///< its code: "goals"
    QString file; ///< the .tane file
    QString out;
    const QCommandLineParser *parser = nullptr;

    [[nodiscard]] QString value(const QString &option) const;
    [[nodiscard]] bool isSet(const QString &option) const;
    /// The ending of `out` in small letters, without its dot.
    [[nodiscard]] QString suffix() const;
};

/// Sheets that are asked for in the same way.
struct FormFamily
{
    struct Kind
    {
        QString code, title;
    };
    std::vector<Kind> kinds;
    /// Beside FILE, KIND and --out. Those of the same name in several families are one, with what each says
    /// of it.
    std::vector<QCommandLineOption> options;
    /// What is wrong with the arguments, told before any file is opened; empty when nothing is.
    std::function<QString(const FormCall &)> problem;
    /// Writes the sheet; gives the files written.
    std::function<Result<QStringList>(Document &, const FormCall &)> write;
};

[[nodiscard]] FormFamily letterForms();
[[nodiscard]] FormFamily programmeForms();
[[nodiscard]] FormFamily peopleForms();
[[nodiscard]] FormFamily kitForms();
[[nodiscard]] FormFamily questionnaireForms();
[[nodiscard]] FormFamily applicationForms();
[[nodiscard]] FormFamily issueForms();

// What families share.

/// --programme ID, --workshop ID and --paper A4|A3.
[[nodiscard]] QCommandLineOption programmeOption();
[[nodiscard]] QCommandLineOption workshopOption();
[[nodiscard]] QCommandLineOption paperOption();
/// A problem of --paper A4|A3; empty when it is right or not set.
[[nodiscard]] QString paperProblem(const FormCall &call);
[[nodiscard]] std::optional<FormSheet::Paper> paperOf(const FormCall &call);
/// A problem of --out where it must be a file that ends with one of these; empty when it does.
[[nodiscard]] QString outProblem(const FormCall &call, const QStringList &suffixes);

/// The programme asked for; with --workshop the one it belongs to; else the newest that is not put away, and
/// the others are listed. Usage: there is no such; NothingUnderstood: there is none yet.
[[nodiscard]] Result<qint64> chooseProgramme(Document &document, const FormCall &call);
/// The workshop of that programme: the one asked for or the only one there is. Usage: several, or no such;
/// NothingUnderstood: there is none yet.
[[nodiscard]] Result<Workshop> chooseWorkshop(Document &document, const FormCall &call);
/// The same of a list that is not empty.
[[nodiscard]] Result<Workshop> chooseWorkshop(const std::vector<Workshop> &workshops, const FormCall &call);

/// By the ending of the name; gives the files written.
[[nodiscard]] Result<QStringList> writeFormFile(const QString &path, const FormSheet &sheet);
/// pdf, xlsx, docx, png.
[[nodiscard]] const QStringList &formSuffixes();

} // namespace tane::cli
